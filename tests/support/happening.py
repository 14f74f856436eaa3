"""One happening: what must be so together for a deal to show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.conditions.model import Condition
from drafter.prose.model import Guard
from support.one_deal import OneDeal

Read = Condition | Guard | None
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The conditions that something rests on, and whether it is so in one deal."""

    reads: tuple[Read, ...]
    shown: Callable[[OneDeal], bool]


@dataclass(frozen=True, slots=True)
class Happening:
    """What is stated, and all that must be so together for a deal to show it."""

    key: Key
    parts: tuple[Part, ...]


def holds(when: Condition | None) -> Part:
    """A condition holds."""
    return Part((when,), lambda deal: deal.holds(when))


def holds_not(when: Condition | None) -> Part:
    """It does not, or not yet."""
    return Part((when,), lambda deal: not deal.holds(when))


def fails(when: Condition | None) -> Part:
    """It does not, and not for want of an answer."""
    return Part((when,), lambda deal: deal.fails(when))
