"""What is to become of each block: the table of decisions, and nothing written yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from drafter.data_classes import dataclass, replace
from drafter.merging.model import BlockOutcome, FileBlock
from drafter.merging.sides import Sides
from drafter.merging.wording import words_of

NEAR = "counsel changed other words under the same heading, so read both"
OF_THE_HOUSE = "it belongs to the house style, which a merge leaves as it is"


@dataclass(frozen=True, slots=True)
class BlockDecision:
    """What is done with a block, and why; each of the three is None where a file has it not."""

    did: BlockOutcome
    issued: FileBlock | None
    marked: FileBlock | None
    fresh: FileBlock | None
    why: str


def decisions(sides: Sides) -> list[BlockDecision]:
    """What becomes of every block that counsel or the library changed."""
    known = [one for each in sides.issued.blocks if (one := _decided(sides, each))]
    new = [
        _new(each, sides.both.to.get(each))
        for each in sides.fresh.blocks
        if each not in sides.library.back and (each.row or each.bag)
    ]
    known = _not_over_counsel(sides, known)
    return list(_near_counsel(sides, [*_moved(sides, known), *new, *_own(sides)]))


def _decided(sides: Sides, issued: FileBlock) -> BlockDecision | None:
    marked, fresh = sides.counsel.to.get(issued), sides.library.to.get(issued)
    changed = _library_changed(sides, issued, fresh)
    if not issued.is_ours:
        return _shell(issued, marked, fresh, changed)
    if not sides.is_touched(issued):
        return _untouched(issued, marked, fresh, changed) if changed else None
    if marked is None:
        return _deleted(issued, sides.joined(issued), fresh, changed)
    if not changed:
        return BlockDecision(
            BlockOutcome.KEPT, issued, marked, fresh, "counsel changed it, the library did not"
        )
    if fresh is not None and words_of(marked.element) == words_of(fresh.element):
        return BlockDecision(
            BlockOutcome.AGREED, issued, marked, fresh, "counsel and the library say the same"
        )
    return BlockDecision(
        BlockOutcome.CONFLICT, issued, marked, fresh, f"counsel changed it, and {changed}"
    )


def _library_changed(sides: Sides, issued: FileBlock, fresh: FileBlock | None) -> str:
    """How the library has a block now, in words; empty where it has it as it was."""
    if fresh is None:
        return "the library has it no more"
    if words_of(issued.element) != words_of(fresh.element):
        return "the library words it otherwise now"
    return "" if issued.style == sides.style(fresh) else "the library has it on another level now"


def _new(fresh: FileBlock, own: FileBlock | None) -> BlockDecision:
    """What is new in the library, unless counsel put the same in."""
    if not fresh.is_ours:
        return BlockDecision(BlockOutcome.LEFT_OUT, None, None, fresh, OF_THE_HOUSE)
    if own is None:
        return BlockDecision(BlockOutcome.ADDED, None, None, fresh, "new in the library")
    if words_of(own.element) == words_of(fresh.element):
        return BlockDecision(
            BlockOutcome.AGREED, None, own, fresh, "counsel and the library put in the same"
        )
    why = "counsel and the library put in nearly the same"
    return BlockDecision(BlockOutcome.CONFLICT, None, own, fresh, why)


def _untouched(
    issued: FileBlock, marked: FileBlock | None, fresh: FileBlock | None, changed: str
) -> BlockDecision:
    did = BlockOutcome.STRUCK if fresh is None else BlockOutcome.PUT_IN
    return BlockDecision(did, issued, marked, fresh, changed)


def _deleted(
    issued: FileBlock, joined: FileBlock | None, fresh: FileBlock | None, changed: str
) -> BlockDecision:
    if joined is not None:
        did = BlockOutcome.CONFLICT if changed else BlockOutcome.KEPT
        why = "counsel joined it with another paragraph" + (f", and {changed}" if changed else "")
        return BlockDecision(did, issued, joined, fresh, why)
    if fresh is None:
        return BlockDecision(
            BlockOutcome.AGREED, issued, None, None, "counsel and the library both took it out"
        )
    if not changed:
        return BlockDecision(BlockOutcome.KEPT, issued, None, fresh, "counsel took it out")
    return BlockDecision(
        BlockOutcome.CONFLICT, issued, None, fresh, f"counsel took it out, and {changed}"
    )


def _shell(
    issued: FileBlock, marked: FileBlock | None, fresh: FileBlock | None, changed: str
) -> BlockDecision | None:
    """Cover, headings of the house and closing line are the house style's: never merged."""
    if not changed or not issued.bag:
        return None
    return BlockDecision(BlockOutcome.LEFT_OUT, issued, marked, fresh, OF_THE_HOUSE)


