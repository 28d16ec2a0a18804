#!/usr/bin/env python3
"""The checkers of build-aux/ on small trees that are right, and on trees with one thing wrong: each must pass the first
and name the fault, file and line of the others."""
import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECKERS = pathlib.Path(__file__).resolve().parents[2] / "build-aux"


def run(checker, *arguments, text=None):
    result = subprocess.run([sys.executable, CHECKERS / checker, *arguments], input=text, capture_output=True,
                            encoding="utf-8", check=False)
    return result.returncode, result.stderr


class Checker(unittest.TestCase):
    def tree(self, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for name, text in files.items():
            path = pathlib.Path(folder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder.name

    def check(self, checker, cases, *arguments):
        """Each case: what it shows, its files, and what the complaint must hold (None: no complaint)."""
        for label, files, complaint in cases:
            with self.subTest(label):
                folder = self.tree(files)
                status, errors = run(checker, *(a.replace("ROOT", folder) for a in arguments or ["ROOT"]))
                if complaint is None:
                    self.assertEqual((status, errors), (0, ""))
                else:
                    self.assertEqual(status, 1)
                    self.assertIn(complaint, errors)


class Layers(Checker):
    def test_layers(self):
        allowed = {"base/day.h": "#pragma once\n#include <glib.h>\n",
                   "base/day.c": '#include "config.h"\n#include "base/day.h"\n',
                   "store/document.c": '#include <sqlite3.h>\n#include "base/day.h"\n',
                   "app/main.c": '#include <gtk/gtk.h>\n#include "tenure-resources.h"\n'}
        self.check("check-layers.py", [
            ("allowed", allowed, None),
            ("reaches up", {"base/day.c": '\n#include "store/document.h"\n'}, "base/day.c:2: base may not include"),
            ("past its neighbours", {"store/a.c": '#include "app/window.h"\n'}, "store may not include"),
            ("spaces do not hide it", {"base/a.c": ' #  include "app/window.h"\n'}, "base may not include"),
            ("without its folder", {"base/day.c": '#include "day.h"\n'}, "base may not include"),
            ("SQLite outside store", {"base/day.c": "#include <sqlite3.h>\n"}, "only store may include"),
            ("GTK outside app", {"store/a.c": "#include <gtk/gtk.h>\n"}, "only app may include"),
            ("libadwaita outside app", {"store/a.h": "#include <adwaita.h>\n"}, "only app may include"),
        ], "ROOT", "ROOT/stamp", "base:", "store:base", "app:base,store")


class Tree(Checker):
    def test_tree(self):
        self.check("check-tree.py", [
            ("clean", {"README.md": "A sentence that may stay, and a path: /usr/share/doc.\n"}, None),
            ("a note", {"a/main.c": "\n/* TODO: finish */\n"}, "main.c:2: a note to oneself"),
            ("another", {"main.py": "# FIXME\n"}, "a note to oneself"),
            ("a home", {"README.md": "See /home/somebody/notes.\n"}, "a path of one machine"),
            ("root's", {"run.sh": "cd /root/thing\n"}, "a path of one machine"),
            ("filler", {"README.md": "Lorem ipsum dolor.\n"}, "filler"),
            ("a registry", {"setup.ini": "index = https://pypi.org/simple\n"}, "package registry"),
            ("built files are not the project's", {"build/log.txt": "/home/somebody/x TODO\n"}, None),
            ("neither are pictures", {"a.png": "TODO\n"}, None),
        ])


class Style(Checker):
    def test_style(self):
        long_string = 'const char *text = "' + "a" * 130 + '";\n'
        fifty_short = "".join(f"int\nf{i} (void)\n{{\n  return 0;\n}}\n\n" for i in range(50))
        self.check("check-style.py", [
            ("right", {"src/day.c": "int\none (void)\n{\n  return 1;\n}\n", "src/day.h": "#pragma once\n"}, None),
            ("a long sentence", {"src/a.c": long_string}, None),
            ("a wide line", {"src/a.c": "int " + "a" * 130 + ";\n"}, "a.c:1: 135 columns"),
            ("a table by hand", {"src/a.c": "/* clang-format off */\n{ " + "1, " * 45 + "},\n/* clang-format on */\n"}, None),
            ("after a table", {"src/a.c": "/* clang-format off */\n/* clang-format on */\n" + "1, " * 45 + "\n"}, "a.c:3: 13"),
            ("a tab", {"src/a.c": "int\tday;\n"}, "a.c:1: a tab"),
            ("a trailing space", {"src/a.c": "int a;\nint day; \n"}, "a.c:2: spaces at the end"),
            ("no end of line", {"src/a.c": "int day;"}, "no end of line"),
            ("no pragma", {"src/a.h": "int day;\n"}, "no #pragma once"),
            ("a jump", {"src/a.c": "int\nmain (void)\n{\n  goto out;\nout:\n  return 0;\n}\n"}, "a.c:4: goto"),
            ("a long file", {"src/a.c": "int day;\n" * 601}, "601 lines"),
            ("a test may be longer", {"tests/a.c": "int day;\n" * 601}, None),
            ("a very long function", {"src/a.c": "int\nmain (void)\n{\n" + "  ;\n" * 121 + "}\n"}, "a.c:3: a function of"),
            ("one long function", {"src/a.c": "int\nmain (void)\n{\n" + "  ;\n" * 61 + "}\n"}, None),
            ("many long functions", {"src/a.c": ("int\nmain (void)\n{\n" + "  ;\n" * 61 + "}\n") * 4}, "4 of 4 functions"),
            ("a few in many", {"src/a.c": fifty_short, "src/b.c": ("int\nm (void)\n{\n" + "  ;\n" * 61 + "}\n") * 2}, None),
        ])


class Commits(unittest.TestCase):
    def test_subjects(self):
        for subject, complaint in [
            ("store: Save through a snapshot", None),
            ("build-aux: Set up with one command", None),
            ("data, po: Describe the program", None),
            ("store: 'Save as' keeps the backup", None),
            ("Save through a snapshot", "component"),
            ("Store: Save through a snapshot", "component"),
            ("store: save through a snapshot", "component"),
            ("store: Added saving", "imperative"),
            ("store: Save.", "full stop"),
            ("store: " + "S" * 65, None),
            ("store: " + "S" * 66, "73 characters"),
        ]:
            with self.subTest(subject):
                status, errors = run("check-commits.py", text=f"base: Count days\n{subject}\n")
                self.assertEqual(status, 0 if complaint is None else 1)
                self.assertIn(complaint or "", errors)


class Potfiles(Checker):
    SOURCES = {"src/a.c": 'puts (_("Hello"));\n', "src/b.c": 'puts (g_dngettext (NULL, "one", "many", 2));\n',
               "src/c.ui": '<property name="label" translatable="yes">Hello</property>\n', "src/plain.c": "int a;\n",
               "src/d.c": 'N_("late")\n', "src/e.c": 'C_ ("context", "word")\n', "data/a.desktop.in": "[Desktop Entry]\n"}
    ALL = ["data/a.desktop.in", "src/a.c", "src/b.c", "src/c.ui", "src/d.c", "src/e.c"]

    def listed(self, *names):
        return {**self.SOURCES, "po/POTFILES.in": "# Files.\n" + "".join(f"{name}\n" for name in names)}

    def test_potfiles(self):
        cases = [("complete", self.listed(*self.ALL), None),
                 ("a file without words", self.listed(*self.ALL[:5], "src/plain.c"), "lists src/plain.c"),
                 ("a file that is gone", self.listed(*self.ALL, "src/z.c"), "lists src/z.c"),
                 ("not sorted", self.listed(*reversed(self.ALL)), "not sorted"),
                 ("twice", self.listed(*self.ALL, self.ALL[-1]), "twice")]
        cases += [(f"without {name}", self.listed(*(n for n in self.ALL if n != name)), f"lacks {name}")
                  for name in self.ALL]
        self.check("check-potfiles.py", cases)

    def test_write_mends(self):
        folder = self.tree(self.listed("src/z.c"))
        self.assertEqual(run("check-potfiles.py", folder, "--write"), (0, ""))
        self.assertEqual(run("check-potfiles.py", folder), (0, ""))
        self.assertTrue(pathlib.Path(folder, "po/POTFILES.in").read_text(encoding="utf-8").startswith("# Files.\n"))


class Leaks(unittest.TestCase):
    """tests/app/leaks.py, which tells what the program lost from what its libraries lost."""

    FRAMES = {"allocator": "    #0 0x7f2f in __interceptor_malloc ../../../../src/libsanitizer/asan/asan_malloc_linux.cpp:69",
              "library": "    #1 0x7f2f in g_malloc (/lib/x86_64-linux-gnu/libglib-2.0.so.0+0x5a658)",
              "ours": "    #2 0x55d0 in tenure_term_new ../src/analysis/term.c:20",
              "main": "    #3 0x55d1 in main ../src/app/main.c:20"}

    def test_ours(self):
        spec = importlib.util.spec_from_file_location("leaks", CHECKERS.parent / "tests/app/leaks.py")
        leaks = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(leaks)
        for frames, found in [(["allocator", "library"], 0), (["allocator", "library", "main"], 0),
                              (["allocator", "library", "ours", "main"], 1), (["allocator", "ours"], 1)]:
            with self.subTest(frames):
                stack = "\n".join(self.FRAMES[frame] for frame in frames)
                report = f"==7==ERROR: LeakSanitizer: detected memory leaks\n\nDirect leak of 8 byte(s)\n{stack}\n\nSUMMARY\n"
                self.assertEqual(len(leaks.ours(report)), found)


class Results(unittest.TestCase):
    def count(self, text):
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as log:
            log.write(text)
            log.flush()
            result = subprocess.run([sys.executable, CHECKERS / "count-results.py", log.name], capture_output=True,
                                    encoding="utf-8", check=True)
        return result.stdout.split(maxsplit=2)

    def test_counts(self):
        self.assertEqual(self.count('{"name": "a", "result": "OK"}\n{"name": "b", "result": "OK"}\n')[:2], ["2", "0"])
        for result in ("FAIL", "TIMEOUT", "ERROR", "SKIP", "UNEXPECTEDPASS"):
            with self.subTest(result):
                passed, failed, names = self.count(f'{{"name": "a", "result": "OK"}}\n{{"name": "b", "result": "{result}"}}\n')
                self.assertEqual((passed, failed, names.strip()), ("1", "1", f"b ({result})"))
        self.assertEqual(self.count("")[:2], ["0", "1"])

    def test_no_log_is_a_failure(self):
        result = subprocess.run([sys.executable, CHECKERS / "count-results.py", "/nonexistent/testlog.json"],
                                capture_output=True, encoding="utf-8", check=True)
        self.assertEqual(result.stdout.split()[:2], ["0", "1"])


if __name__ == "__main__":
    unittest.main()
