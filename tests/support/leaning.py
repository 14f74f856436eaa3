"""Which conditions of a deal hold only because a question was not asked.

Each is judged again with every test of such a question left open: what then still holds leans on
nothing. A fact leans as the condition under its name does; a count or a comparison never does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.conditions.judge import AtRecord, every, judge, negated, some
from drafter.conditions.model import All, Condition, Either, Holds, Is, Not, Scope
from drafter.conditions.walk import subjects, tests
from drafter.kinds.model import Missing, Record
from drafter.prose.model import ForEach, Guard, ProseParagraph, Text
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Classification, NamedCondition, Questionnaire

Leaning = tuple[Condition, str]  # and where its first test is written


def written_at(condition: Condition) -> str:
    """Where the first test of a condition is written."""
    places = (getattr(test, "place", None) for test in tests(condition))
    return str(next((place for place in places if place), None))


def leans(condition: Condition, scope: Scope, names: Questionnaire) -> bool:
    """Whether it holds, and would not but for a question that was not asked."""
    return judge(condition, scope) is True and _left_open(condition, scope, names) is not True


def _left_open(condition: Condition, scope: Scope, names: Questionnaire) -> bool | None:
    match condition:
        case All(parts):
            return every(_left_open(part, scope, names) for part in parts)
        case Either(parts):
            return some(_left_open(part, scope, names) for part in parts)
        case Not(part):
            return negated(_left_open(part, scope, names))
        case Holds((name,)) | Is((name,)) if name in names.facts:
            return _fact(condition, name, scope, names)
    read = next(subjects(condition), "")
    skipped = read in names.questions and scope.value(read) is Missing.NOT_ASKED
    return None if skipped else judge(condition, scope)


def _fact(condition: Holds | Is, name: str, scope: Scope, names: Questionnaire) -> bool | None:
    rule, verdict = names.facts[name].rule, judge(condition, scope)
    if isinstance(rule, NamedCondition):
        return _left_open(rule.when, scope, names)
    if not isinstance(rule, Classification) or not isinstance(condition, Is):
        return verdict
    behind = [when for row, when in rule.rows.items() if (row in condition.values) is verdict]
    return verdict if any(_left_open(when, scope, names) for when in behind) else None


def leaning_in(text: Text, deal: Deal) -> Iterator[Leaning]:
    """The guards of a text that lean, each where it is met."""
    for block in text.blocks:
        if isinstance(block, ProseParagraph):
            yield from _in_paragraph(block, deal, deal)
        else:
            yield from _Passing(deal).all_of(block.guards, deal)


def _in_paragraph(paragraph: ProseParagraph, scope: Scope, deal: Deal) -> Iterator[Leaning]:
    passing = _Passing(deal)
    for here in list(passing.through(paragraph.guards, scope)):
        for sentence in paragraph.sentences:
            passing.all_of(sentence.guards, here)
        for bullet in paragraph.bullets:
            yield from _in_paragraph(bullet, here, deal)
    yield from passing.found


class _Passing:
    """Passes guards, and notes those that lean; what hangs on a missing answer is kept."""

    def __init__(self, deal: Deal) -> None:
        self.deal, self.found = deal, list[Leaning]()

    def all_of(self, guards: Iterable[Guard], scope: Scope) -> list[Leaning]:
        list(self.through(tuple(guards), scope))
        return self.found

    def through(self, guards: tuple[Guard, ...], scope: Scope) -> Iterator[Scope]:
        if not guards:
            yield scope
            return
        for here in self._past(guards[0], scope):
            yield from self.through(guards[1:], here)

    def _past(self, guard: Guard, scope: Scope) -> Iterator[Scope]:
        if isinstance(guard, ForEach):
            yield from self._records(guard, scope)
            return
        if leans(guard.condition, scope, self.deal.questionnaire):
            self.found.append((guard.condition, written_at(guard.condition)))
        if judge(guard.condition, scope) is not False:
            yield scope

    def _records(self, loop: ForEach, scope: Scope) -> Iterator[Scope]:
        value = self.deal.value(loop.list[0])
        blank = () if value is Missing.NOT_ASKED else (Record(loop.list[0], "", {}),)
        for record in blank if isinstance(value, Missing) else value:
            inside = AtRecord(loop.record, record, scope)
            if loop.where is None or judge(loop.where, inside) is not False:
                yield inside
