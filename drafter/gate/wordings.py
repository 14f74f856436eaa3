"""Whether each wording is approved as it stands, reviewed in time, and rests on law in force."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.gate.model import Approvals, Gate
from drafter.library.model import Variant
from drafter.selection.model import Selection


def wording_gates(selection: Selection, approvals: Approvals) -> Iterator[Gate]:
    """Each wording that is not approved as it stands, or whose review is overdue."""
    for wording, variant in _wordings(selection):
        yield from _approval(wording, variant.digest, approvals)
        if variant.front.review_by and variant.front.review_by < approvals.today:
            says = f"`{wording}` was to be reviewed by {variant.front.review_by}"
            yield Gate.overridable("review-overdue", wording, says, "review it and set a new date")
        yield from _lapsed(wording, variant, approvals.today)


def _lapsed(wording: str, variant: Variant, today: str) -> Iterator[Gate]:
    for law in variant.front.legal_basis:
        if law.lapsed_by(today):
            says = f"`{wording}` rests on a law out of force since {law.valid_to}: {law.law}"
            yield Gate.overridable("lapsed-law", wording, says, "look at the law that replaced it")


def _approval(wording: str, digest: str, approvals: Approvals) -> Iterator[Gate]:
    given = approvals.of(wording)
    own = [one for one in given if one.digest == digest]
    if any(one.holds(approvals.today) for one in own):
        return
    if own:
        says = f"the approval of `{wording}` does not hold on {approvals.today}"
    elif given:
        says = f"`{wording}` was edited after it was approved"
    else:
        says = f"`{wording}` is not approved"
    yield Gate.overridable(
        "not-approved", wording, says, f"drafter approve {wording} --by NAME --on DATE"
    )


def relied_on(selection: Selection, approvals: Approvals) -> list[dict[str, str]]:
    """The approvals that a file rests on, as plain data."""
    used = {wording: variant.digest for wording, variant in _wordings(selection)}
    return [
        one._asdict()
        for one in approvals.given
        if used.get(one.wording) == one.digest and one.holds(approvals.today)
    ]


def _wordings(selection: Selection) -> Iterator[tuple[str, Variant]]:
    """Each wording used, by its name."""
    for chosen in selection.chosen.values():
        if chosen.variant is not None:
            yield f"{chosen.variant.topic}/{chosen.variant.id}", chosen.variant
