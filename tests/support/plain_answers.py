"""Plain answers to a question: every option, amounts at and beside what is tested, few records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain, combinations, combinations_with_replacement, product
from typing import Any

from drafter import kinds
from drafter.conditions.judge import InRecord, judge
from drafter.conditions.model import Compares, Condition, RecordsTest
from drafter.kinds.lengths import days_in
from drafter.kinds.model import Duration, Money, Record
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import settle
from drafter.questionnaire.model import Measure, Question, Questionnaire
from support.what_is_tested import InLoop, Tests, conditions_in

_NOTHING = settle(Questionnaire(), Answers(precedent="", values={}))


def pool(question: Question, tests: Tests) -> list[Any]:
    """Answers among which every way to answer the tests is found; None for a blank."""
    blank = [None] if question.optional else []
    if question.kind.sort is kinds.LIST:
        return [*_lists(question, tests), *blank]
    rivals = tests.compared_with(question.id)
    amounts = [one.amount for one in tests.every.values()
               if isinstance(one, Compares) and one.subject[0] in rivals]  # fmt: skip
    return [*_values(question, amounts, len(rivals)), *blank]


def _values(question: Question, amounts: Iterable[Any], room: int) -> list[Any]:
    match question.kind.sort:
        case kinds.YES_NO:
            return [True, False]
        case kinds.CHOICE:
            return list(question.kind.options)
        case kinds.SEVERAL:
            return list(_subsets(question.kind.options))
        case kinds.JURISDICTIONS:
            return [some for some in _subsets(("GB", "US", "JP")) if some]
        case kinds.TEXT:
            return ["text"]
    found = [value for one in amounts or _PLAIN[question.kind.sort] for value in _beside(one, room)]
    return list(dict.fromkeys(found))


_PLAIN: dict[kinds.Sort, list[Any]] = {
    kinds.NUMBER: [1],
    kinds.MONEY: [Money("EUR", Decimal(1))],
    kinds.PERCENTAGE: [Decimal(1)],
    kinds.DATE: [date(2027, 1, 1)],
    kinds.DURATION: [Duration("months", 5)],
}


def _subsets(options: Sequence[str]) -> Iterator[tuple[str, ...]]:
    sizes = range(len(options) + 1)
    return chain.from_iterable(combinations(options, size) for size in sizes)


def _beside(amount: Any, room: int) -> Iterator[Any]:
    """The amount, those nearest below and above it, and some of another measure."""
    steps = range(-room, room + 1)
    match amount:
        case Money(currency, much):
            yield from (Money(currency, much + step * Decimal("0.01")) for step in steps)
            yield Money("JPY", much)
        case Duration(unit, number):
            yield from (Duration(unit, number + step) for step in steps if number + step >= 0)
            yield from (Duration("days", number + step) for step in range(room))
            yield from _about_as_long(amount)
        case date():
            yield from (amount + timedelta(days=step) for step in steps)
        case _:
            yield from (amount + step for step in steps)


def _about_as_long(period: Duration) -> Iterator[Duration]:
    """In each unit the least period of every way to last longer or not, for sure or perhaps."""
    low, high = days_in(period)
    for unit in ("days", "working-days", "months"):
        found: dict[tuple[bool, ...], Duration] = {}
        for other in (Duration(unit, number) for number in range(high + 2)):
            least, most = days_in(other)
            found.setdefault((least >= high, least > high, most >= low, most > low), other)
        yield from found.values()


# --- lists ------------------------------------------------------------------------------------


def _lists(question: Question, tests: Tests) -> Iterator[tuple[Record, ...]]:
    """Every list of few records, of each kind that tests tell apart."""
    kinds = _kinds(question, tests)
    fewest, most = question.at_least, question.at_most or _enough(question, tests)
    for count in range(fewest, max(fewest, most) + 1):
        for chosen in combinations_with_replacement(kinds, count):
            yield tuple(Record(question.id, f"r{number}", values)
                        for number, values in enumerate(chosen, 1))  # fmt: skip


def _enough(question: Question, tests: Tests) -> int:
    """So many records that each test has its own, and more where they are counted or looped."""
    inner = {repr(one) for one in _asked_of(question, tests) if not isinstance(one, InLoop)}
    counts = [id for id, fact in tests.library.questionnaire.facts.items()
              if isinstance(fact.rule, Measure) and fact.rule.list == question.id]  # fmt: skip
    cuts = [one.amount for one in tests.every.values()
            if isinstance(one, Compares) and one.subject[0] in counts]  # fmt: skip
    loops = any(one.list == question.id for one in tests.loops.values())
    more = max((cut - 1 for cut in cuts if isinstance(cut, int)), default=0)
    return len(inner) + more + loops


def _asked_of(question: Question, tests: Tests) -> Iterator[Condition | InLoop]:
    """What is asked of single records."""
    for one in tests.every.values():
        if isinstance(one, RecordsTest | InLoop) and one.list == question.id:
            yield one.condition if isinstance(one, RecordsTest) else one
    for fact in tests.library.questionnaire.facts.values():
        match fact.rule:
            case Measure(list=name, where=where) if name == question.id and where is not None:
                yield where


def _kinds(question: Question, tests: Tests) -> list[dict[str, Any]]:
    """The records that tests tell apart, by their fields."""
    asked = list(_asked_of(question, tests))
    columns = []
    for id, field in question.fields.items():
        about = [part for one in asked for part in conditions_in(one)]
        amounts = [part.amount for part in about
                   if isinstance(part, Compares) and part.subject[-1] == id]  # fmt: skip
        columns.append(_values(field, amounts, 1))
    found: dict[tuple[object, ...], dict[str, Any]] = {}
    for row in product(*columns):
        values = dict(zip(question.fields, row, strict=True))
        found.setdefault(tuple(_verdicts(asked, values)), values)
    return list(found.values())


def _verdicts(asked: Iterable[Condition | InLoop], values: dict[str, Any]) -> Iterator[object]:
    for one in asked:
        if isinstance(one, InLoop):
            yield from one.of(Record(one.list, "r1", values), _NOTHING)
        else:
            yield judge(one, InRecord(values, _NOTHING))
