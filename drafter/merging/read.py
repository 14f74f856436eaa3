"""A Word file read into blocks: every paragraph and table row, with its number and its names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from lxml import etree

from drafter.data_classes import dataclass, field
from drafter.merging.model import Document, FileBlock
from drafter.merging.wording import bag_of, plain, words_of
from drafter.ooxml.body import STYLES, headings, read_body
from drafter.ooxml.namespaces import W
from drafter.word.labels import UNNUMBERED, FileNumbering, Number, read_numbering, value

if TYPE_CHECKING:
    from lxml.etree import _Element

CHANGES = tuple(
    f"{W}{name}"
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "trPrChange",
        "tcPrChange",
        "cellIns",
        "cellDel",
        "cellMerge",
        "numberingChange",
    )
)
LEAVES = (f"{W}del", f"{W}moveFrom")
_PARAGRAPH, _ROW, _MARK = f"{W}p", f"{W}tr", f"{W}bookmarkStart"
_NUMBERING = "word/numbering.xml"
_DEEPEST = 10  # Word has nine levels


def read(parts: dict[str, bytes], body: _Element | None = None) -> Document:
    """The blocks of a file; `body` stands for its own where that has been changed."""
    styles = etree.fromstring(parts[STYLES])
    lists = etree.fromstring(parts[_NUMBERING]) if _NUMBERING in parts else None
    numbering = read_numbering(cast(Any, styles), cast(Any, lists))
    names = {id: value(style, "name").lower() for id, style in numbering.styles.items()}
    reader = _Reader(numbering, names, headings(parts))
    body = read_body(parts) if body is None else body
    blocks = tuple(reader.blocks(body))
    ids = {name: id for id, name in reversed(names.items())}
    return Document(parts, body, blocks, ids, reader.numbers, tuple(reader.lines))


def leaves(properties: _Element | None, path: str) -> bool:
    """Whether a paragraph mark or row goes when every change is accepted."""
    return properties is not None and any(
        properties.find(f"{path}{tag}") is not None for tag in LEAVES
    )


def in_body(node: _Element, stops: tuple[str, ...]) -> Iterator[_Element]:
    """The elements of these kinds that stand in the text, whatever wraps them."""
    for child in node:
        if child.tag in stops:
            yield child
        elif child.tag not in (f"{W}sectPr", f"{W}sdtPr", f"{W}tblPr", f"{W}tblGrid"):
            yield from in_body(child, stops)


@dataclass(slots=True)
class _Reader:
    """Counts through one file; a field may run over paragraphs, so its depth is kept."""

    numbering: FileNumbering
    names: dict[str, str]
    headings: frozenset[str]
    numbers: dict[str, Number] = field(default_factory=dict)
    lines: list[_Element] = field(default_factory=list)
    joins: bool = False  # whether the last paragraph is to be joined with the next one
    contents: int = 0  # how many fields are open since that of the contents began

    def blocks(self, body: _Element) -> Iterator[FileBlock]:
        for element in in_body(body, (_PARAGRAPH, _ROW)):
            is_row = element.tag == _ROW
            paragraphs = list(in_body(element, (_PARAGRAPH,))) if is_row else [element]
            if not is_row and self._of_contents(element):
                self.lines.append(element)
                continue
            words = plain(words_of(element))
            gone = self._gone(element, words)
            numbers = [self._number(each, bool(words), gone) for each in paragraphs]
            style = self._style(paragraphs[0]) if paragraphs else ""
            yield FileBlock(
                element,
                _names(element),
                self.names.get(style, style.lower()),
                words,
                bag_of(words),
                numbers[0] if numbers else UNNUMBERED,
                gone,
                self._pending(element, gone),
                not is_row and style in self.headings,
                self._depth(style, paragraphs),
                is_row,
            )

    def _of_contents(self, paragraph: _Element) -> bool:
        """Whether a paragraph is a line of the contents."""
        was = self.contents
        for node in paragraph.iter(f"{W}fldChar", f"{W}instrText"):
            if node.tag == f"{W}instrText":
                starts = (node.text or "").strip().upper().startswith("TOC")
                self.contents = max(self.contents, int(starts))
                was = was or self.contents
            elif self.contents:
                kind = node.get(f"{W}fldCharType")
                self.contents += {"begin": 1, "end": -1}.get(str(kind), 0)
        return bool(was)

    def _pending(self, element: _Element, gone: bool) -> bool:
        joins, form = self.joins, element.find(f"{W}pPr")
        self.joins = not gone and leaves(form, f"{W}rPr/")
        return joins or next(element.iter(*CHANGES), None) is not None

    def _gone(self, element: _Element, words: tuple[str, ...]) -> bool:
        if element.tag == _ROW:
            return leaves(element.find(f"{W}trPr"), "")
        return not words and leaves(element.find(f"{W}pPr"), f"{W}rPr/")

    def _number(self, paragraph: _Element, has_words: bool, gone: bool) -> Number:
        properties = paragraph.find(f"{W}pPr")
        bare = properties is not None and properties.find(f"{W}sectPr") is not None
        joined = leaves(properties, f"{W}rPr/")  # its words go to the next one, and its number
        number = UNNUMBERED
        if not gone and not joined and (has_words or not bare):
            direct = None if properties is None else properties.find(f"{W}numPr")
            number = self.numbering.number(self._style(paragraph), cast(Any, direct))
            for mark in paragraph.iter(_MARK):
                self.numbers[mark.get(f"{W}name", "")] = number
        return number

    def _depth(self, style: str, paragraphs: list[_Element]) -> int:
        if style in self.headings or not paragraphs:
            return 0
        direct = paragraphs[0].find(f"{W}pPr/{W}numPr")
        num, level = self.numbering.place(style, cast(Any, direct))
        return level + 1 if num in self.numbering.uses else _DEEPEST

    def _style(self, paragraph: _Element) -> str:
        return value(cast(Any, paragraph.find(f"{W}pPr")), "pStyle", "Normal")


def _names(element: _Element) -> tuple[str, ...]:
    return tuple(mark.get(f"{W}name", "") for mark in element.iter(_MARK))
