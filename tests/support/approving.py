"""Approvals in tests: shipped wordings carry none, so tests bring their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.agreement.instructions import Instructions
from drafter.drafting import Draft, Library, prepare
from drafter.gate import Approvals
from drafter.workspace.approvals import Approval

DAY = "2026-12-01"


def all_approved(library: Library) -> Approvals:
    """An approval of every wording of a library as it stands."""
    given = [
        Approval(f"{topic.id}/{id}", variant.digest, "General Counsel", DAY)
        for topic in library.topics.values()
        for id, variant in topic.variants.items()
    ]
    return Approvals(tuple(given), DAY)


def outgoing(
    library: Library, answers: Mapping[str, Any], purpose: str = "issue", reference: str = ""
) -> Draft:
    """The agreement as it goes out, without a registry and whatever the gate says."""
    return prepare(library.select(answers), Instructions(purpose, "", reference), Approvals())
