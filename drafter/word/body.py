"""The body: each element of the agreement as paragraphs and tables in the styles of the house."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from drafter.agreement.model import (
    Agreement,
    Element,
    Paragraph,
    Run,
    Said,
    SignatureBlock,
    SignatureLine,
    Table,
)
from drafter.word.house import HouseStyle
from drafter.word.oxml import tables
from drafter.word.oxml.bookmarks import bookmark_name, bookmarked
from drafter.word.oxml.comments import commented
from drafter.word.oxml.runs import blank_control, escaped, lines_run, run
from drafter.word.references import reference, schedule_steps
from drafter.word.roles import (
    BLANK,
    DEFINED_TERM,
    NOTE_MARK,
    SIGNATURE_LAST_LINE,
    SIGNATURE_LEAD,
    SIGNATURE_LINE,
    SIGNATURE_TABLE,
    TABLE,
    TABLE_HEADING,
    TABLE_TEXT,
)

MOST_KNOWN = 50_000  # runs kept as XML; a library has far fewer
SIGNATURE_WIDTH = 6000  # twips, wide enough for a name and a hand
NARROWEST, WIDEST = 14, 44  # signs that a column is weighed with


class Body:
    """Writes one agreement; counters for bookmarks, controls and comments start anew with each."""

    def __init__(self, agreement: Agreement, house: HouseStyle) -> None:
        self._agreement = agreement
        self._styles = house.styles
        self._known = house.known if len(house.known) < MOST_KNOWN else {}
        self._width = house.width
        self._steps = schedule_steps(agreement.elements)
        self._bookmarks = count(1)
        self._controls = count(1)
        self._tags: dict[str, str] = {}
        self._fillable = agreement.purpose != "signature"
        self._blocks: set[str] = set()
        self._notes: dict[str, list[int]] = {}
        self.notes: list[str] = []
        if agreement.purpose == "draft" and agreement.elements:
            self._place_notes()

    def xml(self) -> str:
        """All elements in reading order."""
        return "".join(self._all())

    def _all(self) -> Iterator[str]:
        before: Element | None = None
        for element in self._agreement.elements:
            if isinstance(element, Paragraph):
                yield self._paragraph(element)
            elif isinstance(element, Table):
                if isinstance(before, Table):  # Word joins tables that touch
                    yield self._plain(TABLE_TEXT, "")
                yield self._table(element)
            else:
                yield self._signature(element)
            before = element

    def _paragraph(self, paragraph: Paragraph) -> str:
        style = self._styles[paragraph.role]
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f"{self._marked(paragraph.block, self._runs(paragraph.runs))}</w:p>"
        )

    def _plain(self, role: str, inside: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self._styles[role]}"/></w:pPr>{inside}</w:p>'

    def _marked(self, block: str, inside: str) -> str:
        """The words of a block in its bookmark, with the notes that belong to it."""
        if block in self._blocks:
            raise ValueError(f"two blocks of the agreement are called {block}")
        self._blocks.add(block)
        inside = bookmarked(bookmark_name(block), next(self._bookmarks), inside)
        if block in self._notes:
            inside = commented(self._notes[block], inside, self._styles[NOTE_MARK])
        return inside

    def _runs(self, runs: tuple[Run, ...]) -> str:
        known, written = self._known, []
        for each in runs:
            if each.said is Said.WORDS and not each.doubt:
                xml = known.get(each.text)
                if xml is None:
                    xml = known[each.text] = run(each.text)
                written.append(xml)
            else:
                written.append(self._special(each))
        return "".join(written)

    def _special(self, each: Run) -> str:
        style = self._styles[BLANK] if each.doubt else ""
        if each.said == Said.REFERENCE:
            return reference(each, self._agreement.numbers, self._steps, style)
        if each.said == Said.BLANK:
            return self._blank(each)
        if each.said == Said.TERM:
            return lines_run(each.text, style or self._styles[DEFINED_TERM])
        return lines_run(each.text, style)

    def _blank(self, each: Run) -> str:
        if not self._fillable:
            return lines_run(each.text, self._styles[BLANK])
        tag = self._tags.setdefault(each.about or each.text, f"b{len(self._tags) + 1}")
        return blank_control(each.text, self._styles[BLANK], tag, next(self._controls))

    def _table(self, table: Table) -> str:
        widths = tables.shared_widths(_weights(table), self._width)
        heads = self._cells(table.headings, TABLE_HEADING, table.block)
        rows = [tables.row(heads, widths, header=True)] + [
            tables.row(self._cells(cells, TABLE_TEXT, block), widths) for block, cells in table.rows
        ]
        caption = ", ".join(_text(heading) for heading in table.headings)
        return tables.table("".join(rows), widths, self._styles[TABLE], caption)

    def _cells(self, cells: tuple[tuple[Run, ...], ...], role: str, block: str) -> list[str]:
        """The cells of a row; the bookmark of the row stands in the first one."""
        inside = [self._runs(cell) for cell in cells]
        inside[0] = self._marked(block, inside[0])
        return [self._plain(role, each) for each in inside]

    def _signature(self, block: SignatureBlock) -> str:
        """The lead, kept with a table of one row that no page break can cut."""
        lead = self._plain(SIGNATURE_LEAD, self._marked(block.block, self._runs(block.lead)))
        if not block.lines:
            return lead
        roles = [SIGNATURE_LINE] * (len(block.lines) - 1) + [SIGNATURE_LAST_LINE]
        lines = "".join(map(self._signature_line, roles, block.lines))
        widths = (min(SIGNATURE_WIDTH, self._width),)
        row = tables.row([lines], widths)
        return lead + tables.table(row, widths, self._styles[SIGNATURE_TABLE], _text(block.lead))

    def _signature_line(self, role: str, line: SignatureLine) -> str:
        label = f'<w:r><w:t xml:space="preserve">{escaped(line.label)}</w:t><w:tab/></w:r>'
        rest = self._runs(line.printed) if line.printed else "<w:r><w:tab/></w:r>"
        return self._plain(role, label + rest)

    def _place_notes(self) -> None:
        """Each note goes to its block; one whose block is not printed goes to the first."""
        printed = {block for element in self._agreement.elements for block in _blocks(element)}
        first = self._agreement.elements[0].block
        for number, note in enumerate(self._agreement.notes):
            block = note.block if note.block in printed else first
            self._notes.setdefault(block, []).append(number)
            self.notes.append(note.text)


def _blocks(element: Element) -> Iterator[str]:
    yield element.block
    if isinstance(element, Table):
        yield from (block for block, _ in element.rows)


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(each.text for each in runs)


def _weights(table: Table) -> list[int]:
    """How wide each column wants to be: its longest cell, within reason."""
    columns = zip(table.headings, *(cells for _, cells in table.rows), strict=True)
    return [
        min(WIDEST, max(NARROWEST, *(len(_text(cell)) for cell in column))) for column in columns
    ]
