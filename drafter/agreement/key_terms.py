"""The key terms of an agreement: what the clauses that a business person reads say, in plain words.

A precedent may name the topics that are key; else they are those on which deals differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from drafter.library.model import LEFT_OUT
from drafter.selection.model import Chosen, Selection


class KeyTerm(NamedTuple):
    """The number of a clause, its subject, and the summary of its wording."""

    clause: str
    subject: str
    says: str


def key_terms_of(
    selection: Selection, numbers: Mapping[str, str]
) -> tuple[tuple[KeyTerm, ...], tuple[str, ...]]:
    """Those of a deal, by the numbers of its clauses; and the numbers of the clauses and schedules
    that are not among them, those in a row as "4 to 7"."""
    variants = {id: one.variant for id, one in selection.chosen.items() if id in numbers}
    printed = {id: one for id, one in variants.items() if one is not None}
    named = selection.precedent.key_terms
    key = {
        id: one
        for id, one in printed.items()
        if (id in named if named else _has_choice(selection.chosen[id]))
    }
    terms = (
        KeyTerm(numbers[id], selection.chosen[id].topic.heading, one.front.summary)
        for id, one in key.items()
    )
    return tuple(terms), tuple(_in_rows([(id in key, numbers[id]) for id in printed]))


def _in_rows(numbered: Iterable[tuple[bool, str]]) -> Iterator[str]:
    """The numbers that are not key, of three or more in a row the first and the last."""
    for is_key, row in groupby(numbered, key=itemgetter(0)):
        left = () if is_key else tuple(number for _, number in row)
        yield from (f"{left[0]} to {left[-1]}",) if len(left) > 2 else left


def _has_choice(one: Chosen) -> bool:
    return len([row for row in one.topic.rows if row.variant != LEFT_OUT]) > 1
