"""From a model of the solver to the answers that matter, and to all answers, made plain.

First the answers that alone force the fault are found; every other question then takes its
recommended answer where it can, else the plainest one. The result is the same from run to run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.data_classes import dataclass
from drafter.kinds.model import Missing, Value
from drafter.proof.cells import case_of
from drafter.proof.clauses import FALSE, TRUE
from drafter.proof.encode import Encoding
from drafter.proof.solver import Solver
from drafter.questionnaire.model import Question

_FREE = ""  # what no answer decides here: totals, tests of two records
_NO_CORE: frozenset[int] = frozenset((FALSE,))
_PLAIN: frozenset[int] = frozenset((TRUE,))  # what holds always


@dataclass(frozen=True, slots=True)
class Cause:
    """The questions whose answers force a fault; all others are settled plainly in the model."""

    questions: tuple[str, ...]


def cause(bad: int, encoding: Encoding, solver: Solver) -> Cause:
    """Why `bad` is possible, the solver having just found that it is."""
    solver.possible(_with_short_lists(bad, encoding, solver))
    found = {name: tuple(_standing(name, encoding, solver)) for name in encoding.names.questions}
    found[_FREE] = tuple(lit if solver.holds(lit) else -lit for lit in encoding.free)
    forcing, kept = _forcing(bad, found, solver)
    solver.possible([bad, *kept])
    _settle_plainly([bad, *kept], encoding, solver)
    return Cause(tuple(name for name in forcing if name != _FREE))


def _with_short_lists(bad: int, encoding: Encoding, solver: Solver) -> list[int]:
    """The fault, with as few records as it can be had with."""
    fixed = [bad]
    for name, question in encoding.names.questions.items():
        if question.kind.sort.has_records:
            for enough in encoding.listed(name).at_least.values():
                if solver.possible([*fixed, -enough]):
                    fixed.append(-enough)
                    break
    return fixed


def _forcing(
    bad: int, found: Mapping[str, tuple[int, ...]], solver: Solver
) -> tuple[tuple[str, ...], list[int]]:
    """The fewest questions whose answers leave no way round the fault, and what of them does."""
    core = _core(bad, found, found, solver)
    names = [name for name in found if core.intersection(found[name])]
    for name in reversed(list(names)):
        fewer = [other for other in names if other != name]
        smaller = _core(bad, fewer, found, solver)
        if smaller is not _NO_CORE:
            names, core = fewer, smaller
    return tuple(names), sorted(core)


def _core(
    bad: int, names: Iterable[str], found: Mapping[str, tuple[int, ...]], solver: Solver
) -> frozenset[int]:
    """Of the answers to these questions, those that together force the fault."""
    answers = [literal for name in names for literal in found[name]]
    if solver.possible([-bad, *answers]):
        return _NO_CORE
    return frozenset(solver.why_not()).intersection(answers)


def _standing(name: str, encoding: Encoding, solver: Solver) -> Iterator[int]:
    """The literals that say where a question stands in the model."""
    for literal in literals(name, encoding):
        yield literal if solver.holds(literal) else -literal


def literals(name: str, encoding: Encoding) -> list[int]:
    """Every literal of a question's cases."""
    group = encoding.group(name)
    found = [lit for _, lit in group.cases] + list(group.members.values())
    if encoding.names.questions[name].kind.sort.has_records:
        listed = encoding.listed(name)
        found += [*listed.at_least.values(), *(lit for one in listed.records for lit in one.levels)]
    return list(dict.fromkeys(lit for lit in found if abs(lit) != 1))


def _settle_plainly(fixed: list[int], encoding: Encoding, solver: Solver) -> None:
    """Fix each question in order at its plainest answer that the others leave possible."""
    questions = encoding.names.questions.values()
    solver.prefer(lit for one in questions for lit in _preferred(one, encoding, solver))
    solver.possible(fixed)
    plain = _PLAIN  # what held without a search when last asked: it goes on holding
    for question in questions:
        for wish in _wishes(question, encoding, solver):
            if solver.holds(wish):
                fixed.append(wish)
            elif -wish not in plain:
                if solver.possible([*fixed, wish]):
                    fixed.append(wish)
                else:
                    plain = solver.plain(fixed)
        fixed += _standing(question.id, encoding, solver)


def _preferred(question: Question, encoding: Encoding, solver: Solver) -> Iterator[int]:
    """The plainest answer as the model stands, so that few questions are asked of the solver."""
    wishes = [wish for wish in _wishes(question, encoding, solver) if wish != FALSE]
    many = question.kind.sort.has_records or encoding.group(question.id).members
    rivals = frozenset(() if many else (-one for one in wishes[1:] if one != wishes[0]))
    yield from wishes if many else wishes[:1]
    yield from sorted(rivals)


def _wishes(question: Question, encoding: Encoding, solver: Solver) -> Iterable[int]:
    """What would be plain, most wanted first."""
    group = encoding.group(question.id)
    if question.kind.sort.has_records:
        listed = encoding.listed(question.id)
        yield from (-lit for lit in listed.at_least.values() if lit != FALSE)
        yield from (-one.present for one in reversed(listed.records))
        return
    if question.optional:
        yield group.at(Missing.ABSENT)
    wanted = recommended(question, encoding, solver)
    for option, lit in group.members.items():
        yield lit if isinstance(wanted, tuple) and option in wanted else -lit
    cases = [case for case, _ in group.cases if not isinstance(case, Missing)]
    if wanted is not None and not group.members:
        tests = encoding.mentions.of((question.id,))
        case = case_of(wanted, cases, tests)
        if case is not None:
            yield group.at(case)
    yield from (group.at(case) for case in cases)


def recommended(question: Question, encoding: Encoding, solver: Solver) -> Value | None:
    """What the ladder recommends in the model."""
    for step in question.recommend:
        verdict = encoding.verdict(step.when)
        if solver.holds(verdict.true):
            return step.take
        if not solver.holds(verdict.false):
            return None
    return None
