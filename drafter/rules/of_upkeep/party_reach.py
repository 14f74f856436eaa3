"""How many parties a variant can meet: whether its row, as written, holds between two only."""

from __future__ import annotations

from drafter.conditions.model import All, Compares, Condition, Either, Holds, Is, Not
from drafter.data_classes import dataclass, field, replace
from drafter.library.model import ClauseLibrary, Topic
from drafter.prose.model import Guard, When
from drafter.questionnaire.model import Classification, Measure, NamedCondition, Questionnaire

_PARTIES = "parties"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether the text that stands here is for two parties only, guards included."""

    names: Questionnaire = field(default_factory=Questionnaire)
    two: bool = False

    def under(self, guards: tuple[Guard, ...]) -> Reach:
        """The same beneath guards."""
        if self.two or not guards:
            return self
        held = (guard.condition for guard in guards if isinstance(guard, When))
        return replace(self, two=any(two_only(one, self.names) for one in held))


def for_two_only(library: ClauseLibrary, topic: Topic, variant: str) -> bool:
    """Whether three parties can never meet this variant.

    Read off the row itself, the rows of its hosts, and the precedents that have the topic. A
    restriction that only a chain of answers brings about is not seen.
    """
    row = next((row for row in topic.rows if row.variant == variant), None)
    if row is not None and row.when is not None and two_only(row.when, library.questionnaire):
        return True
    if topic.within in library.topics:
        host = library.topics[topic.within]
        return all(for_two_only(library, host, one) for one in host.variants)
    used = [one for one in library.precedents.values() if topic.id in one.topics]
    return bool(used) and all(one.most_parties == 2 for one in used)


def two_only(condition: Condition, names: Questionnaire, holds: bool = True) -> bool:
    """Whether a condition that holds (or, with `holds` false, fails) leaves room for two only."""
    match condition:
        case Not(part):
            return two_only(part, names, not holds)
        case All(parts) | Either(parts):
            each = [two_only(part, names, holds) for part in parts]
            return any(each) if isinstance(condition, All) is holds else all(each)
        case Compares(subject, operator, amount):
            return _counts_parties(subject[0], names) and _at_most_two(operator, amount, holds)
        case Holds(subject) | Is(subject):
            return _behind(condition, subject[0], names, holds)
        case _:
            return False


def _behind(condition: Holds | Is, name: str, names: Questionnaire, holds: bool) -> bool:
    """What a fact says, or what must hold for a question to be asked at all."""
    rule = names.facts[name].rule if name in names.facts else None
    if isinstance(rule, NamedCondition):
        return two_only(rule.when, names, holds)
    if isinstance(rule, Classification) and isinstance(condition, Is) and holds:
        return all(
            two_only(rule.rows[value], names) for value in condition.values if value in rule.rows
        )
    question = names.questions.get(name)
    asked = question.ask_when if question and holds else None
    return asked is not None and two_only(asked, names)


def _counts_parties(name: str, names: Questionnaire) -> bool:
    rule = names.facts[name].rule if name in names.facts else None
    return isinstance(rule, Measure) and (rule.how, rule.list, rule.where) == (
        "count",
        _PARTIES,
        None,
    )


def _at_most_two(operator: str, amount: object, holds: bool) -> bool:
    if not isinstance(amount, int):
        return False
    if holds:
        return (operator in ("=", "<=") and amount <= 2) or (operator == "<" and amount <= 3)
    return (operator == ">" and amount <= 2) or (operator == ">=" and amount <= 3)
