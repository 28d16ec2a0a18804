"""What programs read does not change with the locale, and people's text survives one without its letters.

The locales besides C are made by the build and found through LOCPATH: a decimal comma (German), another order of letters
(Welsh, where ch and ll are letters of their own), an I that lower case gives no dot (Turkish)."""
import locale
import os

import tap

SAMPLE = tap.ARGUMENTS[1]
MADE = os.environ["TENURE_TEST_LOCALES"].split()
LOCALES = ["C", "C.UTF-8", *MADE]

REGISTER = """Reference,Title,Supplier,Start Date,End Date,Contract Value
Ä-1,Chœur d’été,Zoë’s Café,01/04/2026,31/03/2027,"£1,234.50"
Ä-2,Title,Ítalo,01/04/2026,31/03/2028,"£2,000.25"
"""


def in_every_locale(scratch, *words):
    found = {locale: scratch.run(*words, env={"LC_ALL": locale}).raw for locale in LOCALES}
    for locale, raw in found.items():
        tap.equal(raw, found["C"], f"{words} in {locale}")
        raw.decode("utf-8")


def test_the_locales_are_there(scratch):
    """A name that is not there would be C again, and the tests below would try nothing."""
    comma, order = {}, {}
    for name in MADE:
        locale.setlocale(locale.LC_ALL, name)
        comma[name] = locale.localeconv()["decimal_point"]
        order[name] = sorted(["cyfle", "chwarae", "llan", "lwc"], key=locale.strxfrm)
        locale.setlocale(locale.LC_ALL, "C")
    tap.equal(comma, {"de_DE.UTF-8": ",", "cy_GB.UTF-8": ".", "tr_TR.UTF-8": ","})
    tap.equal(order["de_DE.UTF-8"], ["chwarae", "cyfle", "llan", "lwc"])
    tap.equal(order["cy_GB.UTF-8"], ["cyfle", "chwarae", "lwc", "llan"])


def test_figures(scratch):
    in_every_locale(scratch, "figures", SAMPLE, "--as-of", tap.AS_OF, "--json")


def test_flags_but_for_their_sentences(scratch):
    for locale in LOCALES:
        found = scratch.run("flags", SAMPLE, "--as-of", tap.AS_OF, "--json", env={"LC_ALL": locale}).json()
        keys = [(flag["rule"], flag["level"], flag["record"], flag["inputs"], flag["missing"]) for flag in found]
        first = keys if locale == LOCALES[0] else first
        tap.equal(keys, first, locale)


def test_power(scratch):
    in_every_locale(scratch, "power", "51", "50", "49", "1", "--json")


def test_history(scratch):
    in_every_locale(scratch, "history", SAMPLE, "--json")


def test_names_with_accents(scratch):
    for locale in LOCALES:
        document = scratch.document(f"{locale}.tenure")
        result = scratch.run("import", scratch.write("register.csv", REGISTER), "-d", document, "--json", "--vcs",
                             "Zoë’s Café", "--buyer", "Łódź", env={"LC_ALL": locale})
        tap.equal(result.json_lines()[0]["totals"], [{"currency": "GBP", "minor": 323475}], locale)
        found = {row["name"]: row["vcs"] for row in tap.rows(document, "SELECT name, vcs FROM organisation")}
        tap.equal(found["Zoë’s Café"], 1, locale)
        assert "Łódź" in found, found
        out = scratch.run("explain", document, "Chœur d’été", "T1", "--as-of", tap.AS_OF, "--json", env={"LC_ALL": locale})
        tap.equal(out.json()["rule"], "T1", locale)


def test_a_file_name_with_accents(scratch):
    for locale in ["C", "C.UTF-8"]:
        document = scratch.document(f"été-{locale}.tenure")
        scratch.run("check", document, env={"LC_ALL": locale})
        assert "nirgendwo" in scratch.run("check", "nirgendwo-ü.tenure", status=2, env={"LC_ALL": locale}).err


def test_text_for_people(scratch):
    for locale in LOCALES:
        assert "Aldermere" in scratch.run("figures", SAMPLE, "--as-of", tap.AS_OF, env={"LC_ALL": locale}).out


if __name__ == "__main__":
    tap.main(globals())
