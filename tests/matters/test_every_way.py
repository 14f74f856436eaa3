"""Every way in to what leaves the house is refused alike: one gate, the same faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command, answers_of, write_answers
from support.copies import fresh_copy
from support.examples import starter

from drafter import Refused, Stamp, open_desk, start_workspace

NOW = Stamp("2026-12-01T09:00:00Z", "Head of Legal", "5f0c")
Fault = tuple[str, str]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace, to be copied."""
    folder = tmp_path_factory.mktemp("started") / "firm"
    start_workspace(folder)
    return folder


@pytest.fixture
def firm(started: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh workspace with the answers of one deal, one topic of which is open."""
    folder = fresh_copy(started, "firm")
    data = answers_of("workout-rewards")
    data["answers"].pop("money_model", None)
    data["unknown"] = [*data.get("unknown", ()), "money_model"]
    write_answers(folder, data)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def drafter(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def said(err: str) -> set[Fault]:
    """The faults that a command prints: rule and sentence."""
    heads = [line[len("error[") :].split("]: ", 1) for line in err.splitlines()
             if line.startswith("error[")]  # fmt: skip
    return {(rule, says) for rule, says in heads}


def by_library(deal: Path) -> set[Fault]:
    library = starter()
    with pytest.raises(Refused) as refused:
        library.draft(library.read_file(deal), "issue")
    return {(one.rule, one.says) for one in refused.value.diagnostics}


def by_desk(deal: Path) -> set[Fault]:
    desk = open_desk(deal.parent)
    held = desk.record(desk.library.draft(desk.library.read_file(deal)), NOW).held
    with pytest.raises(Refused) as refused:
        desk.issue(held.id, NOW)
    assert [one.status.value for one in desk.registry.agreements()] == ["drafted"]
    return {(one.rule, one.says) for one in refused.value.diagnostics}


def anyway(what: str) -> dict[str, str]:
    """An override as an answers file holds it."""
    return {"what": what, "by": "General Counsel", "on": "2026-12-01", "reason": "known"}


class DescribeRecommendations:
    """They are confirmed before the other side sees them, or overridden by name."""

    def it_lets_pass_in_every_way_what_was_confirmed(self, drafter: Command, firm: Path) -> None:
        assert drafter("confirm", "answers.yaml", "--all", "--by", "General Counsel").code == 0
        assert "unconfirmed" not in {rule for rule, _ in by_library(firm / "answers.yaml")}
        assert "unconfirmed" not in {rule for rule, _ in by_desk(firm / "answers.yaml")}
        for command in (("issue", "A-0001", "-o", "y.docx"),
                        ("draft", "answers.yaml", "-o", "x.docx", "--for", "issue"),
                        ("batch", "answers.yaml", "-o", "many", "--for", "signature")):  # fmt: skip
            outcome = drafter(*command)
            assert (outcome.code, "not-approved" in outcome.err) == (1, True)
            assert "unconfirmed" not in outcome.err

    def it_names_the_command_that_confirms_them(self, drafter: Command, firm: Path) -> None:
        drafter("draft", "answers.yaml", "-o", "a.docx", "--record")
        drafted = drafter("draft", "answers.yaml", "-o", "x.docx", "--for", "issue")
        assert "= help: drafter confirm answers.yaml --all --by NAME" in drafted.err
        issued = drafter("issue", "A-0001", "-o", "y.docx")
        assert ("drafter confirm ANSWERS --all --by NAME, then drafter draft ANSWERS -o FILE "
                "--record --agreement A-0001") in issued.err  # fmt: skip

    @pytest.mark.parametrize("what", ["unconfirmed", "exit_notice"])
    def it_lets_pass_what_somebody_overrides_by_name(self, firm: Path, what: str) -> None:
        library = starter()
        data = {**answers_of("workout-rewards"), "overrides": [anyway(what)]}
        all_of_them = set(library.draft(data).leaving.unconfirmed)
        with pytest.raises(Refused) as refused:
            library.draft(data, "issue")
        left = [one.questions for one in refused.value.diagnostics if one.rule == "unconfirmed"]
        assert "exit_notice" in all_of_them
        assert list(map(set, left)) == (
            [] if what == "unconfirmed" else [all_of_them - {"exit_notice"}])  # fmt: skip


class DescribeTheWaysOut:
    def it_refuses_alike_in_every_way(self, drafter: Command, firm: Path) -> None:
        expected = by_library(firm / "answers.yaml")
        assert len([one for one in expected if one[0] == "not-approved"]) > 20
        assert "open-topic" in {rule for rule, _ in expected}
        (unconfirmed,) = [says for rule, says in expected if rule == "unconfirmed"]
        assert " answers are recommendations that nobody confirmed: 2 in Parties, " in unconfirmed
        assert by_desk(firm / "answers.yaml") == expected
        drafted = drafter("draft", "answers.yaml", "-o", "x.docx", "--for", "issue")
        assert (drafted.code, said(drafted.err)) == (1, expected)
        issued = drafter("issue", "A-0001", "-o", "y.docx")
        assert (issued.code, said(issued.err)) == (1, expected)
        batch = drafter("batch", "answers.yaml", "-o", "many", "--for", "issue", "--json")
        (row,) = json.loads(batch.out)
        assert {(one["rule"], one["says"]) for one in row["faults"]} == expected
        assert sorted(path.name for path in firm.rglob("*.docx")
                      if "templates" not in path.parts) == []  # fmt: skip
