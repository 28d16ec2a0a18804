#!/usr/bin/env python3
"""What describes the program to the desktop, read by the tools that desktops use.

test-desktop.py SOURCE_ROOT BUILD_ROOT APP_ID VERSION"""
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT, BUILD, APP_ID, VERSION = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
del sys.argv[1:5]
MIME = "application/vnd.tenure.portfolio+sqlite3"


def run(*command, **environment):
    return subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", check=False,
                          env={**os.environ, **environment})


class Validators(unittest.TestCase):
    def passes(self, *command):
        result = run(*command)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result

    def test_desktop_file(self):
        result = self.passes("desktop-file-validate", BUILD / f"data/{APP_ID}.desktop")
        self.assertEqual(result.stdout, "")

    def test_metainfo(self):
        self.passes("appstreamcli", "validate", "--no-net", BUILD / f"data/{APP_ID}.metainfo.xml")

    def test_settings_schema(self):
        self.passes("glib-compile-schemas", "--strict", "--dry-run", ROOT / "data")

    def test_xml_is_well_formed(self):
        for path in [*(ROOT / "data").rglob("*.xml"), *(ROOT / "data").rglob("*.svg")]:
            with self.subTest(path.name):
                xml.etree.ElementTree.parse(path)


class Agreement(unittest.TestCase):
    """The files agree with each other and with the build."""

    def setUp(self):
        self.metainfo = xml.etree.ElementTree.parse(ROOT / f"data/{APP_ID}.metainfo.xml.in").getroot()
        self.desktop = (ROOT / f"data/{APP_ID}.desktop.in").read_text(encoding="utf-8")

    def test_ids_and_types(self):
        self.assertEqual(self.metainfo.findtext("id"), APP_ID)
        self.assertEqual(self.metainfo.findtext("launchable"), f"{APP_ID}.desktop")
        self.assertEqual(self.metainfo.findtext("provides/mediatype"), MIME)
        self.assertIn(f"\nIcon={APP_ID}\n", self.desktop)
        self.assertIn(f"\nMimeType={MIME};\n", self.desktop)

    def test_the_desktop_can_start_it_for_a_notification(self):
        service = (BUILD / f"data/{APP_ID}.service").read_text(encoding="utf-8")
        self.assertIn("\nDBusActivatable=true\n", self.desktop)
        self.assertRegex(service, f"^\\[D-BUS Service\\]\nName={re.escape(APP_ID)}\nExec=/.*/tenure --gapplication-service\n$")

    def test_every_setting_is_used(self):
        schema = xml.etree.ElementTree.parse(ROOT / f"data/{APP_ID}.gschema.xml")
        program = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/app").rglob("*.c"))
        for key in schema.iter("key"):
            with self.subTest(key.get("name")):
                self.assertIn(f'"{key.get("name")}"', program)

    def test_licences(self):
        self.assertEqual(self.metainfo.findtext("metadata_license"), "CC0-1.0")
        self.assertEqual(self.metainfo.findtext("project_license"), "GPL-3.0-or-later")
        self.assertIn("GNU GENERAL PUBLIC LICENSE\n                       Version 3",
                      (ROOT / "COPYING").read_text(encoding="utf-8"))

    def test_the_newest_release_is_this_one(self):
        self.assertEqual(self.metainfo.find("releases/release").get("version"), VERSION)
        self.assertTrue((ROOT / "NEWS").read_text(encoding="utf-8").startswith(f"Tenure {VERSION} "))


class Icons(unittest.TestCase):
    SVG = "{http://www.w3.org/2000/svg}"

    def test_scalable(self):
        path = ROOT / f"data/icons/hicolor/scalable/apps/{APP_ID}.svg"
        self.assertEqual(xml.etree.ElementTree.parse(path).getroot().get("viewBox"), "0 0 128 128")

    def test_symbolic(self):
        """Toolkits repaint the fill of a symbolic icon and nothing else: a stroke would keep its colour."""
        path = ROOT / f"data/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg"
        root = xml.etree.ElementTree.parse(path).getroot()
        self.assertEqual(root.get("viewBox"), "0 0 16 16")
        for element in root.iter():
            self.assertIsNone(element.get("stroke"))
            self.assertIsNone(element.get("style"))


