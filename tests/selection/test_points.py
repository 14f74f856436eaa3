"""The points that counsel is to confirm: who checked which is recorded with the deal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.command import Command, answers_of, write_answers
from support.examples import starter

from drafter.drafting import Draft

VARIANT = "parties/two-parties"
POINT = "Check the signing power of each office."
ENTRY = {"variant": VARIANT, "point": POINT, "by": "General Counsel", "on": "2027-03-05"}


def drafted(*checked: dict[str, str]) -> Draft:
    """An example with points that somebody checked."""
    return starter().draft({**answers_of("short-campaign"), "checked": list(checked)})


def notes(draft: Draft) -> str:
    return "\n".join(one.text for one in draft.document.notes)


class DescribeACheckedPoint:
    def it_is_recorded_with_who_and_when(self) -> None:
        (entry,) = (one for one in drafted(ENTRY).report()["confirm"] if one["point"] == POINT)
        assert entry["checked"] == {"by": "General Counsel", "on": "2027-03-05"}

    def it_is_asked_for_no_more(self) -> None:
        before, after = drafted(), drafted(ENTRY)
        assert after.tally.to_confirm == before.tally.to_confirm - 1
        assert POINT in notes(before)
        assert POINT not in notes(after)

    def it_leaves_the_words_of_the_agreement_alone(self) -> None:
        assert drafted(ENTRY).text() == drafted().text()

    def it_is_told_of_where_the_agreement_has_no_such_point(self) -> None:
        """The words of the point changed, or another variant was chosen."""
        gone: dict[str, Any] = {**ENTRY, "point": "Check the colour of the ink."}
        told = [one.says for one in drafted(gone).warnings if one.rule == "checked-point"]
        assert told == [
            f"`{VARIANT}` leaves no such point to confirm: Check the colour of the ink."
        ]


class DescribeTheCommand:
    @pytest.fixture
    def drafter(self, capsys: pytest.CaptureFixture[str]) -> Command:
        return Command(capsys)

    def it_writes_who_checked_what_and_lists_it(self, drafter: Command, tmp_path: Path) -> None:
        answers = write_answers(tmp_path, answers_of("short-campaign"))
        listed = json.loads(drafter("points", answers, "--json").out)
        number = 1 + [one["point"] for one in listed].index(POINT)
        told = drafter(
            "points", answers, str(number), "--by", "General Counsel", "--on", "2027-03-05"
        )
        assert f"{POINT}  (checked by General Counsel, 2027-03-05)" in told.out
        assert starter().read_file(answers).checked[0].by == "General Counsel"

    def it_needs_a_name_for_what_it_writes(self, drafter: Command, tmp_path: Path) -> None:
        answers = write_answers(tmp_path, answers_of("short-campaign"))
        before = answers.read_bytes()
        assert drafter("points", answers, "1").code == 2
        assert drafter("points", answers, "99", "--by", "General Counsel").code == 2
        assert answers.read_bytes() == before
