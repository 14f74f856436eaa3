"""A party's agreements, sorted by what may be erased of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.matters.amending.standing import amendments
from drafter.registry.flattening import flattened
from drafter.registry.model import ListedAgreement, Revision, Status
from drafter.registry.registry import Registry


class PartyErasure(NamedTuple):
    """What erasing a party would reach.

    `due`: what has ended; `along`: its amendments, erased with it however they stand; `left`: what
    has not ended, or not before the day; `others`: agreements of parties whose names only have
    the words in them."""

    due: tuple[ListedAgreement, ...]
    along: tuple[ListedAgreement, ...]
    left: tuple[ListedAgreement, ...]
    others: tuple[ListedAgreement, ...]


def agreements_of(registry: Registry, party: str, before: str = "") -> PartyErasure:
    """The agreements in which somebody with this whole name, or short name, is a party.

    Only what ended `before` a day, if one is given, is due. An amendment goes with what it amends,
    never by itself.
    """
    found = [one for one in registry.find(party=party) if not one.erased]
    revisions = {one.id: registry.revision(one.id) for one in found}
    theirs = [one for one in found if _plain(party) in _names(revisions[one.id])]
    due = tuple(one for one in theirs if _is_due(one, revisions[one.id], before))
    along = tuple(_along(registry, due))
    taken = {one.id for one in (*due, *along)}
    left = tuple(one for one in theirs if one.id not in taken)
    known = taken | {one.id for one in left}
    return PartyErasure(due, along, left, tuple(one for one in found if one.id not in known))


def _is_due(held: ListedAgreement, revision: Revision, before: str) -> bool:
    has_ended = held.status is Status.ENDED and (not before or held.at < before)
    return has_ended and not revision.amends


def _along(registry: Registry, due: Iterable[ListedAgreement]) -> Iterator[ListedAgreement]:
    for one in due:
        yield from (amendment.held for amendment in amendments(registry, one.id))


def _names(revision: Revision) -> Iterator[str]:
    for path, value in flattened(revision.answers, revision.taken):
        if path.startswith("parties.") and path.endswith((".name", ".short_name")):
            yield _plain(value)


def _plain(name: str) -> str:
    return name.strip().casefold()
