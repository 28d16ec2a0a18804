"""Files dragged onto the window: a register starts the import assistant, a portfolio is opened."""

import contextlib
import os
import pathlib
import subprocess
import time

import driver
from driver import Program, copy, keys, wait

REGISTER = """Contract Reference,Contract Title,Supplier Name,Start Date,End Date,Contract Value
NR-1,Home from hospital,Lantern Trust,01/04/2026,31/03/2027,"£45,000"
"""


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, encoding="utf-8").stdout


def find_window(title):
    found = subprocess.run(["xdotool", "search", "--name", f"^{title}$"], check=False, capture_output=True,
                           encoding="utf-8").stdout.split()
    return found[-1] if found else None


@contextlib.contextmanager
def source(*paths):
    """A window from which the files can be dragged, at the lower left of the screen."""
    process = subprocess.Popen([os.environ["TENURE_DRAG_SOURCE"], *map(str, paths)])
    try:
        window = wait("the window to drag from", lambda: find_window("Tenure drag source"))
        xdotool("windowmove", "--sync", window, 20, 560)
        xdotool("windowactivate", "--sync", window)
        yield
    finally:
        process.kill()
        process.wait()


def drag_onto_the_window():
    """From the middle of the source to the middle of the screen, slowly enough to be seen as dragging."""
    xdotool("mousemove", 80, 650)
    time.sleep(0.2)
    xdotool("mousedown", 1)
    for x, y in [(90, 645), (110, 630), (180, 560), (400, 420), (620, 400), (640, 400), (640, 402)]:
        xdotool("mousemove", x, y)
        time.sleep(0.15)
    xdotool("mouseup", 1)


def test_a_register_starts_the_assistant():
    path = pathlib.Path(os.environ["TENURE_TEST_HOME"]) / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    with Program() as program:
        with source(path):
            drag_onto_the_window()
            assistant = program.window("Import")
        program.label("1 agreement: 1 new", assistant)
        keys("Return")
        program.find("push button", "Done", assistant)
        keys("Return")
        program.await_count("Agreements", 1)


def test_a_portfolio_is_opened():
    path = copy()
    with Program() as program:
        with source(path):
            drag_onto_the_window()
            program.await_title("north-ridge")


if __name__ == "__main__":
    driver.main(globals())
