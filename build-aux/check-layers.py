#!/usr/bin/env python3
"""check-layers.py SRC STAMP LAYER:USE,USE…  — fail when a file in src/LAYER includes what its layer may not.

Quoted includes must name their folder ("base/day.h") and a folder the layer may use; GTK belongs to app,
sqlite3.h to store. Writes STAMP when all is well; prints file:line and the reason otherwise."""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
OWNERS = {"gtk/": {"app"}, "adwaita.h": {"app"}, "sqlite3.h": {"store"}, "cairo": {"chart", "report", "app"},
          "pango/": {"chart", "report", "app"}}


def faults(path, layer, uses):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        quote, name = match.groups()
        for prefix, owners in OWNERS.items():
            if name.startswith(prefix) and layer not in owners:
                yield f"{path}:{number}: only {', '.join(sorted(owners))} may include <{name}>"
        if quote == '"' and name != "config.h" and not name.endswith("-resources.h"):
            folder = name.split("/")[0] if "/" in name else ""
            if folder != layer and folder not in uses:
                yield f"{path}:{number}: {layer} may not include \"{name}\" (allowed: {', '.join([layer, *uses])})"


def main():
    src, stamp = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    found = []
    for spec in sys.argv[3:]:
        layer, _, uses = spec.partition(":")
        uses = [u for u in uses.split(",") if u]
        for path in sorted((src / layer).rglob("*.[ch]")):
            found += faults(path, layer, uses)
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    if not stamp.exists():
        stamp.write_text("layers hold\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
