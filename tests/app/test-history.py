"""The history: narrowing it down, what changed since a day, going back, the past in a window of its own."""

import os
import pathlib
import re
import shutil
import sqlite3
import subprocess

import driver
from driver import Program, click, keys, sample, text_of, wait, walk, write

WINDOW_PATH = "/io/github/tenure_app/Tenure/window/1"


def open_history(program):
    program.await_title("north-ridge")
    program.choose("History")
    program.find("push button", "Go Back to Here", deep=True)


def choose(program, name, *moves):
    """Moves within a list of choices, once it has the keyboard, and takes what is there then."""
    button, _ = program.press(name)
    wait(f"the choices of {name}",
         lambda: any(node.role == "list item" and node.has("focused")
                     for node in walk(button.parent, deep=True)))
    keys(*moves, "Return")


def headline(program, wanted):
    return program.label(lambda text: re.fullmatch(wanted, text) is not None)


def subtitles(program):
    """What is said below the name of each step that is listed."""
    return [node.name for node in program.all("label", lambda name: re.match(r"\d\d:\d\d · ", name), deep=True)]


def add_agreements(program, *titles):
    for title in titles:
        keys("ctrl+shift+n")
        program.window("Add an Agreement")
        write(title)
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
    program.await_count("Agreements", len(titles))


def open_step(program, title):
    click(program.find("list item", title, deep=True))


def working_copies(program):
    return list((program.home / "state/tenure/working").iterdir())


def test_narrow_down():
    with Program(sample()) as program:
        open_history(program)
        everything = len(subtitles(program))
        choose(program, "Person: Anybody", "Down")
        headline(program, r"\d+ steps?")
        author = program.find("push button", lambda name: name.startswith("Person: ")).name.removeprefix("Person: ")
        assert author != "Anybody"
        program.label(f"by {author}")
        wait("only their steps", lambda: 0 < len(subtitles(program)) < everything
             and all(author in text for text in subtitles(program)))
        choose(program, f"Person: {author}", "Home")
        wait("everybody's steps", lambda: len(subtitles(program)) == everything)
        program.fill("Name of a record", "no such name")
        headline(program, "No steps")
        program.fill("Name of a record", "")
        choose(program, "Time: Any time", "Down", "Down")
        headline(program, "No steps")
        program.label(lambda text: text.startswith("today"))


def test_what_changed_since_a_day():
    with Program(sample()) as program:
        open_history(program)
        choose(program, "Time: Any time", "End")
        program.fill("From", "31/31/26")
        program.label("There is no month 31.")
        program.fill("From", "16 Nov 2026")
        program.label("since 16 Nov 2026")
        program.press("What Changed")
        program.label(lambda text: "Renewal: not recorded → " in text, deep=True)
        program.fill("To", "15 Nov 2026")
        program.label("The last day is before the first.")
        program.fill("To", "17 Nov 2026")
        program.label("from 16 Nov 2026 to 17 Nov 2026")
        program.press("Copy as Cells")
        name = program.entry("Name of a record")
        click(name)
        keys("ctrl+v")
        wait("what was copied", lambda: name.text.startswith("What happened\tKind of record\tRecord\t"))


def test_what_changed_begins_with_a_month():
    """All time would list everything: a month is offered, and goes with the view unless somebody chose."""
    with Program(sample()) as program:
        open_history(program)
        program.press("What Changed")
        program.label(lambda text: re.fullmatch(r"since \d+ \w+ 2026", text) is not None)
        assert program.entry("From").length > 0
        program.press("Step by Step")
        program.find("push button", "Time: Any time")
        program.press("What Changed")
        choose(program, "Time: Since a day…", "Home")
        program.press("Step by Step")
        program.press("What Changed")
        program.find("push button", "Time: Any time")


def test_go_back_and_return():
    with Program(sample()) as program:
        open_history(program)
        title = program.title()
        program.all("push button", "Go Back to Here", deep=True)[1].act()
        program.label("2 steps undone", deep=True)
        wait("two steps to redo", lambda: len(program.all("push button", "Redo to Here", deep=True)) == 2)
        program.press("Redo")
        program.label("2 steps done again", deep=True)
        program.gone("push button", "Redo to Here", deep=True)
        program.await_title(title)
        open_step(program, "Record usual notice and lead times")
        program.press("Go Back to Before This", deep=True)
        program.find("push button", "Redo to Here", deep=True)
        program.press("Undo")


def test_the_past():
    with Program() as program:
        add_agreements(program, "Advice line", "Befriending", "Community cafe")
        program.go(9)
        open_step(program, "Add agreement “Befriending”")
        program.press("View as Recorded Then", deep=True)
        past = program.window(lambda name: ", as recorded on " in name)
        wait("two agreements then", lambda: "2" in text_of(program.find("list item", "Agreements", past, deep=True)))
        program.label(lambda text: text.startswith("As recorded on ") and "Read-only" in text, past)
        assert len(working_copies(program)) == 2
        keys("alt+9")
        program.label("Add agreement “Befriending”", past, deep=True)
        assert not program.all("label", "Add agreement “Community cafe”", past, deep=True)
        assert not program.all("push button", "Go Back to Here", past, deep=True)
        keys("ctrl+w")
        wait("the copy to go", lambda: len(working_copies(program)) == 1)
        program.await_active()
        program.await_count("Agreements", 3)


def test_history_of_one_record():
    with Program() as program:
        add_agreements(program, "Advice line", "Befriending")
        database = working_copies(program)[0] / "portfolio.tenure"
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        (agreement,) = connection.execute("SELECT id FROM agreement WHERE title = 'Befriending'").fetchone()
        connection.close()
        subprocess.run(["gdbus", "call", "--session", "--dest", driver.BUS_NAME, "--object-path", WINDOW_PATH,
                        "--method", "org.gtk.Actions.Activate", "show-history",
                        f"[<('agreement', int64 {agreement})>]", "{}"], check=True, capture_output=True)
        program.label("Befriending")
        headline(program, "1 step")
        program.label(lambda text: "Title: Befriending" in text, deep=True)
        assert not program.all("label", "Add agreement “Advice line”", deep=True)


def test_a_damaged_step_is_named_and_nothing_breaks():
    home = pathlib.Path(os.environ["TENURE_TEST_HOME"])
    damaged = home / "damaged.tenure"
    shutil.copy(sample(), damaged)
    connection = sqlite3.connect(damaged)
    (step,) = connection.execute("SELECT max(seq) - 1 FROM history").fetchone()
    connection.execute("UPDATE history SET changes = x'5407' WHERE seq = ?", (step,))
    connection.commit()
    connection.close()
    with Program(damaged) as program:
        program.await_title("damaged")
        program.choose("History")
        program.find("push button", "Go Back to Here", deep=True)
        program.press("What Changed")
        program.label(lambda text: f"Step {step} of the history is damaged" in text)
        program.press("Step by Step")
        wait("the steps", lambda: len(program.all("push button", "Go Back to Here", deep=True)) > 2)
        program.all("push button", "Go Back to Here", deep=True)[2].act()
        program.label(lambda text: f"Step {step} of the history is damaged" in text)
        keys("Escape")
        program.await_active()
        program.await_title("damaged")
        assert not program.all("push button", "Redo to Here", deep=True)


if __name__ == "__main__":
    driver.main(globals())
