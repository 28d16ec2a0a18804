"""What a screen reader sees of a program, read from the accessibility bus.

pyatspi would serve, but it asks one question after the other, four for each thing on the screen, and a window has more than
a thousand of them. Here the questions about all things at one depth of the tree are under way together, and what a thing
is, which never changes, is asked once: a search of the whole window takes an eighth of the time.

A Node is a thing on the screen. Its properties are asked when they are read, never kept; Gone is raised when it is no more."""

import collections

from gi.repository import Gio, GLib

INTERFACE = "org.a11y.atspi."
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
NOTHING = "/org/a11y/atspi/null"
IN_WINDOW = 1

# Numbers of the AT-SPI protocol: those that GTK gives, and "push button", which newer versions call "button".
ROLES = {
    2: "alert", 7: "check box", 8: "check menu item", 10: "column header", 11: "combo box", 16: "dialog", 18: "drawing area",
    20: "filler", 23: "frame", 26: "icon", 27: "image", 29: "label", 31: "list", 32: "list item", 33: "menu", 34: "menu bar",
    35: "menu item", 37: "page tab", 38: "page tab list", 39: "panel", 40: "password text", 41: "popup menu",
    42: "progress bar", 43: "push button", 44: "radio button", 45: "radio menu item", 47: "row header", 48: "scroll bar",
    50: "separator", 51: "slider", 52: "spin button", 54: "status bar", 55: "table", 56: "table cell",
    57: "table column header", 58: "table row header", 61: "text", 62: "toggle button", 63: "tool bar", 64: "tool tip",
    65: "tree", 66: "tree table", 67: "unknown", 69: "window", 75: "application", 79: "entry", 80: "chart", 81: "caption",
    83: "heading", 85: "section", 87: "form", 88: "link", 90: "table row", 91: "tree item", 97: "comment", 98: "list box",
    99: "grouping", 101: "notification", 103: "level bar", 110: "landmark", 116: "static", 129: "push button menu"}
STATES = {"active": 1, "checked": 4, "expanded": 10, "focused": 12, "pressed": 20, "selected": 23, "sensitive": 24,
          "showing": 25}
Box = collections.namedtuple("Box", "x y width height")
# They may be long: a search goes into them only when it is told to.
LISTS = {"table", "tree table", "list"}


class Gone(LookupError):
    """The program no longer has what was asked about, or is gone itself."""


class Bus:
    """The accessibility bus of this session, connected when first needed."""

    connection = None

    @classmethod
    def connect(cls):
        if cls.connection is None:
            session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
            (address,) = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                           Gio.DBusCallFlags.NONE, -1, None).unpack()
            cls.connection = Gio.DBusConnection.new_for_address_sync(
                address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
                None, None)
        return cls.connection

    @classmethod
    def ask(cls, name, path, interface, method, arguments=None):
        try:
            answer = cls.connect().call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None)
        except GLib.Error as error:
            raise Gone(error.message) from error
        return answer.unpack()


def ask_together(nodes, interface, method, arguments=None):
    """The answers of many nodes to one question, in their order; None from those that are gone."""
    answers, pending = [None] * len(nodes), set(range(len(nodes)))

    def answered(connection, result, number):
        try:
            answers[number] = connection.call_finish(result).unpack()
        except GLib.Error:
            pass
        pending.discard(number)

    for number, node in enumerate(nodes):
        Bus.connect().call(node.bus, node.path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None, answered,
                           number)
    while pending:
        GLib.MainContext.default().iteration(True)
    return answers


