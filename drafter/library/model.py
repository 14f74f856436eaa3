"""The clause library: topics with their variants, definitions, precedents, rules, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.conditions.model import Condition
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Place
from drafter.printed_words import PrintedWords, language_of
from drafter.prose.model import Text
from drafter.questionnaire.model import Questionnaire

LEFT_OUT = "left-out"
SCHEDULE = "schedule-"
GIVES_GROUND = ("fallback", "floor")  # the positions that are less than was asked for


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision table: this variant when the condition holds."""

    variant: str
    when: Condition | None  # None: always
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """A rule of law that a variant or rule rests on, with its dates (ISO) where it has any."""

    law: str
    valid_from: str = ""
    valid_to: str = ""

    def as_data(self) -> dict[str, str]:
        """The same as plain data, with the dates that it has."""
        whole = {"law": self.law, "valid_from": self.valid_from, "valid_to": self.valid_to}
        return {name: words for name, words in whole.items() if words}

    def lapsed_by(self, day: str) -> bool:
        """Whether it was out of force by a day (ISO); nothing is known of a day that is "".

        >>> Law("Licence Act", "1998-01-01", "2026-12-31").lapsed_by("2027-01-01")
        True
        """
        return bool(self.valid_to) and self.valid_to < day


@dataclass(frozen=True, slots=True)
class Need:
    """A topic that must stand beside a variant, always or on a condition."""

    topic: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a wording decides of a matter, always or on a condition; other wordings may decide the
    same matter, and then say the same or yield."""

    matter: str
    result: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a variant's text."""

    position: str = ""  # preferred, fallback, floor, neutral
    review_by: str = ""
    legal_basis: tuple[Law, ...] = ()
    survives: bool = False
    surviving_labels: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    conflicts: tuple[str, ...] = ()
    outcomes: tuple[Ruling, ...] = ()
    approval_from: str = ""
    summary: str = ""
    note: str = ""
    confirm: tuple[str, ...] = ()
    covers: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    waive: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Variant:
    """One approved wording of a topic."""

    topic: str
    id: str
    text: Text
    front: FrontMatter
    file: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A business question that a clause settles, and the table that picks its variant."""

    id: str
    heading: str
    rows: tuple[Row, ...]
    variants: Mapping[str, Variant]
    settles: str = ""
    covers: tuple[str, ...] = ()
    within: str = ""  # the host of a rider
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term, the spellings that count as a use, and its text or texts by table."""

    id: str
    term: str
    forms: tuple[str, ...]
    rows: tuple[Row, ...]
    texts: Mapping[str, Text]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the outline: a heading and its topics in order."""

    heading: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Precedent:
    """The outline of one kind of agreement. `lists_contents`: it has a contents page. `key_terms`:
    the topics on the sheet of its key terms; where none is named, those on which deals differ."""

    id: str
    title: str
    parts: tuple[Part, ...]
    language: str = "en"
    fewest_parties: int = 2
    most_parties: int | None = None
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    essential: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()  # the questions that can change its agreement, in order
    prints: frozenset[str] = frozenset()  # of them, those that can change a word of it
    place: Place | None = None
    edition: str = ""
    lists_contents: bool = True
    key_terms: tuple[str, ...] = ()

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic of the outline in reading order, riders apart."""
        clauses = tuple(topic for part in self.parts for topic in part.topics)
        return (*self.opening, *clauses, *self.schedules, *self.closing)


@dataclass(frozen=True, slots=True)
class ConsistencyRule:
    """A consistency rule over answers. Severity: block, warn or inform."""

    id: str
    severity: str
    when: Condition
    message: str
    reason: str = ""
    source: str = ""
    law: tuple[str, str] = ("", "")  # from, until
    place: Place | None = None


MEASURES = (
    "times",
    "kinds of days",
    "percent",
    "between",
    "and",
    "to",
    "until",
    "of",
    "out of",
    "from",
    "by",
    "counted",
    "falls",
    "may be passed",
    "packs",
)
"""What a library lists words for under `measures:`."""


@dataclass(frozen=True, slots=True)
class WordList:
    """`words.yaml`: capitalised words that are no terms; bends for two parties; the determiners
    (`each`, `the`) that may stand before a term; the words of those who have no answer (`tbc`)
    and of those whose answer is everything (`all fields`); the years in which rules that have
    editions came out; the terms of trade that an edition has;
    the words for what a party does (`licensee`); the words of which one stands in the title of an
    office, or in the name of a body; the forms of
    companies (`Ltd`) that may end a name; places with a law of their own, beside the countries
    that agreements print;
    the statutes that texts name, by the fact that brings them into play; the territories for
    whose law the library has rules."""

    names: frozenset[str] = frozenset()
    bends: Mapping[str, str] = field(default_factory=dict)
    determiners: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()
    words_for_everything: frozenset[str] = frozenset()
    editions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trade_terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    measures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    forms_of_companies: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    statutes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    local_rules: frozenset[str] = frozenset()


Moved = Mapping[str, Mapping[str, Mapping[str, str]]]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ClauseLibrary:
    """Everything that lawyers own, parsed and frozen once."""

    questionnaire: Questionnaire
    topics: Mapping[str, Topic]
    definitions: Mapping[str, Definition]
    precedents: Mapping[str, Precedent]
    rules: Mapping[str, ConsistencyRule]
    words: WordList = field(default_factory=WordList)
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    splits: Moved = field(default_factory=dict)  # old question -> value -> answers to new ones
    merges: Moved = field(default_factory=dict)  # new question -> value -> answers to old ones
    digest: str = ""
    terms: frozenset[str] = frozenset()  # every spelling of every defined term
    printing: Mapping[str, PrintedWords] = field(default_factory=dict)  # by edition, `en-uk`

    @property
    def language(self) -> str:
        """The language of its precedents."""
        return next((language_of(one.language) for one in self.precedents.values()), "en")

    @property
    def variants(self) -> Iterator[Variant]:
        """Every variant of every topic."""
        return (one for topic in self.topics.values() for one in topic.variants.values())

    @property
    def wordings(self) -> dict[str, Variant]:
        """The same by their names, `topic/variant`."""
        return {f"{one.topic}/{one.id}": one for one in self.variants}

    def riders(self, host: str) -> tuple[Topic, ...]:
        """The riders of a topic."""
        return tuple(topic for topic in self.topics.values() if topic.within == host)
