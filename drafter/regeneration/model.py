"""What a plan says, as frozen values: agreements, reasons, and the difference in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic


class PlannedAct(StrEnum):
    """What is to be done with an affected agreement."""

    REVISE = "revise"
    AMEND = "amend"  # it is signed: never rewritten, an amendment is drafted
    MERGE = "merge"  # somebody edited what we sent: his words stay, the changes go into his file
    KEEP = "keep"  # the same, in plans of drafters that could not merge: left as it is
    REPORT = "report"  # it cannot be drafted with the library as it is now


DRAFTS = (PlannedAct.REVISE, PlannedAct.MERGE)
"""What gives an agreement a new revision."""


@dataclass(frozen=True, slots=True)
class ReasonForChange:
    """Why an agreement reads differently. `before` and `now`: wordings or answers, if they tell.

    `kind` is wording, selection, definition, answer, house style, words, precedent or
    questionnaire; `name` is of that; `called` is its name for people.
    """

    kind: str
    name: str
    called: str = ""
    before: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that went out and words that came in; `after` are the words they stand behind."""

    out: str
    into: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """A paragraph or row that reads differently: its number, as far as it has one, and the heading
    that it stands under. `came` and `went`: as a whole, without a counterpart."""

    block: str
    number: str
    heading: str
    edits: tuple[Edit, ...]
    came: bool = False
    went: bool = False


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation that is another one now: shown, never applied."""

    question: str
    taken: str
    now: str


@dataclass(frozen=True, slots=True)
class NewFinding:
    """What would be found of an agreement's answers today, and was not when it was drafted.

    `what` is what an override names; `severity` is block, warn or inform.
    """

    what: str
    severity: str
    says: str


@dataclass(frozen=True, slots=True)
class AffectedAgreement:
    """One affected agreement, as it stood when the plan was made.

    `base` is the digest of its newest file, `fresh` of the texts that it is to have. `renumbered`
    counts references that only follow new numbers; `edited` says what came back edited.
    """

    agreement: str
    matter: str
    status: str
    revision: int
    at: str
    base: str
    act: PlannedAct
    fresh: str = ""
    reasons: tuple[ReasonForChange, ...] = ()
    changes: tuple[ChangedParagraph, ...] = ()
    renumbered: int = 0
    faults: tuple[Diagnostic, ...] = ()
    edited: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What `drafter apply` is to do, and what it was made from.

    `library` and `styles` are digests; `recommended` what would be recommended now, by agreement;
    `under_way` the amendment that says already what a signed agreement is to have, by agreement;
    `findings` what would newly be found, by agreement. Of `without_findings` agreements, drafted
    before findings were kept, nobody can tell what is new.
    """

    library: str
    styles: Mapping[str, str]
    entries: tuple[AffectedAgreement, ...]
    unchanged: int
    recommended: Mapping[str, tuple[Recommended, ...]] = field(default_factory=dict)
    under_way: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[str, tuple[NewFinding, ...]] = field(default_factory=dict)
    without_findings: int = 0

    def to(self, *acts: PlannedAct) -> tuple[AffectedAgreement, ...]:
        """The agreements that one of these is to be done with."""
        return tuple(one for one in self.entries if one.act in acts)
