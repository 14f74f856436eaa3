"""The contents page: one live field with its lines already there, so nobody is asked to update."""

from __future__ import annotations

from drafter.agreement.model import Agreement, Paragraph
from drafter.agreement.scheme import Scheme
from drafter.ooxml.bookmarks import bookmark_name
from drafter.ooxml.fields import closed_field, link, opened_field
from drafter.ooxml.runs import lines_run
from drafter.word.house_style import HouseStyle
from drafter.word.roles import CONTENTS


def contents(agreement: Agreement, house: HouseStyle) -> str:
    """The paragraphs of the contents page; none if the agreement has no heading to list."""
    scheme = house.scheme
    headings = [
        (house.contents[element.role], element)
        for element in agreement.elements
        if isinstance(element, Paragraph) and element.role in house.contents
    ]
    last = len(headings) - 1
    lines = ""
    for place, (level, heading) in enumerate(headings):
        style = house.styles[CONTENTS[level - 1]]
        begin = opened_field(house.listing) if place == 0 else ""
        entry, end = _entry(heading, _gap(scheme, heading)), closed_field() if place == last else ""
        lines += f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{begin}{entry}{end}</w:p>'
    return lines


def _gap(scheme: Scheme, heading: Paragraph) -> str:
    """What Word puts between a number and its words on the contents page: what follows it there."""
    level = scheme.level(heading.role)
    return level.gap if level else "\t"


def _entry(heading: Paragraph, gap: str) -> str:
    words = "".join(run.text for run in heading.runs).replace("\n", " ")
    shown = f"{heading.number}{gap}{words}" if heading.number else words
    return link(bookmark_name(heading.block), lines_run(shown))
