"""Drives the real window through the accessibility bus, as a screen reader would.

Every look-up waits, with a limit, until what it looks for is there: the window answers when it has the time. A search
does not go into lists, tables and charts unless it is told to (`deep`), because each step is a message to the other
process. Names are the accessible names that a screen reader speaks; a control that cannot be found here cannot be
found by a blind user either.

A test is a function test_… that takes nothing; main() runs those of a module, each with a home directory of its own,
and prints TAP. See testing in docs/testing.md for what the roles are called.
"""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import leaks
from accessible import Gone, application, read_names, walk

# How long to wait at most; a program built with the sanitizers, or on a slow machine, is given a multiple of it.
LIMIT = 60 * float(os.environ.get("TENURE_TEST_PATIENCE", "1"))
BUS_NAME, BUS_PATH = "io.github.tenure_app.Tenure", "/io/github/tenure_app/Tenure"


class Missing(AssertionError):
    """What was waited for did not come."""


def sample():
    """The sample portfolio, for tests that do not save it."""
    return pathlib.Path(os.environ["TENURE_DATA_DIR"]) / "north-ridge.tenure"


def copy(title="north-ridge"):
    """A copy of it in the home of the test, which may be written to; the window is called by its title."""
    return pathlib.Path(shutil.copy(sample(), pathlib.Path(os.environ["TENURE_TEST_HOME"]) / f"{title}.tenure"))


def answer_of(probe):
    """What probe() gives; None when the other side drops an object while it is looked at (Gone), and with it its place."""
    try:
        return probe()
    except LookupError:
        return None


def wait(what, probe, limit=LIMIT):
    """The first true value that probe() gives; Missing after limit seconds."""
    end = time.monotonic() + limit
    while True:
        value = answer_of(probe)
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f"waited {limit:g} s for {what}")
        time.sleep(0.05)


