"""The word for the sector: the option, the preference of the desktop program, and neither."""
import pathlib
import xml.etree.ElementTree as xml

import tap

BOARD = [{"id": 1, "name": "Place board", "voice_expected": 1, "votes": 1}]
SEATS = [{"id": 2, "board": 1, "bloc": "nhs", "vote_weight": 1, "established": "2020-04-01"}]


def board(scratch):
    return scratch.document(board=BOARD, seat=SEATS)


def settings(scratch, word):
    """An environment in which the desktop program keeps that word."""
    folder = pathlib.Path(scratch.path("config")) / "glib-2.0/settings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keyfile").write_text(f"[io/github/tenure_app/Tenure]\nsector-word='{word}'\n", encoding="utf-8")
    return {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": scratch.path("config")}


def reasons(scratch, document, *words, **extra):
    return [flag["reason"] for flag in scratch.run("flags", document, "--json", *words, **extra).json()]


def test_without_a_choice(scratch):
    tap.equal(reasons(scratch, board(scratch)), ["Its 1 seat is not the VCS’s."])


def test_the_option(scratch):
    document = board(scratch)
    tap.equal(reasons(scratch, document, "--sector", "third sector"), ["Its 1 seat is not the third sector’s."])
    tap.equal(reasons(scratch, document, "--sector=VCSE"), ["Its 1 seat is not the VCSE’s."])
    # As in the window, the word is no part of a format, and blank is the usual one.
    tap.equal(reasons(scratch, document, "--sector", " %s {x} "), ["Its 1 seat is not the s x’s."])
    tap.equal(reasons(scratch, document, "--sector", ""), ["Its 1 seat is not the VCS’s."])


def test_letters_beyond_the_locale(scratch):
    tap.equal(reasons(scratch, board(scratch), "--sector", "trydydd sector Môn", env={"LC_ALL": "C"}),
              ["Its 1 seat is not the trydydd sector Môn’s."])


def test_the_preference(scratch):
    document, chosen = board(scratch), settings(scratch, "third sector")
    tap.equal(reasons(scratch, document, env=chosen), ["Its 1 seat is not the third sector’s."])
    tap.equal(reasons(scratch, document, "--sector", "VCSE", env=chosen), ["Its 1 seat is not the VCSE’s."])


def test_without_the_desktop_program(scratch):
    """Its settings are not there to be asked, and that is no fault."""
    nowhere = {**settings(scratch, "third sector"), "GSETTINGS_SCHEMA_DIR": scratch.path("none"),
               "XDG_DATA_DIRS": scratch.path("none"), "XDG_DATA_HOME": scratch.path("none")}
    tap.equal(reasons(scratch, board(scratch), env=nowhere), ["Its 1 seat is not the VCS’s."])


def test_a_chart_and_a_table(scratch):
    document = board(scratch)
    scratch.run("chart", "boards", document, "-o", scratch.path("boards.svg"), "--sector", "third sector")
    words = " ".join(xml.parse(scratch.path("boards.svg")).getroot().itertext())
    assert "VCS" not in words, words
    out = scratch.run("figures", document, "--sector", "third sector").out
    assert "third sector seats" in out and "VCS" not in out, out


if __name__ == "__main__":
    tap.main(globals())
