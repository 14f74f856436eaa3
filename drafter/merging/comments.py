"""Comments of one run put into a file that may have comments of others, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.links import Link, links_name, links_of, links_part
from drafter.ooxml.namespaces import DECLARATION, OFFICE, WORD, WORD_PART, W
from drafter.ooxml.package import MAIN, TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element

    from drafter.redline.marks import RevisionMarks

_PART = "word/comments.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AHEAD = (f"{W}pPr", f"{W}bookmarkStart")


class MergeComments:
    """Collects comments; `parts` gives the parts of the package with them."""

    def __init__(self, parts: dict[str, bytes], marks: RevisionMarks) -> None:
        self._parts, self._marks = parts, marks
        links = (link for link in links_of(parts, MAIN) if link.kind == "comments")
        found = next((f"word/{link.target}" for link in links), _PART)
        self._part = found if found in parts else _PART
        known = parts.get(self._part)
        empty = f'<w:comments xmlns:w="{WORD}"/>'.encode()
        self._root = etree.fromstring(known or empty)
        self._count = 0

    def put(self, paragraph: _Element, says: Sequence[str]) -> None:
        """A comment on a whole paragraph."""
        comment = self._marks.mark("comment")
        comment.set(f"{W}initials", self._marks.author[:1])
        for line in says:
            text = etree.SubElement(
                etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r"), f"{W}t"
            )
            text.text = line
            text.set(_SPACE, "preserve")
        self._root.append(comment)
        self._count += 1
        start, end, reference = (
            etree.Element(f"{W}{name}")
            for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        for each in (start, end, reference):
            each.set(f"{W}id", comment.get(f"{W}id", ""))
        ahead = [child for child in paragraph if child.tag in _AHEAD]
        paragraph.insert(paragraph.index(ahead[-1]) + 1 if ahead else 0, start)
        paragraph.append(end)
        run = etree.SubElement(paragraph, f"{W}r")
        run.append(reference)

    def parts(self) -> dict[str, bytes]:
        """The parts with the comments, as they were where there is none."""
        if not self._count:
            return self._parts
        written = etree.tostring(
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        parts = {**self._parts, self._part: written}
        if self._part in self._parts:
            return parts
        links = links_of(parts, MAIN)
        ids = {link.id for link in links}
        id = next(one for n in range(len(ids) + 1) if (one := f"comments{n or ''}") not in ids)
        link = Link(id, "comments", f"{OFFICE}/comments", "comments.xml", False)
        parts[links_name(MAIN)] = links_part((*links, link)).encode()
        parts[TYPES] = _with_type(parts[TYPES])
        return parts


def _with_type(types: bytes) -> bytes:
    root = etree.fromstring(types)
    space = etree.QName(root).namespace
    known = etree.SubElement(root, f"{{{space}}}Override")
    known.set("PartName", f"/{_PART}")
    known.set("ContentType", f"{WORD_PART}comments+xml")
    return DECLARATION.encode() + etree.tostring(root)
