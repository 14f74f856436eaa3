"""What a merge is made of, as frozen values: blocks of three files, what is done, the report."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic
from drafter.word.labels import UNNUMBERED, Number

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True, eq=False)
class FileBlock:
    """A paragraph or a table row, as it reads with every tracked change accepted.

    `names` are its bookmarks; `style` is the style's name, which every program keeps; `plain` its
    words without what references show. `gone`: nothing of it is left; `pending`: somebody's
    tracked change is in it. `depth` is its level: 0 for a heading, more for what stands beneath.
    """

    element: _Element
    names: tuple[str, ...]
    style: str
    plain: tuple[str, ...]
    bag: frozenset[str]
    number: Number = UNNUMBERED
    gone: bool = False
    pending: bool = False
    heading: bool = False
    depth: int = 10
    row: bool = False

    @property
    def name(self) -> str:
        """The bookmark that we gave it, if it has one."""
        return next((name for name in self.names if name.startswith("_cl_")), "")

    @property
    def is_ours(self) -> bool:
        """Whether it is of the agreement and not of the house style, such as a line of the cover;
        asked of issued and fresh files."""
        return self.row or bool(self.name)


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: its parts, its body, its blocks in order, the style ids by name, the number of
    whatever a bookmark names, and the lines of the contents page, which are no blocks."""

    parts: dict[str, bytes]
    body: _Element
    blocks: tuple[FileBlock, ...]
    styles: Mapping[str, str]
    numbers: Mapping[str, Number] = field(default_factory=dict)
    contents: tuple[_Element, ...] = ()


class BlockOutcome(StrEnum):
    """What became of a block."""

    PUT_IN = "put in"  # the library's new words, as tracked changes
    ADDED = "added"  # a block that is new in the library
    STRUCK = "struck"  # a block that the library has no more
    KEPT = "kept"  # counsel changed it, the library did not
    AGREED = "agreed"  # counsel and the library say the same now
    CONFLICT = "conflict"  # both changed it: counsel's words stay, a comment says the library's
    LEFT_OUT = "left out"  # something of the library that was not done
    OWN = "own"  # counsel's own


class ReportLine(NamedTuple):
    """What was done with one block, and why. `number` and `words` say which it is; `library` are
    the words of the library that were not put in."""

    did: BlockOutcome
    number: str
    words: str
    why: str
    library: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a merge did: a line for each block that counsel or the library changed; how many blocks
    neither did; how much of the issued file was found in the marked-up one."""

    lines: tuple[ReportLine, ...]
    untouched: int
    found: int
    issued: int

    def of(self, did: BlockOutcome) -> tuple[ReportLine, ...]:
        """The blocks that this was done with."""
        return tuple(line for line in self.lines if line.did == did)


@dataclass(frozen=True, slots=True)
class Merged:
    """The marked-up file with the library's changes as tracked changes of one author.

    `words` is how many words these mark; `told` what to know of the files.
    """

    document: bytes
    report: Report
    words: int = 0
    told: tuple[Diagnostic, ...] = ()
