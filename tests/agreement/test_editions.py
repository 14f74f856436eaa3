"""One text, two Englishes: an American agreement reads as Americans write, and answers stay."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.examples import starter

from drafter import UNKNOWN
from drafter.drafting import Draft
from drafter.word.read import print_docx

ROOT = Path(__file__).resolve().parents[2]
REWARDS = ROOT / "examples" / "workout-rewards" / "answers.yaml"


def read_deal(answers: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(answers.read_text("utf-8"), yaml.BaseLoader)
    return read


@cache
def drafted(**changed: Any) -> Draft:
    """The reward campaign with other answers to a few questions."""
    data = read_deal(REWARDS)
    unknown = [name for name, answer in changed.items() if answer is UNKNOWN]
    answers = data["answers"] | changed
    data["answers"] = {name: one for name, one in answers.items() if name not in unknown}
    return starter().draft(data | {"unknown": [*data.get("unknown", ()), *unknown]})


def own_style(folder: Path, more: str) -> Path:
    """The house style that comes with drafter, with lines more in its roles file."""
    for kind in ("docx", "yaml"):
        data = (ROOT / "templates" / f"house.{kind}").read_bytes()
        (folder / f"own.{kind}").write_bytes(data + (more.encode() if kind == "yaml" else b""))
    return folder / "own.docx"


class DescribeADeedInAmericanEnglish:
    """A deed is a matter of the law that governs, and not of the English in which it is written."""

    def it_is_executed_as_a_deed_by_whoever_the_answers_name(self) -> None:
        data = read_deal(ROOT / "examples" / "smart-handbag" / "answers.yaml")
        data["answers"] |= {"edition": "us", "as_deed": "yes"}
        for record in data["answers"]["parties"].values():
            record["signs_by"] = "partner-and-witness"
        text = starter().draft(data).text()
        assert "a partner authorized by deed, in the presence of a witness" in text
        assert "under seal" not in text


class DescribeAnAgreementUnderNewYorkLaw:
    """It takes the American edition because that is recommended, and says so."""

    def it_spells_counts_and_dates_as_americans_do(self) -> None:
        text = drafted().text()
        of_sections = "headings do not change the meaning of a Section"
        others = "Exhibit 1 (Marks)", "Reasonable Efforts", "organization", "March 1, 2027"
        for words in ("Section 31.2", of_sections, *others):
            assert words in text.replace("\u00a0", " ")

    @pytest.mark.parametrize("british", ["clause", "chedule", "icence", "Endeavours", "organis"])
    def it_has_no_british_word_left(self, british: str) -> None:
        assert british not in drafted().text()

    def it_tells_word_that_the_text_is_american(self) -> None:
        assert drafted().document.language == "en-US"

    def it_says_why(self) -> None:
        assert drafted().report()["printed_words"] == {
            "words": "en-us", "because": "`edition` is answered"}  # fmt: skip


class DescribeTheChoiceOfAnEdition:
    """Whoever answers the question has the last word."""

    def it_prints_british_english_where_that_is_answered(self) -> None:
        text = drafted(edition="uk").text().replace("\u00a0", " ")
        assert "clause 31.2" in text
        assert "Reasonable Endeavours" in text

    def it_never_respells_an_answer(self) -> None:
        said = "the Centre's licence under clause 9 of the Organisation's schedule"
        assert said in drafted(project_purpose=said).text()

    @pytest.mark.parametrize(("changed", "words", "because"), [
        ({"governing_law": UNKNOWN}, "en-us",
         "neither an answer nor the precedent names an edition, and the house style names `us`"),
        ({"governing_law": UNKNOWN, "edition": "uk"}, "en-uk", "`edition` is answered"),
        ({"governing_law": "england-wales"}, "en-uk", "`edition` is answered"),
    ])  # fmt: skip
    def it_takes_that_of_the_house_style_only_where_nothing_else_says(
        self, changed: dict[str, Any], words: str, because: str
    ) -> None:
        """The governing law recommends one; the report says what chose."""
        made = drafted(**changed).worded("us")
        assert made.report()["printed_words"] == {"words": words, "because": because}

    def it_says_so_where_nobody_chose(self) -> None:
        """A note in every way out, and none where somebody did."""
        assumed = drafted(governing_law=UNKNOWN).worded("us")
        assert "edition-assumed" in [one["rule"] for one in assumed.summary()["findings"]]
        assert "edition-assumed" not in [one.rule for one in drafted().worded("uk").notes]

    def it_tells_of_an_edition_that_the_library_has_not(self) -> None:
        words = drafted(governing_law=UNKNOWN).worded("au").report()["printed_words"]
        assert words["words"] == "en-uk"
        assert words["because"].endswith("names `au`, which the library has not")

    def it_prints_the_words_of_the_house_in_its_file(self, tmp_path: Path) -> None:
        """A roles file names an edition, and the agreement reads so without another word."""
        style = own_style(tmp_path, "edition: us\n")
        file = drafted(governing_law=UNKNOWN).to_docx(style)
        assert "Exhibit 1" in print_docx(file)
        assert "Schedule 1" in print_docx(drafted(governing_law=UNKNOWN).to_docx())

    def it_takes_the_usual_edition_where_no_law_is_known_and_says_so(self) -> None:
        words = drafted(governing_law=UNKNOWN).report()["printed_words"]
        assert words["words"] == "en-uk"
        assert words["because"] == "neither an answer nor the precedent names an edition"
