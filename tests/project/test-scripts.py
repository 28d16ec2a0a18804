#!/usr/bin/env python3
"""build-aux/install-deps on machines that are made up: stand-ins for dpkg, apt and sudo on the PATH record what is asked of
them, so that nothing is installed here."""
import os
import pathlib
import re
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
        for name in ("not Debian", "the program meson", "the library gtk4 >= 4.8", "the library libcsv"):
            self.assertIn(name, errors)

    def test_another_distribution_with_everything(self):
        for name in ("cc", "meson", "ninja", "pkg-config", "msgfmt", "glib-compile-schemas", "python3", "xmllint"):
            self.stand_in(name, "exit 0")
        self.assertEqual(self.run_script(), (0, "", []))


class Test(unittest.TestCase):
    def test_closing_line_and_steps(self):
        """The last line is what other programs read."""
        text = (SCRIPTS / "test").read_text(encoding="utf-8")
        self.assertIn("printf '%d passed, %d failed\\n'", text)
        for option in ("-Dapp=disabled", "build clang clang", "-Db_sanitize=address,undefined", "-Dwerror=true"):
            self.assertIn(option, text)


class Photograph(unittest.TestCase):
    def refused(self, *arguments):
        result = subprocess.run(["/usr/bin/python3", SCRIPTS / "photograph", *arguments], capture_output=True, encoding="utf-8",
                                check=False)
        return result.returncode, result.stderr

    def test_wrong_use(self):
        self.assertEqual(self.refused("--size", "wide")[0], 2)
        self.assertRegex(self.refused("--size", "12x8")[1], re.escape("12x8 is not WIDTHxHEIGHT"))
        self.assertEqual(self.refused("--scheme", "blue")[0], 2)


if __name__ == "__main__":
    unittest.main()
