"""A sentence can stand beneath the guard of its block.

Why: a guard on the first line of a block governs the whole block, so what contradicts it is
never printed, and nobody misses it until the deal in which it was needed.

Bad:

    {if escrow} {core_owner} must deposit the source.
    {if not escrow} {core_owner} need not deposit the source.

Good:

    {if escrow} {core_owner} must deposit the source.

    {if not escrow} {core_owner} need not deposit the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TypeAlias

from drafter.conditions.exclusion import exclude
from drafter.conditions.model import All, Condition, Either, Holds, Is, Not
from drafter.conditions.source import source
from drafter.diagnostics import Diagnostic, Place
from drafter.library.model import ClauseLibrary
from drafter.prose.model import Guard, ProseParagraph, When
from drafter.questionnaire.model import Classification, Fact, NamedCondition
from drafter.rules.of_files.walk import texts

RULE = "guard-never"
_Facts: TypeAlias = dict[str, Fact]
_Governed: TypeAlias = tuple[tuple[Condition, ...], Place | None]


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Sentences and bullets whose guards exclude one another."""
    facts = dict(library.questionnaire.facts)
    for written in texts(library):
        for block in written.text.blocks:
            if isinstance(block, ProseParagraph):
                for conditions, place in _governed(block, ()):
                    yield from _never(conditions, place, facts)


def _governed(paragraph: ProseParagraph, above: tuple[Condition, ...]) -> Iterator[_Governed]:
    """The conditions that must hold together for each bullet and each sentence."""
    here = (*above, *_conditions(paragraph.guards))
    yield here, paragraph.place
    for sentence in paragraph.sentences:
        if sentence.guards:
            yield (*here, *_conditions(sentence.guards)), sentence.place
    for bullet in paragraph.bullets:
        yield from _governed(bullet, here)


def _conditions(guards: tuple[Guard, ...]) -> tuple[Condition, ...]:
    return tuple(guard.condition for guard in guards if isinstance(guard, When))


def _never(
    conditions: tuple[Condition, ...], place: Place | None, facts: _Facts
) -> Iterator[Diagnostic]:
    for one, other in combinations(conditions, 2):
        if any(exclude(a, b) for a in _meaning(one, facts) for b in _meaning(other, facts)):
            yield Diagnostic(
                RULE,
                f"`{{if {source(other)}}}` never holds beneath `{{if {source(one)}}}`",
                place,
                "give each guard a block of its own, or begin the block unguarded",
            )
            return


def _meaning(condition: Condition, facts: _Facts) -> Iterator[Condition]:
    """The tests that all hold when the condition does, those behind a named fact among them."""
    yield condition
    match condition:
        case All(parts):
            for part in parts:
                yield from _meaning(part, facts)
        case Not(Either(parts)):
            for part in parts:
                yield from _meaning(Not(part), facts)
        case Holds((name,)) if isinstance(rule := _rule(name, facts), NamedCondition):
            yield from _meaning(rule.when, facts)
        case Not(Holds((name,))) if isinstance(rule := _rule(name, facts), NamedCondition):
            yield from _meaning(Not(rule.when), facts)
        case Is((name,), (value,)) if isinstance(rule := _rule(name, facts), Classification):
            if value in rule.rows:
                yield from _meaning(rule.rows[value], facts)


def _rule(name: str, facts: _Facts) -> object:
    return facts[name].rule if name in facts else None