class Node:
    """A thing on the screen: the program's name on the bus and its path there."""

    __slots__ = ("bus", "path")
    roles = {}  # what a thing is, by the two: it never changes

    def __init__(self, bus, path):
        self.bus, self.path = bus, path

    def __eq__(self, other):
        return isinstance(other, Node) and (self.bus, self.path) == (other.bus, other.path)

    def __hash__(self):
        return hash((self.bus, self.path))

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    def ask(self, interface, method, arguments=None):
        answer = Bus.ask(self.bus, self.path, INTERFACE + interface, method, arguments)
        return answer[0] if len(answer) == 1 else answer

    def read(self, interface, name):
        return Bus.ask(self.bus, self.path, "org.freedesktop.DBus.Properties", "Get",
                       GLib.Variant("(ss)", (INTERFACE + interface, name)))[0]

    def has(self, state):
        """Whether it is "focused", "selected", "sensitive" … now."""
        low, high = self.ask("Accessible", "GetState")
        return bool((low | high << 32) >> STATES[state] & 1)

    @property
    def name(self):
        return self.read("Accessible", "Name")

    @property
    def role(self):
        read_roles([self])
        return Node.roles.get(self, "gone")

    @property
    def description(self):
        return self.read("Accessible", "Description")

    @property
    def interfaces(self):
        return {name.removeprefix(INTERFACE) for name in self.ask("Accessible", "GetInterfaces")}

    @property
    def parent(self):
        return node_of(self.read("Accessible", "Parent"))

    @property
    def index(self):
        """Which child of its parent it is."""
        return self.ask("Accessible", "GetIndexInParent")

    @property
    def children(self):
        return nodes_of(self.ask("Accessible", "GetChildren"))

    @property
    def box(self):
        """Where it is in its window; no room while it is not shown."""
        return Box(*self.ask("Component", "GetExtents", GLib.Variant("(u)", (IN_WINDOW,))))

    # --- Doing -----------------------------------------------------------------------------------------------

    @property
    def can_act(self):
        return "Action" in self.interfaces and self.read("Action", "NActions") > 0

    def act(self):
        """Presses it."""
        return self.ask("Action", "DoAction", GLib.Variant("(i)", (0,)))

    @property
    def text(self):
        """The words of an entry or a text."""
        return self.ask("Text", "GetText", GLib.Variant("(ii)", (0, self.length)))

    @property
    def length(self):
        return self.read("Text", "CharacterCount")

    @property
    def marked(self):
        """In how many places words are selected."""
        return self.ask("Text", "GetNSelections")

    def set_text(self, text):
        return self.ask("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    def select(self, index):
        """Selects a child."""
        return self.ask("Selection", "SelectChild", GLib.Variant("(i)", (index,)))

    def is_selected(self, index):
        return self.ask("Selection", "IsChildSelected", GLib.Variant("(i)", (index,)))


def node_of(reference):
    bus, path = reference
    return Node(bus, path) if path != NOTHING else None


def nodes_of(references):
    return [Node(*reference) for reference in references if reference[1] != NOTHING]


def read_roles(nodes):
    """Learns what nodes are that are not known yet."""
    new = [node for node in nodes if node not in Node.roles]
    for node, answer in zip(new, ask_together(new, INTERFACE + "Accessible", "GetRole")):
        if answer is not None:
            Node.roles[node] = ROLES.get(answer[0], f"role {answer[0]}")


def read_names(nodes):
    """The names of many nodes; None of those that are gone."""
    answers = ask_together(nodes, "org.freedesktop.DBus.Properties", "Get",
                           GLib.Variant("(ss)", (INTERFACE + "Accessible", "Name")))
    return [None if answer is None else answer[0] for answer in answers]


def walk(node, deep=False):
    """node and what is in it, outermost first. Without deep, what is in other lists and tables is left out."""
    level = [node]
    while level:
        read_roles(level)
        yield from level
        inner = [here for here in level if deep or here == node or Node.roles.get(here) not in LISTS]
        level = [child for answer in ask_together(inner, INTERFACE + "Accessible", "GetChildren") if answer is not None
                 for child in nodes_of(answer[0])]


def application(process):
    """The program with that process number, or None while it is not on the bus."""
    for node in nodes_of(Bus.ask(*REGISTRY, INTERFACE + "Accessible", "GetChildren")[0]):
        (found,) = Bus.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "GetConnectionUnixProcessID", GLib.Variant("(s)", (node.bus,)))
        if found == process:
            return node
    return None
