"""What the cases reach: wordings chosen, rules fired, conditions seen both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.casework.run import Outcome
from drafter.conditions.judge import judge
from drafter.conditions.model import Condition
from drafter.conditions.say import source, subjects
from drafter.library.model import Library, Variant
from drafter.prose.model import When
from drafter.prose.walk import guards
from drafter.selection.model import Selection


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often the cases reach each wording, rule and condition; a condition has two ways."""

    cases: int
    wordings: Mapping[str, int]
    rules: Mapping[str, int]
    conditions: Mapping[str, int]

    def as_data(self) -> dict[str, Any]:
        """The same as plain data, with the names of what no case reaches."""
        return {"cases": self.cases} | {
            name: {"reached": len(counts) - len(never), "of": len(counts), "never": never}
            for name, counts in self._parts().items()
            for never in (missed(counts),)
        }

    def lines(self) -> Iterator[str]:
        """The same for the terminal: figures, then what no case reaches."""
        yield f"coverage of {self.cases} {'case' if self.cases == 1 else 'cases'}"
        for name, counts in self._parts().items():
            yield f"  {name:<11} {len(counts) - len(missed(counts))} of {len(counts)}"
        for name, counts in self._parts().items():
            for one in missed(counts):
                yield f"  never: {name.removesuffix('s')} {one}"

    def _parts(self) -> dict[str, Mapping[str, int]]:
        return {"wordings": self.wordings, "rules": self.rules, "conditions": self.conditions}


def missed(counts: Mapping[str, int]) -> list[str]:
    """What was reached never."""
    return [name for name, count in counts.items() if not count]


def coverage(library: Library, outcomes: Iterable[Outcome]) -> Coverage:
    """What these outcomes reach of a library."""
    wordings = {f"{topic.id}/{id}": 0 for topic in library.topics.values() for id in topic.variants}
    rules = dict.fromkeys(library.rules, 0)
    conditions = {name: 0 for topic in library.topics.values()
                  for variant in topic.variants.values()
                  for name, _, _ in _conditions(variant, library)}  # fmt: skip
    cases = 0
    for outcome in outcomes:
        cases += 1
        for rule in outcome.fired & rules.keys():
            rules[rule] += 1
        if outcome.decision is not None:
            _count(outcome.decision.selection, wordings, conditions)
    return Coverage(cases, wordings, rules, conditions)


def _count(selection: Selection, wordings: dict[str, int], conditions: dict[str, int]) -> None:
    for topic, chosen in selection.chosen.items():
        if chosen.variant is not None:
            wordings[f"{topic}/{chosen.variant.id}"] += 1
            for name, condition, way in _conditions(chosen.variant, selection.library):
                if judge(condition, selection.deal) is way:
                    conditions[name] += 1


def _conditions(variant: Variant, library: Library) -> Iterator[tuple[str, Condition, bool]]:
    """Each guard of a wording that reads the deal (and not the record of a loop), both ways."""
    for guard in guards(variant.text):
        if isinstance(guard, When):
            condition = guard.condition
            if all(library.questionnaire.kind(name) for name in subjects(condition)):
                name = f"{variant.topic}/{variant.id}: {source(condition)}"
                yield f"{name} holds", condition, True
                yield f"{name} fails", condition, False
