#!/usr/bin/env python3
"""The scripts of build-aux/ on machines that are made up: stand-ins for dpkg, apt, sudo, meson and the compilers on the PATH
record what is asked of them, so that nothing is installed or built here."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

SCRIPTS = pathlib.Path(__file__).resolve().parents[2] / "build-aux"
# What the script itself needs; everything else is missing from the machine unless a case adds it.
NEEDED = ["bash", "sh", "env", "dirname", "grep", "sed", "sort", "comm", "cat", "printf", "id"]
PACKAGES = [line.split()[1] for line in (SCRIPTS / "packages-debian.txt").read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]


class InstallDeps(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.bin = pathlib.Path(self.folder.name)
        self.log = self.bin / "log"
        for name in NEEDED:
            for place in ("/usr/bin", "/bin"):
                if os.path.exists(f"{place}/{name}"):
                    (self.bin / name).symlink_to(f"{place}/{name}")
                    break

    def stand_in(self, name, body):
        path = self.bin / name
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def debian(self, installed, uid=0, works=True):
        """A Debian on which these packages are installed; apt adds what it is asked for if it works."""
        status = self.bin / "status"
        status.write_text("".join(f"installed {name}\n" for name in installed) + "config-files libgtk-4-dev\n",
                          encoding="utf-8")
        self.stand_in("dpkg-query", f'cat "{status}"')
        adds = f'for p in "$@"; do case $p in -*|install) ;; *) echo "installed $p" >>"{status}" ;; esac; done' if works else ":"
        self.stand_in("apt-get", f'echo "apt-get $*" >>"{self.log}"\n[ "$1" = update ] || {{ {adds}; }}')
        self.stand_in("id", f"echo {uid}")

    def run_script(self, *groups):
        result = subprocess.run([str(SCRIPTS / "install-deps"), *groups], env={"PATH": str(self.bin)}, capture_output=True,
                                encoding="utf-8", check=False)
        asked = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return result.returncode, result.stderr, asked

    def test_nothing_is_missing(self):
        self.debian(PACKAGES)
        self.assertEqual(self.run_script(), (0, "", []))

    def test_installs_only_what_is_missing(self):
        missing = {"libgtk-4-dev", "xvfb"}  # Of the first only configuration files are left.
        self.debian([name for name in PACKAGES if name not in missing])
        status, errors, asked = self.run_script()
        self.assertEqual(status, 0, errors)
        self.assertEqual(len(asked), 2)
        self.assertTrue(asked[0].startswith("apt-get update"))
        self.assertEqual({word for word in asked[1].split()[2:] if not word.startswith("-")}, missing)

    def test_only_the_groups_that_are_asked_for(self):
        self.debian([name for name in PACKAGES if name not in ("xvfb", "appstream")])
        status, _, asked = self.run_script("build", "run")
        self.assertEqual(status, 0)
        self.assertIn("xvfb", asked[1])
        self.assertNotIn("appstream", asked[1])

    def test_asks_sudo_when_not_root(self):
        self.debian([name for name in PACKAGES if name != "xvfb"], uid=1000)
        self.stand_in("sudo", f'echo "sudo" >>"{self.log}"; exec "$@"')
        status, _, asked = self.run_script()
        self.assertEqual(status, 0)
        self.assertEqual([line.split()[0] for line in asked], ["sudo", "apt-get", "sudo", "apt-get"])

    def test_says_what_to_do_without_root_and_sudo(self):
        self.debian([name for name in PACKAGES if name != "xvfb"], uid=1000)
        status, errors, asked = self.run_script()
        self.assertEqual((status, asked), (1, []))
        self.assertRegex(errors, r"As root, run:\n  apt-get install .*xvfb")

    def test_apt_that_does_not_help(self):
        self.debian([name for name in PACKAGES if name != "xvfb"], works=False)
        status, errors, _ = self.run_script()
        self.assertEqual(status, 1)
        self.assertIn("Still missing after installing: xvfb", errors)

    def test_another_distribution_with_nothing(self):
        self.stand_in("pkg-config", "exit 1")
        status, errors, _ = self.run_script()
        self.assertEqual(status, 1)
        for line in ("not Debian", "to build: the program meson", "to build: the module gtk4 >= 4.8",
                     "to build: the header csv.h (libcsv)", "to run: the program Xvfb", "to test: the program localedef"):
            self.assertIn(line, errors)
        self.assertNotIn("pkg-config", errors)

    def test_another_distribution_where_only_building_is_wanted(self):
        self.stand_in("pkg-config", "exit 1")
        _, errors, _ = self.run_script("build")
        self.assertIn("to build: ", errors)
        self.assertNotIn("to run: ", errors)
        self.assertNotIn("to test: ", errors)

    def test_another_distribution_asks_for_every_module_of_the_build(self):
        """What a meson.build asks pkg-config for, the script asks for too, with the same version."""
        self.stand_in("pkg-config", "exit 1")
        _, errors, _ = self.run_script()
        asked = set(re.findall(r"the module (\S+(?: >= \S+)?)", errors))
        files = [SCRIPTS.parent / "meson.build", *(SCRIPTS.parent / "src").rglob("meson.build")]
        found = [row for path in files
                 for row in re.findall(r"dependency\('([^']+)'(?:, version: '([^']+)')?", path.read_text(encoding="utf-8"))]
        self.assertGreater(len(found), 10)
        for name, version in found:
            with self.subTest(name):
                self.assertTrue(any(row.split()[0] == name and (not version or row.endswith(version)) for row in asked))

    def test_another_distribution_with_everything(self):
        programs = re.findall(r"^\w+ program (\S+)", (SCRIPTS / "install-deps").read_text(encoding="utf-8"), re.MULTILINE)
        self.assertGreater(len(programs), 20)
        for name in programs:
            self.stand_in(name, "exit 0")
        self.assertEqual(self.run_script(), (0, "", []))


class Test(unittest.TestCase):
    """build-aux/test in a copy of the tree's scripts, with stand-ins for the compilers and meson: every way of building is
    gone through, failures are counted and named, and the last line is what other programs read."""

    BUILDS = ["gcc", "headless", "clang", "sanitize"]

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.bin = self.root / "bin"
        self.bin.mkdir()
        (self.root / "build-aux").mkdir()
        for name in ("test", "count-results.py"):
            shutil.copy(SCRIPTS / name, self.root / "build-aux" / name)
        self.stand_in(self.root / "build-aux/install-deps", "exit 0")
        self.stand_in(self.bin / "ninja", "exit 0")
        # meson setup … DIRECTORY: notes what was asked; meson test -C DIRECTORY: leaves a log of two tests.
        self.stand_in(self.bin / "meson", r'''
echo "$CC: $*" >>"$LOG"
[ "$1" = test ] || exit 0
mkdir -p "$3/meson-logs"
printf '{"name": "a test", "result": "%s"}\n' OK "${RESULT:-OK}" >"$3/meson-logs/testlog.json"''')

    @staticmethod
    def stand_in(path, body):
        path.write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def run_test(self, *arguments, **environment):
        log = self.root / "log"
        result = subprocess.run([str(self.root / "build-aux/test"), *arguments], capture_output=True, encoding="utf-8",
                                check=False, env={"PATH": f"{self.bin}:/usr/bin:/bin", "LOG": str(log), **environment})
        asked = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return result.returncode, result.stdout.splitlines(), asked

    def test_every_build_and_the_closing_line(self):
        status, lines, asked = self.run_test()
        # Installing and four builds are a check each; two builds run two tests each.
        self.assertEqual((status, lines[-1]), (0, "9 passed, 0 failed"))
        setups = [line for line in asked if " setup " in line]
        self.assertEqual([re.search(r"build/(\w+)", line).group(1) for line in setups], self.BUILDS)
        self.assertTrue(all("-Dwerror=true" in line for line in setups))
        self.assertEqual([line.split(":")[0] for line in setups], ["gcc", "gcc", "clang", "gcc"])
        self.assertIn("-Dapp=disabled", setups[1])
        self.assertIn("-Db_sanitize=address,undefined", setups[3])

    def test_thorough_looks_for_leaks_of_the_whole_program(self):
        status, lines, asked = self.run_test("--thorough")
        self.assertEqual((status, lines[-1]), (0, "11 passed, 0 failed"))
        self.assertEqual(len([line for line in asked if " test -C build/sanitize" in line]), 2)
        self.assertIn("--suite interface", asked[-1])

    def test_wrong_use(self):
        self.assertEqual(self.run_test("--quick"), (2, [], []))

    def test_a_failing_test_is_named_and_counted(self):
        status, lines, _ = self.run_test(RESULT="FAIL")
        self.assertEqual((status, lines[-1]), (1, "7 passed, 2 failed"))
        self.assertIn("failed: build/gcc: a test (FAIL)", lines)

    def test_a_build_that_fails_runs_no_tests(self):
        self.stand_in(self.bin / "ninja", "exit 1")
        status, lines, asked = self.run_test()
        self.assertEqual((status, lines[-1]), (1, "1 passed, 4 failed"))
        self.assertFalse([line for line in asked if " test " in line])

    def test_without_what_it_needs_it_says_so(self):
        self.stand_in(self.root / "build-aux/install-deps", "exit 1")
        status, lines, asked = self.run_test()
        self.assertEqual((status, lines[-1], asked), (1, "0 passed, 1 failed", []))


class Photograph(unittest.TestCase):
    def refused(self, *arguments):
        result = subprocess.run(["/usr/bin/python3", SCRIPTS / "photograph", *arguments], capture_output=True, encoding="utf-8",
                                check=False)
        return result.returncode, result.stderr

    def test_wrong_use(self):
        self.assertEqual(self.refused("--size", "wide")[0], 2)
        self.assertRegex(self.refused("--size", "12x8")[1], re.escape("12x8 is not WIDTHxHEIGHT"))
        self.assertEqual(self.refused("--scheme", "blue")[0], 2)
        self.assertEqual(self.refused("--contrast", "low")[0], 2)


if __name__ == "__main__":
    unittest.main()
