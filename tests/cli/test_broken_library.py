"""`check`, and whatever reads a library, survives any library that a person can write."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command import Command, answers_of, write_answers
from support.copies import own_library
from support.workspaces import Practice, deal

Break = Callable[[Path], object]


def misspell(name: str, old: str, new: str) -> Break:
    """Words of a file become others."""

    def change(library: Path) -> None:
        text = (library / name).read_text("utf-8")
        assert old in text
        (library / name).write_text(text.replace(old, new, 1), "utf-8")

    return change


def write(name: str, data: bytes) -> Break:
    return lambda library: (library / name).write_bytes(data)


def rename(old: str, new: str) -> Break:
    return lambda library: (library / old).rename(library / new)


def remove(name: str) -> Break:
    return lambda library: (library / name).unlink()


EXIT, TABLE = "topics/exit/by-notice.md", "topics/exit/topic.yaml"
DEAL, RESULT = "questionnaire/01-deal.yaml", "definitions/result/wide.md"
BREAKS = {
    "a fill that nobody asks": misspell(EXIT, "{notice}", "{notise}"),
    "a fill in a definition": misspell(RESULT, "everything", "{foo}"),
    "a text that is gone": remove(EXIT),
    "a text of another name": rename(EXIT, "topics/exit/by-notise.md"),
    "an empty text": write(EXIT, b""),
    "a text of random bytes": write(EXIT, bytes(range(256))),
    "a table that is gone": remove(TABLE),
    "an empty table": write(TABLE, b""),
    "a table that is a list": write(TABLE, b"- a\n- b\n"),
    "a table cut in the middle": write(TABLE, b"heading: Exit\nchoo"),
    "a questionnaire that is gone": remove(DEAL),
    "a questionnaire of another kind": write(DEAL, b"42\n"),
    "a question of another name": misspell(DEAL, "  notice:", "  notise:"),
    "a precedent that is gone": remove("precedents/simple.yaml"),
    "a precedent with a topic that is none": misspell(
        "precedents/simple.yaml", "exit]", "exit, exot]"),
    "a definition that is gone": remove("definitions/party.md"),
    "a reference that leads nowhere": misspell("topics/pilot/short.md", "[@exit]", "[@exot]"),
}  # fmt: skip
COMMANDS = [
    ("check",), ("show", "library"), ("show", "questionnaire"), ("explain", "answers.yaml"),
    ("draft", "answers.yaml", "-o", "a.docx", "--force"), ("schema",),
]  # fmt: skip


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    practice = Practice(tmp_path / "firm")
    practice.settings()
    (practice.folder / "answers.yaml").write_text(json.dumps(deal()), "utf-8")
    monkeypatch.chdir(practice.folder)
    return practice.library


class DescribeABrokenLibrary:
    @pytest.mark.parametrize("name", BREAKS)
    def it_is_told_and_never_our_fault(self, drafter: Command, firm: Path, name: str) -> None:
        BREAKS[name](firm)
        for command in COMMANDS:
            outcome = drafter(*command)
            assert outcome.code in (0, 1), (command, outcome)
            if command == ("check",):
                assert outcome.code == 1
                assert f" --> {firm}/" in outcome.out + outcome.err

    @pytest.mark.parametrize("name", ["a fill that nobody asks", "a text that is gone"])
    def it_is_told_by_check_as_by_draft(self, drafter: Command, firm: Path, name: str) -> None:
        BREAKS[name](firm)
        drafted = drafter("draft", "answers.yaml", "-o", "a.docx").err
        said = [line for line in drafted.splitlines() if line.startswith("error[")]
        assert said
        found = json.loads(drafter("check", "--json").out)["findings"]
        assert {line.split(": ", 1)[1] for line in said} <= {one["says"] for one in found}

    @pytest.mark.parametrize("slip", [
        misspell("topics/exit/one-leaves.md", "{exit_notice}", "{exit_notise}"),
        remove("topics/exit/any-time.md"),
        rename("topics/exit/any-time.md", "topics/exit/anytime.md"),
    ])  # fmt: skip
    def it_may_be_the_one_that_comes_with_drafter(
        self, drafter: Command, tmp_path: Path, slip: Break
    ) -> None:
        library = own_library()
        slip(library)
        answers = write_answers(tmp_path, answers_of("workout-rewards"))
        drafted = drafter("draft", answers, "-o", tmp_path / "a.docx", "--library", library)
        assert drafted.code == 1
        assert "error[" in drafted.err
        checked = drafter("check", "--json", "--library", library)
        assert checked.code == 1
        found = json.loads(checked.out)
        assert found["counterexamples"] == 0
        assert found["not_decided"] > 0
