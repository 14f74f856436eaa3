"""What is to become of each block: the table of decisions, and nothing written yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.merging.align import Pairing, aligned, put_in_by_both
from drafter.merging.model import Block, Did, Document
from drafter.merging.wording import words_of


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done with a block, and why; each of the three is None where a file has it not."""

    did: Did
    issued: Block | None
    marked: Block | None
    fresh: Block | None
    why: str


class Sides:
    """The three files and who is who among their blocks."""

    def __init__(self, issued: Document, marked: Document, fresh: Document) -> None:
        self.issued, self.marked, self.fresh = issued, marked, fresh
        standing = [each for each in marked.blocks if not each.gone]
        self.counsel: Pairing = aligned(issued.blocks, standing, names_hold=True)
        self.library: Pairing = aligned(issued.blocks, fresh.blocks, names_hold=False)

        new = [each for each in fresh.blocks if each not in self.library.back and each.name]
        own = [each for each in standing if each not in self.counsel.back]
        self.both: Pairing = put_in_by_both(new, own)

    def stands(self, fresh: Block) -> Block | None:
        """The block of the marked-up file that a fresh one is."""
        issued = self.library.back.get(fresh)
        return self.both.to.get(fresh) if issued is None else self.counsel.to.get(issued)

    def is_touched(self, issued: Block) -> bool:
        """Whether counsel changed the words of a block, took it out, or has a change pending."""
        marked = self.counsel.to.get(issued)
        return (
            marked is None or marked.pending or words_of(issued.element) != words_of(marked.element)
        )


def decisions(sides: Sides) -> list[Decision]:
    """What becomes of every block that counsel or the library changed."""
    known = [one for each in sides.issued.blocks if (one := _decided(sides, each))]
    new = [
        _new(each, sides.both.to.get(each))
        for each in sides.fresh.blocks
        if each not in sides.library.back and (each.row or each.name)
    ]
    known = _not_over_counsel(sides, known)
    return [*_moved(sides, known), *new, *_own(sides)]


def _decided(sides: Sides, issued: Block) -> Decision | None:
    marked, fresh = sides.counsel.to.get(issued), sides.library.to.get(issued)
    changed = _library_changed(issued, fresh)
    if not issued.row and not issued.name:
        return _shell(issued, marked, fresh, changed)
    if not sides.is_touched(issued):
        return _untouched(issued, marked, fresh, changed) if changed else None
    if marked is None:
        return _deleted(issued, fresh, changed)
    if not changed:
        return Decision(Did.KEPT, issued, marked, fresh, "counsel changed it, the library did not")
    if fresh is not None and words_of(marked.element) == words_of(fresh.element):
        return Decision(Did.AGREED, issued, marked, fresh, "counsel and the library say the same")
    return Decision(Did.CONFLICT, issued, marked, fresh, f"counsel changed it, and {changed}")


def _library_changed(issued: Block, fresh: Block | None) -> str:
    """How the library has a block now, in words; empty where it has it as it was."""
    if fresh is None:
        return "the library has it no more"
    if words_of(issued.element) != words_of(fresh.element):
        return "the library words it otherwise now"
    return "" if issued.style == fresh.style else "the library has it on another level now"


def _new(fresh: Block, own: Block | None) -> Decision:
    """What is new in the library, unless counsel put the same in."""
    if own is None:
        return Decision(Did.ADDED, None, None, fresh, "new in the library")
    if words_of(own.element) == words_of(fresh.element):
        return Decision(Did.AGREED, None, own, fresh, "counsel and the library put in the same")
    why = "counsel and the library put in nearly the same"
    return Decision(Did.CONFLICT, None, own, fresh, why)


def _untouched(issued: Block, marked: Block | None, fresh: Block | None, changed: str) -> Decision:
    did = Did.STRUCK if fresh is None else Did.PUT_IN
    return Decision(did, issued, marked, fresh, changed)


def _deleted(issued: Block, fresh: Block | None, changed: str) -> Decision:
    if fresh is None:
        return Decision(Did.AGREED, issued, None, None, "counsel and the library both took it out")
    if not changed:
        return Decision(Did.KEPT, issued, None, fresh, "counsel took it out")
    return Decision(Did.CONFLICT, issued, None, fresh, f"counsel took it out, and {changed}")


def _shell(
    issued: Block, marked: Block | None, fresh: Block | None, changed: str
) -> Decision | None:
    """Cover, headings of the house and closing line are the house style's: never merged."""
    if not changed or not issued.bag:
        return None
    why = "it belongs to the house style, which a merge leaves as it is"
    return Decision(Did.LEFT_OUT, issued, marked, fresh, why)


def _not_over_counsel(sides: Sides, known: list[Decision]) -> list[Decision]:
    """Nothing is struck while words of counsel stand beneath it."""
    struck = {one.marked for one in known if one.did is Did.STRUCK and one.marked}
    kept = {each for each in struck if _has_own_beneath(sides, each)}
    why = "the library has it no more, and words of counsel stand beneath it"
    return [replace(one, did=Did.CONFLICT, why=why) if one.marked in kept else one
            for one in known]  # fmt: skip


def _has_own_beneath(sides: Sides, block: Block) -> bool:
    blocks = sides.marked.blocks
    for each in blocks[blocks.index(block) + 1 :]:
        if each.depth <= block.depth:
            return False
        issued = sides.counsel.back.get(each)
        if each.bag and (issued is None or sides.is_touched(issued)):
            return True
    return False


def _moved(sides: Sides, known: list[Decision]) -> Iterator[Decision]:
    """What the library has at another place stays where it is, and that is told."""
    why = "the library has it at another place now, and it stays where it is"
    moved = {each for each in sides.library.moved() if each.name or each.row}
    for one in known:
        yield replace(one, why=f"{one.why}; {why}") if one.issued in moved else one
    for each in moved - {one.issued for one in known}:
        fresh = sides.library.to[each]
        yield Decision(Did.LEFT_OUT, each, sides.counsel.to.get(each), fresh, why)


def _own(sides: Sides) -> Iterator[Decision]:
    for each in sides.marked.blocks:
        is_known = each in sides.counsel.back or each in sides.both.back
        if not is_known and not each.gone and each.bag:
            yield Decision(Did.OWN, None, each, None, "counsel's own")
