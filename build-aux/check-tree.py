#!/usr/bin/env python3
"""check-tree.py ROOT  — fails when a text file of the project holds what never belongs in it.

Notes to oneself (they are done or they are dropped), paths of one person's machine, filler where words belong, and the
names of package registries, which are the packager's business. Prints file:line: reason for each."""
import pathlib
import re
import sys

SKIPPED_FOLDERS = {".git", "build", "_build", "__pycache__", ".flatpak-builder"}
# Holds samples that are wrong on purpose.
SKIPPED_PATHS = ("tests/project/test-checkers.py",)
TEXT_SUFFIXES = {"", ".c", ".h", ".py", ".sh", ".md", ".txt", ".in", ".xml", ".json", ".build", ".ui", ".css", ".page",
                 ".1", ".sql", ".svg", ".supp", ".blp", ".po", ".pot", ".desktop", ".ini"}

# Written in pieces, so that this file passes its own check.
FAULTS = [
    (re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b"), "a note to oneself"),
    (re.compile(r"(?i)lorem" r" ipsum|place" r"holder text"), "filler where words belong"),
    (re.compile(r"(?<![\w.])/(?:wo" r"rk|ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+)/|/tmp/" r"b-|\.\./sha" r"red\b"),
     "a path of one machine"),
    (re.compile(r"\b(?:py" r"pi\.org|npm" r"js\.(?:com|org)|crat" r"es\.io|deb\.deb" r"ian\.org|proxy\.gol" r"ang\.org)\b"),
     "the name of a package registry"),
]


def text_files(root):
    for path in sorted(root.rglob("*")):
        relative = path.relative_to(root)
        if any(part in SKIPPED_FOLDERS for part in relative.parts) or relative.as_posix().startswith(SKIPPED_PATHS):
            continue
        if path.is_file() and not path.is_symlink() and path.suffix in TEXT_SUFFIXES:
            yield path


def faults(path):
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return  # A sample of bytes that are no text.
    for number, line in enumerate(lines, 1):
        for pattern, reason in FAULTS:
            match = pattern.search(line)
            if match:
                yield f"{path}:{number}: {reason}: {match.group(0)}"


def main():
    root = pathlib.Path(sys.argv[1])
    found = [fault for path in text_files(root) for fault in faults(path)]
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
