"""The body: each element of the agreement as paragraphs and tables in the styles of the house."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise

from drafter.agreement.model import (
    Agreement,
    Element,
    Paragraph,
    Role,
    Run,
    SignatureBlock,
    SignatureLine,
    Table,
)
from drafter.ooxml import tables
from drafter.ooxml.bookmarks import bookmark_name, bookmarked
from drafter.ooxml.comments import commented
from drafter.ooxml.runs import escaped, run
from drafter.ooxml.signing import FIELD_STYLE
from drafter.word.columns import laid_out
from drafter.word.house_style import HouseStyle
from drafter.word.roles import (
    NOTE_MARK,
    SIGNATURE_HEADING,
    SIGNATURE_LAST_LINE,
    SIGNATURE_LEAD,
    SIGNATURE_LINE,
    SIGNATURE_TABLE,
    TABLE_TEXT,
    TABLES,
)
from drafter.word.run_writer import RunWriter

SHORT_TABLE = 4  # rows that stand on one page
SIGNATURE_WIDTH = 6600  # twips, wide enough for a name and a hand


class Body:
    """Writes one agreement; counters for bookmarks, controls and comments start anew with each."""

    def __init__(self, agreement: Agreement, house: HouseStyle) -> None:
        self._agreement = agreement
        self._styles = house.styles
        self._cells = house.cells
        self._width = house.width
        self._runs = RunWriter(agreement, house)
        self._bookmarks = (number for number in count(1) if number not in house.taken)
        self._blocks: set[str] = set()
        self.shared_blanks = self._runs.shared
        self._notes: dict[str, list[int]] = {}
        self.notes: list[str] = []
        if agreement.purpose == "draft" and agreement.elements:
            self._place_notes()

    @property
    def marks_assumed(self) -> bool:
        """Whether words that nobody has confirmed were written."""
        return self._runs.marks_assumed

    def xml(self) -> str:
        """All elements in reading order."""
        return "".join(self._all())

    def _all(self) -> Iterator[str]:
        elements = self._agreement.printed
        signing = _signature_heading(elements)
        for element, after in pairwise((*elements, None)):
            if isinstance(element, Paragraph):
                role = SIGNATURE_HEADING if element is signing else element.role
                yield self._paragraph(element, role, after)
            elif isinstance(element, Table):
                yield self._table(element)
                if isinstance(after, Table):  # Word joins tables that touch
                    yield self._plain(TABLE_TEXT, "")
            elif element is not None:
                yield self._signature(element)

    def _paragraph(self, paragraph: Paragraph, role: str, after: Element | None) -> str:
        keep = "<w:keepNext/>" if _leads_on(paragraph, after) else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._styles[role]}"/>{keep}</w:pPr>'
            f"{self._marked(paragraph.block, self._runs.xml(paragraph.runs))}</w:p>"
        )

    def _plain(self, role: str, inside: str, keep: bool = False) -> str:
        kept = "<w:keepNext/>" if keep else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self._styles[role]}"/>{kept}</w:pPr>{inside}</w:p>'

    def _marked(self, block: str, inside: str) -> str:
        """The words of a block in its bookmark, with the notes that belong to it."""
        if block in self._blocks:
            raise ValueError(f"two blocks of the agreement are called {block}")
        self._blocks.add(block)
        inside = bookmarked(bookmark_name(block), next(self._bookmarks), inside)
        if block in self._notes:
            inside = commented(self._notes[block], inside, self._styles[NOTE_MARK])
        return inside

    def _table(self, table: Table) -> str:
        place, widths = laid_out(_columns(table), self._width, self._cells)
        look, heading, words = TABLES[place]
        heads = self._cell_paragraphs(table.headings, heading, table.block)
        rows = [tables.row(heads, widths, header=True)]
        for number, (block, cells) in enumerate(table.rows, 1):
            keep = number < len(table.rows) <= SHORT_TABLE
            rows.append(tables.row(self._cell_paragraphs(cells, words, block, keep), widths))
        caption = ", ".join(_text(heading) for heading in table.headings)
        return tables.table("".join(rows), widths, self._styles[look], caption)

    def _cell_paragraphs(
        self, cells: tuple[tuple[Run, ...], ...], role: str, block: str, keep: bool = False
    ) -> list[str]:
        """The cells of a row; the bookmark of the row stands in the first one. `keep`: the row
        stays with the next."""
        inside = [self._runs.xml(cell) for cell in cells]
        inside[0] = self._marked(block, inside[0])
        return [self._plain(role, each, keep) for each in inside]

    def _signature(self, block: SignatureBlock) -> str:
        """The lead, kept with a table of one row that no page break can cut."""
        lead = self._marked(block.block, self._runs.xml(block.lead))
        lead = self._plain(SIGNATURE_LEAD, lead)
        if not block.lines:
            return lead
        roles = [SIGNATURE_LINE] * (len(block.lines) - 1) + [SIGNATURE_LAST_LINE]
        lines = "".join(map(self._signature_line, roles, block.lines))
        widths = (min(SIGNATURE_WIDTH, self._width),)
        row = tables.row([lines], widths)
        return lead + tables.table(row, widths, self._styles[SIGNATURE_TABLE], _text(block.lead))

    def _signature_line(self, role: str, line: SignatureLine) -> str:
        label = f"<w:r><w:t>{escaped(line.label)}</w:t><w:tab/></w:r>"
        rest = self._runs.xml(line.printed) if line.printed else "<w:r><w:tab/></w:r>"
        if line.field:
            rest = run(line.field, FIELD_STYLE) + rest
        return self._plain(role, label + rest)

    def _place_notes(self) -> None:
        """Each note goes to its block; one whose block is not printed goes to the first."""
        elements = self._agreement.elements
        rows = (row for one in elements if isinstance(one, Table) for row, _ in one.rows)
        printed = {one.block for one in elements}.union(rows)
        first = elements[0].block
        for number, note in enumerate(self._agreement.notes):
            block = note.block if note.block in printed else first
            self._notes.setdefault(block, []).append(number)
            self.notes.append(note.text)


def _signature_heading(elements: tuple[Element, ...]) -> Paragraph | None:
    """The heading over the signature blocks, if no other words but a lead stand between."""
    heading: Paragraph | None = None
    for element in elements:
        if isinstance(element, SignatureBlock):
            return heading
        if isinstance(element, Table) or element.role not in (Role.FRONT_HEADING, Role.BODY):
            heading = None
        elif element.role is Role.FRONT_HEADING:
            heading = element
    return None


def _leads_on(paragraph: Paragraph, after: Element | None) -> bool:
    """Whether a paragraph may not be parted from what follows: a list, a table, a signature."""
    if isinstance(after, Paragraph):
        return bool(paragraph.runs) and paragraph.runs[-1].text.endswith((":", ":]"))
    return after is not None


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(each.text for each in runs)


def _columns(table: Table) -> list[list[str]]:
    """The words of each column, heading first."""
    rows = (table.headings, *(cells for _, cells in table.rows))
    return [[_text(cell) for cell in column] for column in zip(*rows, strict=True)]
