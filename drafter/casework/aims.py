"""What a covering set of answers is to reach, each aim with the literal that holds where it does.

The parts of the library that coverage counts; of each rule also that it does not fire; and each
case of each answer, the values at and beside a cut point among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.casework.reached import CONDITION, RULE, VARIANT, ReachedPart, conditions
from drafter.casework.run import CaseOutcome
from drafter.kinds import spelled
from drafter.kinds.model import Missing, Value
from drafter.proof.cells import case_of
from drafter.proof.clauses import FALSE
from drafter.proof.encode import Encoding
from drafter.proof.outline import Standing
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question

SILENT, ANSWER = "silent rules", "answers"


def aims(here: Standing) -> dict[ReachedPart, int]:
    """Every aim; false where the precedent cannot hold it."""
    return dict((*_variants(here), *_rules(here), *_answers(here.encoding)))


def _variants(here: Standing) -> Iterator[tuple[ReachedPart, int]]:
    both, verdict = here.encoding.clauses.both, here.encoding.verdict
    for one in here.variants:
        if one.variant is None:
            continue
        yield (VARIANT, f"{one.topic}/{one.id}"), one.stands
        for name, condition, way in conditions(one.variant, here.library):
            literal = verdict(condition).true if way else verdict(condition).false
            yield (CONDITION, name), both((one.stands, literal))


def _rules(here: Standing) -> Iterator[tuple[ReachedPart, int]]:
    for rule in here.library.rules.values():
        verdict = here.encoding.verdict(rule.when)
        yield (RULE, rule.id), verdict.true
        yield (SILENT, rule.id), verdict.false


def _answers(encoding: Encoding) -> Iterator[tuple[ReachedPart, int]]:
    for question in _asked(encoding):
        for case, literal in encoding.group(question.id).cases:
            if literal == FALSE or (case is Missing.ABSENT and not question.optional):
                continue  # it cannot be; it hangs on an answer that is missing
            yield (ANSWER, _named(question, case)), literal


def answers_reached(deal: Deal, encoding: Encoding) -> Iterator[ReachedPart]:
    """The cases in which the answers of a deal lie."""
    for question in _asked(encoding):
        value = deal.value(question.id)
        cases = [case for case, _ in encoding.group(question.id).cases]
        here = _case(value, cases, encoding, question.id)
        if here is not None:
            yield ANSWER, _named(question, here)


def _case(
    value: Value | Missing, cases: list[Value | Missing], encoding: Encoding, name: str
) -> Value | Missing | None:
    if isinstance(value, Missing):
        return value if value in cases else None
    values = [case for case in cases if not isinstance(case, Missing)]
    if encoding.group(name).members:
        return values[0]
    return case_of(value, values, encoding.mentions.of((name,)))


def _asked(encoding: Encoding) -> Iterator[Question]:
    names = encoding.precedent.asks or tuple(encoding.names.questions)
    yield from (encoding.names.questions[name] for name in names)


def _named(question: Question, case: Value | Missing) -> str:
    """`exit_notice: 30 days`, `exit_notice: not asked`, `project_name: answered`."""
    if isinstance(case, Missing):
        return f"{question.id}: {case.value}"
    sort = question.kind.sort
    if sort.free or sort.refers or isinstance(case, tuple):
        return f"{question.id}: answered"
    return f"{question.id}: {spelled(case)}"


def silent(outcome: CaseOutcome, rules: Mapping[str, object]) -> Iterator[ReachedPart]:
    """The rules that these answers leave silent."""
    yield from ((SILENT, rule) for rule in rules if rule not in outcome.fired)
