#!/usr/bin/env python3
"""The menus that templates describe: each item of a menu has a letter of its own, its sections counted together.

test-menus.py SOURCE_ROOT"""
import pathlib
import sys
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(sys.argv.pop(1))


def labels(menu):
    """Of the items that are chosen from together: those of the menu and of its sections, and the names of its submenus."""
    for child in menu:
        if child.tag in ("item", "submenu"):
            yield next((part.text for part in child.findall("attribute") if part.get("name") == "label"), None)
        elif child.tag == "section":
            yield from labels(child)


def letters(menu):
    return [label[label.index("_") + 1].upper() for label in labels(menu) if label and "_" in label]


class Letters(unittest.TestCase):
    def test_menus(self):
        seen = 0
        for path in sorted((ROOT / "src").rglob("*.ui")):
            tree = xml.etree.ElementTree.parse(path)
            for menu in [*tree.iter("menu"), *tree.iter("submenu")]:
                found = letters(menu)
                seen += len(found)
                with self.subTest(path=path.name, menu=menu.get("id")):
                    self.assertEqual(sorted(found), sorted(set(found)), list(labels(menu)))
        self.assertGreater(seen, 20)

    def test_two_alike(self):
        menu = xml.etree.ElementTree.fromstring(
            "<menu><section><item><attribute name='label'>_Open</attribute></item></section>"
            "<submenu><attribute name='label'>P_ortfolios</attribute></submenu></menu>")
        self.assertEqual(letters(menu), ["O", "O"])


if __name__ == "__main__":
    unittest.main()
