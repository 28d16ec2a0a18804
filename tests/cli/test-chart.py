"""tenure-cli chart: every chart in every format, at the size that was asked for."""
import os
import re
import struct
import xml.etree.ElementTree
import tap

SAMPLE = tap.ARGUMENTS[1]
OF_ONE = ["organisation-timeline", "organisation-ahead", "organisation-income", "anatomy"]
CHARTS = ["term-bands", "horizon", "expiries", "survival", "distribution", "trend", "seats", "boards", "timeline", "burnup", "hours", *OF_ONE]


def draw(scratch, chart, name, *options, status=0):
    subject = ["--board", "Aldermere Place Partnership"] if chart == "seats" else []
    subject = ["--organisation", "Age Well Aldermere"] if chart in OF_ONE else subject
    return scratch.run("chart", chart, SAMPLE, "-o", scratch.path(name), "--as-of", tap.AS_OF, *subject, *options,
                       status=status)


def read(scratch, name):
    with open(scratch.path(name), "rb") as file:
        return file.read()


def test_horizon_of_a_provider(scratch):
    """--provider is --organisation, and of a horizon it says whose."""
    draw(scratch, "horizon", "one.svg", "--provider", "Age Well Aldermere")
    draw(scratch, "organisation-ahead", "two.svg")
    draw(scratch, "horizon", "all.svg")
    tap.equal(read(scratch, "one.svg"), read(scratch, "two.svg"))
    assert read(scratch, "one.svg") != read(scratch, "all.svg")


def png_size(data):
    tap.equal(data[:8], b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_png(scratch):
    for chart in CHARTS:
        draw(scratch, chart, "chart.png", "--size", "1000x600")
        tap.equal(png_size(read(scratch, "chart.png"))[0], 1000, chart)


def test_a_timeline_is_as_tall_as_its_rows(scratch):
    """Unless a size is given; every agreement is named then."""
    scratch.run("chart", "timeline", SAMPLE, "-o", "tall.svg", "--as-of", tap.AS_OF)
    scratch.run("chart", "timeline", SAMPLE, "-o", "low.svg", "--as-of", tap.AS_OF, "--size", "1200x675")
    tall, low = (re.search(r'height="(\d+)', read(scratch, name).decode())[1] for name in ("tall.svg", "low.svg"))
    tap.equal(low, "675")
    assert int(tall) > 2000, tall


def test_svg_is_well_formed(scratch):
    for chart in CHARTS:
        draw(scratch, chart, "chart.svg")
        root = xml.etree.ElementTree.fromstring(read(scratch, "chart.svg"))
        tap.equal(root.tag, "{http://www.w3.org/2000/svg}svg", chart)


def test_pdf(scratch):
    for chart in CHARTS:
        draw(scratch, chart, "chart.pdf")
        data = read(scratch, "chart.pdf")
        assert data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), chart


def test_a_timeline_takes_pages(scratch):
    draw(scratch, "timeline", "pages.pdf")
    draw(scratch, "timeline", "nested.pdf", "--group-by", "place,funder")
    draw(scratch, "timeline", "large.pdf", "--size", "4000x9000")
    count = lambda name: read(scratch, name).count(b"/Type /Page %")
    assert count("pages.pdf") > 3, count("pages.pdf")
    assert count("nested.pdf") > count("pages.pdf") > count("large.pdf") >= 1
    message = draw(scratch, "timeline", "none.pdf", "--group-by", "moon", status=2).err
    assert "“moon”" in message and "funder" in message, message


def test_a_distribution_is_by_what_was_asked(scratch):
    pictures = set()
    for by in ["size", "place", "funder", "purpose", "kind"]:
        draw(scratch, "distribution", "by.svg", "--by", by)
        pictures.add(read(scratch, "by.svg"))
    tap.equal(len(pictures), 5)
    draw(scratch, "distribution", "plain.svg")
    assert read(scratch, "plain.svg") in pictures
    message = draw(scratch, "distribution", "none.svg", "--by", "moon", status=2).err
    assert "“moon”" in message and "funder" in message, message


