"""Proves every statement that the rules make of a library, for each of its precedents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, cast

from drafter.diagnostics import WARNING, Diagnostic
from drafter.kinds.cases import TooMany
from drafter.library.model import Library
from drafter.proof.cause import cause
from drafter.proof.goals import About, Finding, Goal, Proof, Wish, failing, granted
from drafter.proof.mentions import Mentions, mentions
from drafter.proof.readable import hidden, readable, shut, unread
from drafter.proof.replay import Draft, replay
from drafter.proof.solver import OutOfTime, Solver
from drafter.proof.standing import Standing, standing
from drafter.proof.witness import answers_data

Tell = Callable[[str], None]


class Rule(Protocol):
    """A module of this folder that states goals of a precedent."""

    RULE: str

    def goals(self, standing: Standing) -> Iterable[Goal]: ...


class Hope(Protocol):
    """A module of this folder that states wishes of a precedent."""

    RULE: str

    def wishes(self, standing: Standing) -> Iterable[Wish]: ...


def rules_of_tables() -> tuple[Rule, ...]:
    """The rules that give each deal exactly one row of each table."""
    from drafter.checks import gap, overlap

    return cast(tuple[Rule, ...], (gap, overlap))


def rules_of_texts() -> tuple[Rule, ...]:
    """The rules over what is printed where every table gives one row."""
    from drafter.checks import (
        blank_not_asked,
        conflict_together,
        dangling_reference,
        empty_list,
        lone_bullet,
        needs_broken,
        schedule_without_clause,
        term_defined_twice,
        term_without_definition,
        unguarded_reading,
    )

    return cast(
        tuple[Rule, ...],
        (unguarded_reading, dangling_reference, term_without_definition, term_defined_twice,
         needs_broken, conflict_together, schedule_without_clause, blank_not_asked, empty_list,
         lone_bullet),
    )  # fmt: skip


def hopes() -> tuple[Hope, ...]:
    """The rules whose faults are that no answers exist."""
    from drafter.checks import (
        dead_text,
        question_decides_nothing,
        question_never_asked,
        recommendation_not_possible,
        unreachable_recommendation,
        unreachable_variant,
    )

    return cast(
        tuple[Hope, ...],
        (unreachable_variant, dead_text, question_never_asked, question_decides_nothing,
         unreachable_recommendation, recommendation_not_possible),
    )  # fmt: skip


def all_proofs() -> dict[str, Rule | Hope]:
    """Every rule that is proved, by its name; each is the module that says what it means."""
    every: tuple[Rule | Hope, ...] = (*rules_of_tables(), *rules_of_texts(), *hopes())
    return {module.RULE: module for module in every}


def prove(
    library: Library, draft: Draft, faults: Sequence[Diagnostic] = (),
    out_of_time: Callable[[], bool] = lambda: False, tell: Tell = lambda words: None,
) -> Proof:  # fmt: skip
    """What came of every statement. Nothing is passed over in silence."""
    proving = _Proving(
        readable(library, faults), draft, out_of_time, tell, shut(faults), unread(faults)
    )
    for fault in hidden(library, faults):
        proving.undecided[fault.says,] = fault
    for id in library.precedents:
        proving.precedent(id)
    tell("")
    return proving.outcome()


@dataclass(slots=True)
class _Proving:
    library: Library
    draft: Draft
    out_of_time: Callable[[], bool]
    tell: Tell
    shut: frozenset[str]  # files whose tables are not whole
    unread: frozenset[str]  # topics of which something is missing
    proved: int = 0
    found: dict[About, Finding] = field(default_factory=dict)
    undecided: dict[About, Diagnostic] = field(default_factory=dict)
    wished: dict[About, Wish] = field(default_factory=dict)
    granted: set[About] = field(default_factory=set)
    _mentions: Mentions | None = None

    def precedent(self, id: str) -> None:
        """All statements about one precedent."""
        try:
            self._prove(id)
        except OutOfTime:
            self._leave(id, "the time given is used up", "give more: --budget SECONDS")
        except TooMany as many:
            self._leave(id, f"the records of `{many}` differ in too many ways", "test fewer fields")

    def _leave(self, id: str, why: str, cure: str) -> None:
        place = self.library.precedents[id].place
        says = f"precedent `{id}` is not proved: {why}"
        self.undecided["precedent", id] = Diagnostic("not-decided", says, place, cure)

    def _prove(self, id: str) -> None:
        self._mentions = self._mentions or mentions(self.library)
        here = standing(self.library, self.library.precedents[id], self._mentions)
        solver = Solver(here.encoding.clauses, self.out_of_time)
        for rule in rules_of_tables():
            self._goals(rule, here, solver)
        for hope in hopes():
            self._wishes(hope, here, solver)
        here.assume_sound()
        for rule in rules_of_texts():
            self._goals(rule, here, solver)

    def _wishes(self, hope: Hope, here: Standing, solver: Solver) -> None:
        self.tell(f"{here.precedent.id}: {hope.RULE}")
        wishes = {(wish.rule, *wish.about): wish for wish in hope.wishes(here)}
        self.wished |= wishes
        asked = [wish for key, wish in wishes.items() if key not in self.granted]
        self.granted |= {(wish.rule, *wish.about) for wish in granted(asked, solver)}

    def _goals(self, rule: Rule, here: Standing, solver: Solver) -> None:
        self.tell(f"{here.precedent.id}: {rule.RULE}")
        goals = [goal for goal in _once(rule.goals(here))
                 if goal.place is None or goal.place.file not in self.shut]  # fmt: skip
        failed = 0
        for goal in failing(goals, solver):
            failed += 1
            if (goal.rule, *goal.about) not in self.found:
                self._show(goal, rule, here, solver)
        self.proved += len(goals) - failed

    def _show(self, goal: Goal, rule: Rule, here: Standing, solver: Solver) -> None:
        """Find the answers, replay them, and keep what they show."""
        why = cause(goal.bad, here.encoding, solver)
        answers = answers_data(here.encoding, solver)
        played = replay(goal, rule.goals, answers, self.library, self.draft)
        diagnostic = Diagnostic(goal.rule, goal.says, goal.place, goal.cure, goal.notes,
                                questions=why.questions)  # fmt: skip
        why_not = played.why_not or self._unread(goal)
        if why_not:
            notes = (*goal.notes, f"not decided: {why_not}")
            self.undecided[goal.rule, *goal.about] = replace(diagnostic, notes=notes)
            return
        assert played.deal is not None
        place, more = goal.nearest(played.deal) if goal.nearest else (None, ())
        shown = [f"{name} is {_said(answers['answers'], name)}" for name in why.questions]
        notes = (*goal.notes, *more, f"answers: {', '.join(shown) or 'any'}",
                 f"precedent: {here.precedent.id}", f"more: drafter rule {goal.rule}")  # fmt: skip
        told = replace(diagnostic, place=place or goal.place, notes=notes)
        self.found[goal.rule, *goal.about] = Finding(told, answers)

    def _unread(self, goal: Goal) -> str:
        """Why a reference into a text that could not be read may hold all the same."""
        leads = {word[1:].split(".")[0] for word in goal.about if word.startswith("@")}
        return "what it leads to could not be read" if leads & self.unread else ""

    def outcome(self) -> Proof:
        """What came of it all."""
        if not any(key[0] == "precedent" for key in self.undecided):
            self.found |= dict(self._lost())
        proved = self.proved + len(self.granted)
        return Proof(proved, tuple(self.found.values()), tuple(self.undecided.values()))

    def _lost(self) -> Iterator[tuple[About, Finding]]:
        """The wishes that no precedent fulfils; no mere warning where something is hidden."""
        lost = {key: wish for key, wish in self.wished.items() if key not in self.granted}
        for key, wish in lost.items():
            if wish.within not in lost and not (wish.severity == WARNING and self.undecided):
                more = (f"more: drafter rule {wish.rule}",)
                yield (
                    key,
                    Finding(
                        Diagnostic(wish.rule, wish.says, wish.place, wish.cure, more, wish.severity)
                    ),
                )


def _once(goals: Iterable[Goal]) -> Iterator[Goal]:
    """Goals about the same thing are one."""
    seen: set[tuple[object, ...]] = set()
    for goal in goals:
        if (goal.about, goal.bad) not in seen:
            seen.add((goal.about, goal.bad))
            yield goal


def _said(answers: Mapping[str, Any], name: str) -> str:
    """An answer in a few words."""
    match answers.get(name):
        case None:
            return "blank or not asked"
        case dict() as records:
            return f"{len(records)} records"
        case list() as members:
            return ", ".join(members) or "none"
        case value:
            return str(value)
