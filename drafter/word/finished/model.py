"""A finished Word file as values: paragraphs with their numbers, looks and fields, and traces."""

from __future__ import annotations

from typing import NamedTuple

from drafter.data_classes import dataclass, field
from drafter.word.labels import UNNUMBERED, Number

BODY = "body"


class Letters(NamedTuple):
    """How letters look: what the styles say together with the run's own settings."""

    font: str = ""
    size: str = ""
    colour: str = ""
    bold: bool = False
    italic: bool = False
    highlight: str = ""
    hidden: bool = False


class LookStretch(NamedTuple):
    """Words of one look: where they begin in the paragraph, and the look that its style gives.

    `waits`: they are the placeholder of a control that nobody has filled in.
    """

    start: int
    text: str
    look: Letters
    of_style: Letters
    waits: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class FieldResult(NamedTuple):
    """A field, or a link inside the file: its name, bookmark and switches, and what it shows."""

    name: str
    target: str
    switches: str
    start: int
    shown: str


class FileTrace(NamedTuple):
    """What an editor left behind in a paragraph or in the file: its kind, whose it is, words."""

    kind: str
    who: str
    words: str


@dataclass(slots=True)
class FinishedParagraph:
    """A paragraph as printed.

    `number` counts from 1 in its part; `part` is the body, "header 1", "footnotes"…; `words` are
    printed, hidden ones are not; `table` tells whether it stands in a cell, the first of a row.
    """

    number: int
    part: str
    style: str = ""
    words: str = ""
    label: Number = UNNUMBERED
    listed: bool = False
    bullet: bool = False
    heading: bool = False
    contents: bool = False
    cell: int = 0
    aligned: str = ""
    stretches: list[LookStretch] = field(default_factory=list)
    fields: list[FieldResult] = field(default_factory=list)
    traces: list[FileTrace] = field(default_factory=list)
    pictures: bool = False

    @property
    def in_fields(self) -> list[tuple[int, int]]:
        """The places of its words that Word computes."""
        return [(one.start, one.start + len(one.shown)) for one in self.fields]


class MarkedPlace(NamedTuple):
    """What a bookmark names: a paragraph, by its place in the file, and the words in it."""

    paragraph: FinishedParagraph
    words: str


@dataclass(slots=True)
class WholeFile:
    """A whole file: paragraphs in reading order, what bookmarks name, traces, languages."""

    paragraphs: list[FinishedParagraph] = field(default_factory=list)
    marked: dict[str, MarkedPlace] = field(default_factory=dict)
    traces: list[FileTrace] = field(default_factory=list)
    languages: dict[str, int] = field(default_factory=dict)

    def body(self) -> list[FinishedParagraph]:
        """The paragraphs of the main text, without headers, footers and notes."""
        return [one for one in self.paragraphs if one.part == BODY]
