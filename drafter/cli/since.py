"""`--since`: the earlier state of a library that somebody means, by folder, day or approval."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.desk_options import registry, workspace
from drafter.drafting import load_library
from drafter.library.review_pack import Earlier, Since
from drafter.matters.recording import source_of
from drafter.workspace.approvals import Approval, is_day, read_approvals

if TYPE_CHECKING:
    from drafter.library.model import ClauseLibrary, Variant

APPROVAL = "approval"


def earlier_state(given: str, library: ClauseLibrary) -> Since:
    """What `--since` names. Raises `UsageError` for neither folder, day nor `approval`, and
    `Refused` where there is no workspace or a library has faults."""
    if given == APPROVAL or is_day(given):
        return _approved(given)
    if not Path(given).is_dir():
        says = f"{given} is no folder; a day is 2027-03-05, and `approval` the last approval"
        raise click.BadParameter(says, param_hint="--since")
    return _of_folder(Path(given), library)


def _of_folder(folder: Path, library: ClauseLibrary) -> Since:
    before, now = load_library(folder).clauses.wordings, library.wordings
    gone = tuple(name for name in before if name not in now)
    known = {name: Earlier(one.digest, text_of(one)) for name, one in before.items()}
    return Since(f"the library in {folder}", known.get, gone)


def _approved(given: str) -> Since:
    """What was approved last, or last until a day."""
    last: dict[str, Approval] = {}
    for one in read_approvals(workspace().approvals):
        if given == APPROVAL or one.on <= given:
            last[one.wording] = one
    texts = _kept(one.digest for one in last.values())
    known = {name: Earlier(one.digest, texts.get(one.digest, "")) for name, one in last.items()}
    called = "their last approval" if given == APPROVAL else f"the approvals until {given}"
    return Since(called, known.get)


def _kept(digests: Iterable[str]) -> dict[str, str]:
    """The texts that some recorded agreement used, by digest."""
    book = registry()
    found = {digest: book.wording(digest) for digest in digests}
    return {digest: text for digest, text in found.items() if text is not None}


def text_of(variant: Variant) -> str:
    """The text of a variant's file. Raises `Refused` if it changed since it was read."""
    return source_of(variant.file, variant.digest)
