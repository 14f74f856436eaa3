"""Facts as groups of cases: what each can be, and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from drafter.conditions.judge import InRecord, judge
from drafter.conditions.model import Condition
from drafter.kinds.model import Missing, Value
from drafter.proof.cells import ItScope
from drafter.proof.clauses import FALSE, Clauses
from drafter.proof.encoded import Encoded
from drafter.proof.groups import Group, Listed, Signature, Verdict
from drafter.proof.records import count_cases
from drafter.questionnaire.find import compared, same
from drafter.questionnaire.model import (
    Classification,
    Comparison,
    Completeness,
    Fact,
    Measure,
    NamedCondition,
    Questionnaire,
    Sameness,
)


def is_free(name: str, names: Questionnaire) -> bool:
    """Whether a fact is not computed in the proof: a total, or the completeness of a table."""
    fact = names.facts.get(name)
    if fact is None:
        return False
    total = isinstance(fact.rule, Measure) and fact.rule.how == "total"
    return total or isinstance(fact.rule, Completeness)


def fact_group(fact: Fact, encoding: Encoded) -> Group:
    """The cases of a fact."""
    match fact.rule:
        case NamedCondition(when):
            return _named(encoding.verdict(when), encoding.clauses)
        case Classification(rows):
            return _classified(rows, encoding)
        case Comparison(one, other):
            return _paired(compared, one, other, encoding)
        case Sameness(one, other):
            kind = encoding.names.kind(one)
            if kind is not None and not (kind.sort.ordered or kind.sort.finite):
                return _same(one, other, encoding)
            return _paired(same, one, other, encoding)
        case Measure():
            return _measured(fact, fact.rule, encoding)
        case _:
            return _named(encoding.freely(fact.id), encoding.clauses)


def _named(verdict: Verdict, clauses: Clauses) -> Group:
    open_ = clauses.both((-verdict.true, -verdict.false))
    return Group(((True, verdict.true), (False, verdict.false), (Missing.ABSENT, open_)))


def _classified(rows: Mapping[str, Condition], encoding: Encoded) -> Group:
    """The first row that holds, or the only one that still could."""
    clauses = encoding.clauses
    verdicts = {row: encoding.verdict(when) for row, when in rows.items()}
    cases: list[tuple[Value | Missing, int]] = []
    before: list[int] = []
    for row, verdict in verdicts.items():
        first = clauses.both((verdict.true, *(-one for one in before)))
        cases.append((row, clauses.either((first, alone(row, verdicts, clauses)))))
        before.append(verdict.true)
    nothing = clauses.both(-lit for _, lit in cases)
    return Group((*cases, (Missing.ABSENT, nothing)))


def alone(row: str, verdicts: Mapping[str, Verdict], clauses: Clauses) -> int:
    """The row hangs on a missing answer, and every other row is false."""
    mine = verdicts[row]
    others = (verdict.false for name, verdict in verdicts.items() if name != row)
    return clauses.both((-mine.true, -mine.false, *others))


# --- facts of two names -----------------------------------------------------------------------


Finds: TypeAlias = Callable[[object, object], "Value | Missing"]


def _paired(find: Finds, one: str, other: str, encoding: Encoded) -> Group:
    """What a fact is for each case of one name beside those of the other that give it."""
    both, either = encoding.clauses.both, encoding.clauses.either
    values, here = zip(*encoding.group(one).cases, strict=True)
    rivals, there = zip(*encoding.group(other).cases, strict=True)
    found: dict[Value | Missing, list[int]] = {}
    for literal, results in zip(here, _results(find, values, rivals), strict=True):
        for result, beside in results.items():
            at = both((literal, either(there[rival] for rival in beside)))
            found.setdefault(result, []).append(at)
    return Group(tuple((result, either(lits)) for result, lits in found.items()))


@lru_cache(maxsize=256)
def _results(
    find: Finds, values: tuple[Value | Missing, ...], rivals: tuple[Value | Missing, ...]
) -> list[Mapping[Value | Missing, Sequence[int]]]:
    """For each value what is found beside each rival, as drafting finds it."""
    rows: list[Mapping[Value | Missing, Sequence[int]]] = []
    for value in values:
        row: dict[Value | Missing, list[int]] = {}
        for at, rival in enumerate(rivals):
            row.setdefault(find(value, rival), []).append(at)
        rows.append(row)
    return rows


def _same(one: str, other: str, encoding: Encoded) -> Group:
    """Two names or texts may always be the same and may always differ."""
    clauses = encoding.clauses
    groups = [encoding.group(name) for name in (one, other)]
    given = clauses.both(group.given(clauses) for group in groups)
    skipped = clauses.either(group.at(Missing.NOT_ASKED) for group in groups)
    equal = clauses.both((given, encoding.freely(f"{one} and {other} are the same").true))
    differ = clauses.either((skipped, clauses.both((given, -equal))))
    neither = clauses.both((-equal, -differ))
    return Group(((True, equal), (False, differ), (Missing.ABSENT, neither)))


# --- facts of a list --------------------------------------------------------------------------


def _measured(fact: Fact, rule: Measure, encoding: Encoded) -> Group:
    listed = encoding.listed(rule.list)
    if rule.how != "count":
        return _extreme(fact, rule, listed, encoding.clauses)
    if rule.where is None:
        counts: list[tuple[Value | Missing, int]] = [
            *listed.counts(encoding.clauses),
            (0, listed.not_asked),
            (Missing.ABSENT, listed.absent),
        ]
    else:
        counts = _where_counted(fact, rule.where, listed, encoding)
    return Group(tuple((count, lit) for count, lit in counts if lit != FALSE))


def _where_counted(
    fact: Fact, where: Condition, listed: Listed, encoding: Encoded
) -> list[tuple[Value | Missing, int]]:
    """How many records pass a condition; not known while one hangs on a blank field."""
    clauses = encoding.clauses
    held, undecided = _chosen(where, listed)
    doubt = clauses.either(one.present for one in undecided)
    sure = clauses.both((listed.given, -doubt))
    cases = count_cases(fact.id, encoding)
    levels = [level for one in held for level in one.levels]
    counted = [sure, *clauses.counted(levels, max((1, *cases)) + 1), FALSE]
    steps = sorted({0, *cases, *(case + 1 for case in cases)})
    enough = [clauses.both((sure, counted[min(step, len(counted) - 1)])) for step in steps]
    found: list[tuple[Value | Missing, int]] = [
        (step, clauses.both((here, -more)))
        for step, here, more in zip(steps, enough, [*enough[1:], FALSE], strict=True)
    ]
    missing = clauses.either((listed.absent, clauses.both((listed.given, doubt))))
    return [*found, (0, listed.not_asked), (Missing.ABSENT, missing)]


def _chosen(where: Condition | None, listed: Listed) -> tuple[list[Signature], list[Signature]]:
    """The kinds of records that pass, and those of which it is not known."""
    if where is None:
        return list(listed.records), []
    judged = [
        (judge(where, InRecord(one.values, ItScope(Missing.ABSENT))), one) for one in listed.records
    ]
    return (
        [one for verdict, one in judged if verdict],
        [one for verdict, one in judged if verdict is None],
    )


def _extreme(fact: Fact, rule: Measure, listed: Listed, clauses: Clauses) -> Group:
    """The earliest or latest value of a field among the records that pass."""
    held, undecided = _chosen(rule.where, listed)
    by_value: dict[Any, list[int]] = {}
    for one in held:
        by_value.setdefault(one.values.get(rule.field, Missing.ABSENT), []).append(one.present)
    blank = by_value.pop(Missing.ABSENT, [])
    doubt = [*(() if fact.kind.optional else blank), *(one.present for one in undecided)]
    sure = clauses.both((listed.given, *(-one for one in doubt)))
    cases: list[tuple[Value | Missing, int]] = []
    beyond: list[int] = []
    for value in sorted(by_value, reverse=rule.how == "latest"):
        here = clauses.either(by_value[value])
        cases.append((value, clauses.both((sure, here, *(-one for one in beyond)))))
        beyond.append(here)
    none = clauses.either((listed.not_asked, clauses.both((sure, *(-one for one in beyond)))))
    nothing = clauses.both((-none, *(-lit for _, lit in cases)))
    return Group((*cases, (Missing.NOT_ASKED, none), (Missing.ABSENT, nothing)))
