"""An agreement of the registry drafted once more, with the library as it is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from drafter.data_classes import dataclass, replace
from drafter.matters.content import content_digest
from drafter.matters.ingredients import style_used
from drafter.matters.recording import as_draft, as_recorded, block_texts, taken
from drafter.registry.model import DraftedRevision, OfferedBlock, Revision, Use
from drafter.word.read import read_docx

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.matters.workshop import Workshop
    from drafter.word.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Redraft:
    """A recorded revision and the agreement that its answers give now."""

    revision: Revision
    agreement: Draft
    house: HouseStyle
    style: str
    blocks: tuple[OfferedBlock, ...]
    uses: tuple[Use, ...]

    @property
    def digest(self) -> str:
        """The digest of its texts and look."""
        return read_digest(self.blocks, self.house.digest)

    def is_changed(self, old_file: Callable[[], bytes]) -> bool:
        """Whether it reads or looks differently. Where words and look are the same and only blocks
        are named otherwise, the old file tells whether a number or level is another."""
        before = self.revision.blocks
        if self.house.digest != style_used(self.revision).digest:
            return True
        if [one.text for one in before] != [one.text for one in self.blocks]:
            return True
        return before != self.blocks and _printed(old_file()) != _printed(
            self.agreement.to_docx(self.house)
        )

    def taken(self) -> dict[str, Any]:
        """The recommendations that it rests on: those once taken, and those for new questions."""
        return {**self.revision.taken, **taken(self.agreement)}

    def draft(self, shop: Workshop, file: bytes) -> DraftedRevision:
        """The draft for the registry; a recommendation once taken is still called one."""
        record, ingredients = self.revision.answers, shop.ingredients
        draft = as_draft(self.agreement, self.house, self.style, ingredients, file, record)
        uses = ingredients.of(self.agreement, self.house, self.style, self.revision.taken)
        return replace(draft, taken=self.taken(), uses=uses)


def drafted_again(shop: Workshop, revision: Revision) -> Redraft:
    """Draft a revision again, each recommendation as it was taken. Raises `Refused`."""
    style = style_used(revision).name
    house = shop.style(style)
    record = as_recorded(revision, shop.library)
    taken = tuple(revision.taken)
    agreement = shop.library.draft(record, edition=house.edition, taken=taken, tags=house.reads)
    uses = shop.ingredients.of(agreement, house, style)
    return Redraft(
        revision, agreement, house, style, block_texts(agreement.numbered().document), uses
    )


def _printed(file: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(file)]


def read_digest(blocks: tuple[OfferedBlock, ...], style: str) -> str:
    """A digest of what an agreement reads and looks like."""
    return content_digest((tuple(tuple(block) for block in blocks), style))
