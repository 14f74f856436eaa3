"""What an agreement is drafted for, and how it is to look."""

from __future__ import annotations

from drafter.agreement.restated import Change
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.agreement.tag_reading import TagReading
from drafter.data_classes import dataclass

NO_ANNEX, ASSUMPTIONS = ANNEXES = ("none", "assumptions")
ALL_NOTES, OPEN_NOTES, NO_NOTES = NOTES = ("all", "open", "none")


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a draft was asked for, beside its answers.

    `purpose`: draft, issue or signature. `on`: the date to print, if any. `reference`: a matter
    or agreement reference for headers and footers. `is_preview`: it is marked as not issued.
    `scheme`: how it is numbered. `edition`: whose words its house style prints, where neither an
    answer nor the precedent says. `notes`: which notes a draft carries beside its text: all, those
    that leave something open, or none. `author`: whom the properties of a file name.
    `changes`: what an amendment makes of a signed agreement. `tags`: what the tags of its house
    style read of the deal. `draft_number`, `matter` and `document`: what tells a draft apart in the
    firm's own files, printed in drafts alone. `annex`: what a draft lists at its end, `assumptions`
    or `none`. `signing`: the e-signature service whose fields stand on the lines for signatures.
    """

    purpose: str = "draft"
    on: str = ""
    reference: str = ""
    is_preview: bool = False
    scheme: Scheme = SHIPPED
    edition: str = ""
    notes: str = OPEN_NOTES
    author: str = ""
    changes: tuple[Change, ...] = ()
    tags: tuple[TagReading, ...] = ()
    draft_number: str = ""
    matter: str = ""
    document: str = ""
    annex: str = NO_ANNEX
    signing: str = ""

    @property
    def marks(self) -> dict[str, str]:
        """What the registry keeps of the marks of a draft, by `draft`, `matter`, `document`."""
        each = {"draft": self.draft_number, "matter": self.matter, "document": self.document}
        return {name: said for name, said in each.items() if said}
