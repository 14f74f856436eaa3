"""Clause text as a tree: blocks of sentences with the places they were written at."""

from __future__ import annotations

from typing import TypeAlias

from drafter.conditions.model import Condition, Subject
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Place
from drafter.printed_words import EXECUTIONS

# --- inside a sentence ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words, quotes curled and no-break spaces set.

    The library adds `uses`, the ids of the defined terms in them, and `between_two`, the words
    as they bend between two parties (empty where they do not).
    """

    text: str
    uses: tuple[str, ...] = ()
    between_two: str = ""


@dataclass(frozen=True, slots=True)
class Fill:
    """`{cap}` or `{grant.field}`: an answer goes here. `format` is the word after `as`.

    `is_period`: it prints a duration. `uses`: the terms that the unit of one may be.
    """

    subject: Subject
    format: str = ""
    place: Place | None = None
    is_period: bool = field(default=False, compare=False)
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points at. No topic: this text itself. No label: the whole topic."""

    topic: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """`[@exit, @liability.cap]`; `opens` when it opens a sentence ("Clause 3 …")."""

    targets: tuple[Target, ...]
    opens: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """`**Term**`: a term defined here."""

    words: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TermUse:
    """`{Work}`: a use of a defined term that matching could miss. `uses` as in `Words`."""

    words: str
    place: Place | None = None
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceCase:
    """One case of a choice: option ids, or counts "1", "2", "more"; and what it prints."""

    values: tuple[str, ...]
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`{choose subject: a -> words | b, c -> words}`."""

    subject: Subject
    cases: tuple[ChoiceCase, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class SurvivingClauses:
    """`{place surviving-clauses}`: "clauses 3, 7.2 and 9", computed."""

    place: Place | None = None


Inline: TypeAlias = Words | Fill | Reference | Term | TermUse | Choice | SurvivingClauses


class Settled(tuple[Inline, ...]):
    """The inlines of a line that holds no answer and no reference: it reads the same in every
    agreement."""


# --- blocks ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class When:
    """`{if …}`: holds or not; a condition on a topic is `Stands`."""

    condition: Condition


@dataclass(frozen=True, slots=True)
class ForEach:
    """`{for each grant in grants where …}`: what follows is printed once per record."""

    record: str
    list: Subject
    where: Condition | None = None
    place: Place | None = None


Guard: TypeAlias = When | ForEach


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of text with the guards that govern it alone."""

    inlines: tuple[Inline, ...]
    guards: tuple[Guard, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class ProseParagraph:
    """A clause, or a bullet beneath one. `guards` govern it and all beneath it.

    `join` ("and", "or" or "") writes the stops of the bullets; `flush` is unnumbered.
    """

    sentences: tuple[Sentence, ...]
    guards: tuple[Guard, ...] = ()
    join: str = ""
    label: str = ""
    flush: bool = False
    bullets: tuple[ProseParagraph, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and what a row prints in it."""

    heading: tuple[Inline, ...]
    cell: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ProseTable:
    """`{table row in survival where …}`: one row a record; "None" when there is none."""

    record: str
    list: Subject
    columns: tuple[Column, ...]
    where: Condition | None = None
    guards: tuple[Guard, ...] = ()
    label: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row of a written table, with the guards that govern it alone."""

    cells: tuple[tuple[Inline, ...], ...]
    guards: tuple[Guard, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """`{table}`: a row of headings, then one row a line, its cells parted by ` | `."""

    headings: tuple[tuple[Inline, ...], ...]
    rows: tuple[WrittenRow, ...]
    guards: tuple[Guard, ...] = ()
    label: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """`{place co-owner-law}`: a rider, or a computed list, stands here.

    `form` is the word after `as`: `{place signatures as deed}`.
    """

    what: str
    guards: tuple[Guard, ...] = ()
    place: Place | None = None
    form: str = ""


Block: TypeAlias = ProseParagraph | ProseTable | WrittenTable | Placed


@dataclass(frozen=True, slots=True)
class Text:
    """The whole text of a variant or definition."""

    blocks: tuple[Block, ...]


COMPUTED = ("parties", "definitions", "schedules", "precedence", "changes", "signatures")
"""The lists that `{place …}` computes; every other name there is a rider."""

SIGNATURE_FORMS = EXECUTIONS
"""How `{place signatures as …}` prints: signed for a party, as a deed, or with "By:"."""
