"""What people left in a Word file: tracked changes, comments, the watermark of a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping
from xml.etree import ElementTree

from drafter.ooxml.namespaces import W
from drafter.ooxml.watermark import SHAPE

_TEXT = re.compile(r"word/(document|header[^/]*|footer[^/]*|footnotes|endnotes)\.xml")
_COMMENTS = re.compile(r"word/comments\.xml")
_CHANGES = frozenset(
    f"{W}{name}"
    for name in "ins del moveFrom moveTo rPrChange pPrChange tblPrChange trPrChange tcPrChange "
    "sectPrChange cellIns cellDel cellMerge numberingChange".split()
)
_NOBODY = "nobody named"


def changes_left(parts: Mapping[str, bytes]) -> Counter[str]:
    """How many tracked changes each author has in a file."""
    return _by_author(parts, _TEXT, _CHANGES)


def comments_left(parts: Mapping[str, bytes]) -> Counter[str]:
    """How many comments each author has in a file."""
    return _by_author(parts, _COMMENTS, (f"{W}comment",))


def has_watermark(parts: Mapping[str, bytes]) -> bool:
    """Whether a page has the watermark that a draft has."""
    return any(SHAPE.encode() in data for name, data in parts.items() if _TEXT.fullmatch(name))


def _by_author(
    parts: Mapping[str, bytes], kind: re.Pattern[str], tags: Container[str]
) -> Counter[str]:
    return Counter(
        node.get(f"{W}author") or _NOBODY
        for name, data in parts.items()
        if kind.fullmatch(name)
        for node in ElementTree.fromstring(data).iter()
        if node.tag in tags
    )
