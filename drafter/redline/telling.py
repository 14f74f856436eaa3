"""What a redline cannot show, said: a reader must not take what is unmarked for unchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from drafter.diagnostics import NOTE, WARNING, Diagnostic, Place, quoted, so_many
from drafter.ooxml.links import RELS, links_of, reached
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN, TYPES
from drafter.redline.line import written
from drafter.redline.units import ComparedUnit

if TYPE_CHECKING:
    from lxml.etree import _Element

LEAST_MOVED = 5  # words: fewer stand in a text more than once by chance
_MOST_NAMED = 5
_STAND = (
    "paragraph stands elsewhere and reads as before",
    "paragraphs stand elsewhere and read as before",
)
_UNPRINTED = ("docProps/", "customXml/", "_rels/", "word/people", "word/webSettings", TYPES)
_OF_A_FILE = re.compile(
    rb' (?:xmlns:\w+|mc:Ignorable|w:rsid\w*|w14:(?:paraId|textId))="[^"]*"'
    rb"|<w:rsids>.*?</w:rsids>|<w:rsid\b[^>]*/>",
    re.DOTALL,
)
_SHOWN = {"document", "footnotes", "endnotes", "numbering"}
_REFERENCES = tuple(f"{W}{name}" for name in ("headerReference", "footerReference"))


def pending_changes(authors: Counter[str], file: str) -> Iterator[Diagnostic]:
    """Tracked changes that were in a file."""
    if authors:
        who = ", ".join(f"{count} of {quoted(name)}" for name, count in authors.most_common())
        says = f"tracked changes were pending in {file} and count as accepted: {who}"
        cure = "settle them in Word first, if the redline is to rest on another text"
        yield Diagnostic("pending-changes", says, Place(file), cure, (), WARNING)


def unshown(says: str, file: str, severity: str = WARNING) -> Diagnostic:
    """Something that a tracked change cannot hold, or that other programs could not settle."""
    cure = "look at it in both files"
    return Diagnostic("not-in-redline", says, Place(file), cure, (), severity)


def other_parts(
    old: dict[str, bytes], new: dict[str, bytes], files: tuple[str, str]
) -> Iterator[Diagnostic]:
    """What differs outside the text of the document: the redline has it as the new file has."""
    before, after = dict(_by_kind(old)), dict(_by_kind(new))
    differ = [
        f"{kind} ({', '.join(sorted(after.get(kind) or before.get(kind, {}))[:_MOST_NAMED])})"
        for kind in sorted({*before, *after} - _SHOWN)
        if Counter(before.get(kind, {}).values()) != Counter(after.get(kind, {}).values())
    ]
    differ += ["page set-up (word/document.xml)"] * (_pages(old) != _pages(new))
    if differ:
        says = f"these differ and are as in {files[1]}, whatever becomes of the changes: "
        yield unshown(says + ", ".join(differ), files[1])


def moved(
    gone: Sequence[ComparedUnit], came: Sequence[ComparedUnit], file: str
) -> Iterator[Diagnostic]:
    """Paragraphs that stand elsewhere now."""
    places = Counter(one.words for one in gone if _may_move(one))
    again = [one for one in came if places.get(one.words, 0)]
    if again:
        named = "; ".join(quoted(" ".join(one.words[:8])) for one in again[:_MOST_NAMED])
        says = (
            f"moved: {so_many(len(again), *_STAND)}, struck at the "
            f"old place and put in at the new one: {named}"
        )
        cure = (
            "nothing to do; they are not marked as moves, since LibreOffice loses the marks of "
            "moved paragraphs"
        )
        yield Diagnostic("moved-text", says, Place(file), cure, (), NOTE)


def _may_move(one: ComparedUnit) -> bool:
    return len(one.words) >= LEAST_MOVED and not one.leads


def _by_kind(parts: dict[str, bytes]) -> Iterable[tuple[str, dict[str, bytes]]]:
    """The parts that print something, of each kind, as far as they say it."""
    kinds: dict[str, dict[str, bytes]] = {}
    named = {reached(MAIN, link.target): link.kind for link in links_of(parts, MAIN)}
    for name, data in parts.items():
        if name == MAIN or name.endswith(RELS) or name.startswith(_UNPRINTED):
            continue
        if name in named and not name.startswith("word/media/"):
            kinds.setdefault(named[name], {})[name] = _content_of(data, name)
    return kinds.items()


def _content_of(data: bytes, name: str) -> bytes:
    if not name.endswith(".xml"):
        return data
    return _OF_A_FILE.sub(b"", etree.tostring(etree.fromstring(data)))


def _pages(parts: dict[str, bytes]) -> Counter[str]:
    body = etree.fromstring(parts[MAIN])
    return Counter(_set_up(section) for section in body.iter(f"{W}sectPr"))


def _set_up(section: _Element) -> str:
    for reference in list(section.iterchildren(*_REFERENCES)):
        section.remove(reference)
    return written(section)
