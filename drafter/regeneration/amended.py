"""A signed agreement of a plan gets its amendment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.matters.amending.keeping import keep_amendment, proposal
from drafter.matters.edited_file import edited_since
from drafter.regeneration.model import AffectedAgreement
from drafter.regeneration.outcome import ApplyOutcome, Did, kept_back, left, outdated

if TYPE_CHECKING:
    from drafter.matters.workshop import Workshop
    from drafter.registry.model import Stamp


def amended(
    shop: Workshop, entry: AffectedAgreement, stamp: Stamp
) -> tuple[ApplyOutcome, dict[str, bytes]]:
    """The amendment that the plan says, recorded, with its file; one that was recorded already is
    not recorded twice. Raises `Refused`."""
    one = proposal(shop, entry.agreement)
    if one.digest != entry.fresh:
        says = f"the amendment of {entry.agreement} would not read as the plan says"
        return left(entry, Did.FAILED, (outdated(says),)), {}
    edited = edited_since(shop.registry, one.pending.held.id) if one.pending else None
    if edited and one.is_news:
        return left(entry, Did.KEPT, (kept_back(edited.agreement, edited.as_text()),)), {}
    kept = keep_amendment(shop.registry, one, stamp, None)
    outcome = ApplyOutcome(
        entry.agreement,
        kept.held.matter,
        Did.AMENDED if one.is_news else Did.ALREADY,
        kept.held.revision,
        faults=tuple(one.made.found.told),
        said=one.made.draft.summary() if one.is_news else {},
        amendment=kept.held.id,
    )
    return outcome, {"": kept.file}
