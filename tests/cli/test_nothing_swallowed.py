"""Warnings, counts and answers set aside reach every way out, however quiet it is asked to be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.attacks import template
from support.command import Command
from support.workspaces import Practice, deal

WARNING = "severity: warn\nwhen: seats > 5\nmessage: Many seats.\n"


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Practice:
    """A small firm whose deal draws a warning and answers a question that is not asked."""
    practice = Practice(tmp_path / "firm")
    practice.texts["consistency/R1.yaml"] = WARNING
    questions = practice.texts["questionnaire/01-deal.yaml"]
    practice.texts["questionnaire/01-deal.yaml"] = questions + (
        "  pilot_site: {asks: Where is the pilot?, type: text, ask when: pilot}\n")  # fmt: skip
    practice.texts["topics/pilot/short.md"] += "\nIt is held at {pilot_site}.\n"
    practice.edit("topics/exit/by-notice.md", "may leave", "may go")
    practice.settings()
    record = deal(seats="9", pilot_site="Leeds")
    (practice.folder / "answers.yaml").write_text(json.dumps(record), "utf-8")
    monkeypatch.chdir(practice.folder)
    return practice


WAYS = [(), ("--quiet",), ("--json",), ("--json", "--quiet")]


REFUSED = [
    ("draft", "bad.yaml", "-o", "a.docx"),
    ("explain", "bad.yaml"),
    ("what-if", "answers.yaml", "seats=none"),
    ("show", "topic", "no-such-topic"),
]


class DescribeARefusal:
    """Asked for data, a command that refuses gives its faults as data."""

    @pytest.mark.parametrize("words", REFUSED, ids=" ".join)
    def it_stands_on_stdout_as_one_document(
        self, drafter: Command, firm: Practice, words: tuple[str, ...]
    ) -> None:
        Path("bad.yaml").write_text(json.dumps(deal(seats="none")), "utf-8")
        outcome = drafter(*words, "--json")
        faults = json.loads(outcome.out)["faults"]
        assert outcome.code == 1
        assert all(f"error[{one['rule']}]: {one['says']}" in outcome.err for one in faults)
        assert len(faults) == outcome.err.count("error[") > 0

    def it_is_said_once_where_the_data_says_it_already(
        self, drafter: Command, firm: Practice
    ) -> None:
        rule = WARNING.replace("warn", "block").replace("5", "50")
        (firm.library / "consistency/R1.yaml").write_text(rule, "utf-8")
        outcome = drafter("what-if", "answers.yaml", "seats=60", "--json")
        assert outcome.code == 1
        assert [one["rule"] for one in json.loads(outcome.out)["refused"]] == ["R1"]


class DescribeADraft:
    @pytest.mark.parametrize("options", WAYS, ids=" ".join)
    def it_says_what_it_rests_on(
        self, drafter: Command, firm: Practice, options: tuple[str, ...]
    ) -> None:
        outcome = drafter("draft", "answers.yaml", "-o", "a.docx", *options)
        assert outcome.code == 0
        assert "warning[R1]: Many seats." in outcome.err
        assert "warning[set-aside]: the answer to `pilot_site` is set aside" in outcome.err
        assert "answers given" in outcome.err
        said = " ".join(outcome.err.split())
        assert "1 warning, 1 set aside; which: --report FILE.json" in said

    def it_says_so_as_data(self, drafter: Command, firm: Practice) -> None:
        said = json.loads(drafter("draft", "answers.yaml", "-o", "a.docx", "--json").out)
        assert [one["rule"] for one in said["findings"]] == ["R1", "set-aside"]
        assert said["set_aside"] == ["pilot_site"]
        assert (said["counts"]["warnings"], said["counts"]["set_aside"]) == (1, 1)

    def it_says_so_in_its_report(self, drafter: Command, firm: Practice) -> None:
        drafter("draft", "answers.yaml", "-o", "a.docx", "--report", "r.json")
        report = json.loads(Path("r.json").read_text("utf-8"))
        assert report["counts"]["warnings"] == 1
        assert report["set_aside"] == ["pilot_site"]


class DescribeAnAnswerWithoutEffect:
    """Nothing in the chosen agreement turns on it, and its writer must not look for it there."""

    @pytest.fixture
    def useless(self, firm: Practice) -> Practice:
        questions = firm.texts["questionnaire/01-deal.yaml"]
        firm.edit("questionnaire/01-deal.yaml", questions, questions + (
            "  office: {asks: Where is the office?, type: text}\n"))  # fmt: skip
        firm.settings()
        record = deal(seats="3", office="Leeds")
        (firm.folder / "answers.yaml").write_text(json.dumps(record), "utf-8")
        return firm

    def it_is_set_aside_and_told_in_every_way(self, drafter: Command, useless: Practice) -> None:
        outcome = drafter("draft", "answers.yaml", "-o", "a.docx", "--quiet")
        assert outcome.code == 0
        says = "warning[set-aside]: the answer to `office` is set aside: nothing in the"
        assert says in outcome.err
        data = json.loads(drafter("draft", "answers.yaml", "-o", "b.docx", "--json").out)
        assert (data["set_aside"], data["counts"]["set_aside"]) == (["office"], 1)


class DescribeACutTemplate:
    """What is left out of a house style is told by every command that writes in it."""

    @pytest.fixture
    def styled(self, firm: Practice) -> Practice:
        name = firm.own_style()
        path = firm.folder / "templates" / f"{name}.docx"
        path.write_bytes(template()(path.read_bytes()))
        return firm

    @pytest.mark.parametrize("command", [
        ("draft", "answers.yaml", "-o", "a.docx", "--quiet"),
        ("batch", "answers.yaml", "-o", "many"),
    ], ids=["draft", "batch"])  # fmt: skip
    def it_is_told(self, drafter: Command, styled: Practice, command: tuple[str, ...]) -> None:
        outcome = drafter(*command, "--style", "firm")
        assert outcome.code == 0
        assert "warning[attached-template]: the attached template" in outcome.err

    def it_is_told_when_a_plan_is_applied(self, drafter: Command, styled: Practice) -> None:
        styled.registry().close()
        drafter("draft", "answers.yaml", "-o", "a.docx", "--style", "firm", "--record")
        styled.edit("topics/exit/by-notice.md", "may go", "may leave")
        drafter("plan", "-o", "plan.json")
        outcome = drafter("apply", "plan.json", "--processes", "1", "-o", "new")
        assert outcome.code == 0
        assert "warning[attached-template]: the attached template" in outcome.out

    def it_is_told_when_it_is_issued(self, drafter: Command, styled: Practice) -> None:
        styled.registry().close()
        recorded = drafter("draft", "answers.yaml", "-o", "a.docx", "--style", "firm", "--record")
        assert recorded.code == 0
        anyway = ("--override", "not-approved", "--override", "R1", "--override", "unconfirmed",
                  "--reason", "a test")  # fmt: skip
        outcome = drafter("issue", "A-0001", "-o", "b.docx", *anyway)
        assert outcome.code == 0
        assert "warning[attached-template]: the attached template" in outcome.err
