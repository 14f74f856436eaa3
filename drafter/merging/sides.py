"""The three files side by side: who is who among their blocks, and what counsel touched."""

from __future__ import annotations

from collections import Counter

from drafter.merging.align import Pairing, aligned, put_in_by_both
from drafter.merging.model import Document, FileBlock
from drafter.merging.wording import words_of

MOST_OF_IT, HALF_OF_IT = 0.8, 0.6  # of the words and pairs of words of a paragraph


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
        self._styles = _commonest(self.library)
        self._at = {each: at for one in (issued, marked) for at, each in enumerate(one.blocks)}

    def place(self, block: FileBlock) -> int:
        """Where a block of the issued or the marked-up file stands in it."""
        return self._at[block]

    def stands(self, fresh: FileBlock) -> FileBlock | None:
        """The block of the marked-up file that a fresh one is."""
        issued = self.library.back.get(fresh)
        return self.both.to.get(fresh) if issued is None else self.counsel.to.get(issued)

    def is_touched(self, issued: FileBlock) -> bool:
        """Whether counsel changed the words of a block, took it out, or has a change pending."""
        marked = self.counsel.to.get(issued)
        return (
            marked is None or marked.pending or words_of(issued.element) != words_of(marked.element)
        )

    def style(self, fresh: FileBlock) -> str:
        """The style of a fresh block as the issued file calls it: a new house style may have other
        names for the same roles."""
        return self._styles.get(fresh.style, fresh.style)

    def joined(self, issued: FileBlock) -> FileBlock | None:
        """The block that counsel joined one with that is no block of its own any more."""
        blocks, at = self.issued.blocks, self.place(issued)
        for each in (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]):
            marked = self.counsel.to.get(each)
            if marked is not None and issued.bag and _share(issued, marked) >= MOST_OF_IT:
                return marked
        return None

    def is_rest(self, own: FileBlock, before: FileBlock) -> bool:
        """Whether a block of counsel's is what he cut off the paragraph before it."""
        issued = self.counsel.back.get(before)
        return issued is not None and own.bag != frozenset() and _share(own, issued) >= HALF_OF_IT


def _share(part: FileBlock, whole: FileBlock) -> float:
    """How much of a text stands in another one."""
    return len(part.bag & whole.bag) / len(part.bag)


def _commonest(library: Pairing) -> dict[str, str]:
    seen: dict[str, Counter[str]] = {}
    for issued, fresh in library.to.items():
        seen.setdefault(fresh.style, Counter())[issued.style] += 1
    return {style: some.most_common(1)[0][0] for style, some in seen.items()}
