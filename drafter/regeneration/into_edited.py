"""The changes of the library put into a file that came back edited."""

from __future__ import annotations

from dataclasses import replace

from drafter.agreement.instructions import Instructions
from drafter.diagnostics import WARNING, Diagnostic, Refused
from drafter.drafting import prepare
from drafter.gate import NONE_GIVEN
from drafter.matters.edited_file import Edited
from drafter.matters.ingredients import style_used
from drafter.matters.received import reference
from drafter.matters.recording import as_recorded
from drafter.matters.workshop import Workshop
from drafter.merging.merge import merge
from drafter.merging.model import Merged
from drafter.regeneration.model import AffectedAgreement
from drafter.regeneration.reason_text import print_reason_for_change
from drafter.regeneration.redraft import Redraft


def into_edited(
    shop: Workshop, again: Redraft, edited: Edited, entry: AffectedAgreement, date: str
) -> Merged:
    """The file that came back with what the library changed since it went out.

    The author of the changes names the revision, so that Word can show and reject them alone.
    Raises `Refused` where it cannot be merged safely.
    """
    if edited.files is None:
        says = f"{edited.agreement}: it is not known which file the edited one was made from"
        raise Refused([Diagnostic("not-a-draft", says, None, "merge by hand: drafter merge")])
    issued, received, purpose = edited.files
    merged = merge(
        shop.registry.file(issued),
        shop.registry.file(received),
        _as_issued(shop, again, edited, purpose),
        date=date,
        author=f"drafter, revision {entry.revision + 1}",
        because="; ".join(map(print_reason_for_change, entry.reasons)),
        names=_names(edited),
    )
    style = style_used(again.revision).digest
    told = (_style_kept(edited),) if style != again.house.digest else ()
    return replace(merged, told=(*merged.told, *told))


def _as_issued(shop: Workshop, again: Redraft, edited: Edited, purpose: str) -> bytes:
    """The agreement drafted as for the other side, or all that a draft for us says besides would
    be taken for a change."""
    record = as_recorded(again.revision, shop.library)
    printed = reference(edited.agreement, edited.revision)
    asked = Instructions(purpose, reference=printed)
    agreement = prepare(shop.library.select(record), asked, NONE_GIVEN)
    return agreement.to_docx(again.house)


def _names(edited: Edited) -> tuple[str, str, str]:
    of = f"{edited.agreement}, revision {edited.revision}"
    return f"{of}, as issued", f"{of}, as it came back", f"{edited.agreement}, drafted today"


def _style_kept(edited: Edited) -> Diagnostic:
    says = f"{edited.agreement}: the house style changed; the merged file keeps its own"
    cure = "a fresh copy in the new style: drafter draft ANSWERS -o FILE"
    return Diagnostic("style-kept", says, None, cure, severity=WARNING)
