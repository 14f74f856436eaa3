"""One paragraph read: its words with their looks, its fields, bookmarks, changes and comments."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from drafter.data_classes import dataclass, field
from drafter.ooxml.namespaces import W
from drafter.word.finished.looks import LookSheet
from drafter.word.finished.model import FieldResult, FileTrace, FinishedParagraph, LookStretch
from drafter.word.labels import value

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "\u25a1"}
_PAGE_BREAKS = ("page", "column")
_GONE = ("del", "moveFrom")
_CHANGES = (*_GONE, "ins", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "sectPrChange")
_SILENT = {"pPr", "rPr", "sdtPr", "sdtEndPr", "p", "tbl", "Fallback", "object", "pict"}
_NESTED = 5  # fields inside one another that a contents page may stand in
BOX = f"{W}txbxContent"


@dataclass(slots=True)
class OpenField:
    """A field whose end has not come: where its words begin, its code, whether they have begun."""

    paragraph: FinishedParagraph
    start: int
    code: str = ""
    shows: bool = False


@dataclass(slots=True)
class FlowState:
    """What runs over the ends of paragraphs: fields and bookmarks that are open."""

    fields: list[OpenField] = field(default_factory=list)
    waiting: int = 0  # fields whose words have not begun
    marks: dict[str, tuple[str, FinishedParagraph, int]] = field(default_factory=dict)
    closed: dict[str, tuple[FinishedParagraph, int, int | None]] = field(default_factory=dict)

    @property
    def contents(self) -> bool:
        """Whether a table of contents is open."""
        outer = self.fields[:_NESTED]
        return any(one.code.split()[:1] == ["TOC"] for one in outer if one.shows)


class InlineReader:
    """Reads the runs of one paragraph into it."""

    def __init__(self, paragraph: FinishedParagraph, style: str, looks: LookSheet,
                 flow: FlowState) -> None:  # fmt: skip
        self._into, self._style, self._looks, self._flow = paragraph, style, looks, flow
        self._of_style = looks.of_style(style)
        self._waits, self._length = False, 0
        self._words: list[str] = []
        self._results: list[tuple[str, int, int]] = []
        self.boxes: list[Element] = []

    def finish(self) -> None:
        """Put the words together, and what each field shows of them."""
        words = self._into.words = "".join(self._words)
        for code, start, end in self._results:
            name, target, switches = (*code.split(maxsplit=2), "", "", "")[:3]
            result = FieldResult(name.upper(), target, switches, start, words[start:end])
            self._into.fields.append(result)

    def read(self, node: Element) -> None:
        """Everything under a node, in reading order."""
        for child in node:
            tag = child.tag.rpartition("}")[2]
            if tag in _CHANGES:
                self._change(child, tag)
            if tag == "r":
                self._run(child)
            elif tag == "sdt":
                self._control(child)
            elif tag == "fldSimple":
                self._simple_field(child)
            elif tag == "hyperlink":
                self._link(child)
            elif tag in ("bookmarkStart", "bookmarkEnd"):
                self._bookmark(child, tag)
            elif tag == "commentRangeStart":
                self._trace("comment", child)
            elif tag not in _SILENT and tag not in _GONE:
                self.read(child)

    def read_settings(self, settings: Element) -> None:
        """The changes that the settings of the paragraph keep: its own, and that of its mark."""
        for child in (*settings, *(settings.find(f"{W}rPr") or ())):
            tag = child.tag.rpartition("}")[2]
            if tag in _CHANGES:
                self._change(child, tag)

    def _run(self, node: Element) -> None:
        settings = node.find(f"{W}rPr")
        for child in node:
            tag = child.tag.rpartition("}")[2]
            if tag == "t":
                self._add(child.text or "", settings)
            elif tag in _SIGNS:
                breaks = child.get(f"{W}type") in _PAGE_BREAKS
                self._add("" if breaks else _SIGNS[tag], settings)
            elif tag == "fldChar":
                self._field_mark(child.get(f"{W}fldCharType", ""))
            elif tag == "instrText" and self._flow.fields:
                self._flow.fields[-1].code += child.text or ""
            elif tag == "commentReference":
                self._trace("comment", child)
            elif tag in ("drawing", "AlternateContent", "pict", "object"):
                self._into.pictures = True
                self.boxes += _boxes(child)
        if settings is not None and settings.find(f"{W}rPrChange") is not None:
            self._trace("change", settings.find(f"{W}rPrChange"))

    def _add(self, text: str, settings: Element | None) -> None:
        if not text or self._flow.waiting:
            return
        look = self._looks.look(self._style, settings)
        if look.hidden:
            self._into.traces.append(FileTrace("hidden", "", text))
            return
        waits = self._waits and (text[0] in "[<" or self._is_placeholder(settings))
        stretch = LookStretch(self._length, text, look, self._of_style, waits)
        self._into.stretches.append(stretch)
        self._words.append(text)
        self._length += len(text)

    def _is_placeholder(self, settings: Element | None) -> bool:
        """Whether a run is in Word's style for placeholders: some programs forget that a control
        has been filled in."""
        style = "" if settings is None else value(settings, "rStyle")
        return "placeholder" in self._looks.name(style).lower()

    def _control(self, node: Element) -> None:
        settings = node.find(f"{W}sdtPr")
        waited = self._waits
        if settings is not None and settings.find(f"{W}showingPlcHdr") is not None:
            self._waits = True
        self.read(node)
        self._waits = waited

    def _simple_field(self, node: Element) -> None:
        start = self._length
        self.read(node)
        self._results.append((node.get(f"{W}instr", ""), start, self._length))

    def _field_mark(self, kind: str) -> None:
        fields = self._flow.fields
        if kind == "begin":
            fields.append(OpenField(self._into, self._length))
            self._flow.waiting += 1
        elif kind == "separate" and fields and not fields[-1].shows:
            fields[-1].shows = True
            fields[-1].paragraph, fields[-1].start = self._into, self._length
            self._flow.waiting -= 1
        elif kind == "end" and fields:
            done = fields.pop()
            self._flow.waiting -= not done.shows
            start = done.start if done.paragraph is self._into else 0
            self._results.append((done.code, start, self._length))

    def _link(self, node: Element) -> None:
        start = self._length
        self.read(node)
        if anchor := node.get(f"{W}anchor", ""):
            self._results.append((f"LINK {anchor}", start, self._length))

    def _bookmark(self, node: Element, tag: str) -> None:
        id = node.get(f"{W}id", "")
        if tag == "bookmarkStart":
            name = node.get(f"{W}name", "").casefold()
            self._flow.marks[id] = (name, self._into, self._length)
            self._flow.closed.setdefault(name, (self._into, self._length, self._length))
        elif id in self._flow.marks:
            name, home, start = self._flow.marks.pop(id)
            end = self._length if home is self._into else None
            self._flow.closed[name] = (home, start, end)

    def _change(self, node: Element, tag: str) -> None:
        words = "".join(each.text or "" for each in node.iter()
                        if each.tag in (f"{W}t", f"{W}delText"))  # fmt: skip
        kind = "deleted" if tag in _GONE else "inserted" if tag in ("ins", "moveTo") else "change"
        self._into.traces.append(FileTrace(kind, node.get(f"{W}author", ""), words))

    def _trace(self, kind: str, node: Element | None) -> None:
        if node is not None:
            who = node.get(f"{W}author", "") or node.get(f"{W}id", "")
            self._into.traces.append(FileTrace(kind, who, ""))


def _boxes(node: Element) -> list[Element]:
    """The text boxes in a drawing, each once: what older programs see instead is left out."""
    if node.tag == BOX:
        return [node]
    return [box for child in node if not str(child.tag).endswith("}Fallback")
            for box in _boxes(child)]  # fmt: skip
