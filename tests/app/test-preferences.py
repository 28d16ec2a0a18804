"""Preferences: the word for the sector and the name in the history, at once in the window behind."""

import functools
import threading

import driver
from driver import Program, keys, sample, wait, write
from gi.repository import Gio, GLib

HISTORY = 8
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


if __name__ == "__main__":
    driver.main(globals())
