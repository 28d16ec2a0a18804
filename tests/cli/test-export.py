"""tenure-cli export: a calendar that other programs read, of what is asked for, and nothing written when it is asked for wrongly."""
import os
import tap


def make(scratch):
    return scratch.document(
        organisation=[{"id": 1, "name": "Lantern House", "vcs": 1}],
        person=[{"id": 701, "name": "Robin Vale"}],
        agreement=[{"id": 101, "title": "Advice, north", "provider": 1, "kind": "grant", "start": "2026-04-01",
                    "end": "2027-03-31", "renewal_notice": "P3M", "lead_time": "P1M", "key_person": 701,
                    "review_day": "2026-12-15"},
                   {"id": 102, "title": "Befriending", "provider": 1, "kind": "grant", "start": "2024-04-01",
                    "end": "2029-03-31"},
                   {"id": 103, "title": "Over", "provider": 1, "kind": "grant", "start": "2020-04-01", "end": "2021-03-31"}],
        portfolio=[{"id": 901, "name": "North place"}], membership=[{"id": 902, "portfolio": 901, "agreement": 102}])


def export(scratch, *arguments, status=0):
    """The events by UID, each as its lines, unfolded."""
    file = scratch.path("out.ics")
    scratch.run("export", make(scratch), "--ics", "-o", file, "--as-of", "2026-06-01", *arguments, status=status)
    with open(file, encoding="utf-8", newline="") as stream:
        text = stream.read()
    assert text.endswith("END:VCALENDAR\r\n"), text[-40:]
    lines = text.replace("\r\n ", "").split("\r\n")
    events, event = {}, None
    for line in lines:
        if line == "BEGIN:VEVENT":
            event = []
        elif line == "END:VEVENT":
            events[next(one[4:] for one in event if one.startswith("UID:"))] = event
            event = None
        elif event is not None:
            event.append(line)
    return events, text


def test_events(scratch):
    events, text = export(scratch)
    days = {uid: next(line.split(":")[1] for line in event if line.startswith("DTSTART")) for uid, event in events.items()}
    tap.equal(days, {"decision-101@tenure": "20261130", "notice-101@tenure": "20261231", "end-101@tenure": "20270331",
                     "review-101@tenure": "20261215", "end-102@tenure": "20290331"})
    assert "SUMMARY:Ends: Advice\\, north" in events["end-101@tenure"], events
    assert "TRIGGER:-P14D" in events["decision-101@tenure"] and "TRIGGER:-P14D" not in events["end-101@tenure"]
    assert "Robin" not in text


def test_alarms(scratch):
    events, _ = export(scratch, "--alarm", "28")
    assert "TRIGGER:-P28D" in events["notice-101@tenure"]


def test_no_alarms(scratch):
    _, text = export(scratch, "--no-alarms")
    assert "END:VEVENT" in text and "VALARM" not in text


def test_portfolio(scratch):
    events, _ = export(scratch, "--portfolio", "North place")
    tap.equal(set(events), {"end-102@tenure"})


def test_wrong_use(scratch):
    document = make(scratch)
    file = scratch.path("never.ics")
    for arguments, word in [((document, "-o", file), "--ics"), ((document, "--ics"), "-o"),
                            ((document, "--ics", "-o", file, "--alarm", "-1"), "alarm"),
                            ((document, "--ics", "-o", file, "--alarm", "367"), "alarm")]:
        assert word in scratch.run("export", *arguments, status=2).err
    assert not os.path.exists(file)
    missing = scratch.path("no/such.ics")
    assert "such.ics" in scratch.run("export", document, "--ics", "-o", missing, status=2).err


if __name__ == "__main__":
    tap.main(globals())
