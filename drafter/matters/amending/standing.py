"""How a signed agreement stands: as signed, or as the last of its signed amendments left it.

An amendment is an agreement of its own in the registry; what it makes of the other one is kept
beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from drafter.diagnostics import Diagnostic, Refused
from drafter.matters.amending.signed import SignedLine, SignedText, signed_text
from drafter.registry.model import ListedAgreement, Revision, Status
from drafter.registry.registry import Registry

REFERENCE = "original_reference"
"""The question that an amendment answers with the agreement that it amends."""


class AmendmentHeld(NamedTuple):
    """An amendment in the registry, with the revision that it is at."""

    held: ListedAgreement
    revision: Revision

    @property
    def is_signed(self) -> bool:
        """Whether it is in force; one that ended after it was signed still made its changes."""
        return self.held.status is Status.SIGNED

    @property
    def is_under_way(self) -> bool:
        """Whether it may still be signed."""
        return self.held.status in (Status.DRAFTED, Status.ISSUED, Status.RECEIVED)


def amendments(registry: Registry, agreement: str) -> tuple[AmendmentHeld, ...]:
    """The amendments of an agreement, oldest first."""
    return tuple(_amendments(registry, agreement))


def _amendments(registry: Registry, agreement: str) -> Iterator[AmendmentHeld]:
    for held in registry.find(answer=f"{REFERENCE}={agreement}"):
        revision = registry.revision(held.id)
        if revision.amends.get("agreement") == agreement:
            yield AmendmentHeld(held, revision)


def standing(registry: Registry, agreement: str) -> SignedText:
    """A signed agreement as it stands today. Raises `Refused` where it is not signed."""
    held = registry.agreement(agreement)
    if held.status is not Status.SIGNED:
        says = f"{agreement} is {held.status.value}, not signed"
        cure = "before the signature it gets a new revision: drafter draft ANSWERS --record"
        raise Refused([Diagnostic("not-signed", says, None, cure)])
    own = registry.revision(agreement)
    done = [one for one in amendments(registry, agreement) if one.is_signed]
    return as_amended(own.agreement, done) if done else signed_text(registry, own)


def as_amended(agreement: str, done: list[AmendmentHeld]) -> SignedText:
    """The text that the last of some signed amendments left."""
    last = max(done, key=lambda one: int(one.revision.amends["number"]))
    kept: Mapping[str, Any] = last.revision.amends
    lines = tuple(SignedLine(*one) for one in kept["lines"])
    names = tuple(one.held.id for one in done)
    return SignedText(agreement, lines, kept["answers"], kept["taken"], names)


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
