"""Preferences: the word for the sector and the name in the history, at once in the window behind."""

import functools
import os
import pathlib
import re
import subprocess
import threading

import driver
from driver import Program, keys, sample, wait, write
from gi.repository import Gio, GLib

HISTORY = 9
SECTOR, AUTHOR = "Name of the sector: VCS, VCSE, third sector, …", "Your name"


def set_word(program, title, text):
    """Types into a row of the open dialog and takes it over with Return."""
    driver.click(program.entry(title, program.window("Preferences")))
    keys("ctrl+a")
    write(text)
    keys("Return")


def test_word_for_the_sector():
    with Program(sample()) as program:
        program.find("image", lambda name: name.startswith("The VCS has no seat"))
        keys("ctrl+comma")
        set_word(program, SECTOR, "third sector")
        program.find("image", lambda name: name.startswith("The third sector has no seat"))
        keys("Escape")
        program.await_front("Preferences")
        program.label("Boards without the third sector", deep=True)
        program.go(5)
        program.find("image", lambda name: name.startswith("The third sector has"))


def test_name_in_the_history():
    with Program() as program:
        keys("ctrl+comma")
        set_word(program, AUTHOR, "Wren Hathersedge")
        keys("Escape")
        program.await_front("Preferences")
        keys("ctrl+shift+n")
        program.fill("Title", "Home from hospital", program.window("Add an Agreement"))
        keys("ctrl+Return")
        program.await_front("Add an Agreement")
        program.go(HISTORY)
        program.label(lambda text: "Wren Hathersedge" in text, deep=True)


class Desk:
    """The part of a desktop that shows notifications: keeps the title and the words of each."""

    INTERFACE = """<node><interface name="org.freedesktop.Notifications">
      <method name="Notify"><arg type="s"/><arg type="u"/><arg type="s"/><arg type="s"/><arg type="s"/><arg type="as"/>
        <arg type="a{sv}"/><arg type="i"/><arg type="u" direction="out"/></method>
      <method name="GetCapabilities"><arg type="as" direction="out"/></method>
      <method name="CloseNotification"><arg type="u"/></method>
    </interface></node>"""

    def __init__(self):
        self.shown = []
        ready = threading.Event()
        threading.Thread(target=self._serve, args=(ready,), daemon=True).start()
        assert ready.wait(30)

    def _serve(self, ready):
        context = GLib.MainContext()
        context.push_thread_default()
        info = Gio.DBusNodeInfo.new_for_xml(self.INTERFACE).interfaces[0]
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.register_object("/org/freedesktop/Notifications", info, self._called, None, None)
        Gio.bus_own_name_on_connection(bus, info.name, Gio.BusNameOwnerFlags.NONE, lambda *_: ready.set(), None)
        GLib.MainLoop(context).run()

    def _called(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "Notify":
            self.shown.append((parameters[3], parameters[4]))
            invocation.return_value(GLib.Variant("(u)", (len(self.shown),)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body", "actions"],)))
        else:
            invocation.return_value(None)


@functools.cache
def the_desk():
    """One for all attempts: the name can be had once."""
    return Desk()


def test_decisions_that_are_due():
    desk = the_desk()
    desk.shown.clear()
    with Program(sample()) as program:
        keys("ctrl+comma")
        driver.tab_to(program.find("check box", "Tell me of decisions that are due", program.window("Preferences"), deep=True))
        keys("space")
        title, words = wait("a notification", lambda: desk.shown[-1:] or None)[0]
        assert title == "To decide in north-ridge", title
        # The words of the overview; no name of anybody.
        keys("Escape")
        program.await_front("Preferences")
        program.label(lambda text: text.startswith(words), deep=True)
        # Nothing new: nothing is told, also after a change that has nothing to do with it.
        program.go(4)
        program.await_rest()
        assert len(desk.shown) == 1, desk.shown


def home():
    return pathlib.Path(os.environ["TENURE_TEST_HOME"])


def run_alone():
    """As the desktop does at login. The program ends by itself and opens no window."""
    folders = {f"XDG_{name}_HOME": str(home() / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    subprocess.run([os.environ["TENURE_PROGRAM"], "--tell-due"], env={**os.environ, **folders, "HOME": str(home())},
                   timeout=120, check=True)


def forget_what_was_told():
    settings = home() / "config/glib-2.0/settings/keyfile"
    settings.write_text(re.sub("(?m)^told-due=.*$", "", settings.read_text()))


def test_decisions_that_are_due_at_login():
    """Switched on, the desktop is told to run the program; that looks at what was opened lately, tells, and ends."""
    desk = the_desk()
    path = driver.copy("login")
    entry = home() / "config/autostart/io.github.tenure_app.Tenure.desktop"
    desk.shown.clear()
    os.environ["GSETTINGS_BACKEND"] = "keyfile"
    try:
        with Program(path) as program:
            keys("ctrl+comma")
            window = program.window("Preferences")
            driver.tab_to(program.find("check box", "Tell me of decisions that are due", window, deep=True))
            keys("space")
            wait("the notification", lambda: desk.shown)
            driver.tab_to(program.find("check box", "Also when I log in", window, deep=True))
            keys("space")
            wait("the entry of the desktop", entry.exists)
            driver.picture("preferences-at-login")
            assert "Exec=tenure --tell-due" in entry.read_text()
            keys("Escape")
            program.await_front("Preferences")
        desk.shown.clear()
        # What was told is not told again; other words are.
        run_alone()
        assert not desk.shown, desk.shown
        forget_what_was_told()
        run_alone()
        assert [title for title, _ in desk.shown] == ["To decide in login"], desk.shown
    finally:
        os.environ["GSETTINGS_BACKEND"] = "memory"


if __name__ == "__main__":
    driver.main(globals())
