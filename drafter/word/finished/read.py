"""From the parts of a package to a finished file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.ooxml.links import links_of, reached
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN
from drafter.word.finished.inline import FlowState, InlineReader
from drafter.word.finished.looks import LookSheet
from drafter.word.finished.model import BODY, FinishedParagraph, MarkedPlace, WholeFile
from drafter.word.finished.traces import named_comments, properties
from drafter.word.labels import FileNumbering, read_numbering, value

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_THEME = "word/theme/theme1.xml"
_OTHERS = ("header", "footer", "footnotes", "endnotes")
_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|table of (?:figures|authorities|contents))\b", re.IGNORECASE)
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_finished(parts: Mapping[str, bytes]) -> WholeFile:
    """Read the parts of a package that `read_package` let in."""
    contents = dict(parts)
    styles = _tree(contents, _STYLES)
    sheet = LookSheet(Element("none") if styles is None else styles, _tree(contents, _THEME))
    lists = read_numbering(Element("none") if styles is None else styles,
                           _tree(contents, _NUMBERING))  # fmt: skip
    reader = _FileReader(sheet, lists)
    main = ElementTree.fromstring(contents[MAIN])
    reader.part(BODY, main)
    for name, tree in _other_parts(contents):
        reader.part(name, tree)
    file = reader.finished()
    file.traces = [*properties(contents), *named_comments(contents, file)]
    file.languages = _languages(main, styles)
    return file


class _FileReader:
    """Walks through parts; paragraphs of text boxes follow the one that holds the box."""

    def __init__(self, looks: LookSheet, lists: FileNumbering) -> None:
        self._looks, self._lists = looks, lists
        self._file = WholeFile()
        self._flow = FlowState()
        self._part, self._count = "", 0

    def finished(self) -> WholeFile:
        for name, (paragraph, start, end) in self._flow.closed.items():
            self._file.marked[name] = MarkedPlace(paragraph, paragraph.words[start:end])
        return self._file

    def part(self, name: str, tree: Element) -> None:
        self._part, self._count = name, 0
        self._flow.fields.clear()
        self._flow.waiting = 0
        self._blocks(tree, 0, False)

    def _blocks(self, node: Element, cell: int, contents: bool) -> None:
        for at, child in enumerate(node):
            tag = child.tag.rpartition("}")[2]
            if tag == "p":
                self._paragraph(child, cell, contents)
            elif tag == "tr":
                self._row(child, contents)
            elif tag == "sdt":
                holds = child.find(f"{W}sdtPr/{W}docPartObj") is not None and at < 80
                self._blocks(child, cell, contents or holds)
            elif tag in ("footnote", "endnote") and child.get(f"{W}type") in _SEPARATORS:
                continue
            elif tag not in ("Fallback", "sdtPr", "tblPr", "sectPr"):
                self._blocks(child, cell, contents)

    def _row(self, row: Element, contents: bool) -> None:
        cells = (child for child in row if not child.tag.endswith("Pr"))
        for at, cell in enumerate(cells, 1):
            self._blocks(cell, at, contents)

    def _paragraph(self, node: Element, cell: int, contents: bool) -> None:
        settings = node.find(f"{W}pPr")
        style = value(settings, "pStyle") or self._looks.plain
        self._count += 1
        read = FinishedParagraph(self._count, self._part, self._looks.name(style), cell=cell)
        read.contents = contents or self._flow.contents or bool(_CONTENTS.match(read.style))
        read.heading = bool(_HEADING.match(read.style)) or self._in_outline(style, settings)
        read.aligned = value(settings, "jc")
        reader = InlineReader(read, style, self._looks, self._flow)
        if settings is not None:
            reader.read_settings(settings)
        reader.read(node)
        reader.finish()
        self._number(read, style, settings)
        self._file.paragraphs.append(read)
        for box in reader.boxes:
            self._blocks(box, cell, contents)

    def _in_outline(self, style: str, settings: Element | None) -> bool:
        level = value(settings, "outlineLvl") or self._looks.setting(style, "outlineLvl")
        return level.isdigit() and level != "9"

    def _number(self, read: FinishedParagraph, style: str, settings: Element | None) -> None:
        direct = None if settings is None else settings.find(f"{W}numPr")
        bare = settings is not None and settings.find(f"{W}sectPr") is not None
        if self._part != BODY or (bare and not read.words):
            return
        num, level = self._lists.place(style, direct)
        if num in self._lists.uses:
            levels = self._lists.uses[num].levels
            read.listed, read.label = True, self._lists.number(style, direct)
            read.bullet = level in levels and levels[level].form == "bullet"


def _other_parts(contents: dict[str, bytes]) -> Iterator[tuple[str, Element]]:
    """Headers, footers and notes, each under a name that a person knows."""
    for link in links_of(contents, MAIN):
        name = reached(MAIN, link.target)
        tree = _tree(contents, name) if link.kind in _OTHERS and not link.outside else None
        if tree is not None:
            stem = name.rpartition("/")[2].removesuffix(".xml")
            yield re.sub(r"(\D)(\d+)$", r"\1 \2", stem), tree


def _tree(contents: dict[str, bytes], name: str) -> Element | None:
    return ElementTree.fromstring(contents[name]) if contents.get(name) else None


def _languages(main: Element, styles: Element | None) -> dict[str, int]:
    """The languages that the file declares, and how many runs are marked with each; the one of
    its styles counts as one."""
    found: dict[str, int] = {}
    default = None if styles is None else styles.find(f".//{W}docDefaults//{W}lang")
    for node in ([] if default is None else [default]) + list(main.iter(f"{W}lang")):
        if language := node.get(f"{W}val", ""):
            found[language] = found.get(language, 0) + 1
    return found
