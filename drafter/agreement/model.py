"""The assembled agreement: clauses with their numbers, runs with their meaning.

Everything that a reader of the paper sees is here as text, cross-reference numbers included;
`word` turns it into a file and `printed` into plain text, and neither adds a word of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from drafter.agreement.role import Role as Role
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.agreement.tag_value import TagValue
from drafter.data_classes import dataclass, field


class Said(StrEnum):
    """What a run of words is."""

    WORDS = "words"  # library text
    ANSWER = "answer"  # an answer, letter for letter; may hold line breaks
    BLANK = "blank"  # an answer that is not there: "[Name of the product]"
    TERM = "term"  # a defined term where it is defined
    REFERENCE = "reference"  # the number of a block; `about` names the block


class Run(NamedTuple):
    """A stretch of one line. `about`: the question of an answer or blank, the target block of a
    reference. `doubt`: stands in brackets because a condition is not decided yet. `assumed`: rests
    on a recommendation that nobody has confirmed."""

    text: str
    said: Said = Said.WORDS
    about: str = ""
    doubt: bool = False
    assumed: bool = False


class KeptRuns(tuple[Run, ...]):
    """Runs of library words that read the same in every agreement."""


class Paragraph(NamedTuple):
    """One printed paragraph. `block` is its stable name (`exit.3`, `grants.2.grant-a`);
    `number` its own label as printed ("3.", "3.1", "(a)", "Schedule 2"), empty if it has none."""

    block: str
    role: Role
    number: str
    runs: tuple[Run, ...]


class Table(NamedTuple):
    """A table: column headings and rows of cells, each cell a tuple of runs."""

    block: str
    headings: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[str, tuple[tuple[Run, ...], ...]], ...]  # (block of the row, cells)


class SignatureLine(NamedTuple):
    """A line to be filled by hand ("Signature", blank) or printed ("Title", "Director"). `asks` is
    what for, and `field` what an e-signature service makes a field of, if one is to be used."""

    label: str
    printed: tuple[Run, ...] = ()
    asks: str = ""
    field: str = ""


class SignatureBlock(NamedTuple):
    """The execution block of one party: kept together on one page."""

    block: str
    lead: tuple[Run, ...]  # Signed for and on behalf of …
    lines: tuple[SignatureLine, ...]


Element: TypeAlias = Paragraph | Table | SignatureBlock


class Signer(NamedTuple):
    """Somebody who signs: the number by which a service knows the signer, the words that lead the
    block of the party, and the label of the line."""

    number: int
    party: str
    line: str


class Note(NamedTuple):
    """A drafting note for counsel, printed as a Word comment at a block in a draft only."""

    block: str
    text: str


class Blank(NamedTuple):
    """What is to be filled in for a question: `shown` is the blank as printed, `kind` one of
    `words`, `lines`, `date` and `choice`; `options` of a choice are ids and printed words; `form`
    says how a date is written ("d MMMM yyyy")."""

    shown: str
    kind: str = "words"
    options: tuple[tuple[str, str], ...] = ()
    form: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A whole agreement in reading order.

    `cover`: what a house style may print on cover, headers and footers: `title`, `parties`
    (one name a line), `date` (empty if none), `reference`, `status` ("Draft for legal review").
    `numbers`: the full number of each numbered block as a reference prints it
    ("3.1(a)"; for a schedule "Schedule 2"; for a paragraph inside one "3(a)").
    `is_preview`: made for the other side or for signature, but not issued; each page says so.
    `watermark`: the word across each page, empty for none. `schedule`: how the number of a schedule
    reads ("Schedule {number}"). `scheme`: how it is numbered; labels and references are in it.
    `blanks`: by question, those blanks whose words are its answer and nothing more. `author`: whom
    the properties of a file name, empty for nobody. `is_sheet`: it is a sheet about an agreement,
    without cover and contents page; without `lists_contents` it has a cover and no contents page.
    `day`: the date that it prints, as an ISO date; empty where that is none, or can be read in two
    ways. `tags`: what the tags of its house style read of the deal, by `answers`, `facts` and
    `key_terms`. `annex`: what stands at the end of a draft and is no part of the agreement.
    `signers`: those for whom its signature lines have fields of an e-signature service.
    """

    title: str
    language: str
    purpose: str  # draft, issue, signature
    cover: dict[str, str]
    elements: tuple[Element, ...]
    numbers: dict[str, str]
    notes: tuple[Note, ...] = ()
    is_preview: bool = False
    watermark: str = ""
    schedule: str = "{number}"
    scheme: Scheme = SHIPPED
    blanks: Mapping[str, Blank] = field(default_factory=dict)
    author: str = ""
    is_sheet: bool = False
    lists_contents: bool = True
    day: str = ""
    tags: Mapping[str, TagValue] = field(default_factory=dict)
    annex: tuple[Element, ...] = ()
    signers: tuple[Signer, ...] = ()

    @property
    def printed(self) -> tuple[Element, ...]:
        """All that is printed: the agreement and, in a draft that was asked for it, its annex."""
        return (*self.elements, *self.annex)
