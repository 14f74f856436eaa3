"""Whether two Word files read and look alike to a reader, whatever program saved them.

Run marks, ids and the way text is cut into runs differ from save to save and do not count. What a
person does on purpose counts: words, paragraph styles and levels, strikethrough and other marks
by hand, objects, and whatever is tracked, commented or noted. Where in doubt they are not alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.ooxml.namespaces import W

_READ = re.compile(r"word/(document|header[^/]*|footer[^/]*|footnotes|endnotes)\.xml")
_BODY = "word/document.xml"
_MARKS = frozenset(
    "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange tblPrChange trPrChange "
    "tcPrChange tblGridChange sectPrChange numberingChange commentReference footnoteReference "
    "endnoteReference".split()
)
_OBJECTS = frozenset(["drawing", "pict", "object", "altChunk", "subDoc"])
_BY_HAND = frozenset("strike dstrike highlight shd color b i u vanish vertAlign".split())
Appearance = tuple[str, str, tuple[tuple[str, str], ...]]
"""A paragraph: its style, its level, and its words, each stretch with what was set by hand."""


def differing(old: dict[str, bytes], new: dict[str, bytes]) -> int | None:
    """How many paragraphs of two files, by part, differ; 0 where only marks, objects or their order
    do; None where they are alike."""
    before, after = _looks(old), _looks(new)
    lost, came = Counter(before) - Counter(after), Counter(after) - Counter(before)
    if lost or came:
        return max(lost.total(), came.total())
    moved = _looks({_BODY: old[_BODY]}) != _looks({_BODY: new[_BODY]})
    return 0 if moved or _marks(old) != _marks(new) else None


def words_apart(old: dict[str, bytes], new: dict[str, bytes]) -> tuple[str, ...]:
    """The words of each paragraph of the new file that reads or looks otherwise, and of each of
    the old one that the new one has not, where nothing stands for it."""
    before, after = Counter(_looks(old)), Counter(_looks(new))
    came, lost = list((after - before).elements()), list((before - after).elements())
    return tuple("".join(text for text, _ in look[2]) for look in (*came, *lost[len(came) :]))


def _looks(parts: dict[str, bytes]) -> list[Appearance]:
    """The paragraphs with words, part after part; empty ones are a matter of layout."""
    paragraphs = (node for root in _read(parts) for node in root.iter(f"{W}p"))
    return [look for look in map(_look, paragraphs) if look[2]]


def _look(paragraph: Element) -> Appearance:
    runs = ((_set_by_hand(run), _words(run)) for run in paragraph.iter(f"{W}r"))
    stretches = tuple(
        ("".join(words for _, words in same), look)
        for look, same in groupby((run for run in runs if run[1]), key=itemgetter(0))
    )
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    level = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    return _value(style), _value(level), stretches


def _words(run: Element) -> str:
    texts = (node.text or "" for node in run if node.tag in (f"{W}t", f"{W}delText"))
    return "".join(texts)


def _set_by_hand(run: Element) -> str:
    marks = run.find(f"{W}rPr")
    found = (_local(mark) + _value(mark) for mark in marks or () if _local(mark) in _BY_HAND)
    return " ".join(sorted(found))


def _marks(parts: dict[str, bytes]) -> Counter[str]:
    """Everything tracked, commented, noted or inserted, by what it is."""
    return Counter(
        name
        for root in _read(parts)
        for node in root.iter()
        if (name := _local(node)) in _MARKS or name in _OBJECTS
    )


def _read(parts: dict[str, bytes]) -> Iterator[Element]:
    """The parts that a person reads."""
    for name in sorted(parts):
        if _READ.fullmatch(name):
            yield ElementTree.fromstring(parts[name])


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]


def _value(node: Element | None) -> str:
    return "" if node is None else node.get(f"{W}val", "")
