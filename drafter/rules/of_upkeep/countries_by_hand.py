"""A condition names the European Union or Economic Area, and does not list its countries by hand.

Why: a list by hand leaves some out and grows old; `has EU` holds for each country of the Union, for
the Union itself and for the world, and so does `has EEA` for the Economic Area.

Bad:

    when: territories has any of FR, DE, IT, ES, NL

Good:

    when: territories has EU

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.model import Condition, Has
from drafter.conditions.walk import beneath
from drafter.diagnostics import WARNING, Diagnostic, Place
from drafter.kinds.english import ENGLISH
from drafter.kinds.territories import GROUPS
from drafter.library.model import ClauseLibrary
from drafter.prose.model import When
from drafter.prose.walk import guards
from drafter.rules.of_files.walk import texts
from drafter.rules.of_upkeep.model import Upkeep

RULE = "countries-by-hand"
FEW = 4
"""So many countries of the Union may be meant each for its own law."""


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Conditions of rules, tables, questions and texts that name many countries of the Union."""
    for condition, place in _conditions(upkeep.library):
        for test in _sets(condition):
            group = "EEA" if {"IS", "LI", "NO"}.intersection(test.values) else "EU"
            listed = GROUPS[group].intersection(test.values)
            if len(listed) > FEW:
                says = f"{len(listed)} countries of {ENGLISH.territories[group]} are listed by hand"
                where = test.place or place
                yield Diagnostic(RULE, says, where, f"write `has {group}`", severity=WARNING)


def _sets(condition: Condition) -> Iterator[Has]:
    """The tests of territories in a condition, those of records included."""
    if isinstance(condition, Has) and condition.ground:
        yield condition
    for part in beneath(condition):
        yield from _sets(part)


def _conditions(library: ClauseLibrary) -> Iterator[tuple[Condition, Place | None]]:
    for rule in library.rules.values():
        yield rule.when, rule.place
    rows = [row for topic in library.topics.values() for row in topic.rows]
    asked = [one.ask_when for one in library.questionnaire.questions.values()]
    guarded = [
        guard.condition
        for written in texts(library)
        for guard in guards(written.text)
        if isinstance(guard, When)
    ]
    for condition in (*(row.when for row in rows), *asked, *guarded):
        if condition is not None:
            yield condition, None
