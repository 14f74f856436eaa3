"""What went out and what came back, paragraph by paragraph, for those who read and not merge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.merging.model import Document, FileBlock
from drafter.merging.read import read
from drafter.merging.refusing import no_docx, reasons_against, unlike
from drafter.merging.sides import Sides
from drafter.merging.wording import bag_of, likeness, text_of
from drafter.ooxml.package import read_package
from drafter.redline.words import pieces

_NOBODY = "drafter, reading"  # an author that no file has


class BlockText(NamedTuple):
    """A paragraph or row: our name for it, its number, its words. What others put in has the name
    of the block before it, and how many of theirs stand between."""

    name: str
    number: str
    text: str
    own: int = 0


@dataclass(frozen=True, slots=True)
class BothFiles:
    """The agreement in both files, tracked changes read as accepted, and what to know of them."""

    sent: tuple[BlockText, ...]
    back: tuple[BlockText, ...]
    told: tuple[Diagnostic, ...]


def side_by_side(sent: bytes, back: bytes, names: tuple[str, str]) -> BothFiles:
    """Both files read. `names` are what messages call them. Raises `Refused` as `merge` does."""
    told: list[Diagnostic] = []
    documents: list[Document] = []
    for data, name in zip((sent, back), names, strict=True):
        parts, faults = read_package(data, name)
        refuse_errors(no_docx(data, faults, name))
        told += faults
        documents.append(read(parts))
    one, other = documents
    refuse_errors([*reasons_against(one, other, _NOBODY, names)])
    sides = Sides(one, other, one)
    if fault := unlike(sides, names):
        refuse_errors([fault])
    ours = (_text(each, each.name) for each in one.blocks if each.is_ours and each.name)
    return BothFiles(tuple(ours), tuple(_back(sides)), tuple(told))


def reads_alike(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1, by words and pairs of words.

    >>> reads_alike("A party may leave.", "A party may leave.")
    1.0
    """
    words = (tuple(piece for piece in pieces(text) if piece.strip()) for text in (one, other))
    return likeness(*map(bag_of, words))


def _back(sides: Sides) -> Iterator[BlockText]:
    """The blocks of the file that came back, from the first that is of the agreement."""
    before, own = "", 0
    for each in sides.marked.blocks:
        sent = sides.counsel.back.get(each)
        if each.gone or (sent is not None and not sent.name):
            continue
        if sent is not None:
            before, own = sent.name, 0
        elif before and text_of(each.element):
            own += 1
        else:
            continue
        yield _text(each, before, own)


def _text(block: FileBlock, name: str, own: int = 0) -> BlockText:
    return BlockText(name, block.number.label.rstrip("."), text_of(block.element), own)
