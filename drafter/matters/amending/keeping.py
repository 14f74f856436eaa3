"""An amendment in the registry: recorded as an agreement of its own, made again to be issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.instructions import Instructions
from drafter.agreement.restated import lead
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import Diagnostic
from drafter.matters.amending.amendment import (
    AT_SIGNATURE,
    DAY,
    ON_A_DAY,
    START,
    Amending,
    Amendment,
    draft_amendment,
)
from drafter.matters.amending.standing import (
    AmendmentHeld,
    amendments,
    refuse_where_moved,
    standing,
)
from drafter.matters.content import content_digest
from drafter.matters.edited_file import edited_since
from drafter.matters.filing import with_file
from drafter.matters.ingredients import style_used
from drafter.matters.model import Recorded
from drafter.matters.names import LONGEST_NAME
from drafter.matters.recording import as_draft, as_recorded
from drafter.registry.model import DraftedRevision, ListedAgreement, Revision, Stamp, Status
from drafter.registry.registry import Registry

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.gate import Approvals
    from drafter.matters.workshop import Workshop

SIGNATURE = "signature"
"""What a start is called that is no day."""


@dataclass(frozen=True, slots=True)
class AmendmentProposal:
    """What an amendment would be, before it is kept: the draft as the registry takes it, and the
    amendment under way that it takes the place of, if there is one."""

    made: Amendment
    drafted: DraftedRevision
    pending: AmendmentHeld | None

    @property
    def is_news(self) -> bool:
        """Whether it reads otherwise than the amendment that is under way."""
        return self.pending is None or self.pending.revision.blocks != self.drafted.blocks

    @property
    def digest(self) -> str:
        """The digest of what it says."""
        return content_digest(tuple(tuple(one) for one in self.drafted.blocks))

    def leads(self) -> tuple[str, ...]:
        """Each change in half a sentence, as the amendment leads to it."""
        words = self.made.draft.assembled.edition.words
        return tuple(lead(one, words).rstrip(":") for one in self.made.found.changes)


def proposal(
    shop: Workshop, agreement: str, answers: Mapping[str, Any] | None = None, start: str = ""
) -> AmendmentProposal:
    """The amendment that these answers, or those on which the agreement stands, give with the
    library as it is now. Raises `Refused`."""
    registry = shop.registry
    signed, pending = standing(registry, agreement), under_way(registry, agreement)
    revision = registry.revision(agreement)
    if answers is None:
        answers = pending.revision.amends["answers"] if pending else signed.answers
    own = _start(start) or (_own_answers(pending.revision) if pending else {})
    style = style_used(revision).name
    house = shop.style(style)
    made = draft_amendment(shop.library, signed, answers, Amending(Instructions(), house, own))
    drafted = as_draft(made.draft, house, style, shop.ingredients)
    every = shop.ingredients.of(made.whole, house, style)
    uses = tuple(dict.fromkeys((*drafted.uses, *made.uses(every))))
    asks = made.draft.decision.selection.precedent.asks
    taken = {name: value for name, value in drafted.taken.items() if name in asks}
    return AmendmentProposal(
        made, replace(drafted, uses=uses, taken=taken, amends=made.kept()), pending
    )


def under_way(registry: Registry, agreement: str) -> AmendmentHeld | None:
    """The amendment of an agreement that is not signed yet; the newest, if there are several."""
    found = [one for one in amendments(registry, agreement) if one.is_under_way]
    return found[-1] if found else None


def _start(start: str) -> dict[str, str]:
    if not start:
        return {}
    if start == SIGNATURE:
        return {START: AT_SIGNATURE}
    return {START: ON_A_DAY, DAY: start}


def _own_answers(revision: Revision) -> dict[str, Any]:
    """What an amendment was asked besides what its agreement answers."""
    given = revision.answers.get("answers") or {}
    return {name: given[name] for name in (START, DAY) if name in given}


def keep_amendment(
    registry: Registry,
    one: AmendmentProposal,
    stamp: Stamp,
    output: Path | None,
    force: bool = False,
) -> Recorded:
    """Take a proposal in: as a new agreement, or as the next revision of the amendment under way.

    One that says nothing new is not taken in twice. Raises `Refused`.
    """
    pending, drafted = one.pending, one.drafted
    warnings = tuple(_passed_over(registry, pending))

    def act(place: str) -> ListedAgreement:
        if pending is None:
            return registry.record(drafted, _matter(registry, one), stamp, place)
        if not one.is_news:
            return pending.held
        return registry.revise(pending.held.id, pending.held.revision, drafted, stamp, output=place)

    held = with_file(registry, Status.DRAFTED, drafted.file, output, force, act)
    return Recorded(held, drafted.file, warnings)


def _passed_over(registry: Registry, pending: AmendmentHeld | None) -> Iterator[Diagnostic]:
    edited = edited_since(registry, pending.held.id) if pending else None
    if edited:
        yield edited.warning()


def _matter(registry: Registry, one: AmendmentProposal) -> str:
    agreement, number = one.made.signed.agreement, one.drafted.amends["number"]
    called = registry.agreement(agreement).matter
    return f"Amendment {number} of {agreement}: {called}"[:LONGEST_NAME]


def to_be_issued(
    shop: Workshop,
    recorded: Revision,
    asked: Instructions,
    approvals: Approvals,
    taken: tuple[str, ...],
    overrides: list[dict[str, str]],
) -> Draft:
    """A recorded amendment made again, as it goes out. Raises `Refused`."""
    refuse_where_moved(shop.registry, recorded)
    signed = standing(shop.registry, recorded.amends["agreement"])
    again = replace(signed, taken=recorded.amends["taken"])
    record = as_recorded(recorded, shop.library)
    how = Amending(
        asked,
        shop.style(style_used(recorded).name),
        {name: record["answers"][name] for name in (START, DAY) if name in record["answers"]},
        approvals,
        tuple(overrides),
    )
    made = draft_amendment(shop.library, again, recorded.amends["answers"], how)
    return replace(made.draft, taken=taken)
