#!/usr/bin/env python3
"""count-results.py TESTLOG…  — adds up the results of meson's testlog.json files.

Prints "PASSED FAILED NAMES": how many test programs passed, how many did not, and the names of those. A skipped test
counts as failed: a suite that skips says nothing. No log at all is one failure."""
import json
import sys


def main():
    passed, failed = 0, []
    for path in sys.argv[1:]:
        try:
            lines = open(path, encoding="utf-8").read().splitlines()
        except OSError as error:
            failed.append(f"({error})")
            continue
        for line in lines:
            test = json.loads(line)
            if test["result"] in ("OK", "EXPECTEDFAIL"):
                passed += 1
            else:
                failed.append(f"{test['name']} ({test['result']})")
        if not lines:
            failed.append(f"({path} is empty)")
    print(passed, len(failed), ", ".join(failed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
