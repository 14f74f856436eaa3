"""What the acts on an agreement give back, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.matters.proposed import ProposedAnswer
from drafter.registry.model import ListedAgreement

if TYPE_CHECKING:
    from drafter.drafting import Draft


@dataclass(frozen=True, slots=True)
class Recorded:
    """A draft in the registry: the agreement as it is listed, the bytes of its Word file, and what
    to warn of: edits that came back and that the draft does not have."""

    held: ListedAgreement
    file: bytes
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Issued:
    """A file that goes out: its bytes, what it was made from, and what the log says of it.

    `note` has `purpose`, `overrides`, `approvals`, `blanks`, `awaited` and `unconfirmed`;
    `warnings` tell of edits that came back and that it does not have.
    """

    held: ListedAgreement
    agreement: Draft
    file: bytes
    note: Mapping[str, Any]
    warnings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came back. `marks_up`: the revision that it says it is, 0 where it says none;
    `same` of the `offered` paragraphs stand in it word for word; `told`: what to know of it;
    `proposed`: the answers that somebody typed into its blanks, which nobody has taken yet."""

    held: ListedAgreement
    marks_up: int
    same: int
    offered: int
    told: tuple[Diagnostic, ...] = ()
    proposed: tuple[ProposedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What other answers made of an agreement: a new revision of its own where it is not signed,
    and where it is, an amendment, which `amends` it. `changes`: each change in half a sentence;
    `is_news`: not what an amendment under way says already."""

    held: ListedAgreement
    agreement: Draft
    file: bytes
    amends: str = ""
    changes: tuple[str, ...] = ()
    is_news: bool = True
    warnings: tuple[Diagnostic, ...] = ()
