"""What keeps an agreement from being issued or signed, and who may go on despite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from drafter.diagnostics import Diagnostic
from drafter.questionnaire.record import Override
from drafter.registry.model import Block, Revision
from drafter.selection.model import Selection
from drafter.workspace.approvals import Approval


class Gate(NamedTuple):
    """A fault, and the name by which one instance of it is overridden (its rule names all)."""

    what: str
    fault: Diagnostic


def closed(gates: Iterable[Gate], overrides: Iterable[Override]) -> list[Diagnostic]:
    """The faults that nobody has overridden by name."""
    named = {one.what for one in overrides}
    return [gate.fault for gate in gates if not {gate.what, gate.fault.rule} & named]


def approval_gates(
    selection: Selection, approvals: Iterable[Approval], today: str
) -> Iterator[Gate]:
    """Each wording that is not approved as it stands, or whose review is overdue."""
    given: dict[str, list[Approval]] = {}
    for approval in approvals:
        given.setdefault(approval.wording, []).append(approval)
    for chosen in selection.chosen.values():
        variant = chosen.variant
        if variant is not None:
            wording = f"{variant.topic}/{variant.id}"
            yield from _approval(wording, variant.digest, given.get(wording, []), today)
            if variant.front.review_by and variant.front.review_by < today:
                says = f"`{wording}` was to be reviewed by {variant.front.review_by}"
                yield _gate("review-overdue", wording, says, "review it and set a new date")


def _approval(wording: str, digest: str, approvals: list[Approval], today: str) -> Iterator[Gate]:
    own = [one for one in approvals if one.digest == digest]
    if any(one.holds(today) for one in own):
        return
    if own:
        says = f"the approval of `{wording}` does not hold on {today}"
    elif approvals:
        says = f"`{wording}` was edited after it was approved"
    else:
        says = f"`{wording}` is not approved"
    yield _gate("not-approved", wording, says, f"drafter approve {wording} --by NAME --on DATE")


def relied_on(
    selection: Selection, approvals: Iterable[Approval], today: str
) -> list[dict[str, str]]:
    """The approvals that an issued file rests on."""
    used = {f"{one.variant.topic}/{one.variant.id}": one.variant.digest
            for one in selection.chosen.values() if one.variant is not None}  # fmt: skip
    return [one._asdict() for one in approvals
            if used.get(one.wording) == one.digest and one.holds(today)]  # fmt: skip


def changed_since(recorded: Revision, blocks: Iterable[Block]) -> list[Diagnostic]:
    """The topics that the library of today words otherwise than the revision that was recorded."""
    then, now = dict(recorded.blocks), dict(blocks)
    changed = dict.fromkeys(
        block.split(".")[0] for block in (*then, *now) if then.get(block) != now.get(block)
    )
    if not changed:
        return []
    names = ", ".join(f"`{name}`" for name in list(changed)[:8])
    more = ", …" if len(changed) > 8 else ""
    id = recorded.agreement
    says = f"the library words {id} otherwise than revision {recorded.revision}: {names}{more}"
    cure = f"record a new revision: drafter draft ANSWERS -o FILE --record --agreement {id}"
    return [Diagnostic("library-changed", says, None, cure)]


def signature_gates(issued: Mapping[str, Any]) -> Iterator[Gate]:
    """What of the file last issued may not stand in a signed agreement."""
    for one in issued.get("blanks", ()):
        yield _gate("blank", one["question"], f"`{one['question']}` was issued as a blank",
                    f"answer: {one['asks']}")  # fmt: skip
    for one in issued.get("awaited", ()):
        says = f"words in brackets wait for `{one['question']}`"
        yield _gate("bracket", one["question"], says, f"answer: {one['asks']}")
    for one in issued.get("unconfirmed", ()):
        yield _gate("recommendation", one, f"`{one}` rests on a recommendation alone",
                    "answer it, or list it under `confirmed:`")  # fmt: skip


def _gate(rule: str, what: str, says: str, cure: str) -> Gate:
    return Gate(what, Diagnostic(rule, says, None, cure))
