"""The agreement as plain text, one line a paragraph: what a reader of the paper would read."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.model import Agreement, Element, Paragraph, Role, Run, SignatureBlock, Table

_INDENT = {
    Role.SUBCLAUSE: 1,
    Role.SUBSUBCLAUSE: 2,
    Role.SCHEDULE_ITEM: 1,
    Role.SCHEDULE_SUBITEM: 2,
    Role.DEFINITION_ITEM: 1,
    Role.DEFINITION_SUBITEM: 2,
}
_HEADINGS = (Role.FRONT_HEADING, Role.PART_HEADING, Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING)


def print_agreement(agreement: Agreement) -> str:
    """Plain text with numbers and references."""
    return "\n".join(_lines(agreement.printed)) + "\n"


def _lines(elements: tuple[Element, ...]) -> Iterator[str]:
    for element in elements:
        if isinstance(element, Paragraph):
            yield from ("",) if element.role in _HEADINGS else ()
            yield _line(element)
        elif isinstance(element, Table):
            yield " | ".join(text(cell) for cell in element.headings)
            yield from (" | ".join(text(cell) for cell in cells) for _, cells in element.rows)
        else:
            yield from _signature(element)


def _line(paragraph: Paragraph) -> str:
    words = text(paragraph.runs)
    line = f"{paragraph.number} {words}" if paragraph.number else words
    return "   " * _INDENT.get(paragraph.role, 0) + line


def _signature(block: SignatureBlock) -> Iterator[str]:
    yield text(block.lead)
    for line in block.lines:
        yield f"{line.label}: {text(line.printed)}".rstrip()


def text(runs: tuple[Run, ...]) -> str:
    """The words of runs, as printed."""
    return "".join(run.text for run in runs)
