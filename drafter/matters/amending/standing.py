"""How a signed agreement stands: as signed, or as the last of its signed amendments left it.

An amendment is an agreement of its own in the registry; what it makes of the other one is kept
beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from drafter.diagnostics import WARNING, Diagnostic, Refused
from drafter.matters.amending.signed import SignedLine, SignedText, signed_text
from drafter.matters.edited_file import edited_since
from drafter.registry.model import ListedAgreement, Revision, Status
from drafter.registry.registry import Registry

REFERENCE = "original_reference"
"""The question that an amendment answers with the agreement that it amends."""


class AmendmentHeld(NamedTuple):
    """An amendment in the registry, with the revision that it is at. One that ended after it was
    signed is signed all the same: it made its changes."""

    held: ListedAgreement
    revision: Revision
    is_signed: bool

    @property
    def is_under_way(self) -> bool:
        """Whether it may still be signed."""
        return self.held.status in (Status.DRAFTED, Status.ISSUED, Status.RECEIVED)


def amendments(registry: Registry, agreement: str) -> tuple[AmendmentHeld, ...]:
    """The amendments of an agreement, oldest first."""
    return tuple(_amendments(registry, agreement))


def _amendments(registry: Registry, agreement: str) -> Iterator[AmendmentHeld]:
    for held in registry.amending(agreement):
        revision = registry.revision(held.id)
        yield AmendmentHeld(held, revision, was_signed(registry, held.id))


def was_signed(registry: Registry, agreement: str) -> bool:
    """Whether an agreement was ever signed; its end does not unsay it."""
    return any(entry.event == Status.SIGNED for entry, _ in registry.events(agreement))


def standing(registry: Registry, agreement: str) -> SignedText:
    """A signed agreement as it stands today, or stood when it ended. Raises `Refused` where it was
    never signed."""
    held = registry.agreement(agreement)
    if not was_signed(registry, agreement):
        raise Refused([_not_signed(held)])
    own = registry.revision(agreement)
    done = [one for one in amendments(registry, agreement) if one.is_signed]
    return as_amended(registry, own.agreement, done) if done else signed_text(registry, own)


def _not_signed(held: ListedAgreement) -> Diagnostic:
    says = f"{held.id} is {held.status.value}, not signed"
    cure = "before the signature it gets a new revision: drafter draft ANSWERS --record"
    if held.status is Status.ENDED:
        says = f"{held.id} ended before it was signed"
        cure = "record an agreement of its own for what is new"
    return Diagnostic("not-signed", says, None, cure)


def as_amended(registry: Registry, agreement: str, done: list[AmendmentHeld]) -> SignedText:
    """The text that the last of some signed amendments left."""
    last = max(done, key=lambda one: int(one.revision.amends["number"]))
    kept: Mapping[str, Any] = last.revision.amends
    lines = tuple(SignedLine(*one) for one in kept["lines"])
    names = tuple(one.held.id for one in done)
    told = tuple(finished_by_counsel(registry, done))
    return SignedText(agreement, lines, kept["answers"], kept["taken"], names, told)


def finished_by_counsel(registry: Registry, done: Iterable[AmendmentHeld]) -> Iterator[Diagnostic]:
    """What an amendment left is known as it was drafted, not as counsel worded it."""
    for one in done:
        edited = edited_since(registry, one.held.id)
        if edited and edited.is_ours:
            says = (
                f"{one.held.id} was worded by counsel before it was signed: {edited.as_text()};"
                " what it left is taken as it was drafted"
            )
            cure = f"read it beside this: drafter registry show {one.held.id} --save DIR"
            yield Diagnostic("amend-by-hand", says, None, cure, severity=WARNING)


def refuse_where_moved(registry: Registry, recorded: Revision) -> None:
    """Raises `Refused` where another amendment of the agreement was signed meanwhile."""
    if not recorded.amends:
        return
    agreement = recorded.amends["agreement"]
    done = [one.held.id for one in amendments(registry, agreement) if one.is_signed]
    if done != recorded.amends["after"]:
        says = f"{agreement} was amended by {done[-1]} since {recorded.agreement} was drafted"
        cure = f"draft it again from how {agreement} stands now: drafter amend {agreement} ANSWERS"
        raise Refused([Diagnostic("moved-since", says, None, cure)])
