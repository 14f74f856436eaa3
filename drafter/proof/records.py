"""A list of records: which kinds of records there are, and how many.

Records that no test tells apart are one kind. A list is then: for each kind, whether such a
record is there (and how often, where a test counts some of them), and how many there are in all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from drafter.conditions.model import Test
from drafter.kinds import NUMBER, Kind
from drafter.kinds.cases import TooMany
from drafter.kinds.model import Missing, Value
from drafter.proof.cells import witnesses
from drafter.proof.clauses import FALSE
from drafter.proof.comparisons import Mentions
from drafter.proof.encoded import Encoded
from drafter.proof.groups import Listed, Signature
from drafter.questionnaire.model import Measure, Question
from drafter.questionnaire.relation import DISTINCT

PARTIES = "parties"
_MOST_KINDS = 4096
_NUMBER = Kind(NUMBER)


def listed(question: Question, encoding: Encoded) -> Listed:
    """The cases of a list question."""
    clauses = encoding.clauses
    given = clauses.variable()
    missing = dict(encoding.unanswered(question, [given]))
    fewest, most = _bounds(question, encoding)
    bounds = {1, max(1, fewest)} | ({most + 1} if most else set())
    steps = sorted(_steps(question, encoding) | bounds)
    at_least = _at_least(steps, fewest, most, given, encoding)
    depth = steps[-1] if question.id in encoding.mentions.counted else 1
    records = tuple(_records(question, depth, given, encoding))
    _tie(at_least, records, depth, encoding)
    _keep_distinct(question, records, encoding)
    not_asked = missing.get(Missing.NOT_ASKED, FALSE)
    return Listed(not_asked, missing.get(Missing.ABSENT, FALSE), given, at_least, records)


def _bounds(question: Question, encoding: Encoded) -> tuple[int, int | None]:
    """The fewest and the most records that the question and the precedent take."""
    fewest, most = question.at_least, question.at_most
    if question.id == PARTIES:
        precedent = encoding.precedent
        fewest = max(fewest, precedent.fewest_parties)
        bounds = [one for one in (most, precedent.most_parties) if one is not None]
        most = min(bounds) if bounds else None
    return fewest, most


def _steps(question: Question, encoding: Encoded) -> set[int]:
    """The numbers of records that a test tells from one less."""
    values = {
        value
        for fact in encoding.names.facts.values()
        if isinstance(fact.rule, Measure)
        and fact.rule.how == "count"
        and fact.rule.list == question.id
        for value in count_cases(fact.id, encoding)
    }
    return {step for value in values for step in (value, value + 1) if step > 0}


def count_cases(fact: str, encoding: Encoded) -> list[int]:
    """The counts that the tests of a fact tell apart."""
    paths = sorted(encoding.mentions.rivals((fact,)))
    tests = [test for path in paths for test in encoding.mentions.of(path)]
    values = witnesses(_NUMBER, tests, max(2, len(paths)))
    return [value for value in values if isinstance(value, int) and value >= 0]


def _at_least(
    steps: Sequence[int], fewest: int, most: int | None, given: int, encoding: Encoded
) -> dict[int, int]:
    """A literal for each number: there are at least so many records."""
    found: dict[int, int] = {}
    below = given
    for step in steps:
        if step <= fewest:
            found[step] = given
        elif most is not None and step > most:
            found[step] = FALSE
        else:
            found[step] = encoding.clauses.variable()
            encoding.clauses.add(-found[step], below)
        below = found[step]
    return found


def _records(question: Question, depth: int, given: int, encoding: Encoded) -> Iterator[Signature]:
    """Each kind of record, with literals for one, two, … `depth` of it."""
    for values in kinds(question, encoding.mentions):
        levels = tuple(encoding.clauses.variable() for _ in range(depth))
        for lower, higher in zip((given, *levels), levels, strict=False):
            encoding.clauses.add(-higher, lower)
        yield Signature(values, levels)


def kinds(question: Question, mentions: Mentions) -> Iterator[dict[str, Value | Missing]]:
    """The kinds of records that tests tell apart. Raises `TooMany`."""
    names = [name for name in mentions.fields(question.id) if name in question.fields]
    columns = [_cases(question.fields[name], question.id, mentions) for name in names]
    size = 1
    for column in columns:
        size *= len(column)
    if size > _MOST_KINDS:
        raise TooMany(question.id)
    for row in product(*columns):
        yield dict(zip(names, row, strict=True))


def _cases(field: Question, list_name: str, mentions: Mentions) -> list[Value | Missing]:
    paths = sorted(mentions.rivals((list_name, field.id)))
    tests: list[Test] = [test for path in paths for test in mentions.of(path)]
    values: list[Value | Missing] = list(witnesses(field.kind, tests, len(paths)))
    return [*values, Missing.ABSENT] if field.optional else values


def _keep_distinct(question: Question, records: Sequence[Signature], encoding: Encoded) -> None:
    """No two records say the same in fields that tell records apart, as far as tests read them."""
    for names in _apart(question):
        if not all(
            name in question.fields
            and question.fields[name].kind.sort.finite
            and all(name in one.values for one in records)
            for name in names
        ):
            continue
        alike: dict[tuple[object, ...], list[int]] = {}
        for one in records:
            alike.setdefault(tuple(one.values[name] for name in names), []).extend(one.levels)
        for levels in alike.values():
            for first, second in combinations(levels, 2):
                encoding.clauses.add(-first, -second)


def _apart(question: Question) -> Iterator[tuple[str, ...]]:
    for one in (question, *question.fields.values()):
        for relation in one.relations:
            if relation.how == DISTINCT and relation.severity == "block":
                yield (relation.field,) if relation.field else relation.to


def _tie(
    at_least: dict[int, int], records: Sequence[Signature], depth: int, encoding: Encoded
) -> None:
    """There are as many records as there are kinds of them, or more of one kind."""
    clauses = encoding.clauses
    levels = [level for one in records for level in one.levels]
    counted = clauses.counted(levels, max(at_least))
    for step, enough in at_least.items():
        reached = counted[step - 1] if step <= len(counted) else FALSE
        clauses.add(-reached, enough)
        if step == 1 or depth > 1:
            clauses.add(-enough, reached)
