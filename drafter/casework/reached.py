"""What answers reach of a library: variants chosen, rules that fire or not, guards both ways."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.casework.run import CaseOutcome
from drafter.conditions.judge import judge
from drafter.conditions.model import Condition
from drafter.conditions.source import source, subjects
from drafter.library.model import ClauseLibrary, Variant
from drafter.prose.model import When
from drafter.prose.walk import guards
from drafter.selection.model import Selection

ReachedPart = tuple[str, str]  # what kind of thing, and its name
VARIANT, RULE, CONDITION = "wordings", "rules", "conditions"


def reached(library: ClauseLibrary, outcome: CaseOutcome) -> Iterator[ReachedPart]:
    """Every part of a library that an outcome reaches."""
    yield from ((RULE, rule) for rule in outcome.fired)
    if outcome.decision is not None:
        yield from _selected(outcome.decision.selection)


def _selected(selection: Selection) -> Iterator[ReachedPart]:
    for topic, chosen in selection.chosen.items():
        if chosen.variant is not None:
            yield VARIANT, f"{topic}/{chosen.variant.id}"
            for name, condition, way in conditions(chosen.variant, selection.library):
                if judge(condition, selection.deal) is way:
                    yield CONDITION, name


def conditions(variant: Variant, library: ClauseLibrary) -> Iterator[tuple[str, Condition, bool]]:
    """Each guard of a variant that reads the deal (and not the record of a loop), both ways."""
    for guard in guards(variant.text):
        if isinstance(guard, When):
            condition = guard.condition
            if all(library.questionnaire.kind(name) for name in subjects(condition)):
                name = f"{variant.topic}/{variant.id}: {source(condition)}"
                yield f"{name} holds", condition, True
                yield f"{name} fails", condition, False
