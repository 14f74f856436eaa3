"""An ordinary slip of the keys gets a sentence that says what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command, answers_of
from support.examples import starter

BAG, CUP = "smart-handbag", "workout-rewards"


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(answers_of(CUP)), "utf-8")
    return file


class DescribeASlip:
    def it_may_be_a_misspelt_command(self, drafter: Command) -> None:
        outcome = drafter("drfat", "answers.yaml")
        assert (outcome.code, "did you mean `draft`?" in outcome.err) == (2, True)

    def it_may_be_a_misspelt_house_style(self, drafter: Command, answers: Path) -> None:
        outcome = drafter("draft", answers, "-o", "a.docx", "--style", "hosue")
        assert (outcome.code, "did you mean `house`?" in outcome.err) == (1, True)

    def it_may_be_a_tab(self, drafter: Command, answers: Path) -> None:
        answers.write_text("precedent: x\nanswers:\n\tparties: 1\n", "utf-8")
        outcome = drafter("draft", answers, "-o", "a.docx")
        assert (outcome.code, "indent with spaces" in outcome.err) == (1, True)

    def it_may_be_a_name_without_end(self, drafter: Command, answers: Path) -> None:
        answers.write_text(json.dumps({"precedent": "x", "answers": {"k" * 2000: "1"}}), "utf-8")
        outcome = drafter("draft", answers, "-o", "a.docx")
        assert (outcome.code, "shorten the name" in outcome.err) == (1, True)

    @pytest.mark.parametrize("output", ["x" * 260 + ".docx", "/proc/x.docx", "none/a.docx"])
    def it_may_be_a_place_where_no_file_can_be(
        self, drafter: Command, answers: Path, output: str
    ) -> None:
        outcome = drafter("draft", answers, "-o", output)
        assert (outcome.code, "nothing was written" in outcome.err) == (1, True)

    def it_may_be_a_file_that_is_not_there(self, drafter: Command, answers: Path) -> None:
        outcome = drafter("redline", "one.docx", "two.docx", "-o", "r.docx")
        assert outcome.code == 1
        assert "one.docx" in outcome.err
        assert "two.docx" in outcome.err

    def it_replaces_no_link_that_leads_nowhere(self, drafter: Command, answers: Path) -> None:
        Path("a.docx").symlink_to("gone.docx")
        outcome = drafter("draft", answers, "-o", "a.docx")
        assert (outcome.code, "use --force" in outcome.err) == (1, True)
        assert Path("a.docx").is_symlink()

    def it_may_be_an_override_on_no_day(self, drafter: Command, answers: Path) -> None:
        override = {"what": "R1", "by": "GC", "on": "2020-99-99", "reason": "known"}
        answers.write_text(json.dumps({**answers_of(CUP), "overrides": [override]}), "utf-8")
        outcome = drafter("draft", answers, "-o", "a.docx")
        assert (outcome.code, "2020-99-99" in outcome.err) == (1, True)


class DescribeLinesInASentence:
    @pytest.mark.parametrize("name", ["project_purpose", "product_description", "out_of_scope"])
    def it_is_refused_where_an_answer_goes_on_within_a_sentence(self, name: str) -> None:
        data = answers_of(CUP)
        data["answers"][name] = "bring riders\n\n- by giving a bun\n\n"
        said = [one.says for one in starter().form(data).faults]
        assert said == [f"`{name}`: this answer is one line"]

    def it_may_stand_in_a_text_of_its_own(self) -> None:
        data = answers_of(BAG)
        data["answers"]["mock_release_text"] = "One line.\n\nAnother."
        assert starter().form(data).faults == ()


class DescribeWhatIsPrintedOfOne:
    def it_is_in_the_singular(self) -> None:
        data = answers_of(BAG)
        data["answers"] |= {"team_size": "1", "sample_count": "1", "kpi_misses": "1"}
        text = starter().draft(data).text().replace("\u00a0", " ")
        assert "a team of at least 1 person" in text
        assert [one for one in ("1 people", "1 samples", "1 persons") if one in text] == []

    def it_can_be_copied_back_into_the_answers(self) -> None:
        data = answers_of(BAG)
        assert "GBP 1,000,000" in starter().draft(data).text().replace("\u00a0", " ")
        data["answers"]["general_cap"] = "GBP 1,000,000"
        assert starter().form(data).faults == ()

    def it_is_one_line_at_the_prompt(self) -> None:
        made = (starter(), starter().form(answers_of(CUP)), starter().draft(answers_of(CUP)))
        assert [len(repr(one).splitlines()) for one in made] == [1, 1, 1]
        assert max(len(repr(one)) for one in made) < 200