def test_hours_by_what_was_asked(scratch):
    pictures = set()
    for by in ["month", "board", "organisation", "person", "size"]:
        draw(scratch, "hours", "by.svg", "--by", by)
        pictures.add(read(scratch, "by.svg"))
    tap.equal(len(pictures), 5)
    message = draw(scratch, "hours", "none.svg", "--by", "purpose", status=2).err
    assert "“purpose”" in message and "person" in message, message


def test_a_burnup_is_of_one_budget(scratch):
    draw(scratch, "burnup", "last.svg", "--budget", "Taking part 2025/26")
    draw(scratch, "burnup", "this.svg", "--budget", "Taking part 2026/27")
    draw(scratch, "burnup", "first.svg")
    assert read(scratch, "last.svg") == read(scratch, "first.svg") != read(scratch, "this.svg")
    draw(scratch, "burnup", "none.svg", "--budget", "Age Well Aldermere", status=2)
    assert "participation budget" in scratch.run("chart", "burnup", scratch.document(), "-o", "x.png", status=2).err


def test_dark_differs(scratch):
    draw(scratch, "term-bands", "light.png")
    draw(scratch, "term-bands", "dark.png", "--dark")
    assert read(scratch, "light.png") != read(scratch, "dark.png")


def test_the_same_twice(scratch):
    draw(scratch, "horizon", "one.png")
    draw(scratch, "horizon", "two.png")
    tap.equal(read(scratch, "one.png"), read(scratch, "two.png"))


def test_an_empty_document(scratch):
    document = scratch.document()
    for chart in set(CHARTS) - {"seats", "burnup", *OF_ONE}:
        scratch.run("chart", chart, document, "-o", scratch.path(f"{chart}.png"))
        png_size(read(scratch, f"{chart}.png"))


def test_seats_of_the_first_board(scratch):
    scratch.run("chart", "seats", SAMPLE, "-o", scratch.path("first.svg"), "--as-of", tap.AS_OF)
    draw(scratch, "seats", "named.svg")
    assert read(scratch, "first.svg") != read(scratch, "named.svg")
    scratch.run("chart", "seats", scratch.document(), "-o", "x.png", status=2)


def test_charts_of_no_organisation(scratch):
    for chart in OF_ONE:
        said = scratch.run("chart", chart, SAMPLE, "-o", scratch.path("none.svg"), status=2).err
        assert "one organisation" in said, said
        draw(scratch, chart, "none.svg", "--organisation", "Aldermere Place Partnership", status=2)
    tap.equal(os.listdir(scratch.folder), [])


def test_an_existing_picture_is_replaced(scratch):
    scratch.write("chart.png", "old")
    draw(scratch, "boards", "chart.png")
    png_size(read(scratch, "chart.png"))


def test_wrong_use(scratch):
    for words in [["pie", SAMPLE, "-o", "x.png"], ["horizon", SAMPLE], ["horizon", SAMPLE, "-o", "x.gif"],
                  ["horizon", SAMPLE, "-o", "x.png", "--size", "big"], ["horizon", SAMPLE, "-o", "x.png", "--size", "5x5"],
                  ["horizon", SAMPLE, "-o", "x.png", "--size", "99999x600"], ["survival", SAMPLE, "-o", "x.png", "--by", "place"],
                  ["trend", SAMPLE, "-o", "x.png", "--group-by", "place"], ["boards", SAMPLE, "-o", "x.png", "--board", "1"],
                  ["seats", SAMPLE, "-o", "x.png", "--board", "No Such Board"], ["horizon", SAMPLE, "-o", "no/such/x.png"]]:
        scratch.run("chart", *words, status=2)
    tap.equal(os.listdir(scratch.folder), [])


def test_an_unknown_chart_lists_those_there_are(scratch):
    err = scratch.run("chart", "pie", SAMPLE, "-o", "x.png", status=2).err
    for chart in CHARTS:
        assert chart in err, err


if __name__ == "__main__":
    tap.main(globals())
