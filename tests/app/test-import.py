"""The import assistant: preview, answers, import, report, undo; the same file again adds nothing."""

import pathlib

import driver
from driver import Program, keys, wait, write

REGISTER = """Contract Reference,Contract Title,Supplier Name,Start Date,End Date,Contract Value,VCSE
NR-1,Home from hospital,Lantern Trust,01/04/2026,31/03/2027,"£45,000",Yes
NR-2,Befriending,Harbour Carers,01/04/2025,31/03/2028,"£120,000",
NR-3,Cleaning,Bright Floors Ltd,01/04/2026,31/03/2027,"£9,000",No
NR-4,Advice line,Lantern Trust,01/04/2026,soon,"£30,000",Yes
"""


def write_register():
    path = pathlib.Path(driver.os.environ["TENURE_TEST_HOME"]) / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def open_assistant(program, path):
    keys("ctrl+i")
    program.window("Import a Register or Grants File")
    write(str(path))
    keys("Return")
    return program.window("Import")


def test_preview_then_import_then_undo():
    path = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.label("4 agreements: 3 new, 1 refused", assistant)
        assert program.count("Agreements") == 0, "nothing is written before the preview"
        driver.picture("import-columns")
        program.press("Import", within=assistant)
        program.label("Imported", assistant)
        driver.picture("import-report")
        program.await_count("Agreements", 3)
        program.press("Done", within=assistant)
        program.await_front("Import")
        keys("ctrl+z")
        program.await_count("Agreements", 0)
        keys("ctrl+shift+z")
        program.await_count("Agreements", 3)


def test_the_same_file_again_adds_nothing():
    path = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.press("Import", within=assistant)
        program.press("Done")
        program.await_front("Import")
        assistant = open_assistant(program, path)
        program.label("4 agreements: 3 already there, 1 refused", assistant)
        keys("Escape")


def test_undo_from_the_report():
    path = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.press("Import", within=assistant)
        program.press("Undo the Import")
        program.await_count("Agreements", 0)


def test_a_cancelled_import_leaves_nothing_and_says_so():
    """While it is under way, with enough rows for somebody to think better of it."""
    path = pathlib.Path(driver.os.environ["TENURE_TEST_HOME"]) / "large.csv"
    rows = "".join(f"NR-{i},Advice line {i},Provider {i % 5000},01/04/2026,31/03/2027,45000,\n" for i in range(80000))
    path.write_text(REGISTER.splitlines(True)[0] + rows, encoding="utf-8")
    with Program() as program:
        assistant = open_assistant(program, path)
        program.label("80,000 agreements: 80,000 new", assistant)
        program.press("Import", within=assistant)
        program.press("Cancel", within=assistant)
        # The words stand for some seconds only: nothing else is looked into meanwhile.
        program.label("The import was cancelled. Nothing was taken from the file.", program.main_window())
        program.await_front("Import")
        assert program.count("Agreements") == 0
        assert program.title() == "Untitled portfolio"
        assert not program.find("push button", "Undo").has("sensitive")


def test_the_preview_is_left():
    path = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.label("4 agreements: 3 new, 1 refused", assistant)
        program.press("Cancel", within=assistant)
        program.await_front("Import")
        assert program.count("Agreements") == 0
        assert program.title() == "Untitled portfolio"


def test_say_which_are_of_the_sector():
    path = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.press(lambda name: name == "VCS (1)", role="page tab", within=assistant)
        program.label("Harbour Carers", assistant, deep=True)
        program.fill("Search providers", "harbour", assistant)
        program.gone("label", "Bright Floors Ltd", assistant, deep=True)
        program.press("It Is", within=assistant, deep=True)
        program.find("page tab", "VCS", assistant)
        program.press("Import", within=assistant)
        program.press("Done")
        program.await_front("Import")
        program.go(4)
        table = program.find("tree table", "Organisations")
        program.label("Harbour Carers", table, deep=True)
        wait("two organisations of the sector", lambda: driver.text_of(table).count("Yes") == 2)


def test_many_are_answered_at_once_and_answers_that_are_there_stay():
    path = pathlib.Path(driver.os.environ["TENURE_TEST_HOME"]) / "register.csv"
    more = "".join(f"NR-{i},Day centre,Quiet Hall {i},01/04/2026,31/03/2027,9000,\n" for i in (5, 6))
    path.write_text(REGISTER + more, encoding="utf-8")
    with Program() as program:
        assistant = open_assistant(program, path)
        program.press(lambda name: name == "VCS (3)", role="page tab", within=assistant)
        program.label("3 of those shown are not known:", assistant, deep=True)
        # One is answered by hand; two are left, and “Bright Floors Ltd” the file itself says is not.
        program.fill("Search providers", "harbour", assistant)
        program.label("1 of those shown is not known:", assistant, deep=True)
        program.press("It Is Not", within=assistant, deep=True)
        program.fill("Search providers", "", assistant)
        program.label("2 of those shown are not known:", assistant, deep=True)
        program.press("They Are", within=assistant, deep=True)
        program.label("All of those shown are answered.", assistant, deep=True)
        program.label("2 providers were answered “yes”.", assistant, deep=True)
        program.label(lambda text: "So far yes: 3, no: 2, not known: 0." in text, assistant, deep=True)
        driver.picture("import-answered")
        # Taken back, the two are not known again and the others are as they were.
        program.press("Take Back", within=assistant, deep=True)
        program.label("2 of those shown are not known:", assistant, deep=True)
        program.label(lambda text: "So far yes: 1, no: 2, not known: 2." in text, assistant, deep=True)
        program.gone("push button", "Take Back", assistant, deep=True)
        driver.picture("import-taken-back")
        keys("Escape")


def test_a_name_suggests_and_the_user_confirms():
    path = pathlib.Path(driver.os.environ["TENURE_TEST_HOME"]) / "register.csv"
    path.write_text(REGISTER.replace("Harbour Carers", "Harbour Carers CIC"), encoding="utf-8")
    with Program() as program:
        assistant = open_assistant(program, path)
        # Unknown until somebody says so.
        program.press(lambda name: name == "VCS (1)", role="page tab", within=assistant)
        program.label("1 agreement · The name says “CIC”: a community interest company.", assistant, deep=True)
        program.press("Confirm that “Harbour Carers CIC” is of the sector", within=assistant, deep=True)
        program.find("page tab", "VCS", assistant)
        program.gone("push button", "Confirm All Suggestions", assistant)


def test_a_file_without_titles_says_what_to_do():
    path = pathlib.Path(driver.os.environ["TENURE_TEST_HOME"]) / "nothing.csv"
    path.write_text("a,b\n1,2\n")
    register = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.label("The File Cannot Be Imported", assistant)
        program.label(lambda text: text.startswith("No row of nothing.csv looks like column titles"), assistant)
        # The keyboard stands on the way on: another file.
        keys("Return")
        program.window("Import a Register or Grants File")
        write(str(register))
        keys("Return")
        program.label("4 agreements: 3 new, 1 refused", assistant)
        keys("Escape")
        assert program.count("Agreements") == 0


def test_the_keyboard_imports():
    path = write_register()
    with Program() as program:
        assistant = open_assistant(program, path)
        program.label("4 agreements: 3 new, 1 refused", assistant)
        keys("Return")
        program.find("push button", "Done", assistant)
        keys("Return")
        program.await_front("Import")
        program.await_count("Agreements", 3)


if __name__ == "__main__":
    driver.main(globals())
