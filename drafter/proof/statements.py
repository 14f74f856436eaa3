"""Every statement that rules make of a library, one precedent after the other, and what came of
it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, Protocol

from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import WARNING, Diagnostic, so_many
from drafter.kinds.cases import TooMany
from drafter.library.model import ClauseLibrary
from drafter.proof.comparisons import mentions
from drafter.proof.encode import Encodings
from drafter.proof.goals import About, Counterexample, Example, Goal, Proof, Wish, failing, granted
from drafter.proof.outline import Standing, standing_of
from drafter.proof.relevant_answers import cause
from drafter.proof.replay import FaultsOfDraft, replay
from drafter.proof.solver import OutOfTime, Solver
from drafter.proof.witness import answers_data

Tell = Callable[[str], None]


class StatementRule(Protocol):
    """What states goals of a precedent."""

    RULE: str

    def goals(self, standing: Standing) -> Iterable[Goal]: ...


class Hope(Protocol):
    """What states wishes of a precedent."""

    RULE: str

    def wishes(self, standing: Standing) -> Iterable[Wish]: ...


class Rules(NamedTuple):
    """The rules to prove: those that give each deal one row of each table; those over what is
    printed where every table does; those whose fault is that no answers exist."""

    of_tables: tuple[StatementRule, ...]
    of_texts: tuple[StatementRule, ...]
    hopes: tuple[Hope, ...]


@dataclass(slots=True)
class Statements:
    """The statements of a library: `proved` so far, `found` not to hold, `undecided`."""

    library: ClauseLibrary
    rules: Rules
    draft: FaultsOfDraft
    out_of_time: Callable[[], bool]
    tell: Tell
    shut: frozenset[str]  # files whose tables are not whole
    unread: frozenset[str]  # topics of which something is missing
    proved: int = 0
    found: dict[About, Counterexample] = field(default_factory=dict)
    undecided: dict[About, Diagnostic] = field(default_factory=dict)
    wished: dict[About, Wish] = field(default_factory=dict)
    granted: set[About] = field(default_factory=set)
    _encodings: Encodings | None = None

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
        if self.out_of_time():
            raise OutOfTime
        self._encodings = self._encodings or Encodings(self.library, mentions(self.library))
        here = standing_of(self._encodings.of(self.library.precedents[id]))
        solver = Solver(here.encoding.clauses, self.out_of_time)
        for rule in self.rules.of_tables:
            self._goals(rule, here, solver)
        for hope in self.rules.hopes:
            self._wishes(hope, here, solver)
        here.assume_sound()
        for rule in self.rules.of_texts:
            self._goals(rule, here, solver)

    def _wishes(self, hope: Hope, here: Standing, solver: Solver) -> None:
        self.tell(f"{here.precedent.id}: {hope.RULE}")
        wishes = {(wish.rule, *wish.about): wish for wish in hope.wishes(here)}
        self.wished |= wishes
        asked = [wish for key, wish in wishes.items() if key not in self.granted]
        self.granted |= {(wish.rule, *wish.about) for wish in granted(asked, solver)}

    def _goals(self, rule: StatementRule, here: Standing, solver: Solver) -> None:
        self.tell(f"{here.precedent.id}: {rule.RULE}")
        goals = [
            goal
            for goal in _once(rule.goals(here))
            if goal.place is None or goal.place.file not in self.shut
        ]
        failed = 0
        for goal in failing(goals, solver):
            failed += 1
            if (goal.rule, *goal.about) not in self.found:
                self._show(goal, rule, here, solver)
        self.proved += len(goals) - failed

    def _show(self, goal: Goal, rule: StatementRule, here: Standing, solver: Solver) -> None:
        """Find the answers, replay them, and keep what they show; look for none in vain."""
        if self._unread(goal):
            self._undecided(goal, self._unread(goal))
            return
        questions, answers = (goal.shown_by or partial(_shown, here))(goal.bad, solver)
        played = replay(goal, rule.goals, answers, self.library, self.draft)
        if played.why_not:
            self._undecided(goal, played.why_not, questions)
            return
        assert played.deal is not None
        place, more = goal.nearest(played.deal) if goal.nearest else (None, ())
        shown = [f"{name} is {_print_answer(answers['answers'], name)}" for name in questions]
        notes = (
            *goal.notes,
            *more,
            f"answers: {', '.join(shown) or 'any'}",
            f"precedent: {here.precedent.id}",
            f"more: drafter rule {goal.rule}",
        )
        told = _diagnostic(goal, notes, questions)
        told = replace(told, place=place or goal.place)
        self.found[goal.rule, *goal.about] = Counterexample(told, answers)

    def _undecided(self, goal: Goal, why: str, questions: tuple[str, ...] = ()) -> None:
        notes = (*goal.notes, f"not decided: {why}")
        self.undecided[goal.rule, *goal.about] = _diagnostic(goal, notes, questions)

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

    def _lost(self) -> Iterator[tuple[About, Counterexample]]:
        """The wishes that no precedent fulfils; no mere warning where something is hidden."""
        lost = {key: wish for key, wish in self.wished.items() if key not in self.granted}
        for key, wish in lost.items():
            if wish.within not in lost and not (wish.severity == WARNING and self.undecided):
                more = (f"more: drafter rule {wish.rule}",)
                yield (
                    key,
                    Counterexample(
                        Diagnostic(wish.rule, wish.says, wish.place, wish.cure, more, wish.severity)
                    ),
                )


def _shown(here: Standing, bad: int, solver: Solver) -> Example:
    """Complete answers that show a fault."""
    why = cause(bad, here.encoding, solver)
    return Example(why.questions, answers_data(here.encoding, solver, why.questions))


def _diagnostic(goal: Goal, notes: tuple[str, ...], questions: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(goal.rule, goal.says, goal.place, goal.cure, notes, questions=questions)


def _once(goals: Iterable[Goal]) -> Iterator[Goal]:
    """Goals about the same thing are one."""
    seen: set[tuple[object, ...]] = set()
    for goal in goals:
        if (goal.about, goal.bad) not in seen:
            seen.add((goal.about, goal.bad))
            yield goal


def _print_answer(answers: Mapping[str, Any], name: str) -> str:
    """An answer in a few words."""
    match answers.get(name):
        case None:
            return "blank or not asked"
        case dict() as records:
            return f"{so_many(len(records), 'record')}"
        case list() as members:
            return ", ".join(members) or "none"
        case value:
            return str(value)
