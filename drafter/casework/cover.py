"""A small set of answers that reaches everything in a library that answers can reach.

The solver is asked for answers that reach one aim, and prefers those that reach others too. What
the answers do reach is then seen by deciding them, as any draft is decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from drafter.casework.aims import aims, answers_reached, silent
from drafter.casework.reached import RULE, ReachedPart, reached
from drafter.casework.read import Case, Expected
from drafter.casework.run import run_case
from drafter.data_classes import dataclass, replace
from drafter.drafting import Library
from drafter.proof.clauses import FALSE
from drafter.proof.comparisons import mentions
from drafter.proof.encode import Encodings
from drafter.proof.outline import Standing, standing_of
from drafter.proof.relevant_answers import cause
from drafter.proof.solver import Solver
from drafter.proof.witness import answers_data


@dataclass(frozen=True, slots=True)
class Member:
    """One set of answers, and what it reaches."""

    case: Case
    reaches: frozenset[ReachedPart]


@dataclass(frozen=True, slots=True)
class Cover:
    """Sets of answers that together reach all that was aimed at, but for what is `left`."""

    members: tuple[Member, ...]
    left: tuple[ReachedPart, ...]

    @property
    def reaches(self) -> frozenset[ReachedPart]:
        """All that its members reach."""
        return frozenset(part for member in self.members for part in member.reaches)


def cover(library: Library, cases: Iterable[Case] = (), begun: Iterable[Case] = ()) -> Cover:
    """The covering set of a library, the same on every call.

    A case of the library is taken in where it reaches what the proof does not speak of: answers
    that are missing or unknown, totals, tests of two records. Of sets that cover another edition
    of the library, `begun`, those that still help are kept, and only what they leave is searched.
    """
    coverings = _coverings(library)
    aimed = dict.fromkeys(aim for one in coverings for aim in one.aims)
    members = list(_helpful(begun, coverings, set(aimed)))
    for covering in coverings:
        members += covering.members(_seen(members))
    members += _helpful(cases, coverings, aimed.keys() - _seen(members))
    kept = tuple(_needed(members))
    reached = _seen(kept)
    return Cover(kept, tuple(aim for aim in aimed if aim not in reached))


def left_by(library: Library, cases: Iterable[Case]) -> tuple[ReachedPart, ...]:
    """What these cases leave of all that a covering set aims at; nothing is searched for."""
    coverings = _coverings(library)
    aimed = dict.fromkeys(aim for one in coverings for aim in one.aims)
    by_precedent = {one.here.precedent.id: one for one in coverings}
    seen = _seen(by_precedent[str(one.data["precedent"])].member(one.data) for one in cases)
    return tuple(aim for aim in aimed if aim not in seen)


def _coverings(library: Library) -> list[_Covering]:
    rules = {id: replace(rule, severity="warn") for id, rule in library.clauses.rules.items()}
    clauses = replace(library.clauses, rules=rules)  # so that a blocking rule can fire
    encodings = Encodings(clauses, mentions(clauses))
    precedents = clauses.precedents.values()
    return [_Covering(library, standing_of(encodings.of(one))) for one in precedents]


def _seen(members: Iterable[Member]) -> set[ReachedPart]:
    return {part for member in members for part in member.reaches}


def _helpful(
    cases: Iterable[Case], coverings: Iterable[_Covering], wanted: set[ReachedPart]
) -> Iterator[Member]:
    """The cases that reach what is wanted still."""
    by_precedent = {covering.here.precedent.id: covering for covering in coverings}
    for case in cases:
        covering = by_precedent.get(str(case.data["precedent"]))
        member = covering.member(case.data) if covering and wanted else None
        if member and member.reaches & wanted:
            wanted = wanted - member.reaches
            yield member


class _Covering:
    """One precedent: what can be reached in it, and answers that do."""

    def __init__(self, library: Library, here: Standing) -> None:
        self.library, self.here = library, here
        self.aims = aims(here)
        self.solver = Solver(here.encoding.clauses)
        self.stops = {
            (RULE, id): here.encoding.verdict(rule.when).true
            for id, rule in library.clauses.rules.items()
            if rule.severity == "block"
        }

    def members(self, seen: set[ReachedPart]) -> Iterator[Member]:
        """Answers for each aim that is not seen yet."""
        wanted = {aim: lit for aim, lit in self.aims.items() if aim not in seen}
        while wanted:
            aim = next(iter(wanted))
            for member in self._tries(aim, wanted):
                if wanted.keys() & member.reaches:
                    yield member
                wanted = {one: lit for one, lit in wanted.items() if one not in member.reaches}
                if aim not in wanted:
                    break
            wanted.pop(aim, None)

    def _tries(self, aim: ReachedPart, wanted: Mapping[ReachedPart, int]) -> Iterator[Member]:
        """Answers that reach much else too; then, for what those upset, the plainest."""
        self.solver.prefer(lit if one in wanted else -lit for one, lit in self.aims.items())
        held = next((one for one in self._goals(aim) if self.solver.possible([one])), FALSE)
        if held == FALSE:
            return
        yield self._found()
        cause(held, self.here.encoding, self.solver)
        yield self._found()

    def _goals(self, aim: ReachedPart) -> Iterator[int]:
        """The aim, with no other rule that refuses the answers; for such a rule, with others."""
        free = [-stop for rule, stop in self.stops.items() if rule != aim]
        yield self.here.encoding.clauses.both((self.aims[aim], *free))
        if aim in self.stops:
            yield self.aims[aim]

    def _found(self) -> Member:
        return self.member(answers_data(self.here.encoding, self.solver))

    def member(self, data: Mapping[str, Any]) -> Member:
        """What these answers reach, once they are decided."""
        case = Case("", "", data, Expected())
        outcome = run_case(self.library, case)
        parts = set(reached(self.library.clauses, outcome))
        if outcome.decision is None:
            findings = tuple(sorted(outcome.fired & {rule for _, rule in self.stops}))
            return Member(replace(case, expected=Expected(findings=findings)), frozenset(parts))
        parts |= set(silent(outcome, self.library.clauses.rules))
        parts |= set(answers_reached(outcome.decision.selection.deal, self.here.encoding))
        return Member(case, frozenset(parts))


def _needed(members: Sequence[Member]) -> Iterator[Member]:
    """The members without those whose every part another reaches, each with a name."""
    count = Counter(part for member in members for part in member.reaches)
    kept: list[Member] = []
    for member in reversed(members):
        if all(count[part] > 1 for part in member.reaches):
            count -= Counter(member.reaches)
        else:
            kept.append(member)
    for number, member in enumerate(reversed(kept), 1):
        name = f"{number:03}-{member.case.data['precedent']}"
        yield replace(member, case=replace(member.case, id=name))
