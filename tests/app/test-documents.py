"""Documents: saving, opening again, recovering, files that change underneath."""

import pathlib
import shutil

import driver
from driver import Program, keys, write


def add_agreement(program, title):
    keys("ctrl+shift+n")
    program.window("Add an Agreement")
    write(title)
    keys("ctrl+Return")
    program.await_front("Add an Agreement")


def save_as(program, path):
    keys("ctrl+shift+s")
    program.window("Save Portfolio")
    keys("ctrl+a")
    write(str(path))
    keys("Return")


def home():
    return pathlib.Path(driver.os.environ["TENURE_TEST_HOME"])


def test_save_and_open_again():
    path = home() / "ours.tenure"
    with Program() as program:
        add_agreement(program, "Advice line")
        program.await_count("Agreements", 1)
        program.await_title("Untitled portfolio •")
        save_as(program, path)
        program.await_title("ours")
        assert path.stat().st_size > 0
        add_agreement(program, "Befriending")
        program.await_title("ours •")
        keys("ctrl+s")
        program.await_title("ours")
        keys("ctrl+w")
        assert program.ended() == 0
    with Program(path) as program:
        program.await_title("ours")
        program.await_count("Agreements", 2)
        # History came along: what was done before is undone after.
        keys("ctrl+z")
        program.await_count("Agreements", 1)


def test_recent_portfolios_are_in_the_menu():
    path = home() / "ours.tenure"
    with Program() as program:
        add_agreement(program, "Advice line")
        save_as(program, path)
        program.await_title("ours")
        keys("ctrl+w")
        assert program.ended() == 0
    with Program() as program:
        program.press("Main menu")
        program.press("Open Recent", role="menu item", deep=True)
        program.press("ours", role="menu item", deep=True)
        program.await_title("ours")
        program.await_count("Agreements", 1)


def test_closing_asks_once():
    with Program() as program:
        add_agreement(program, "Advice line")
        program.await_title("Untitled portfolio •")
        keys("ctrl+w")
        program.answer("Cancel")
        program.await_title("Untitled portfolio •")
        keys("ctrl+w")
        program.press("Discard")
        assert program.ended() == 0
    with Program() as program:
        program.await_title("Untitled portfolio")
        assert not program.all("push button", "Recover")


def test_recover_after_a_power_cut():
    with Program() as program:
        add_agreement(program, "Advice line")
        program.await_count("Agreements", 1)
        program.kill()
    with Program() as program:
        program.press("Recover")
        program.await_count("Agreements", 1)
        program.await_title("Untitled portfolio •")
        keys("ctrl+z")
        program.await_count("Agreements", 0)


def test_recovery_can_wait():
    with Program() as program:
        add_agreement(program, "Advice line")
        program.await_count("Agreements", 1)
        program.kill()
    with Program() as program:
        program.answer("Later")
        program.await_count("Agreements", 0)
        program.kill()
    with Program() as program:
        program.press("Recover")
        program.await_count("Agreements", 1)


def test_a_file_changed_underneath_is_not_overwritten():
    path, other = home() / "ours.tenure", home() / "other.tenure"
    with Program() as program:
        add_agreement(program, "Advice line")
        save_as(program, path)
        program.await_title("ours")
        add_agreement(program, "Befriending")
        save_as(program, other)
        program.await_title("other")
        program.kill()
    with Program(path) as program:
        program.await_count("Agreements", 1)
        shutil.copy(other, path)
        theirs = path.read_bytes()
        add_agreement(program, "Community cafe")
        keys("ctrl+s")
        program.find("label", "The File Has Changed on Disk")
        program.answer("Cancel")
        assert path.read_bytes() == theirs
        keys("ctrl+s")
        program.answer("Overwrite")
        program.await_title("ours")
        assert path.read_bytes() != theirs


def test_what_is_no_portfolio_is_refused_and_left_alone():
    path = home() / "notes.tenure"
    path.write_text("Not a database at all.\n")
    with Program(path) as program:
        program.find("label", "The File Cannot Be Opened")
        program.find("label", lambda name: "notes.tenure" in name)
        program.press("Close", within=program.window("The File Cannot Be Opened"))
        program.gone("label", "The File Cannot Be Opened")
    assert path.read_text() == "Not a database at all.\n"


def test_every_document_has_its_own_window():
    path = home() / "ours.tenure"
    with Program() as program:
        add_agreement(program, "Advice line")
        save_as(program, path)
        program.await_title("ours")
        keys("ctrl+n")
        program.window("Untitled portfolio")
        assert len(program.root.children) == 2
        program.window("ours", in_front=False)


if __name__ == "__main__":
    driver.main(globals())
