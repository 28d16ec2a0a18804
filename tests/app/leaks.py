"""Memory that the program leaves behind, told from what the toolkit leaves behind.

On Debian 12 libcloudproviders, GTK's file chooser and GIO's threads, stopped in the middle of listing a folder, each lose a
few hundred bytes when a program ends, and no two runs lose the same. So a leak counts when one of our functions, main apart,
stands on the stack that asked for the memory: ours is what we allocated, or had allocated for us and did not give back.

Only whole stacks can be judged like that, and to take them makes the program about ten times slower: this is for a
program that was built with the sanitizers, when TENURE_TEST_LEAKS is set (`build-aux/test --thorough`)."""

import os
import pathlib
import re
import tempfile

WANTED = bool(os.environ.get("TENURE_TEST_LEAKS"))
STATUS = 23  # with which a program ends whose sanitizer has something to say
OURS = re.compile(r"^ +#\d+ 0x[0-9a-f]+ in (\S+) \S*/src/(?!libsanitizer)\w+/\S+:\d+", re.MULTILINE)
FAULT = re.compile(r"ERROR: AddressSanitizer|runtime error:")


def settings(folder):
    """The environment in which a program notes what it leaves behind in a file of @folder."""
    if not WANTED:
        return {}
    return {"ASAN_OPTIONS": f"detect_leaks=1:strict_string_checks=1:fast_unwind_on_malloc=0:malloc_context_size=14:"
                            f"exitcode={STATUS}:log_path={folder}/sanitizer"}


def ours(report):
    """The leaks of a report that are ours, each with its stack."""
    leaks = re.findall(r"^(?:Direct|Indirect) leak of .*?(?=\n\n)", report, re.MULTILINE | re.DOTALL)
    return [leak for leak in leaks if any(name != "main" for name in OURS.findall(leak))]


def status_of(status, folder):
    """What status the program would have had without the leaks of libraries; prints those that are ours."""
    if not WANTED or status != STATUS:
        return status
    reports = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(pathlib.Path(folder).glob("sanitizer.*"))]
    found = [leak for report in reports for leak in ours(report)]
    for line in "\n".join(found).splitlines():
        print("#", line, flush=True)
    return status if found or any(FAULT.search(report) for report in reports) else 0


def folder():
    """A new folder for the notes of one program."""
    return tempfile.mkdtemp(prefix="tenure-leaks-", dir=os.environ.get("TENURE_TEST_RUNTIME"))
