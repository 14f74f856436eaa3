"""The key dates of a signed agreement, as a person asks for them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import yaml
from support.amending import AMENDING, at, desk_of, sign
from support.command import Command
from support.copies import fresh_copy
from support.workspaces import LIBRARY, Practice, deal

from drafter.desk import open_desk

LONG = "By which day, as both know; is it reviewed, wherever the Parties happen to be, in Zürich?"
DATED = {
    "questionnaire/03-dates.yaml": f"""\
section: Dates
questions:
  start: {{asks: When does it begin?, type: date}}
  length: {{asks: How long does it run?, type: duration}}
  review: {{asks: "{LONG}", type: date, relations: [{{within: [start, length]}}]}}
  handover: {{asks: When is it handed over?, type: date, relations: [{{within: [closing, trial]}}]}}
  closing: {{asks: When is it closed?, type: date, relations: [{{within: [start, trial]}}]}}
  trial: {{asks: How long is the trial?, type: duration}}
""",
    "topics/dates/topic.yaml": "heading: Dates\n",
    "topics/dates/listed.md": "It begins on {start} and runs for {length}.\n\n"
    "It is reviewed by {review}.\n\nIt is closed on {closing}.\n\n"
    "A trial lasts {trial}.\n",
    "precedents/simple.yaml": LIBRARY["precedents/simple.yaml"].replace("exit]", "exit, dates]"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A firm with a signed agreement that has dates, and one that is not signed."""
    folder = tmp_path_factory.mktemp("made")
    practice = Practice(folder / "firm", LIBRARY | AMENDING | DATED)
    practice.settings()
    practice.registry().close()
    desk = desk_of(practice, folder / "cache")
    record = deal(start="2027-03-01", length="12 months", review="2027-06-15", trial="3 months")
    for _ in range(2):
        desk.record(
            desk.library.draft({**record, "unknown": ["closing"]}), at("2027-03-01"), "A deal"
        )
    sign(desk, "A-0001")
    return practice.folder


