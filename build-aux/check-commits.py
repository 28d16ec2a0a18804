#!/usr/bin/env python3
"""check-commits.py  — reads commit subjects, one a line, and fails when one is not "component: Do the thing".

A lower-case component, an imperative with a capital and without a full stop, at most 72 characters in all. For the history
of a checkout: git log --format=%s | build-aux/check-commits.py"""
import re
import sys

SUBJECT = re.compile(r"^[a-z][a-z0-9/,.+ -]*: [A-Z0-9“\"'`]")
# The commonest ways of not using the imperative.
PAST = re.compile(r": (?:Added|Adds|Adding|Fixed|Fixes|Fixing|Changed|Changes|Updated|Updates|Removed|Removes)\b")


def fault(subject):
    if len(subject) > 72:
        return f"{len(subject)} characters, at most 72"
    if not SUBJECT.match(subject):
        return 'not "component: Do the thing"'
    if PAST.search(subject):
        return "not the imperative"
    if subject.endswith("."):
        return "ends with a full stop"
    return None


def main():
    found = [f"{subject}: {fault(subject)}" for subject in sys.stdin.read().splitlines() if fault(subject)]
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
