"""Questions, their types and recommendations; facts computed from answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from drafter import kinds
from drafter.conditions.model import Condition
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Place
from drafter.kinds import Kind
from drafter.kinds.model import Value
from drafter.questionnaire.relation import Relation


class Nature(StrEnum):
    """What a question is about, and so who may answer it: only a choice is recommended.

    A fact is about the world or the parties (who, when, where, how many, whether it is so); a
    choice is a term that most deals settle alike; the rest counsel decides for each deal.
    """

    FACT = "fact"
    CHOICE = "choice"
    COUNSEL = "counsel decides"


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a choice: its id, its label for lawyers, and what a fill of it prints."""

    id: str
    label: str
    prints: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One line of a ladder: take this value when the condition holds, for this reason.

    `take` is None for `no-opinion`, which ends the ladder without a recommendation.
    """

    take: Value | None
    when: Condition | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A typed question. A field of a list's record is a question too.

    `at_least` and `at_most` count the members of a list or set; an amount is bounded by its kind,
    or `no_bounds` says why it is not. Of the fields of a list, `asked_first` are those that a
    person is asked before the others, `of_the_deal` those that no address book keeps. What is
    recommended may hang on later questions: `looks_ahead` names them, and the facts that rest on
    them. `can_wait` says that an agreement reads well while it is blank: an interview then asks it
    late; `figures_will_do` that a text may have no word. `nature` is
    None where the questionnaire does not say it. The question then counts as a choice: left alone
    it takes a recommendation with a reason, or stays blank, and asserts nothing.
    """

    id: str
    asks: str
    kind: Kind
    section: str = ""
    options: tuple[Option, ...] = ()
    fields: Mapping[str, Question] = field(default_factory=dict)
    asked_first: tuple[str, ...] = ()
    of_the_deal: tuple[str, ...] = ()
    period: tuple[str, str] | None = None
    help: str = ""
    why: str = ""
    source: str = ""
    ask_when: Condition | None = None
    recommend: tuple[Recommendation, ...] = ()
    looks_ahead: tuple[str, ...] = ()
    optional: bool = False
    can_wait: bool = False
    nature: Nature | None = None
    seen_by: tuple[str, ...] = ()
    at_least: int = 0
    at_most: int | None = None
    no_bounds: str = ""
    no_relations: str = ""
    pattern: str = ""
    figures_will_do: bool = False
    relations: tuple[Relation, ...] = ()
    place: Place | None = None

    def option(self, id: str) -> Option | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == id), None)


# --- facts --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NamedCondition:
    """`{when: condition}`: a condition under a name."""

    when: Condition


@dataclass(frozen=True, slots=True)
class Classification:
    """`{classify: {name: condition}}`: exactly one row holds."""

    rows: Mapping[str, Condition]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`{compare: [a, b]}`: less, equal, more; open while one is missing or they do not compare."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Sameness:
    """`{same: [a, b]}`: both name the same thing."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Measure:
    """`{count|total|earliest|latest: list.field, where: …}`."""

    how: str
    list: str
    field: str = ""
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Completeness:
    """`{complete: {list: rows, each: [a, b]}}`: the rows cover every combination of a and b.

    `columns` are the fields of a row that name a member of a and of b.
    """

    list: str
    each: tuple[str, ...]
    columns: tuple[str, ...]


FactRule: TypeAlias = (
    NamedCondition | Classification | Comparison | Sameness | Measure | Completeness
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact and how it is found."""

    id: str
    rule: FactRule
    kind: Kind
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Every question and fact in the order of the files; the `Names` that conditions read.

    `relations` are those between answers by their names, such as `grants.licensee.different`.
    """

    questions: Mapping[str, Question] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(init=False, repr=False, compare=False)
    _order: Mapping[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        order = {name: index for index, name in enumerate(self.questions)}
        object.__setattr__(self, "_order", order)
        object.__setattr__(self, "relations", _relations(self.questions.values()))

    def kind(self, name: str) -> Kind | None:
        """The kind of a question or fact."""
        known = self.questions.get(name) or self.facts.get(name)
        return known.kind if known else None

    def names(self) -> Iterable[str]:
        """Every question and fact."""
        return [*self.questions, *self.facts]

    def in_order(self, names: Iterable[str]) -> list[str]:
        """The questions among the names, once each, in the order of the files."""
        return sorted({name for name in names if name in self._order}, key=self._order.__getitem__)


def _relations(questions: Iterable[Question]) -> Mapping[str, Relation]:
    asked = (one for question in questions for one in (question, *question.fields.values()))
    return {relation.id: relation for one in asked for relation in one.relations}


ORDER_WORDS = ("less", "equal", "more", "open")
YES_NO = Kind(kinds.YES_NO)
