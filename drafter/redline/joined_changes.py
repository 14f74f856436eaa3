"""Changes made readable: a short word left standing between long changes goes with them.

A word diff keeps every "the" that two sentences share. A reader wants the phrase that went and
the phrase that came. Each word taken along is marked twice, so only so many are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.redline.line import Piece
from drafter.redline.operations import Operation, words_marked

MOST_LEFT = 2  # words that are left standing
LEAST_AROUND = 3  # times as many words changed on either side


def readable(
    changes: Sequence[Operation], before: Sequence[Piece], after: Sequence[Piece], allowed: float
) -> list[Operation]:
    """The changes with short words taken along, marking at most so many words more."""
    along = set[int]()
    for words, place in sorted(_left_standing(changes, before, after)):
        if 2 * words <= allowed:
            along.add(place)
            allowed -= 2 * words
    return _merged(changes, along)


def _left_standing(
    changes: Sequence[Operation], before: Sequence[Piece], after: Sequence[Piece]
) -> Iterator[tuple[int, int]]:
    """How many words stand between two changes, and where."""
    for place in range(1, len(changes) - 1):
        last, one, following = changes[place - 1 : place + 2]
        kept = after[one.k : one.m]
        words = sum(piece.words for piece in kept)
        if (
            one.stays
            and 0 < words <= MOST_LEFT
            and not any(piece.whole for piece in kept)
            and all(_is_long(each, words, before, after) for each in (last, following))
            and not any(piece.ends is not None for piece in kept)
        ):
            yield words, place


def _is_long(one: Operation, words: int, before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Whether it is a change inside one paragraph, and much longer than the words between."""
    pieces = (*before[one.i : one.j], *after[one.k : one.m])
    inside = not one.stays and all(piece.ends is None for piece in pieces)
    return inside and words_marked([one], before, after) >= LEAST_AROUND * words


def _merged(changes: Sequence[Operation], along: set[int]) -> list[Operation]:
    result: list[Operation] = []
    for place, one in enumerate(changes):
        if place in along or place - 1 in along:
            last = result[-1]
            result[-1] = Operation(False, last.i, one.j, last.k, one.m)
        else:
            result.append(one)
    return result
