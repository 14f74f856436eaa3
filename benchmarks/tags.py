"""The agreement's elements as a template shows them: answers, numbers and rows as tags.

Neighbouring words share one run, as they would in a template that somebody typed in Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from drafter.agreement.model import (
    Element,
    Paragraph,
    Run,
    Said,
    SignatureBlock,
    SignatureLine,
    Table,
)
from drafter.word import roles
from drafter.word.oxml.runs import run
from drafter.word.oxml.tables import row, shared_widths, table


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
    answers: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[list[str]]] = field(default_factory=dict)

    def elements(self, elements: Iterable[Element]) -> str:
        """Elements in a row."""
        return "".join(self._all(elements))

    def _all(self, elements: Iterable[Element]) -> Iterator[str]:
        before: Element | None = None
        for element in elements:
            if isinstance(element, Paragraph):
                yield paragraph(self.styles[element.role], self.runs(element.runs))
            elif isinstance(element, Table):
                if isinstance(before, Table):
                    yield paragraph(self.styles[roles.TABLE_TEXT], "")
                yield self._table(element)
            else:
                yield self._signature(element)
            before = element

    def runs(self, runs: Iterable[Run]) -> str:
        """Runs, those that look alike joined."""
        alike = groupby(runs, key=self._style)
        return "".join(run("".join(map(self._text, each)), style) for style, each in alike)

    def number(self, block: str, shown: str) -> str:
        """The tag of a number that was computed beforehand."""
        self.numbers[block] = shown
        return f"{{{{ numbers['{block}'] }}}}"

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
