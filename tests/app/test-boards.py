"""Boards and their seats: adding, editing and deleting them, and what the page then says."""

import driver
from driver import Program, keys, wait, write

BOARDS = 5


def add_board(program, name):
    program.go(BOARDS)
    program.press("Add a Board")
    form = program.window("Add a Board")
    write(name)
    program.fill("Type", "Working group", form)
    keys("ctrl+Return")
    program.await_front("Add a Board")
    program.await_count("Boards", 1)
    open_board(program, name)


def open_board(program, name):
    """From the comparison of all boards into one."""
    boards = program.find("list", "Boards")

    def choose():
        rows = boards.children
        found = [index for index, row in enumerate(rows) if name in driver.text_of(row)]
        return found and boards.select(found[0])

    wait(f"{name} to be chosen", choose)
    program.find("push button", "Edit Board")


def add_seat(program, title, weight):
    program.press("Add Seat")
    form = program.window("Add a Seat")
    program.fill("Seat", title, form)
    program.fill("Votes", weight, form)
    keys("ctrl+Return")
    program.await_front("Add a Seat")


def seats(program):
    return driver.text_of(program.find("tree table", "Seats"))


def test_a_board_is_added_edited_and_deleted():
    with Program() as program:
        add_board(program, "Place board")
        program.press("Edit Board")
        form = program.window("Board")
        program.fill("Name", "Place partnership", form)
        keys("ctrl+Return")
        program.await_front("Board")
        program.find("label", "Place partnership", deep=True)
        program.press("More for this board")
        program.press("Delete Board", role="menu item", deep=True)
        program.find("label", "Deleted 1 board", deep=True)
        program.find("label", "No Boards Yet")
        keys("ctrl+z")
        program.await_count("Boards", 1)


def test_enter_opens_the_focused_board():
    with Program() as program:
        add_board(program, "Place board")
        boards = program.find("list", "Boards")
        wait("all boards to be chosen", lambda: boards.select(0) and boards.is_selected(0))
        driver.tab_to(boards.children[0])
        # Control moves the focus alone: the row below has it, and is not selected.
        keys("ctrl+Down")
        keys("Return")
        wait("the board to be chosen", lambda: boards.is_selected(1))
        program.find("push button", "Edit Board")


def test_seats_are_added_edited_and_deleted():
    with Program() as program:
        add_board(program, "Place board")
        add_seat(program, "Chair", "2")
        add_seat(program, "Alliance lead", "1")
        wait("two seats", lambda: {"Chair", "Alliance lead"} <= set(seats(program)))
        program.find("label", lambda words: words.startswith("2 seats"), deep=True)
        # What was added last is selected and shown beside the page.
        inspector = program.find(name="Selected record")
        program.label("Alliance lead", inspector, deep=True)
        program.press("Edit", within=inspector, deep=True)
        form = program.window("Seat")
        program.fill("Seat", "Alliance chair", form)
        keys("ctrl+Return")
        program.await_front("Seat")
        wait("the new title", lambda: "Alliance chair" in seats(program) and "Alliance lead" not in seats(program))
        program.press("Delete", within=inspector, deep=True)
        program.label("Deleted 1 seat", deep=True)
        wait("the seat to go", lambda: "Alliance chair" not in seats(program) and "Chair" in seats(program))
        keys("ctrl+z")
        wait("the seat to be there again", lambda: "Alliance chair" in seats(program))


if __name__ == "__main__":
    driver.main(globals())
