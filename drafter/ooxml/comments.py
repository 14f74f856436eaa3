"""Comments: notes beside the text, with a steady author and no clock."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.ooxml.namespaces import DECLARATION, WORD
from drafter.ooxml.runs import escaped


def commented(numbers: Iterable[int], inside: str, mark_style: str) -> str:
    """Runs that carry comments, each with its reference mark after them."""
    looks = f'<w:rPr><w:rStyle w:val="{mark_style}"/></w:rPr>'
    for number in numbers:
        inside = (
            f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r>{looks}<w:commentReference w:id="{number}"/></w:r>'
        )
    return inside


def comments_part(
    texts: Iterable[str], author: str, text_style: str, mark_style: str, day: str = ""
) -> str:
    """The part that holds the words of the comments, numbered from 0 in their order; without a day
    (ISO date) they have none."""
    dated = f' w:date="{day}T00:00:00Z"' if day else ""
    looks = f'<w:rPr><w:rStyle w:val="{mark_style}"/></w:rPr>'
    each = "".join(
        f'<w:comment w:id="{number}" w:author="{author}" w:initials="{author[:1]}"{dated}>'
        + _paragraphs(text, text_style, f"<w:r>{looks}<w:annotationRef/></w:r>")
        + "</w:comment>"
        for number, text in enumerate(texts)
    )
    return f'{DECLARATION}<w:comments xmlns:w="{WORD}">{each}</w:comments>'


def _paragraphs(text: str, style: str, mark: str) -> str:
    lines = text.split("\n")
    marks = [mark] + [""] * (len(lines) - 1)
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{first}'
        f'<w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
        for first, line in zip(marks, lines, strict=True)
    )
