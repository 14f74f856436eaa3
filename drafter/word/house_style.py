"""The look of a firm, ready for drafting."""

from __future__ import annotations

from drafter.agreement.scheme import Scheme
from drafter.agreement.tag_reading import TagReading
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.ooxml.packing import Packed
from drafter.word.columns import CellLook
from drafter.word.tagged_parts import TaggedPart


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class HouseStyle:
    """A house style ready for drafting.

    `styles`: role -> style id. `contents`: role -> level on the contents page. `width`: of the
    words on a page, in twips. `scheme`: how it numbers. `cells`: what the ordinary and the small
    table make of words. `language`: what the styles declare ("en-GB"). `constant`: parts that every
    file has alike. `tagged`: parts with tags, the document itself among them. `listing`: the
    field that lists headings. `taken`: numbers of bookmarks, controls and shapes that it has.
    `told`: what was left out of it and what was assumed of it. `edition`: whose printed words it
    takes ("us") where neither an answer nor the precedent says.
    """

    digest: str
    styles: dict[str, str]
    contents: dict[str, int]
    width: int
    scheme: Scheme
    cells: tuple[CellLook, ...]
    language: str
    constant: tuple[Packed, ...]
    tagged: tuple[TaggedPart, ...]
    listing: str
    taken: tuple[int, ...] = ()
    told: tuple[Diagnostic, ...] = ()
    edition: str = ""

    @property
    def reads(self) -> tuple[TagReading, ...]:
        """What its tags read of a deal."""
        return tuple(one for part in self.tagged for one in part.reads)
