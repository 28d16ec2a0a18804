#!/usr/bin/env python3
"""check-style.py ROOT  — checks what docs/house-style.md says about the shape of C files, where a script can tell.

Lines of at most 125 columns (tests 160), where the text of a string does not count, because a sentence in one piece can
be searched for, and tables laid out by hand (clang-format off) are left alone; no tabs, no trailing spaces, no goto;
`#pragma once` in headers; files of at most 600 lines (tests 800); no function above 120 lines, and of all functions at
most one in twenty above 60; toasts made in one place. Prints file:line: reason for each fault."""
import pathlib
import re
import sys

COLUMNS = {"src": 125, "data": 125, "tests": 160}
STRING = re.compile(r'"(?:\\.|[^"\\])*"')
LINES = {"src": 600, "data": 600, "tests": 800}
FUNCTION_LINES = 120
LONG_FUNCTION = 60
LONG_SHARE = 0.05


def functions(lines):
    """Yields (first line, length of the body) of each function: GNU style opens and closes bodies in column 0."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{" and number > 1 and lines[number - 2].rstrip().endswith(")"):
            start = number
        elif line.startswith("}") and start is not None:
            yield start, number - start - 1
            start = None


def line_faults(path, lines, most):
    laid_out_by_hand = False
    for number, line in enumerate(lines, 1):
        if "clang-format o" in line:
            laid_out_by_hand = "clang-format off" in line
        columns = len(STRING.sub('""', line))
        if columns > most and not laid_out_by_hand:
            yield f"{path}:{number}: {columns} columns, at most {most}"
        if "\t" in line:
            yield f"{path}:{number}: a tab"
        if line != line.rstrip():
            yield f"{path}:{number}: spaces at the end of the line"
        if re.match(r"\s*goto\s+\w+;", line):
            yield f"{path}:{number}: goto"
        if "adw_toast_new (" in line and path.name != "toast.c":
            yield f"{path}:{number}: a toast of markup; tenure_toast_new (app/gtk/toast.h) takes words as they are"
        if re.search(r"adw_toast_(dismiss|overlay_add_toast) \(", line) and path.name not in ("toast.c", "test-toast.c"):
            yield f"{path}:{number}: a toast on its own; tenure_toast_show and _dismiss (app/gtk/toast.h) let it come whole"


def main():
    root = pathlib.Path(sys.argv[1])
    found, lengths, long_ones = [], 0, []
    for folder, most in LINES.items():
        for path in sorted((root / folder).rglob("*.[ch]")):
            text = path.read_text(encoding="utf-8")
            lines = text.splitlines()
            found += line_faults(path, lines, COLUMNS[folder])
            if text and not text.endswith("\n"):
                found.append(f"{path}:{len(lines)}: no end of line at the end of the file")
            if len(lines) > most:
                found.append(f"{path}:1: {len(lines)} lines, at most {most}: split it by responsibility")
            if path.suffix == ".h" and "#pragma once" not in lines:
                found.append(f"{path}:1: no #pragma once")
            for start, length in functions(lines):
                lengths += 1
                if length > FUNCTION_LINES:
                    found.append(f"{path}:{start}: a function of {length} lines, at most {FUNCTION_LINES}")
                elif length > LONG_FUNCTION:
                    long_ones.append(f"{path}:{start}: {length} lines")
    if len(long_ones) > max(1, lengths * LONG_SHARE):
        found.append(f"{len(long_ones)} of {lengths} functions are above {LONG_FUNCTION} lines:")
        found += long_ones
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
