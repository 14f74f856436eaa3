"""What other answers would change: told before anybody writes them down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command
from support.examples import starter
from support.workspaces import Practice, deal

from drafter import Library, load_library, what_if
from drafter.intake.model import UNKNOWN
from drafter.regeneration.reason_text import print_change

BUNDLED = starter()
DEAL = Path(__file__).parent.parent / "examples/sensor-university/answers.yaml"


@pytest.fixture
def small(tmp_path: Path) -> Library:
    return load_library(Practice(tmp_path).library)


class DescribeOtherAnswers:
    def it_change_variants_and_words(self, small: Library) -> None:
        found = what_if(small.form(deal(ownership="joint")), {"ownership": "maker"})
        assert [(one.topic, one.before, one.after) for one in found.effect.topics] == [
            ("results", ("jointly-owned",), ("maker-owns",))
        ]
        said = [print_change(one) for one in found.changes]
        assert any("comes in: ‘Each Party owns what it makes.’" in one for one in said)

    def it_leave_the_answers_as_they_are(self, small: Library) -> None:
        form = small.form(deal(ownership="joint"))
        before = json.dumps(form.data)
        what_if(form, {"ownership": "maker", "seats": "8"})
        assert json.dumps(form.data) == before

    def it_are_drafted_as_if_somebody_had_written_them(self, small: Library) -> None:
        """The word counts are those of the agreements that both sets of answers give."""
        found = what_if(small.form(deal(seats="3")), {"seats": "8", "pilot": "yes"})
        words = [
            sum(len(line.split()) for line in small.draft(deal(**answers)).text().splitlines())
            for answers in ({"seats": "3"}, {"seats": "8", "pilot": "yes"})
        ]
        before, after = found.words
        assert after > before
        assert words[1] > words[0]
        assert {one.topic for one in found.effect.topics} >= {"pilot"}

    def it_name_every_answer_that_follows(self) -> None:
        found = what_if(BUNDLED.form_of_file(DEAL), {"governing_law": "new-york"})
        became = {one.path: one.other.words for one in found.answers}
        assert became["edition"] == "American English"
        assert "Signatures (signed united states)" in dict(found.effect.outcomes)["Changed"]

    def it_say_which_warnings_come_and_go(self) -> None:
        form = BUNDLED.form_of_file(DEAL)
        there = what_if(form, {"liability_model": "mutual-cap"})
        assert [one.rule for one in there.raised] == ["set-aside"]
        other = form.answer({"liability_model": "mutual-cap"})
        back = what_if(other, {"liability_model": "tiered-cap"})
        assert [one.rule for one in back.settled] == ["set-aside"]

    def it_say_why_nothing_could_be_drafted(self, small: Library) -> None:
        found = what_if(small.form(deal()), {"parties": UNKNOWN})
        assert [one.rule for one in found.refused] == ["essential"]
        assert found.changes == ()


class DescribeTheCommand:
    def it_tells_and_writes_nothing(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        practice = Practice(tmp_path)
        practice.settings()
        (tmp_path / "answers.yaml").write_text(json.dumps(deal()), "utf-8")
        monkeypatch.chdir(tmp_path)
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        drafter = Command(capsys)
        outcome = drafter("what-if", "answers.yaml", "notice=90 days")
        assert outcome.code == 0
        assert "notice: 60 days (given) -> 90 days (given)" in outcome.out
        assert "3.1 Leaving: ‘60’ becomes ‘90’" in outcome.out
        said = json.loads(drafter("what-if", "answers.yaml", "notice=90 days", "--json").out)
        assert said["topics"] == []
        assert {path: path.read_bytes() for path in before} == before

    @pytest.mark.parametrize(("change", "says"), [
        ("notise=90 days", "no question is called `notise`"),
        ("notice=soon", "`notice`: `soon`"),
        ("notice", "`notice` is no change"),
        ("parties.north.nam=N", "no question is called `parties.north.nam`"),
    ])  # fmt: skip
    def it_refuses_what_is_no_change(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
        change: str, says: str,
    ) -> None:  # fmt: skip
        Practice(tmp_path).settings()
        (tmp_path / "answers.yaml").write_text(json.dumps(deal()), "utf-8")
        monkeypatch.chdir(tmp_path)
        outcome = Command(capsys)("what-if", "answers.yaml", change)
        assert outcome.code == 1
        assert says in outcome.err