def keys(*names):
    """Presses keys by their X names: keys("ctrl+f"), keys("Tab", "Tab")."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *names], check=True)


def write(text):
    """Types words where the keyboard is. Letters of the keyboard only: for others the keys are put in other places while the
    program reads them, and now and then it reads the old ones; use fill()."""
    assert text.isascii(), text
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "8", text], check=True)


def tab_until(what, reached, node, key="Tab", most=60):
    """Moves the keyboard on until reached() is true, as somebody without a pointer would, and gives what it said. What is
    looked for is in or near node.

    Each time round its loop the program takes one event and answers what it was asked: when it has answered some questions
    more it has taken the key, however slow it is, and the next one does not go past the place."""
    for _ in range(most):
        for _ in range(8):
            answer_of(lambda: node.has("focused"))
        value = answer_of(reached)
        if value:
            return value
        keys(key)
        time.sleep(0.05)
    raise Missing(f"{what} was not reached by {most} times {key}")


def tab_to(node, key="Tab", most=60):
    """Moves the keyboard on until it is at a node."""
    tab_until(f"{node.role} called {node.name!r}", lambda: node.has("focused"), node, key, most)


def click(node, corner=False):
    """Clicks into the middle of a node of the active window: for rows, which have no action of their own; or into the corner of
    a chart, where no mark is. It is to be where it was a moment before: lists scroll to what is selected, and fill."""
    def at_rest():
        before = node.box
        time.sleep(0.1)
        return before == node.box and before

    box = wait(f"{node.role} called {node.name!r} to stay in its place", at_rest)
    x, y = (8, 8) if corner else (box.width // 2, box.height // 2)
    subprocess.run(["xdotool", "getactivewindow", "mousemove", "--window", "%1", str(box.x + x), str(box.y + y),
                    "click", "1"], check=True)


def drag(node, start, end, before_release=None):
    """Presses at a point of a node of the active window, moves to another in steps, as a hand does, and lets go there; what
    happens while the button is down is before_release."""
    box = node.box

    def move(x, y):
        subprocess.run(["xdotool", "getactivewindow", "mousemove", "--window", "%1", str(box.x + x), str(box.y + y)], check=True)
        time.sleep(0.05)

    move(*start)
    subprocess.run(["xdotool", "mousedown", "1"], check=True)
    try:
        for step in range(1, 9):
            move(start[0] + (end[0] - start[0]) * step // 8, start[1] + (end[1] - start[1]) * step // 8)
        if before_release:
            before_release()
    finally:
        subprocess.run(["xdotool", "mouseup", "1"], check=True)


def active_title():
    """The title of the window that the keys go to; empty for the moment between two."""
    found = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, encoding="utf-8", check=False)
    return found.stdout.rstrip("\n")


def showing(node):
    """Whether a node takes room on the screen. (GTK 4.8 sets the state of that name on windows alone.)"""
    try:
        box = node.box
    except Gone:  # meanwhile; or a program, which has no place
        return False
    return box.width > 0 and box.height > 0


def text_of(node):
    """All words on and in a node, in reading order."""
    return [name for name in read_names([here for here in walk(node, deep=True) if here.role == "label"]) if name]


class Program:
    """One running Tenure."""

    def __init__(self, *arguments, home=None, day="2026-11-21"):
        self.home = pathlib.Path(home or os.environ["TENURE_TEST_HOME"])
        self.notes = leaks.folder()
        self.process = subprocess.Popen(
            [os.environ["TENURE_PROGRAM"], *map(str, arguments)],
            env={**os.environ, **leaks.settings(self.notes), "HOME": str(self.home),
                 "XDG_CONFIG_HOME": str(self.home / "config"), "XDG_DATA_HOME": str(self.home / "data"),
                 "XDG_STATE_HOME": str(self.home / "state"), "XDG_CACHE_HOME": str(self.home / "cache")})
        self.root = wait("the program on the accessibility bus", self._find_root)
        wait("a window that takes the keys",
             lambda: active_title() in read_names(self.root.children))

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with status {self.process.returncode}")
        return application(self.process.pid)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        try:
            if error is None:
                self.leave()
            else:
                picture(f"failed-{os.getpid()}")
        finally:
            self.kill()

    def leave(self):
        """Quits in order, so that a fault on the way out, and memory that is left behind, come to light. What was not
        saved is given up. A program that has ended already is left alone."""
        if self.process.poll() is not None:
            return
        subprocess.run(["gdbus", "call", "--session", "--dest", BUS_NAME, "--object-path", BUS_PATH, "--method",
                        "org.gtk.Actions.Activate", "quit", "[]", "{}"], check=False, capture_output=True)
        wait("the program to end", self._ended_or_discarded)
        assert self.ended() == 0, f"the program ended with status {self.process.returncode}"

    def _ended_or_discarded(self):
        if self.process.poll() is not None:
            return True
        for button in self.all("push button", "Discard"):
            button.act()
        return False

    def kill(self):
        """The end without warning: what a power cut does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def await_rest(self, limit=LIMIT):
        """Waits for a second in which nothing goes on: no frame is asked for and no timer runs. The thread that draws counts how
        often it is woken; while anything moves that is some sixty times a second. Asking the program anything wakes it, too:
        so it is not asked."""
        wait("a second of rest", lambda: self._wakings(1) < 20, limit)

    def _wakings(self, seconds):
        def count():
            status = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/status").read_text(encoding="utf-8")
            return sum(int(line.split()[1]) for line in status.splitlines() if "ctxt_switches" in line)

        before = count()
        time.sleep(seconds)
        return count() - before

    def ended(self, limit=LIMIT):
        """Waits for the end of the program and gives its status: 0 when it ended well."""
        return leaks.status_of(self.process.wait(timeout=limit), self.notes)

    # --- Finding ---------------------------------------------------------------------------------------------

    def all(self, role=None, name=None, within=None, deep=False):
        nodes = [node for node in walk(within or self.root, deep) if role is None or node.role == role]
        if name is not None:
            nodes = [node for node, said in zip(nodes, read_names(nodes)) if said is not None and matches(said, name)]
        return [node for node in nodes if showing(node)]

    def find(self, role=None, name=None, within=None, deep=False, limit=LIMIT):
        """The first node with that role and name; name may be a string or a function of the name."""
        return wait(f"{role or 'anything'} called {name!r}",
                    lambda: next(iter(self.all(role, name, within, deep)), None), limit)

    def gone(self, role=None, name=None, within=None, deep=False, limit=LIMIT):
        wait(f"{role or 'anything'} called {name!r} to go",
             lambda: not self.all(role, name, within, deep), limit)

    def label(self, text, within=None, deep=False, limit=LIMIT):
        return self.find("label", text, within, deep, limit)

    # --- Doing -----------------------------------------------------------------------------------------------

    def press(self, name, role="push button", within=None, deep=False):
        """Presses a button once it can be pressed, and waits until it is up again: GTK holds it down for a quarter of a second
        before it does anything, and one that goes meanwhile was not pressed. Gives the button, and its name as it was then."""
        def pressed():
            for node in self.all(role, name, within, deep):
                said = node.name
                if node.has("sensitive") and node.can_act:
                    node.act()
                    return node, said
            return None

        found = wait(f"{role} called {name!r}, ready to be pressed", pressed)
        time.sleep(0.3 if role == "push button" else 0)
        return found

    def choose(self, page):
        """Goes to a page of the sidebar."""
        pages = self.find("list", "Pages")
        row = self.find("list item", page, pages)
        wait(f"page {page}", lambda: pages.select(row.index))

    def entry(self, name, within=None, limit=LIMIT):
        """The part of an entry or entry row that takes words."""
        outer = wait(f"an entry called {name!r}",
                     lambda: next((node for role in ("text", "entry") for node in self.all(role, name, within, True)), None),
                     limit)
        inner = next((node for node in walk(outer, deep=True) if "EditableText" in node.interfaces), outer)
        return wait(f"the words of {name!r}", lambda: telling(inner), limit)

    def fill(self, name, text, within=None):
        """Sets the words of an entry."""
        entry = self.entry(name, within)
        entry.set_text(text)
        return entry

    def window(self, name, in_front=True, limit=LIMIT):
        """The window or dialog of that name, once what is typed goes there: it is on the bus somewhat earlier."""
        node = wait(f"a window called {name!r}",
                    lambda: next((w for w in self.root.children if matches(w.name, name)), None), limit)
        if in_front:
            wait(f"the window {name!r} to take the keys", lambda: matches(active_title(), name), limit)
        return node

    def await_front(self, title, limit=LIMIT):
        """Waits until the window or dialog of that title is gone and the main window takes the keys again."""
        wait(f"the window {title!r} to close", lambda: title not in read_names(self.root.children), limit)
        self.await_active(limit)

    def await_active(self, limit=LIMIT):
        wait("the main window to be active",
             lambda: self.main_window() and self.main_window().has("active"), limit)

    def main_window(self):
        """The first window; None for the moment between two of them."""
        return next(iter(self.root.children), None)

    def title(self):
        """The title of the first window, with the dot of unsaved changes."""
        window = self.main_window()
        return window.name if window else ""

    def await_title(self, title, limit=LIMIT):
        wait(f"the title {title!r}, not {self.title()!r}", lambda: matches(self.title(), title), limit)

    def count(self, page):
        """The number beside a page in the sidebar; None while there is none."""
        row = self.find("list item", page, self.find("list", "Pages"), deep=True)
        words = [word for word in text_of(row) if word.replace(",", "").isdigit()]
        return int(words[0].replace(",", "")) if words else None

    def await_count(self, page, number, limit=LIMIT):
        wait(f"{number} {page}, not {self.count(page)}", lambda: self.count(page) == number, limit)

    def go(self, number, landmark=None):
        """Goes to the page of that number in the sidebar by its shortcut."""
        keys(f"alt+{number}")
        if landmark:
            self.find(name=landmark)

    def search(self, words):
        """Types words into the search once the keyboard is in it, in place of what was there."""
        keys("ctrl+f")
        tab_to(self.find("entry", "Search"))
        keys("ctrl+a")
        write(words)

    def answer(self, response):
        """Presses a button of the dialog that asks, and waits until the main window takes the keys again."""
        self.press(response)
        self.gone("push button", response)
        self.await_active()


