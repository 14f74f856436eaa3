"""The cases of an answer that no test tells apart, each with a value that stands for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, pairwise

from drafter.data_classes import dataclass
from drafter.kinds.model import Amount

MANY_OPTIONS = 10  # a set with more options under test is not enumerated


class TooMany(Exception):
    """More cases than are worth enumerating; says which name has them."""


@dataclass(frozen=True, slots=True)
class Tested:
    """What a library's tests ask of one answer.

    `amounts` are those that it is compared with, `options` those that are named; `room` is how
    many questions are compared with each other: between two amounts there are then so many cases.
    """

    amounts: tuple[Amount, ...] = ()
    options: tuple[str, ...] = ()
    room: int = 1


@dataclass(frozen=True, slots=True)
class Scale:
    """Amounts of one measure as whole steps, from `low` to `high`; `usual` is a plain one."""

    low: int
    high: int
    usual: int
    strides: tuple[int, ...] = (1,)  # from the roundest to the finest


def steps(cuts: Iterable[int], room: int, on: Scale) -> Iterator[int]:
    """The cut points, and up to `room` whole steps in each gap between them."""
    edges = [on.low - 1, *sorted(set(cuts)), on.high + 1]
    for below, above in pairwise(edges):
        yield from _inside(below, above, room, on)
        if above <= on.high:
            yield above


def _inside(below: int, above: int, room: int, on: Scale) -> list[int]:
    """Round amounts strictly between two edges, near the one that is a cut point."""
    found: list[int] = []
    for stride in on.strides:
        here = range(1, room + 1)
        if below >= on.low:
            found = [below + stride * one for one in here]
        elif above <= on.high:
            found = [above - stride * one for one in reversed(here)]
        else:
            found = [on.usual + stride * (one - 1) for one in here]
        found = [one for one in found if below < one < above]
        if len(found) == room:
            break
    return found


def subsets(options: Sequence[str], other: str) -> Iterator[tuple[str, ...]]:
    """Every set of the options; `other` alone stands for a set that has none of them.

    Raises `TooMany`.
    """
    if len(options) > MANY_OPTIONS:
        raise TooMany
    sizes = range(len(options) + 1)
    for members in chain.from_iterable(combinations(options, size) for size in sizes):
        yield members or ((other,) if other else ())
