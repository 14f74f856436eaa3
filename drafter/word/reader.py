"""Walking a .docx: its paragraphs, fields and links, with the numbers that Word prints."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from drafter.data_classes import dataclass, field
from drafter.ooxml.namespaces import W
from drafter.word.labels import UNNUMBERED, FileNumbering, Number, read_numbering, value

_DOCUMENT = "word/document.xml"
_BLOCK = "_cl_"
_HIDDEN = {f"{W}{tag}" for tag in ("del", "moveFrom", "pict", "drawing", "object", "sdtPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_PAGE_BREAKS = ("page", "column")
_REF = re.compile(r"\s*REF\s+(\S+)\s*(.*)")


class ReadParagraph(NamedTuple):
    """A paragraph as printed: the name of its style, its number, its words (a line break is `\\n`)
    and the bookmark that names its block, each empty if there is none."""

    style: str
    label: str
    text: str
    block: str


class ReadReference(NamedTuple):
    """A REF field: the bookmark it leads to, its switches, what it shows, where it stands."""

    target: str
    switches: str
    shown: str
    paragraph: int


class ReadLink(NamedTuple):
    """A link inside the file, as on a contents page: its bookmark, its words, where it stands."""

    target: str
    shown: str
    paragraph: int


@dataclass(slots=True)
class ReadDocument:
    """A whole document as read: paragraphs in order, references, links, and what bookmarks name."""

    paragraphs: list[ReadParagraph] = field(default_factory=list)
    references: list[ReadReference] = field(default_factory=list)
    links: list[ReadLink] = field(default_factory=list)
    numbers: dict[str, Number] = field(default_factory=dict)
    marked: dict[str, int] = field(default_factory=dict)


def reading(data: bytes) -> ReadDocument:
    """Everything that can be read from a .docx, in one pass."""
    with ZipFile(BytesIO(data)) as package:
        parts = {
            name: ElementTree.fromstring(package.read(name))
            for name in (_DOCUMENT, "word/styles.xml", "word/numbering.xml")
            if name in package.namelist()
        }
    numbering = read_numbering(parts["word/styles.xml"], parts.get("word/numbering.xml"))
    return _Reader(numbering).read(parts[_DOCUMENT])


class _Reader:
    """Walks the document; fields may run over several paragraphs, so they lie on a stack."""

    def __init__(self, numbering: FileNumbering) -> None:
        self._numbering = numbering
        self._read = ReadDocument()
        self._fields: list[_Field] = []
        self._words: list[str] = []
        self._marks: list[str] = []

    def read(self, document: Element) -> ReadDocument:
        for paragraph in _paragraphs(document):
            self._paragraph(paragraph)
        return self._read

    def _paragraph(self, node: Element) -> None:
        properties = node.find(f"{W}pPr")
        style = value(properties, "pStyle", self._numbering.default)
        direct = None if properties is None else properties.find(f"{W}numPr")
        bare = properties is not None and properties.find(f"{W}sectPr") is not None
        self._words, self._marks = [], []
        self._children(node)
        text = "".join(self._words)
        unnumbered = bare and not text  # a bare section break takes no number
        number = UNNUMBERED if unnumbered else self._numbering.number(style, direct)
        for mark in self._marks:
            self._read.numbers[mark] = number
            self._read.marked[mark] = len(self._read.paragraphs)
        block = next((mark for mark in self._marks if mark.startswith(_BLOCK)), "")
        name = value(self._numbering.styles.get(style), "name")
        self._read.paragraphs.append(ReadParagraph(name, number.label, text, block))

    def _children(self, node: Element) -> None:
        for child in node:
            if child.tag in _HIDDEN or child.tag == f"{W}p":
                continue
            if child.tag == f"{W}bookmarkStart":
                self._marks.append(child.get(f"{W}name", ""))
            elif child.tag == f"{W}fldChar":
                self._field_mark(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and self._fields:
                self._fields[-1].code += child.text or ""
            elif child.tag == f"{W}t":
                self._add(child.text or "")
            elif child.tag in _SIGNS:
                self._add("" if child.get(f"{W}type") in _PAGE_BREAKS else _SIGNS[child.tag])
            elif child.tag == f"{W}hyperlink":
                self._link(child)
            elif child.tag != f"{W}pPr":
                self._children(child)

    def _add(self, text: str) -> None:
        if all(each.shows for each in self._fields):
            self._words.append(text)
            for each in self._fields:
                each.shown += text

    def _link(self, node: Element) -> None:
        before = len(self._words)
        self._children(node)
        anchor, shown = node.get(f"{W}anchor"), "".join(self._words[before:])
        if anchor:
            self._read.links.append(ReadLink(anchor, shown, len(self._read.paragraphs)))

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            done = self._fields.pop()
            found = _REF.fullmatch(done.code.rstrip())
            if found:
                at = len(self._read.paragraphs)
                self._read.references.append(ReadReference(found[1], found[2], done.shown, at))


@dataclass(slots=True)
class _Field:
    code: str = ""
    shown: str = ""
    shows: bool = False


def _paragraphs(node: Element) -> list[Element]:
    """Paragraphs in reading order, without those of text boxes and drawings."""
    found: list[Element] = []
    for child in node:
        if child.tag == f"{W}p":
            found.append(child)
        elif child.tag not in _HIDDEN:
            found += _paragraphs(child)
    return found
