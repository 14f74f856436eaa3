"""What a draft rests on is told whole by every command that makes one, and in every way out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.command import Command
from support.workspaces import Practice, deal

from drafter import load_library
from examples.web_intake import create_app

FINDINGS = {"R1", "R2", "set-aside"}
COUNTS = {"recommended": 1, "unconfirmed": 1, "blank": 1, "to_confirm": 1, "warnings": 1,
          "notes": 1, "set_aside": 1}  # fmt: skip
IN_WORDS = ("Many seats.", "Seats are noted.", "the answer to `pilot_site` is set aside",
            "1 recommended", "1 blank", "to confirm", "1 set aside")  # fmt: skip
ANYWAY = ("--override", "not-approved", "--override", "R1", "--override", "unconfirmed",
          "--reason", "a test")  # fmt: skip
DRAFT = ("draft", "answers.yaml", "-o", "a.docx")


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Practice:
    """A small firm and a deal with something of everything."""
    practice = Practice(tmp_path / "firm")
    questions = practice.texts["questionnaire/01-deal.yaml"]
    practice.texts |= {
        "consistency/R1.yaml": "severity: warn\nwhen: seats > 5\nmessage: Many seats.\n",
        "consistency/R2.yaml": "severity: inform\nwhen: seats > 4\nmessage: Seats are noted.\n",
        "questionnaire/01-deal.yaml": questions
        + "  pilot_site: {asks: Where is the pilot?, type: text, ask when: pilot}\n"
        + "  office: {asks: Where is the office?, type: text}\n",
        "topics/exit/by-notice.md": "---\nposition: preferred\nconfirm: [Is it usual?]\n---\n"
        "A party may leave on {notice} notice. The office is {office}.\n",
    }
    practice.texts["topics/pilot/short.md"] += "\nIt is held at {pilot_site}.\n"
    practice.edit("topics/exit/by-notice.md", "may leave", "may go")
    practice.settings()
    practice.registry().close()
    record = deal(seats="9", pilot_site="Leeds")
    (practice.folder / "answers.yaml").write_text(json.dumps(record), "utf-8")
    monkeypatch.chdir(practice.folder)
    return practice


def drafted(drafter: Command, firm: Practice, *options: str) -> Any:
    return drafter(*DRAFT, *options)


def recorded(drafter: Command, firm: Practice, *options: str) -> Any:
    return drafter(*DRAFT, "--record", *options)


def revised(drafter: Command, firm: Practice, *options: str) -> Any:
    assert recorded(drafter, firm).code == 0
    return drafter("draft", "answers.yaml", "-o", "b.docx", "--record", "--agreement", "A-0001",
                   *options)  # fmt: skip


def applied(drafter: Command, firm: Practice, *options: str) -> Any:
    assert recorded(drafter, firm).code == 0
    firm.edit("topics/exit/by-notice.md", "may go", "may leave")
    assert drafter("plan", "-o", "plan.json").code == 0
    return drafter("apply", "plan.json", "-o", "new", "--processes", "1", *options)


def batched(drafter: Command, firm: Practice, *options: str) -> Any:
    return drafter("batch", "answers.yaml", "-o", "many", "--processes", "1", *options)


def batched_again(drafter: Command, firm: Practice, *options: str) -> Any:
    assert batched(drafter, firm).code == 0
    return batched(drafter, firm, *options)


def issued(drafter: Command, firm: Practice, *options: str) -> Any:
    assert recorded(drafter, firm).code == 0
    return drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY, *options)


Way = Callable[..., Any]
ROWS: list[Way] = [drafted, recorded, revised, applied, batched, batched_again]


class DescribeEveryCommandThatDrafts:
    @pytest.mark.parametrize("way", ROWS)
    def it_tells_all_in_words(self, drafter: Command, firm: Practice, way: Way) -> None:
        outcome = way(drafter, firm)
        said = " ".join((outcome.out + outcome.err).split())
        assert outcome.code == 0
        assert [one for one in IN_WORDS if one not in said] == []

    @pytest.mark.parametrize("way", [drafted, recorded, revised])
    def it_tells_all_when_it_is_asked_to_be_quiet(
        self, drafter: Command, firm: Practice, way: Way
    ) -> None:
        said = " ".join(way(drafter, firm, "--quiet").err.split())
        assert [one for one in IN_WORDS if one not in said] == []

    @pytest.mark.parametrize("way", ROWS)
    def it_tells_all_as_data(self, drafter: Command, firm: Practice, way: Way) -> None:
        data = json.loads(way(drafter, firm, "--json").out)
        whole(data[0].get("said", data[0]) if isinstance(data, list) else data)

    def it_tells_of_recommendations_that_were_taken_when_it_is_issued(
        self, drafter: Command, firm: Practice
    ) -> None:
        data = json.loads(issued(drafter, firm, "--json").out)
        assert {one["rule"] for one in data["findings"]} == FINDINGS
        assert [one["question"] for one in data["blanks"]] == ["office"]
        whole(data)


def whole(said: dict[str, Any]) -> None:
    assert {one["rule"] for one in said["findings"]} == FINDINGS
    assert said["set_aside"] == ["pilot_site"]
    assert {name: said["counts"][name] for name in COUNTS} == COUNTS


class DescribeWhatStays:
    def it_stands_in_the_report(self, drafter: Command, firm: Practice) -> None:
        drafted(drafter, firm, "--report", "r.json")
        report = json.loads(Path("r.json").read_text("utf-8"))
        fired = {one["rule"] for one in report["findings"] if not one.get("pending")}
        assert (fired, report["set_aside"]) == ({"R1", "R2"}, ["pilot_site"])
        assert [one["question"] for one in report["recommended"]] == ["ownership"]
        assert [one["question"] for one in report["blanks"]] == ["office"]
        assert {name: report["counts"][name] for name in COUNTS} == COUNTS

    def it_stands_in_the_index_of_a_batch(self, drafter: Command, firm: Practice) -> None:
        batched(drafter, firm)
        (line,) = Path("many/.drafter-batch.jsonl").read_text("utf-8").splitlines()
        whole(json.loads(json.loads(line)[-1]))

    def it_stands_on_the_pages_of_the_web_form(self, firm: Practice, tmp_path: Path) -> None:
        app = create_app(tmp_path / "deals", load_library(firm.library))
        deals = app.extensions["deals"]
        reference = deals.new("simple")
        with deals.changing(reference) as (form, save):
            save(form.answer(deal(seats="9", pilot_site="Leeds")["answers"]))
        browser = app.test_client()
        pages = [browser.get(f"/deal/{reference}{page}").text
                 for page in ("/check", "/warnings", "/set-aside", "/recommended")]  # fmt: skip
        said = "\n".join(pages)
        assert [one for one in ("Many seats.", "Seats are noted.", "Where is the pilot?",
                                "Who owns the results?", "1 recommended", "1 blank",
                                "1 point to confirm", "1 set aside")
                if one not in said] == []  # fmt: skip


class DescribeCommandsBesideADraft:
    """They make no draft; what they do not do, or leave as it is, they say too."""

    def it_says_how_many_recommendations_are_left(self, drafter: Command, firm: Practice) -> None:
        outcome = drafter("confirm", "answers.yaml")
        assert "1 recommended and not confirmed" in outcome.err
        outcome = drafter("confirm", "answers.yaml", "--all", "--by", "GC", "--json")
        assert json.loads(outcome.out)["left"] == []

    def it_says_what_a_file_that_came_back_lacks(self, drafter: Command, firm: Practice) -> None:
        assert issued(drafter, firm).code == 0
        assert "stand as offered" in drafter("receive", "A-0001", "out.docx").err
        data = json.loads(drafter("receive", "A-0001", "out.docx", "--json").out)
        assert data["offered"] == data["unchanged"]

    def it_says_why_each_agreement_is_in_a_plan(self, drafter: Command, firm: Practice) -> None:
        assert recorded(drafter, firm).code == 0
        firm.edit("topics/exit/by-notice.md", "may go", "may leave")
        outcome = drafter("plan", "-o", "plan.json")
        assert "because the wording of Leaving changed" in outcome.out
        data = json.loads(drafter("plan", "-o", "again.json", "--json").out)
        assert data["entries"][0]["reasons"][0]["kind"] == "wording"


class DescribeCommandsThatLook:
    """They write no agreement; what they find, and what they do not look at, they say both ways."""

    def it_says_what_other_answers_would_change(self, drafter: Command, firm: Practice) -> None:
        look = ("what-if", "answers.yaml", "seats=4", "pilot=yes")
        said, data = drafter(*look).out, json.loads(drafter(*look, "--json").out)
        for words, rule in (("Many seats.", "R1"), ("answer to `pilot_site` is set", "set-aside")):
            assert words in said.partition("Warnings that go")[2]
            assert rule in [one["rule"] for one in data["settled"]]

    def it_says_which_points_are_left(self, drafter: Command, firm: Practice) -> None:
        outcome = drafter("points", "answers.yaml")
        assert ("Is it usual?" in outcome.out, outcome.err) == (True, "1 point, 1 to confirm\n")
        (data,) = json.loads(drafter("points", "answers.yaml", "--json").out)
        assert (data["point"], data.get("checked")) == ("Is it usual?", None)

    def it_says_where_words_stand_and_who_carries_them(
        self, drafter: Command, firm: Practice
    ) -> None:
        assert recorded(drafter, firm).code == 0
        said, (data,) = drafter("find", "may go").out, json.loads(
            drafter("find", "may go", "--json").out)  # fmt: skip
        assert ("A-0001" in said, "1 line" in said, data["agreements"]) == (True, True, ["A-0001"])

    def it_says_what_it_did_not_read(self, drafter: Command, firm: Practice) -> None:
        assert drafted(drafter, firm).code == 0
        said, data = drafter("proofread", "a.docx").out, json.loads(
            drafter("proofread", "a.docx", "--json").out)  # fmt: skip
        assert [one for one in data["out_of_reach"] if one not in said] == []
        assert [one["says"] for one in data["findings"] if one["says"] not in said] == []

    def it_says_what_was_assumed_of_a_style(self, drafter: Command, firm: Practice) -> None:
        assert drafted(drafter, firm).code == 0
        for look in (("inspect", "a.docx"), ("adopt", "a.docx", "-o", "s.docx", "--force")):
            said, told = drafter("style", *look).err, json.loads(
                drafter("style", *look, "--json").out)["findings"]  # fmt: skip
            assert told
            assert [one["says"] for one in told if one["says"] not in said] == []

    def it_says_what_a_merge_left_as_it_was(self, drafter: Command, firm: Practice) -> None:
        assert issued(drafter, firm).code == 0
        assert drafter("receive", "A-0001", "out.docx").code == 0
        assert "reads as revision 1" in drafter("compare", "A-0001").out
        assert json.loads(drafter("compare", "A-0001", "--json").out)["topics"] == []
        firm.edit("topics/exit/by-notice.md", "may go", "may leave")
        assert drafter("draft", "answers.yaml", "-o", "b.docx").code == 0
        merge = ("merge", "out.docx", "out.docx", "b.docx", "-o", "m.docx", "--force")
        said, lines = drafter(*merge).out, json.loads(
            drafter(*merge, "--json").out)["report"]["lines"]  # fmt: skip
        assert {one["did"] for one in lines} == {"left out", "put in"}
        assert [one["why"] for one in lines if one["why"] not in said] == []
