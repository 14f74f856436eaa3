"""Compares two Word files: rejecting every change gives the old text, accepting it the new."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.ooxml.body import headings, read_body, with_body
from drafter.ooxml.package import read_package
from drafter.redline.bookmarks import (
    OldBookmarks,
    asked_for,
    give_other_names,
    highest_id,
    names_in,
)
from drafter.redline.carried import CarriedLinks
from drafter.redline.carried_lists import CarriedLists
from drafter.redline.carried_notes import carry_notes
from drafter.redline.carried_numbers import number_openly
from drafter.redline.carried_styles import CarriedStyles
from drafter.redline.comparison import BodyComparison
from drafter.redline.marks import RevisionMarks, mark_faults
from drafter.redline.pending import settle
from drafter.redline.plainly import BLOCKS, make_plain, without_names
from drafter.redline.telling import other_parts, pending_changes

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR = "drafter"


@dataclass(frozen=True, slots=True)
class Redline:
    """A file with tracked changes, how many words and changes it marks, and what it cannot show."""

    data: bytes
    words: int
    marks: int = 0  # changes, those of looks, pictures and layout too
    told: tuple[Diagnostic, ...] = ()


def compare(
    old: bytes,
    new: bytes,
    author: str = AUTHOR,
    date: str = "",
    names: tuple[str, str] = ("the old file", "the new file"),
) -> Redline:
    """The new file with its difference from the old one as tracked changes.

    `date` is an ISO date and time for the marks, or empty for none; `names` are what messages call
    the two files. Either file may come from anywhere: what struck text leads to (pictures, styles,
    lists, notes) is brought into the new file, and what a redline cannot show is told. Raises
    `Refused` for what is no safe Word file.
    """
    refuse_errors([*mark_faults(author, date)])
    old_parts, faults = read_package(old, names[0])
    parts, told = read_package(new, names[1])
    refuse_errors([*faults, *told])
    apart = [*told, *other_parts(old_parts, parts, names)]
    sides = old_parts, parts, names
    found = _compared(sides, RevisionMarks(author, date, 0), frozenset())
    if found.astray:
        found = _compared(sides, RevisionMarks(author, date, 0), found.astray)
    return Redline(found.data, found.words, found.marks, (*found.told, *apart))


class _Compared(NamedTuple):
    """A redline, and the bookmarks that lead the references of the old text astray in it."""

    data: bytes
    words: int
    marks: int
    told: tuple[Diagnostic, ...]
    astray: frozenset[str]


_Sides = tuple[dict[str, bytes], dict[str, bytes], tuple[str, str]]


def _compared(sides: _Sides, marks: RevisionMarks, renamed: frozenset[str]) -> _Compared:
    """The old parts compared with the new ones; some old bookmarks go by other names."""
    old_parts, parts, names = sides[0], dict(sides[1]), sides[2]
    before, pending = _read(old_parts, names[0])
    after, open_in_new = _read(parts, names[1])
    give_other_names(before, renamed, names_in(before) | names_in(after))
    asked = asked_for(before)
    _carry(old_parts, parts, before)
    kept = OldBookmarks(after)
    first = marks.id = max(highest_id(before) + kept.offset, highest_id(after)) + 1
    comparison = BodyComparison(marks, kept, headings(parts))
    _refill(after, comparison.blocks(_blocks(before), _blocks(after)))
    told = (*pending, *open_in_new, *comparison.warnings(names))
    astray = frozenset(comparison.astray & asked)
    return _Compared(with_body(parts, after), marks.words, marks.id - first, told, astray)


def _read(parts: dict[str, bytes], file: str) -> tuple[_Element, list[Diagnostic]]:
    """The body of a file as it is compared, and what there is to say of it."""
    body = read_body(parts)
    pending = list(pending_changes(settle(body), file))
    make_plain(body)
    return body, pending


def _carry(old: dict[str, bytes], new: dict[str, bytes], before: _Element) -> None:
    """Brings into the new file what the old body leads to and the new file has not."""
    without_names(before)
    CarriedLinks(old, new).lead(before)
    number_openly(before, old, new)
    styles = CarriedStyles(old, new)
    styles.lead(before)
    CarriedLists(old, new).lead(before, styles.added)
    styles.write()
    for kind in ("footnote", "endnote"):
        carry_notes(old, new, before, kind)


def _refill(body: _Element, content: list[_Element]) -> None:
    """The body with this content before its last section. What stands in its place is not moved: a
    long table is dear to move."""
    content = [*content, *(child for child in body if child.tag not in BLOCKS)]
    stays = set(content)
    for child in [each for each in body if each not in stays]:
        body.remove(child)
    there = next(iter(body), None)
    for each in content:
        if each is there:
            there = each.getnext()
        elif there is not None:
            there.addprevious(each)
        else:
            body.append(each)


def _blocks(body: _Element) -> list[_Element]:
    return [child for child in body if child.tag in BLOCKS]