class MimeType(unittest.TestCase):
    """Ask the desktop's own database, made from the file, what it takes some files for."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        packages = pathlib.Path(cls.folder.name, "mime/packages")
        packages.mkdir(parents=True)
        (packages / f"{APP_ID}.xml").write_bytes((ROOT / f"data/{APP_ID}.mime.xml").read_bytes())
        subprocess.run(["update-mime-database", packages.parent], check=True, capture_output=True)

    def type_of(self, name, content):
        path = pathlib.Path(self.folder.name, name)
        path.write_bytes(content)
        result = run("gio", "info", "-a", "standard::content-type", path, XDG_DATA_HOME=self.folder.name)
        self.assertEqual(result.returncode, 0, result.stderr)
        return re.search(r"standard::content-type: (\S+)", result.stdout).group(1)

    def database(self, application_id):
        path = pathlib.Path(self.folder.name, "made.sqlite")
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        connection.executescript(f"PRAGMA application_id = {application_id}; CREATE TABLE t (a);")
        connection.close()
        return path.read_bytes()

    def test_by_content_alone(self):
        self.assertEqual(self.type_of("mailed", self.database(int.from_bytes(b"Tnur", "big"))), MIME)

    def test_by_name(self):
        self.assertEqual(self.type_of("a.tenure", self.database(int.from_bytes(b"Tnur", "big"))), MIME)

    def test_other_databases_are_not_ours(self):
        self.assertNotEqual(self.type_of("other", self.database(0)), MIME)
        self.assertNotEqual(self.type_of("text", b"Tnur" * 40), MIME)


class Flatpak(unittest.TestCase):
    def setUp(self):
        self.manifest = json.loads((ROOT / f"flatpak/{APP_ID}.json").read_text(encoding="utf-8"))

    def test_runtime(self):
        self.assertEqual(self.manifest["id"], APP_ID)
        self.assertEqual(self.manifest["command"], "tenure")
        self.assertEqual(self.manifest["runtime"], "org.gnome.Platform")
        self.assertGreaterEqual(int(self.manifest["runtime-version"]), 47)

    def test_no_reach_into_the_home_or_the_network(self):
        """Files come and go through portals: what the user picks, and nothing else."""
        self.assertEqual(sorted(self.manifest["finish-args"]),
                         ["--device=dri", "--share=ipc", "--socket=fallback-x11", "--socket=wayland"])

    def test_sources_are_pinned_by_what_can_be_checked(self):
        """An archive needs its checksum; a repository, the tag of a release."""
        for module in self.manifest["modules"]:
            for source in module["sources"]:
                with self.subTest(module["name"]):
                    if source["type"] == "archive":
                        self.assertRegex(source["sha256"], r"^[0-9a-f]{64}$")
                    elif source["type"] == "git":
                        self.assertTrue(source.get("tag") or source.get("commit"))
                    elif source["type"] == "patch":
                        self.assertTrue((ROOT / "flatpak" / source["path"]).is_file())
                    else:
                        self.assertEqual(source["type"], "dir")

    def test_what_the_build_needs_is_there(self):
        """Every library of the build is in the runtime or is a module."""
        in_runtime = {"glib-2.0", "gobject-2.0", "gio-2.0", "gio-unix-2.0", "gmodule-2.0", "gtk4", "libadwaita-1",
                      "cairo", "cairo-pdf", "cairo-svg", "pango", "pangocairo", "libxml-2.0", "libarchive", "libzstd",
                      "gmp", "nettle", "zlib"}
        text = "".join(path.read_text(encoding="utf-8") for path in
                       [ROOT / "meson.build", *(ROOT / "src").rglob("meson.build")])
        needed = set(re.findall(r"dependency\('([^']+)'", text)) | set(re.findall(r"find_library\('([^']+)'", text))
        modules = {module["name"] for module in self.manifest["modules"]}
        names = {"csv": "libcsv", "sqlite3": "sqlite"}
        for library in needed - in_runtime - {"m"}:
            with self.subTest(library):
                self.assertIn(names.get(library, library), modules)


if __name__ == "__main__":
    unittest.main()
