"""The key terms of an agreement: what each clause on which deals differ says, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
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
) -> tuple[tuple[KeyTerm, ...], int]:
    """Those of a deal, by the numbers of its clauses; and how many clauses read alike in every
    deal and are not among them."""
    variants = {id: one.variant for id, one in selection.chosen.items() if id in numbers}
    printed = {id: one for id, one in variants.items() if one is not None}
    key = {id: one for id, one in printed.items() if _has_choice(selection.chosen[id])}
    terms = (
        KeyTerm(numbers[id], selection.chosen[id].topic.heading, one.front.summary)
        for id, one in key.items()
    )
    return tuple(terms), len(printed) - len(key)


def _has_choice(one: Chosen) -> bool:
    return len([row for row in one.topic.rows if row.variant != LEFT_OUT]) > 1
