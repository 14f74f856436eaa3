"""Any numbering scheme: what the file shows is what the house's own lists count."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command import example
from support.examples import starter
from support.files import changed, swapped
from support.references import check_references

from drafter.agreement.scheme import SHIPPED
from drafter.word.house import HouseStyle, load_house
from drafter.word.read import print_docx

NUMBERS = "word/numbering.xml"
ARTICLES = (
    ('"decimal"/><w:pStyle w:val="ClauseHeading"/><w:lvlText w:val="%1."/>',
     '"upperRoman"/><w:pStyle w:val="ClauseHeading"/><w:suff w:val="space"/>'
     '<w:lvlText w:val="Article %1"/>'),
    ('"decimal"/><w:pStyle w:val="Clause"/><w:lvlText w:val="%1.%2"/>',
     '"decimalZero"/><w:pStyle w:val="Clause"/><w:isLgl/><w:lvlText w:val="Section %1.%2"/>'),
)  # fmt: skip
ANNEXES = (
    ('"decimal"/><w:pStyle w:val="ScheduleHeading"/><w:lvlText w:val="Schedule\u00a0%1"/>',
     '"upperLetter"/><w:pStyle w:val="ScheduleHeading"/><w:lvlText w:val="Annex %1"/>'),
    ('<w:lvlText w:val="%2."/>', '<w:lvlText w:val="%1.%2"/>'),
)  # fmt: skip
LETTERS = (('<w:lvlText w:val="(%3)"/>', '<w:lvlText w:val="%3)"/>'),)
RUNNING = (
    ('<w:pStyle w:val="Clause"/><w:lvlText w:val="%1.%2"/>',
     '<w:lvlRestart w:val="0"/><w:pStyle w:val="Clause"/><w:lvlText w:val="%2."/>'),
)  # fmt: skip
SCHEMES = {
    "articles": (*ARTICLES, *ANNEXES), "annexes": ANNEXES, "letters": LETTERS,
    "running": (ARTICLES[0], *RUNNING),
}  # fmt: skip


def house(folder: Path, scheme: str) -> HouseStyle:
    def change(contents: dict[str, bytes]) -> None:
        for old, new in SCHEMES[scheme]:
            swapped(NUMBERS, old, new)(contents)

    return load_house(changed(folder, change))


class DescribeAnyScheme:
    @pytest.mark.parametrize("scheme", SCHEMES)
    def it_shows_at_each_reference_what_its_target_is_numbered(
        self, scheme: str, tmp_path: Path
    ) -> None:
        agreement = starter().draft(starter().read_file(example("workout-rewards")))
        data = agreement.to_docx(house(tmp_path, scheme))
        assert check_references(data) == []
        assert len(print_docx(data).split()) > 5000

    def it_names_articles_and_sections_in_place_of_clauses(self, tmp_path: Path) -> None:
        style = house(tmp_path, "articles")
        agreement = starter().draft(
            starter().read_file(example("smart-handbag")), scheme=style.scheme
        )
        printed = agreement.text()
        assert "\nArticle II " in printed
        assert "\nSection 2.01 " in printed
        assert "clause\u00a0" not in printed
        assert "clauses\u00a0" not in printed
        assert "\nAnnex A " in printed
        assert "\nA.1 " in printed

    @pytest.mark.parametrize("scheme", SCHEMES)
    def it_is_the_same_file_whenever_the_scheme_is_known(self, scheme: str, tmp_path: Path) -> None:
        style = house(tmp_path, scheme)
        answers = starter().read_file(example("workout-rewards"))
        late = starter().draft(answers).to_docx(style)
        assert starter().draft(answers, scheme=style.scheme).to_docx(style) == late

    def it_comes_back_to_the_scheme_of_drafter_unchanged(self, tmp_path: Path) -> None:
        answers = starter().read_file(example("workout-rewards"))
        articles = starter().draft(answers, scheme=house(tmp_path, "articles").scheme)
        assert articles.numbered(SHIPPED).text() == starter().draft(answers).text()
