#!/usr/bin/env python3
"""The project as it lies there: every rule that build-aux/ can check holds for the whole tree.

test-tree.py SOURCE_ROOT"""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
# Three subjects before this commit are longer than the rule allows; a history cannot be mended afterwards.
SUBJECTS_SINCE = "fdddb366e12e1a5bc1d14d9ff8277bad64a1e18c"


def shell_scripts():
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if parts[0] in ("build", ".git") or not path.is_file() or path.suffix not in ("", ".sh"):
            continue
        with path.open("rb") as file:
            if re.match(rb"#!.*\b(ba)?sh\b", file.readline()):
                yield path


class Tree(unittest.TestCase):
    maxDiff = None

    def complain(self, *command, text=None):
        result = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False, cwd=ROOT)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def test_nothing_that_does_not_belong(self):
        self.complain(sys.executable, "build-aux/check-tree.py", ".")

    def test_house_style(self):
        self.complain(sys.executable, "build-aux/check-style.py", ".")

    def test_laid_out_as_decided(self):
        """By clang-format of Debian 12; other versions lay out a few lines differently."""
        version = self.complain("clang-format", "--version")
        files = sorted(str(path) for path in (ROOT / "src").rglob("*.[ch]"))
        self.assertGreater(len(files), 500)
        if re.search(r"version 14\.", version):
            self.complain("clang-format", "--dry-run", "-Werror", *files)

    def test_translators_see_every_file(self):
        self.complain(sys.executable, "build-aux/check-potfiles.py", ".")

    def test_words_can_be_taken_out(self):
        """xgettext reads every listed file without a complaint. Names of months alone are a dozen."""
        catalogue = self.complain(
            "xgettext", "--files-from=po/POTFILES.in", "--from-code=UTF-8", "--add-comments=Translators", "--keyword=_",
            "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3", "--keyword=ngettext:1,2",
            "--output=-")
        self.assertGreater(catalogue.count("\nmsgid "), 100)

    def test_commit_subjects(self):
        """A copy without its history has none to check: an archive of a release."""
        if not (ROOT / ".git").exists():
            self.assertTrue((ROOT / "NEWS").exists())
            return
        git = ("git", "-c", "safe.directory=*")
        since = subprocess.run([*git, "merge-base", "--is-ancestor", SUBJECTS_SINCE, "HEAD"], capture_output=True, check=False,
                               cwd=ROOT)
        # A shallow copy does not reach back that far: all that it has is newer.
        commits = f"{SUBJECTS_SINCE}..HEAD" if since.returncode == 0 else "HEAD"
        log = self.complain(*git, "log", "--no-merges", "--format=%s", commits)
        self.complain(sys.executable, "build-aux/check-commits.py", text=log)

    def test_shell_scripts_parse(self):
        scripts = list(shell_scripts())
        self.assertGreaterEqual(len(scripts), 4)
        for path in scripts:
            with self.subTest(path.name):
                self.complain(shutil.which("bash"), "-n", str(path))
                self.assertTrue(path.stat().st_mode & 0o111, "not executable")

    def test_packages_are_listed_once(self):
        lines = (ROOT / "build-aux/packages-debian.txt").read_text(encoding="utf-8").splitlines()
        rows = [line.split() for line in lines if line and not line.startswith("#")]
        names = [row[1] for row in rows]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual({row[0] for row in rows}, {"build", "run", "test"})


class Documents(unittest.TestCase):
    def test_commands_of_the_readme_exist(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        scripts = set(re.findall(r"\b((?:build-aux|\.ci)/[\w.-]+)", text))
        self.assertIn("build-aux/run", scripts)
        self.assertIn("build-aux/test", scripts)
        for script in scripts:
            with self.subTest(script):
                self.assertTrue((ROOT / script).is_file() and (ROOT / script).stat().st_mode & 0o111)

    def test_links_between_documents_lead_somewhere(self):
        for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "flatpak").rglob("*.md"))]:
            for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
                if "://" not in target:
                    with self.subTest(f"{path.name}: {target}"):
                        self.assertTrue((path.parent / target).exists())

    def test_the_map_of_the_house_is_true(self):
        """docs/design.md names every folder under src/, and no other."""
        text = (ROOT / "docs/design.md").read_text(encoding="utf-8")
        block = re.search(r"```\nsrc/\n(.*?)```", text, re.DOTALL).group(1)
        named = set(re.findall(r"^  (\w+)/", block, re.MULTILINE))
        self.assertEqual(named, {path.name for path in (ROOT / "src").iterdir() if path.is_dir()})


    def test_every_rule_is_on_the_domain_page(self):
        catalogue = (ROOT / "src/catalogue/rule.c").read_text(encoding="utf-8")
        rules = set(re.findall(r"\[TENURE_RULE_(\w+)\] =", catalogue))
        page = set(re.findall(r"^\| ([A-Z]\d) \|", (ROOT / "docs/domain.md").read_text(encoding="utf-8"), re.MULTILINE))
        self.assertGreater(len(rules), 10)
        self.assertEqual(rules - page, set())


class ManualPage(unittest.TestCase):
    """help/tenure-cli.1 names every command and option that the sources of tenure-cli have, and no other."""

    def setUp(self):
        page = (ROOT / "help/tenure-cli.1").read_text(encoding="utf-8").replace("\\-", "-")
        self.page = re.sub(r"\\f[BIR]", "", page)
        self.source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/cli").glob("*.c"))

    def test_options(self):
        has = set(re.findall(r'\{ "([a-z-]+)", (?:0|\'\w\'), ', self.source)) | {"help", "version"}
        self.assertGreater(len(has), 8)
        self.assertEqual(set(re.findall(r"--([a-z-]+)", self.page)), has)

    def test_commands(self):
        has = set(re.findall(r'\{ "([a-z]+)", N_', self.source))
        self.assertGreater(len(has), 8)
        self.assertEqual(set(re.findall(r"^\.B tenure-cli ([a-z]+)$", self.page, re.MULTILINE)), has)
        self.assertTrue(has <= set(re.findall(r"^\.B ([a-z]+)\b", self.page, re.MULTILINE)))


class Manual(unittest.TestCase):
    PAGES = sorted((ROOT / "help").rglob("*.page"))
    MALLARD = "{http://projectmallard.org/1.0/}"

    def test_pages_are_well_formed_and_linked(self):
        trees = {path.stem: xml.etree.ElementTree.parse(path).getroot() for path in self.PAGES}
        self.assertIn("index", trees)
        for name, page in trees.items():
            with self.subTest(name):
                self.assertEqual(page.tag, f"{self.MALLARD}page")
                self.assertEqual(page.get("id"), name)
                self.assertIsNotNone(page.find(f"{self.MALLARD}title"))
                if name != "index":
                    self.assertTrue(any(link.get("type") == "guide" for link in page.iter(f"{self.MALLARD}link")),
                                    "no guide leads here")
                for link in page.iter(f"{self.MALLARD}link"):
                    target = (link.get("xref") or "").split("#")[0]
                    if target:
                        self.assertIn(target, trees)

    def test_every_page_is_installed(self):
        build = (ROOT / "help/meson.build").read_text(encoding="utf-8")
        for path in self.PAGES:
            self.assertIn(f"'{path.name}'", build)


if __name__ == "__main__":
    unittest.main()
