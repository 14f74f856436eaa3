"""What the cases reach: variants chosen, rules fired, conditions seen both ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter.casework.reached import CONDITION, RULE, VARIANT, ReachedPart, conditions, reached
from drafter.casework.run import CaseOutcome
from drafter.data_classes import dataclass
from drafter.diagnostics import so_many
from drafter.library.model import ClauseLibrary


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often the cases reach each variant, rule and condition; a condition has two ways."""

    cases: int
    variants: Mapping[str, int]
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
        yield f"coverage of {so_many(self.cases, 'case')}"
        for name, counts in self._parts().items():
            yield f"  {name:<11} {len(counts) - len(missed(counts))} of {len(counts)}"
        for name, counts in self._parts().items():
            for one in missed(counts):
                yield f"  never: {name.removesuffix('s')} {one}"

    def _parts(self) -> dict[str, Mapping[str, int]]:
        return {"wordings": self.variants, "rules": self.rules, "conditions": self.conditions}


def missed(counts: Mapping[str, int]) -> list[str]:
    """What was reached never."""
    return [name for name, count in counts.items() if not count]


def coverage(library: ClauseLibrary, outcomes: Iterable[CaseOutcome]) -> Coverage:
    """What these outcomes reach of a library."""
    counts: dict[ReachedPart, int] = dict.fromkeys(_all_parts(library), 0)
    cases = 0
    for outcome in outcomes:
        cases += 1
        for part in counts.keys() & set(reached(library, outcome)):
            counts[part] += 1
    by_kind: dict[str, dict[str, int]] = {VARIANT: {}, RULE: {}, CONDITION: {}}
    for (kind, name), count in counts.items():
        by_kind[kind][name] = count
    return Coverage(cases, by_kind[VARIANT], by_kind[RULE], by_kind[CONDITION])


def _all_parts(library: ClauseLibrary) -> Iterator[ReachedPart]:
    yield from ((RULE, rule) for rule in library.rules)
    for variant in library.variants:
        yield VARIANT, f"{variant.topic}/{variant.id}"
        yield from ((CONDITION, name) for name, _, _ in conditions(variant, library))
