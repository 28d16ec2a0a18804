#!/usr/bin/env python3
"""check-potfiles.py ROOT [--write]  — fails when po/POTFILES.in lacks a file with words to translate, or lists one that
has none or is gone. With --write, the list is written anew.

Words to translate are gettext's calls in C, translatable properties in interface files, and the files that describe
the program to the desktop. The list is sorted, so that two people who add to it do not collide."""
import pathlib
import re
import sys

CALL = re.compile(r'(?<!\w)(?:N?C?_\s*\(\s*"|(?:ngettext|g_dngettext|g_dpgettext2?)\s*\()')
PROPERTY = re.compile(r'translatable="(?:yes|true)"')


def has_words(path):
    if path.name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml")):
        return True
    if path.suffix in (".c", ".h"):
        return CALL.search(path.read_text(encoding="utf-8")) is not None
    if path.suffix == ".ui":
        return PROPERTY.search(path.read_text(encoding="utf-8")) is not None
    return False


def main():
    root = pathlib.Path(sys.argv[1])
    potfiles = root / "po/POTFILES.in"
    lines = potfiles.read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    needed = {path.relative_to(root).as_posix()
              for folder in ("data", "src") for path in (root / folder).rglob("*") if path.is_file() and has_words(path)}
    if sys.argv[2:] == ["--write"]:
        comments = [line for line in lines if line.startswith("#")]
        potfiles.write_text("\n".join([*comments, *sorted(needed), ""]), encoding="utf-8")
        return 0
    found = [f"po/POTFILES.in lacks {path}" for path in sorted(needed - set(listed))]
    found += [f"po/POTFILES.in lists {path}, which has no words to translate or is gone"
              for path in sorted(set(listed) - needed)]
    if listed != sorted(set(listed)):
        found.append("po/POTFILES.in is not sorted, or lists a file twice")
    if found:
        print("\n".join([*found, "build-aux/check-potfiles.py . --write mends the list"]), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
