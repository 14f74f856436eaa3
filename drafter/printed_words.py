"""The words that an agreement prints beside clause text and answers, in one language and edition.

Lawyers own them: a clause library keeps them in `printing/`, and everything that prints is handed
them. A field is spelled in the file as its name, with blanks for underlines.

`template` words hold blanks to fill: `"{day} {month} {year}"`. What stands `around` one blank is
kept as the words before and after it; what is `joining` several, as the words between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from drafter.data_classes import dataclass, field

TEMPLATE, AROUND, JOINING, KEYS = "template", "around", "joining", "keys"
MEMBERS, AT_LEAST, MAY_BE_EMPTY = "members", "at least", "may be empty"
NOT_SPELLED = "not spelled"
Around = tuple[str, str]
EDITION = "edition"
"""The question that chooses an edition, where a library asks it."""
EXECUTIONS = ("plain", "deed", "by")
"""How an agreement may be executed: signed for a party, as a deed, or with "By"."""


class Spelling(NamedTuple):
    """How a field's words are spelled, and the blanks or keys that it must have."""

    how: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """What a kind of block is called in a reference, and where it opens a sentence."""

    one: str
    more: str
    opening: str
    opening_more: str

    def word(self, several: bool, opens: bool) -> str:
        """The form that a reference takes."""
        if opens:
            return self.opening_more if several else self.opening
        return self.more if several else self.one


@dataclass(frozen=True, slots=True)
class TimeUnit:
    """A unit of time. `term` is the defined term that the unit is, if it is one; `uses` the id of
    its definition, which no file spells."""

    one: str
    more: str
    term: str = ""
    uses: Annotated[tuple[str, ...], Spelling(NOT_SPELLED)] = ()


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """Members in a row: two of them, or more."""

    two: Annotated[tuple[str], Spelling(JOINING, ("first", "last"))]
    more: Annotated[tuple[str, str], Spelling(JOINING, ("first", "next", "last"))]


@dataclass(frozen=True, slots=True)
class ValueWords:
    """How answers read. A blank inside a date, an amount or a period does not break."""

    yes: str
    no: str
    none: str  # no member, in a sentence
    row: JoinedRow
    thousands: str
    decimals: str
    percentage: Annotated[str, Spelling(TEMPLATE, ("number",))]
    money: Annotated[str, Spelling(TEMPLATE, ("currency", "amount"))]
    date: Annotated[str, Spelling(TEMPLATE, ("day", "month", "year"))]
    months: Annotated[tuple[str, ...], Spelling(MEMBERS)]  # January first
    period: Annotated[str, Spelling(TEMPLATE, ("number", "unit"))]
    units: Annotated[
        Mapping[str, TimeUnit], Spelling(KEYS, ("days", "working-days", "months", "years"))
    ]
    territories: Mapping[str, str]

    def figures(self, plain: str) -> str:
        """Figures with the marks of the language; `plain` has them as `1,234.50`."""
        marks = {",": self.thousands, ".": self.decimals}
        return "".join(marks.get(one, one) for one in plain)

    def listed(self, members: Sequence[str]) -> str:
        """`a`, `a and b`, `a, b and c`; `none` where there is nothing to list."""
        if len(members) == 2:
            return self.row.two[0].join(members)
        *first, last = members or (self.none,)
        between, final = self.row.more
        return f"{between.join(first)}{final}{last}" if first else last


@dataclass(frozen=True, slots=True)
class References:
    """How blocks are named and counted."""

    clause: Noun
    paragraph: Noun
    party: Noun
    recital: Noun
    schedule: Annotated[str, Spelling(TEMPLATE, ("number",))]
    to: Annotated[tuple[str], Spelling(JOINING, ("first", "last"))]
    within: Annotated[tuple[str], Spelling(JOINING, ("paragraph", "schedule"))]
    missing: str  # stands for a target that hangs on a missing answer


@dataclass(frozen=True, slots=True)
class Lists:
    """The computed lists, and the word before the last item of any list."""

    conjunctions: Annotated[Mapping[str, str], Spelling(KEYS, ("and", "or"))]
    schedule: Annotated[Around, Spelling(AROUND, ("heading",))]
    clauses: str
    schedules: str
    empty: str  # a table without rows
    no_entry: str = ""  # a cell whose optional answer is not given; as an empty table without it


@dataclass(frozen=True, slots=True)
class Open:
    """What an undecided topic prints, in brackets."""

    undecided: Annotated[str, Spelling(TEMPLATE, ("questions", "wordings"))]
    undecided_or_none: Annotated[str, Spelling(TEMPLATE, ("questions", "wordings"))]


