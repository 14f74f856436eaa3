"""What the registry keeps of an agreement, as frozen values; no database in here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from drafter.data_classes import dataclass, field

BASE = "base"  # kept beside a file that counsel finished: the draft it is held against

Step = Callable[[str], None]
"""Told the name of each step when it is done, so that a run can be watched."""


class Status(StrEnum):
    """How far an agreement has come."""

    DRAFTED = "drafted"
    ISSUED = "issued"
    RECEIVED = "received"
    SIGNED = "signed"  # from here on its text never changes
    ENDED = "ended"


class Stamp(NamedTuple):
    """What the registry cannot know by itself: when (ISO, UTC), by whom, and a random salt.

    >>> Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c...").at[:10]
    '2027-03-05'
    """

    at: str
    by: str
    salt: str


class Use(NamedTuple):
    """One thing that a draft was made of. `digest` is of its content at that time.

    kind           name        choice                   digest of
    wording        topic       variant                  the wording's file, as approvals name it
    text           topic       variant                  its words as read: what is printed of it
    selection      topic       variant, or `a|b` open   heading and decision table
    definition     definition  row of its table         term, table and texts
    questionnaire  precedent   -                        what is asked, when, and the facts
    precedent      precedent   -                        its outline
    words          `bends`     -                        the words that bend for two parties
    recommendation question    -                        what is recommended, when and why
    rules          precedent   -                        what is judged of its answers
    finding        rule        severity                 nothing: it was found
    style          name        -                        house style and its roles
    """

    kind: str
    name: str
    choice: str
    digest: str


class OfferedBlock(NamedTuple):
    """A paragraph or table row as it was offered: its stable name, and its words."""

    block: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftedRevision:
    """A finished draft, as it goes into the registry.

    `answers` is the deal record as plain data; `taken` the recommendations that filled absent
    answers, which later runs keep. `wordings` are the texts of the wordings used, by digest.
    `amends`: of an amendment, the agreement that it amends and what it makes of it. `marks`: the
    numbers of draft, matter and document that its pages print.
    """

    precedent: str
    purpose: str
    library: str  # digest
    file: bytes
    answers: Mapping[str, Any]
    taken: Mapping[str, Any] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    blocks: tuple[OfferedBlock, ...] = ()
    wordings: Mapping[str, str] = field(default_factory=dict)
    amends: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, str] = field(default_factory=dict)


class KeptFile(NamedTuple):
    """A file of an agreement: drafted, issued, received, signed, redline or base; `digest`
    finds it."""

    revision: int
    kind: str
    digest: str
    at: str


@dataclass(frozen=True, slots=True)
class ListedAgreement:
    """An agreement as the registry lists it. `matter` is empty once its names are erased."""

    id: str  # A-0007
    matter: str
    precedent: str
    status: Status
    revision: int
    at: str  # of the last entry
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision with everything that it was made of."""

    agreement: str
    revision: int
    purpose: str
    library: str
    at: str
    by: str
    file: str  # digest of the drafted file
    answers: Mapping[str, Any]
    taken: Mapping[str, Any]
    uses: tuple[Use, ...]
    blocks: tuple[OfferedBlock, ...]
    amends: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """What is recorded of something that happened: what it was, when and by whom, the digests of
    the files kept of it, by kind, and its particulars, which an erasure takes away."""

    name: str
    stamp: Stamp
    files: Mapping[str, str] = field(default_factory=dict)
    particulars: Mapping[str, Any] = field(default_factory=dict)


class LogEntry(NamedTuple):
    """One line of the log: ids and salted digests only, chained by `previous` and `hash`."""

    number: int
    at: str
    event: str
    agreement: str
    revision: int
    kept: str  # salted digest of what is never erased
    beside: str  # salted digest of the particulars, which can be
    previous: str
    hash: str