def _not_over_counsel(sides: Sides, known: list[BlockDecision]) -> list[BlockDecision]:
    """Nothing is struck while words of counsel stand beneath it."""
    struck = {one.marked for one in known if one.did is BlockOutcome.STRUCK and one.marked}
    kept = {each for each in struck if _has_own_beneath(sides, each)}
    why = "the library has it no more, and words of counsel stand beneath it"
    return [
        replace(one, did=BlockOutcome.CONFLICT, why=why) if one.marked in kept else one
        for one in known
    ]


def _has_own_beneath(sides: Sides, block: FileBlock) -> bool:
    for each in islice(sides.marked.blocks, sides.place(block) + 1, None):
        if each.depth <= block.depth:
            return False
        issued = sides.counsel.back.get(each)
        if each.bag and (issued is None or sides.is_touched(issued)):
            return True
    return False


def _moved(sides: Sides, known: list[BlockDecision]) -> Iterator[BlockDecision]:
    """What the library has at another place stays where it is, and that is told."""
    why = "the library has it at another place now, and it stays where it is"
    moved = {each for each in sides.library.moved() if each.is_ours}
    for one in known:
        yield replace(one, why=f"{one.why}; {why}") if one.issued in moved else one
    for each in moved - {one.issued for one in known}:
        fresh = sides.library.to[each]
        yield BlockDecision(BlockOutcome.LEFT_OUT, each, sides.counsel.to.get(each), fresh, why)


def _near_counsel(sides: Sides, done: list[BlockDecision]) -> Iterator[BlockDecision]:
    """What is right word for word may be wrong in sense beside words of counsel: that is told."""
    heading = dict(
        chain(
            _headings(sides.issued.blocks, {each: each for each in sides.issued.blocks}),
            _headings(sides.marked.blocks, sides.counsel.back),
            _headings(sides.fresh.blocks, sides.library.back),
        )
    )
    edited = {
        heading.get(one.issued or one.marked or one.fresh)
        for one in done
        if one.did in (BlockOutcome.KEPT, BlockOutcome.CONFLICT, BlockOutcome.OWN)
    } - {None}
    for one in done:
        is_near = heading.get(one.issued or one.fresh or one.marked) in edited
        if is_near and one.did in (BlockOutcome.PUT_IN, BlockOutcome.ADDED, BlockOutcome.STRUCK):
            yield replace(one, why=f"{one.why}; {NEAR}")
        else:
            yield one


def _headings(
    blocks: Iterable[FileBlock], issued: Mapping[FileBlock, FileBlock]
) -> Iterator[tuple[FileBlock | None, FileBlock | None]]:
    """The heading that each block stands under, as the issued file has it."""
    last: FileBlock | None = None
    for each in blocks:
        last = issued.get(each) if each.heading else last
        yield each, last


def _own(sides: Sides) -> Iterator[BlockDecision]:
    for each in sides.marked.blocks:
        is_known = each in sides.counsel.back or each in sides.both.back
        if not is_known and not each.gone and each.bag:
            yield BlockDecision(BlockOutcome.OWN, None, each, None, "counsel's own")
