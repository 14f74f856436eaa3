"""Columns of a table: no word is broken if it can be helped, and no twip is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.agreements import sample, words
from support.files import W, changed, house, swapped, tree

from drafter.agreement.model import Table
from drafter.word.columns import CellLook, laid_out
from drafter.word.house import load_house
from drafter.word.write import to_docx

PAGE, LOOKS = 8730, (CellLook(200, 246), CellLook(170, 150))
CELL = st.text("abc WM-\u00a0\n", max_size=60)
TABLES = st.integers(1, 9).flatmap(
    lambda rows: st.lists(st.lists(CELL, min_size=rows, max_size=rows), min_size=1, max_size=9)
)


def widths(*columns: list[str]) -> tuple[int, ...]:
    return laid_out(columns, PAGE, LOOKS)[1]


def styles_used(*headings: str) -> set[str]:
    """The paragraph styles in a table with these headings."""
    cells = tuple((words(heading),) for heading in headings)
    table = Table("wide", cells, (("wide.1", cells),))
    body = tree(to_docx(replace(sample(), elements=(table,), notes=()), house()))
    inside = next(body.iter(f"{W}tbl"))
    return {node.get(f"{W}val", "") for node in inside.iter(f"{W}pStyle")}


class DescribeWidths:
    @given(TABLES)
    def it_fills_the_page_to_the_twip(self, columns: list[list[str]]) -> None:
        found = widths(*columns)
        assert sum(found) == PAGE
        assert min(found) >= 0

    def it_gives_a_short_column_its_longest_word(self) -> None:
        long = "a long account of everything that the parties bring to the project " * 9
        first, second = widths(["Kind", "intangible"], ["Account", long])
        alone = widths(["Kind", "intangible"])
        assert (alone, first + second) == ((PAGE,), PAGE)
        assert 1000 < first < second / 3

    def it_treats_what_a_nonbreaking_space_joins_as_one_word(self) -> None:
        long = "all other words of this table " * 20
        apart, _ = widths(["On", "15 September 2027"], ["What", long])
        joined, _ = widths(["On", "15\u00a0September\u00a02027"], ["What", long])
        assert joined >= apart
        many = [["Column", "15\u00a0September\u00a02027"]] * 5
        assert min(widths(*many)) > 1500

    def it_shares_alike_what_is_alike(self) -> None:
        assert widths(["A", "x"], ["A", "x"]) == (PAGE // 2, PAGE // 2)

    def it_takes_the_small_look_only_where_words_would_break(self) -> None:
        fits = [["Licensor", "exclusive"]] * 8
        wide = [["Responsible", "non-exclusively"]] * 9
        assert laid_out(fits, PAGE, LOOKS)[0] == 0
        assert laid_out(wide, PAGE, LOOKS)[0] == 1


class DescribeSmallTables:
    def it_is_written_in_the_styles_of_the_house(self) -> None:
        assert styles_used("Party", "Role") == {"TableHeading", "TableText"}
        many = ["Responsible", "Registration", "Deliverable", "Contribution", "Jurisdiction"] * 2
        assert styles_used(*many[:9]) == {"SmallTableHeading", "SmallTableText"}

    def it_takes_their_size_from_the_house(self, tmp_path: Path) -> None:
        ordinary, small = house().cells
        assert (ordinary.size, small.size) == (200, 170)
        assert ordinary.beside > small.beside

    @pytest.mark.parametrize(("font", "size"), [("Arial", 250), ("Garamond", 200)])
    def it_makes_room_for_wider_letters(self, font: str, size: int, tmp_path: Path) -> None:
        change = swapped("word/styles.xml", 'w:ascii="Times New Roman"', f'w:ascii="{font}"')
        assert load_house(changed(tmp_path, change)).cells[0].size == size