@pytest.fixture
def desk(made: Path, drafter: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = fresh_copy(made, "dates")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DRAFTER_LIBRARY", raising=False)
    return folder


class DescribeDates:
    """What is dated, what was counted, and what has no date."""

    def it_gives_each_with_its_clause_and_words(self, drafter, desk):
        outcome = drafter("dates", "A-0001")
        assert outcome.code == 0
        assert outcome.out.splitlines() == [
            "2027-03-01  start",
            "    4.1 (Dates): It begins on 1 March 2027 and runs for 12 calendar months.",
            "2027-06-15  review",
            "    4.2 (Dates): It is reviewed by 15 June 2027.",
            "2028-02-29  length  12 months",
            "    counted: 12 months from start, 2027-03-01; "
            "over on 2028-02-29 if that date counts, or on 2028-03-01",
            "    4.1 (Dates): It begins on 1 March 2027 and runs for 12 calendar months.",
            "no date     notice  60 days",
            "    3.1 (Leaving): A party may leave by 60 days notice.",
            "no date     trial  3 months",  # it may begin at the start or at the closing
            "    4.4 (Dates): A trial lasts 3 calendar months.",
            "no date     closing  (blank)",
            "    4.3 (Dates): It is closed on [When is it closed?].",
        ]
        assert "1 counted: whether its first day counts" in outcome.err
        assert "3 without a date: the clause says what it runs from" in outcome.err

    def it_says_the_same_as_data(self, drafter, desk):
        found = {
            one["question"]: one for one in json.loads(drafter("dates", "A-0001", "--json").out)
        }
        assert (found["length"]["day"], found["length"]["or_day"]) == ("2028-02-29", "2028-03-01")
        assert (found["notice"]["day"], found["notice"]["clause"]) == ("", "3.1 (Leaving)")

    def it_is_of_what_is_signed_and_tells_every_fault(self, drafter, desk):
        outcome = drafter("dates", "A-0002", "--ics", "no/a.ics")
        assert outcome.code == 1
        assert "there is no folder no" in outcome.err
        assert "error[not-signed]: A-0002 is drafted, not signed" in outcome.err
        assert drafter("dates", "A-0001", "--on", "soon").code == 2

    def it_takes_them_from_an_amendment_once_that_is_signed(self, drafter, desk):
        new = deal(start="2027-03-01", length="24 months", review="2027-06-15", trial="3 months")
        (desk / "new.yaml").write_text(yaml.safe_dump(new), "utf-8")
        assert drafter("amend", "A-0001", "new.yaml", "-o", "a.docx").code == 0
        before = drafter("dates", "A-0001")
        assert "2028-02-29  length  12 months" in before.out
        assert "A-0003 amends it and is drafted, not signed" in before.err
        sign(open_desk(desk), "A-0003")
        assert "2029-02-28  length  24 months" in drafter("dates", "A-0001").out
        assert drafter("dates", "A-0003").err.splitlines()[-1] == (
            "A-0003 amends A-0001: the dates are those of A-0001")  # fmt: skip

    def it_keeps_the_dates_of_what_ended_and_of_an_amendment_that_ended(self, drafter, desk):
        new = deal(start="2027-03-01", length="24 months", review="2027-06-15", trial="3 months")
        (desk / "new.yaml").write_text(yaml.safe_dump(new), "utf-8")
        drafter("amend", "A-0001", "new.yaml", "-o", "a.docx")
        sign(open_desk(desk), "A-0003")
        for id in ("A-0003", "A-0001"):
            assert drafter("end", id).code == 0
        outcome = drafter("dates", "A-0001")
        assert "2029-02-28  length  24 months" in outcome.out
        assert "A-0001 has ended: its dates are those on which it stood" in outcome.err

    def it_says_of_what_ended_before_its_signature_that_nothing_was_agreed(self, drafter, desk):
        assert drafter("end", "A-0002").code == 0
        outcome = drafter("dates", "A-0002")
        assert "error[not-signed]: A-0002 ended before it was signed" in outcome.err


class DescribeTheFiles:
    """A calendar of what has a date, a table of all."""

    def it_is_the_same_calendar_each_time(self, drafter, desk):
        for name in ("a.ics", "b.ics"):
            assert drafter("dates", "A-0001", "--ics", name, "--on", "2027-04-01").code == 0
        data = (desk / "a.ics").read_bytes()
        assert data == (desk / "b.ics").read_bytes()
        lines = data.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in data.replace(b"\r\n", b"")
        whole = data.replace(b"\r\n ", b"").decode().split("\r\n")
        assert [one for one in whole if one.startswith(("UID", "DTSTART", "DTEND"))] == [
            "UID:A-0001.start@drafter", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302",
            "UID:A-0001.review@drafter", "DTSTART;VALUE=DATE:20270615",
            "DTEND;VALUE=DATE:20270616",
            "UID:A-0001.length@drafter", "DTSTART;VALUE=DATE:20280229",
            "DTEND;VALUE=DATE:20280302"]  # fmt: skip
        assert whole.count("DTSTAMP:20270401T000000Z") == 3
        escaped = LONG.replace(";", "\\;").replace(",", "\\,")
        assert f"SUMMARY:A-0001: {escaped} (review)" in whole

    def it_is_a_table_of_what_has_no_date_too(self, drafter, desk):
        assert drafter("dates", "A-0001", "--csv", "a.csv").code == 0
        rows = list(csv.DictReader((desk / "a.csv").open(encoding="utf-8", newline="")))
        assert [(row["date"], row["or date"], row["question"]) for row in rows] == [
            ("2027-03-01", "", "start"), ("2027-06-15", "", "review"),
            ("2028-02-29", "2028-03-01", "length"), ("", "", "notice"), ("", "", "trial"),
            ("", "", "closing")]  # fmt: skip
        assert drafter("dates", "A-0001", "--csv", "a.csv").code == 1
        assert drafter("dates", "A-0001", "--csv", "x", "--ics", "x").code == 1
        assert not (desk / "x").exists()