@dataclass(frozen=True, slots=True)
class Signing:
    """How one kind of signatory executes: the words round the name, and the lines by hand."""

    words: Annotated[Around, Spelling(AROUND, ("name",))]
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Execution:
    """One form of execution: the words round the name, and the lines to be filled by hand.

    `lines`: by what each asks; "title" is printed for an organisation alone. `signed by`: for an
    organisation, by the option of the party's field `signs_by`; where there are such words and
    the field has no answer, its blank follows the words of `organisation`.
    """

    organisation: Annotated[Around, Spelling(AROUND, ("name",))]
    person: Annotated[Around, Spelling(AROUND, ("name",))]
    lines: Annotated[Mapping[str, str], Spelling(AT_LEAST, ("title",))]
    signed_by: Mapping[str, Signing] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StatusMarks:
    """What says how far an agreement has come: on its cover, and across its pages."""

    draft: Annotated[str, Spelling(MAY_BE_EMPTY)]
    issue: Annotated[str, Spelling(MAY_BE_EMPTY)]
    signature: Annotated[str, Spelling(MAY_BE_EMPTY)]
    preview: str

    def of(self, purpose: str, is_preview: bool) -> str:
        """The mark of an agreement drafted for a purpose."""
        return self.preview if is_preview else str(getattr(self, purpose))


@dataclass(frozen=True, slots=True)
class Notes:
    """Drafting notes beside the text. `assumed`: of an answer that nobody has confirmed."""

    confirm: Annotated[str, Spelling(TEMPLATE, ("point",))]
    awaits: Annotated[str, Spelling(TEMPLATE, ("questions",))]
    law: Annotated[str, Spelling(TEMPLATE, ("law",))] = ""  # without it no law is noted
    assumed: Annotated[str, Spelling(TEMPLATE, ("question", "answer", "reason"))] = (
        "{question} {answer} ({reason})"
    )


@dataclass(frozen=True, slots=True)
class DraftMarks:
    """What tells drafts apart on their pages: the number of the draft, the matter and the document
    in the firm's own files."""

    draft: Annotated[str, Spelling(TEMPLATE, ("number",))] = "{number}"
    matter: Annotated[str, Spelling(TEMPLATE, ("number",))] = "{number}"
    document: Annotated[str, Spelling(TEMPLATE, ("number",))] = "{number}"


@dataclass(frozen=True, slots=True)
class AnnexWords:
    """The annex of a draft that lists what nobody has confirmed: its heading, the line before the
    table, the columns; `on pages` and `nowhere` stand for places without a number. A library
    without them has no such annex."""

    heading: str = ""
    lead: str = ""
    question: str = ""
    answer: str = ""
    reason: str = ""
    where: str = ""
    on_pages: str = ""
    nowhere: str = ""
    none: str = ""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """How an amendment leads to what it restates; `place` is "Clause 7.2 (Exit)", and `before` the
    place that what comes in stands behind. `none` stands where no change is known yet."""

    titled: Annotated[str, Spelling(TEMPLATE, ("place", "heading"))]
    replaced: Annotated[str, Spelling(TEMPLATE, ("place",))]
    inserted: Annotated[str, Spelling(TEMPLATE, ("before",))]
    inserted_first: str
    removed: Annotated[str, Spelling(TEMPLATE, ("place",))]
    headed: Annotated[str, Spelling(TEMPLATE, ("heading",))]
    definition_replaced: Annotated[str, Spelling(TEMPLATE, ("term", "before"))]
    definition_inserted: Annotated[str, Spelling(TEMPLATE, ("before",))]
    definition_removed: Annotated[str, Spelling(TEMPLATE, ("term", "before"))]
    none: str


NO_CHANGE_WORDS = ChangeWords(*[""] * 10)
"""What a library has that amends nothing."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class PrintedWords:
    """Every word of one language and edition. `id`: the name of its file, `en-uk`."""

    id: str
    is_own: bool  # of the library itself; lent by the starter library otherwise
    values: ValueWords
    references: References
    lists: Lists
    open: Open
    parties: Annotated[Mapping[str, Around], Spelling(AROUND)]  # by the field that they print
    execution: Annotated[Mapping[str, Execution], Spelling(KEYS, EXECUTIONS)]
    status: StatusMarks
    watermark: StatusMarks
    notes: Notes
    changes: ChangeWords = NO_CHANGE_WORDS
    marks: DraftMarks = DraftMarks()
    annex: AnnexWords = AnnexWords()
    persons: Annotated[Mapping[str, Around], Spelling(AROUND)] = field(
        default_factory=dict
    )  # what an individual is introduced by instead
    proofing_language: str = (
        ""  # what Word proofs the text in, where the precedent names no country
    )
    spelling: Mapping[str, str] = field(
        default_factory=dict
    )  # library words as this edition has them

    @property
    def language(self) -> str:
        """The language, `en`."""
        return language_of(self.id)

    @property
    def edition(self) -> str:
        """The edition, `uk`; empty in a language that has none."""
        return edition_in(self.id)


def edition_in(id: str) -> str:
    """The edition that the name of a file of printed words has; empty where it has none.

    >>> edition_in("en-uk"), edition_in("de")
    ('uk', '')
    """
    return id.partition("-")[2]


def language_of(id: str) -> str:
    """The language of an edition, or of a language with its country.

    >>> language_of("en-uk"), language_of("de-CH")
    ('en', 'de')
    """
    return id.split("-")[0]