def telling(node):
    """The node that tells the words of an entry: in an entry row of GTK 4.8 the text has the keyboard and its name, and the row
    around it tells the words."""
    for _ in range(6):
        if "Text" in node.interfaces:
            return node
        node = node.parent
    return None


def plain(name):
    """A name as it is meant: GTK 4.8 says the label of some controls twice, once with the mnemonic's mark."""
    half = len(name) // 2
    if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:]:
        return name[:half]
    if name.startswith("_") and len(name) % 2 == 0 and name[1:half] == name[half + 1:]:
        return name[1:half]
    return name


def matches(name, wanted):
    name = plain(name)
    return wanted(name) if callable(wanted) else name == wanted


def picture(name):
    """A photograph of the screen, for a person who looks into a failure or at the pages."""
    folder = os.environ.get("TENURE_TEST_PICTURES")
    if folder:
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(pathlib.Path(folder) / f"{name}.png")], check=False)


def dump(node, depth=0, limit=12):
    """The tree below node, for writing tests."""
    print("#", "  " * depth, node.role, repr(node.name), *(s for s in ("sensitive", "focused", "checked", "selected") if node.has(s)))
    if depth < limit:
        for child in node.children:
            dump(child, depth + 1, limit)


def fault_of(test):
    """Runs one test in a home of its own; what went wrong as text, or None."""
    home = tempfile.mkdtemp(prefix="tenure-test-")
    os.environ["TENURE_TEST_HOME"] = home
    try:
        test()
        return None
    except Exception:
        return traceback.format_exc()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def main(module):
    """Runs every test_… of a module in the order in which they are written and prints TAP; of those named as arguments,
    in the order in which they are named; with a number in TENURE_TEST_SHUFFLE, in the random order of that number.

    A test that fails is tried once more: GTK 4.8 can crash when an object goes just while the accessibility bus asks for
    it. A real fault fails twice; both are printed."""
    tests = [value for name, value in module.items() if name.startswith("test_") and callable(value)]
    if sys.argv[1:]:
        tests = [module[name] for name in sys.argv[1:]]
    if os.environ.get("TENURE_TEST_SHUFFLE"):
        random.Random(int(os.environ["TENURE_TEST_SHUFFLE"])).shuffle(tests)
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        faults = [fault_of(test)]
        if faults[0]:
            faults.append(fault_of(test))
        # Beside the protocol: where a test failed, what runs them shows this and keeps the protocol's comments to itself.
        print("".join(fault or "" for fault in faults), end="", file=sys.stderr, flush=True)
        failed += bool(faults[-1])
        print(f"{'not ok' if faults[-1] else 'ok'} {number} {test.__name__}", flush=True)
    sys.exit(1 if failed else 0)
