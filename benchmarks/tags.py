"""The agreement's elements as a template shows them: answers, numbers and rows as tags.

Neighbouring words share one run, as they would in a template that somebody typed in Word. A plain
template has its references as words; a live one has fields and bookmarks, as drafter's files have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count, groupby

from drafter.agreement.model import (
    Element,
    Paragraph,
    Run,
    Said,
    SignatureBlock,
    SignatureLine,
    Table,
)
from drafter.ooxml.bookmarks import bookmark_name, bookmarked
from drafter.ooxml.fields import field as word_field
from drafter.ooxml.fields import link
from drafter.ooxml.runs import run
from drafter.ooxml.tables import row, shared_widths, table
from drafter.word import roles


def paragraph(style: str, inside: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def only_if(condition: str, inside: str) -> str:
    """Paragraphs that are printed if a condition holds."""
    return f"{alone(f'if {condition}')}{inside}{alone('endif')}"


def alone(tag: str) -> str:
    """A paragraph that holds a tag and is not printed."""
    return f"<w:p><w:r><w:t>{{%p {tag} %}}</w:t></w:r></w:p>"


@dataclass(slots=True)
class Tags:
    """Writes elements with tags and gathers the values that fill them."""

    styles: dict[str, str]
    width: int
    live: bool
    answers: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[list[str]]] = field(default_factory=dict)
    _bookmarks: Iterator[int] = field(default_factory=lambda: count(1))

    def elements(self, elements: Iterable[Element]) -> str:
        """Elements in a row."""
        return "".join(self._all(elements))

    def _all(self, elements: Iterable[Element]) -> Iterator[str]:
        before: Element | None = None
        for element in elements:
            if isinstance(element, Paragraph):
                inside = self._marked(element.block, self.runs(element.runs))
                yield paragraph(self.styles[element.role], inside)
            elif isinstance(element, Table):
                if isinstance(before, Table):
                    yield paragraph(self.styles[roles.TABLE_TEXT], "")
                yield self._table(element)
            else:
                yield self._signature(element)
            before = element

    def runs(self, runs: Iterable[Run]) -> str:
        """Runs, those that look alike joined."""
        return "".join(
            self._reference(*each) if live else run("".join(map(self._text, each)), style)
            for (style, live), each in groupby(runs, key=self._looks)
        )

    def linked(self, block: str, inside: str) -> str:
        """Runs of the contents page, which lead to a block."""
        return link(bookmark_name(block), inside) if self.live else inside

    def number(self, block: str, shown: str) -> str:
        """The tag of a number that was computed beforehand."""
        if shown:
            self.numbers[block] = shown
        return f"{{{{ numbers['{block}'] }}}}"

    def _marked(self, block: str, inside: str) -> str:
        if not self.live:
            return inside
        return bookmarked(bookmark_name(block), next(self._bookmarks), inside)

    def _reference(self, one: Run, *more: Run) -> str:
        code = f"REF {bookmark_name(one.about)} \\w \\h"
        rest = self._reference(*more) if more else ""
        return word_field(code, self.number(one.about, one.text)) + rest

    def _looks(self, one: Run) -> tuple[str, bool]:
        return self._style(one), self.live and one.said is Said.REFERENCE

    def _style(self, one: Run) -> str:
        if one.doubt or one.said is Said.BLANK:
            return self.styles[roles.BLANK]
        return self.styles[roles.DEFINED_TERM] if one.said is Said.TERM else ""

    def _text(self, one: Run) -> str:
        if one.said is Said.ANSWER:
            return f"{{{{ answers['{self._answer(one)}'] }}}}"
        return self.number(one.about, one.text) if one.said is Said.REFERENCE else one.text

    def _answer(self, one: Run) -> str:
        """The name of an answer: its question, counted on where one question prints two texts."""
        name, count = one.about, 1
        while one.text and self.answers.setdefault(name, one.text) != one.text:
            count += 1
            name = f"{one.about}.{count}"
        return name

    def _table(self, element: Table) -> str:
        """A heading row, and one row that a loop repeats for the records."""
        self.rows[element.block] = [[_words(cell) for cell in cells] for _, cells in element.rows]
        columns = range(len(element.headings))
        widths = shared_widths([1] * len(columns), self.width)
        heads = [
            paragraph(self.styles[roles.TABLE_HEADING], self.runs(each))
            for each in element.headings
        ]
        text = self.styles[roles.TABLE_TEXT]
        cells = [paragraph(text, run(f"{{{{ row[{column}] }}}}")) for column in columns]
        loop = _lone_row(f"for row in rows['{element.block}']"), _lone_row("endfor")
        rows = row(heads, widths, header=True) + row(cells, widths).join(loop)
        return table(rows, widths, self.styles[roles.TABLE])

    def _signature(self, block: SignatureBlock) -> str:
        lead = paragraph(self.styles[roles.SIGNATURE_LEAD], self.runs(block.lead))
        lines = "".join(map(self._line, block.lines))
        widths = (self.width,)
        return lead + table(row([lines], widths), widths, self.styles[roles.SIGNATURE_TABLE])

    def _line(self, line: SignatureLine) -> str:
        rest = self.runs(line.printed) if line.printed else "<w:r><w:tab/></w:r>"
        label = f"<w:r><w:t>{line.label}</w:t><w:tab/></w:r>"
        return paragraph(self.styles[roles.SIGNATURE_LINE], label + rest)


def _words(runs: Iterable[Run]) -> str:
    return "".join(one.text for one in runs)


def _lone_row(tag: str) -> str:
    return f"<w:tr><w:tc><w:p><w:r><w:t>{{%tr {tag} %}}</w:t></w:r></w:p></w:tc></w:tr>"
