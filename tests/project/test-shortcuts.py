"""Every key that the program binds stands in the list of shortcuts. Use: test-shortcuts.py SOURCE_ROOT"""

import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(sys.argv.pop())
MODIFIERS = {"CONTROL": "control", "SHIFT": "shift", "ALT": "alt"}
ALIASES = {"ctrl": "control", "primary": "control"}

# gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, …
BINDING = re.compile(r"add_binding(?:_action|_signal)?\s*\(\s*\w+,\s*GDK_KEY_(\w+),\s*([^,]+),")
# { "win.save", { "<Control>s" } },
ACCEL = re.compile(r'\{ "((?:app|win)\.[\w:-]+)", \{ ((?:"[^"]+"(?:, )?)+) \} \}')


def normal(accelerator):
    """<Control><Shift>z as ("z", {"control", "shift"})."""
    names = {name.lower() for name in re.findall(r"<(\w+)>", accelerator)}
    key = re.sub(r"<\w+>", "", accelerator)
    return key.lower(), frozenset(ALIASES.get(name, name) for name in names)


def bound(text):
    for key, state in BINDING.findall(text):
        yield key.lower(), frozenset(MODIFIERS[name] for name in re.findall(r"GDK_(\w+)_MASK", state))


class Shortcuts(unittest.TestCase):
    def setUp(self):
        tree = xml.etree.ElementTree.parse(ROOT / "src/app/shortcuts.ui")
        values = [(node.get("name"), node.text) for node in tree.iter("property")]
        self.actions = {text for name, text in values if name == "action-name"}
        self.keys = {normal(key) for name, text in values if name == "accelerator" for key in text.split()}
        application = (ROOT / "src/app/application.c").read_text(encoding="utf-8")
        self.accels = {action: re.findall(r'"([^"]+)"', keys) for action, keys in ACCEL.findall(application)}

    def test_accelerators(self):
        self.assertGreater(len(self.accels), 10)
        self.assertEqual(sorted(set(self.accels) - self.actions), [])

    def test_bindings(self):
        known = self.keys | {normal(key) for keys in self.accels.values() for key in keys}
        found = {(path.name, key) for path in (ROOT / "src/app").rglob("*.c")
                 for key in bound(path.read_text(encoding="utf-8"))}
        self.assertGreater(len(found), 10)
        missing = sorted(f"{name}: {'+'.join(sorted(state))}+{key}" for name, (key, state) in found
                         if (key, state) not in known)
        self.assertEqual(missing, [])


if __name__ == "__main__":
    unittest.main()
