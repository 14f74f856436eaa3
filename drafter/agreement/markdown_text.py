"""An agreement, or a sheet about one, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.agreement.agreement_text import text
from drafter.agreement.model import Agreement, Element, Paragraph, Role, Run, Table

_HEADINGS = {
    Role.TITLE: "#",
    Role.PART_HEADING: "##",
    Role.FRONT_HEADING: "##",
    Role.SCHEDULE_HEADING: "##",
    Role.CLAUSE_HEADING: "###",
}
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_OPENING = re.compile(r"^(\d+)([.)])|^([-+=])", re.MULTILINE)


def print_markdown(agreement: Agreement) -> str:
    """Headings, paragraphs with their numbers, and tables; every mark in the words is escaped.

    >>> from drafter.agreement.model import Paragraph
    >>> title = Paragraph("title", Role.TITLE, "", (Run("A & B *deal*"),))
    >>> print(print_markdown(Agreement("A", "en", "draft", {}, (title,), {})), end="")
    # A \\& B \\*deal\\*
    """
    return "\n\n".join(block for one in agreement.printed for block in _blocks(one)) + "\n"


def _blocks(element: Element) -> Iterator[str]:
    if isinstance(element, Paragraph):
        yield _paragraph(element)
    elif isinstance(element, Table):
        heads = [_cell(one) for one in element.headings]
        rows = [[_cell(one) for one in cells] for _, cells in element.rows]
        yield "\n".join(map(_row, [heads, ["---"] * len(heads), *rows]))
    else:
        yield _escaped(text(element.lead))
        yield from (f"{_escaped(one.label)}: {_words(one.printed)}" for one in element.lines)


def _paragraph(paragraph: Paragraph) -> str:
    words, mark = _words(paragraph.runs), _HEADINGS.get(paragraph.role)
    if mark:
        return " ".join(filter(None, (mark, _escaped(paragraph.number), words)))
    return f"**{_escaped(paragraph.number)}** {words}" if paragraph.number else words


def _words(runs: tuple[Run, ...]) -> str:
    """Words in one line of the source; a line break of an answer stays one."""
    return _escaped(text(runs)).replace("\n", "\\\n")


def _cell(runs: tuple[Run, ...]) -> str:
    return _escaped(text(runs)).replace("\n", "<br>")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(words: str) -> str:
    plain = _MARKS.sub(r"\\\1", words)
    return _OPENING.sub(lambda one: f"{one[1]}\\{one[2]}" if one[1] else f"\\{one[3]}", plain)
