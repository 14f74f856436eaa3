"""The contents page: one live field with its lines already there, so nobody is asked to update."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from drafter.agreement.model import Agreement, Paragraph
from drafter.agreement.scheme import Scheme
from drafter.ooxml.bookmarks import bookmark_name
from drafter.ooxml.fields import closed_field, field, link, opened_field
from drafter.ooxml.runs import lines_run
from drafter.word.house_style import HouseStyle
from drafter.word.roles import CONTENTS


class Pages(NamedTuple):
    """The page of each heading, by its bookmark; without any, the contents page asks for them: a
    program that lays pages out computes fields outside a table of contents only."""

    numbers: Mapping[str, str]


def contents(agreement: Agreement, house: HouseStyle, pages: Pages | None = None) -> str:
    """The paragraphs of the contents page; none if the agreement has no heading to list. Page
    numbers are in it where `pages` are given: only a layout knows them."""
    scheme = house.scheme
    headings = [
        (house.contents[element.role], element)
        for element in agreement.elements
        if isinstance(element, Paragraph) and element.role in house.contents
    ]
    last, listed = len(headings) - 1, pages is None or bool(pages.numbers)
    listing = house.listing if pages is None else house.listing.replace(" \\n", "")
    tabs, lines = "" if pages is None else _tabs(house.width), ""
    for place, (level, heading) in enumerate(headings):
        style = house.styles[CONTENTS[level - 1]]
        begin = opened_field(listing) if listed and place == 0 else ""
        entry = _entry(heading, _gap(scheme, heading), pages, agreement.language)
        end = closed_field() if listed and place == last else ""
        settings = f'<w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>'
        lines += f"<w:p>{settings}{begin}{entry}{end}</w:p>"
    return lines


def _tabs(width: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'


def _gap(scheme: Scheme, heading: Paragraph) -> str:
    """What Word puts between a number and its words on the contents page: what follows it there."""
    level = scheme.level(heading.role)
    return level.gap if level else "\t"


def _entry(heading: Paragraph, gap: str, pages: Pages | None, language: str) -> str:
    words = "".join(run.text for run in heading.runs).replace("\n", " ")
    shown = f"{heading.number}{gap}{words}" if heading.number else words
    mark = bookmark_name(heading.block)
    page = "" if pages is None else _page(mark, pages.numbers.get(mark, "0"))
    return link(mark, lines_run(shown, language=language) + page)


def _page(mark: str, number: str) -> str:
    return "<w:r><w:tab/></w:r>" + field(rf"PAGEREF {mark} \h", number)
