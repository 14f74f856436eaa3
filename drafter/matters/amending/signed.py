"""The text of an agreement as it is signed: each paragraph with the number that the paper shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from drafter.agreement.number import own
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.ooxml.bookmarks import bookmark_name
from drafter.ooxml.package import read_package
from drafter.registry.model import BASE, OfferedBlock, Revision, Status
from drafter.registry.registry import Registry
from drafter.word.read import read_docx
from drafter.word.reader import ReadParagraph

TITLE, PART = "title", "part"


class SignedLine(NamedTuple):
    """A paragraph or table row. `label`: its number as printed; `words`: as signed; `drafted`: as
    the library worded it, which differs where counsel had a hand in it. `opens`: a numbered
    passage begins with it. A heading without words is a number that stays vacant."""

    block: str
    label: str
    words: str
    drafted: str
    opens: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it stands as the library worded it."""
        return self.words == self.drafted


@dataclass(frozen=True, slots=True)
class SignedText:
    """An agreement as it stands: its lines, the answers behind them with the recommendations once
    taken, and the amendments that made it so. `told`: what of it is not known for sure."""

    agreement: str
    lines: tuple[SignedLine, ...]
    answers: Mapping[str, Any]
    taken: Mapping[str, Any]
    amendments: tuple[str, ...] = ()
    told: tuple[Diagnostic, ...] = ()

    def sections(self) -> dict[str, tuple[SignedLine, ...]]:
        """The lines of each section, by its topic; the first line of each is its heading."""
        return sections(self.lines)


def plain(text: str) -> str:
    """Words alone: how they are spaced on the page is no difference."""
    return " ".join(text.split())


def sections(lines: Iterable[SignedLine]) -> dict[str, tuple[SignedLine, ...]]:
    """Lines by the section that they stand in; title and part headings stand in none."""
    found: dict[str, list[SignedLine]] = {}
    here: list[SignedLine] = []
    for line in lines:
        if line.block == TITLE or line.block.startswith(f"{PART}."):
            continue
        if "." not in line.block:
            here = found.setdefault(line.block, [])
        here.append(line)
    return {topic: tuple(some) for topic, some in found.items()}


def signed_text(registry: Registry, revision: Revision) -> SignedText:
    """A signed revision as it was issued last, without what amended it since."""
    issued, base = _last_issued(registry, revision)
    names = {bookmark_name(one.block): one for one in revision.blocks}
    ours, theirs = _by_block(base, names), _by_block(issued, names)
    lines = (_line(block, ours[block], theirs.get(block)) for block in ours)
    return SignedText(revision.agreement, tuple(_opened(lines)), revision.answers, revision.taken)


def _last_issued(registry: Registry, revision: Revision) -> tuple[bytes, bytes]:
    """The file that went out, and the draft that it was made from."""
    kept = [
        said["files"]
        for entry, said in registry.events(revision.agreement)
        if entry.event == Status.ISSUED and entry.revision == revision.revision
    ]
    files = kept[-1]
    issued = registry.file(files[Status.ISSUED.value])
    refuse_errors(read_package(issued, f"the issued file of {revision.agreement}")[1])
    return issued, registry.file(files[BASE]) if BASE in files else issued


class _Read(NamedTuple):
    """The paragraphs of a block: its own, as many as it was drafted with, and what follows."""

    own: tuple[str, ...]
    more: tuple[str, ...]
    label: str
    style: str


def _by_block(file: bytes, names: Mapping[str, OfferedBlock]) -> dict[str, _Read]:
    """Each block of a file; what bears no name follows the block before it, as the cells of a row
    follow the first one."""
    found: dict[str, list[ReadParagraph]] = {}
    here: list[ReadParagraph] = []
    for paragraph in read_docx(file):
        if paragraph.block in names:
            here = found.setdefault(names[paragraph.block].block, [])
        here.append(paragraph)
    cells = {one.block: one.text.count("\t") + 1 for one in names.values()}
    return {block: _read(some, cells[block]) for block, some in found.items()}


def _read(paragraphs: list[ReadParagraph], cells: int) -> _Read:
    words = tuple(one.text for one in paragraphs)
    first = paragraphs[0]
    return _Read(words[:cells], words[cells:], own(first.label), first.style)


def _line(block: str, ours: _Read, theirs: _Read | None) -> tuple[SignedLine, str]:
    """A block as signed beside how it was drafted, with its style. What follows it in the draft
    too, such as the last line of the house style, is no part of it."""
    drafted = plain(" ".join(ours.own))
    if theirs is None:
        return SignedLine(block, ours.label, "", drafted), ours.style
    words = plain(" ".join((*theirs.own, *theirs.more[len(ours.more) :])))
    return SignedLine(block, theirs.label, words, drafted), ours.style


def _opened(lines: Iterable[tuple[SignedLine, str]]) -> Iterator[SignedLine]:
    """The first numbered paragraph of a section shows by its style which others open a passage."""
    opening = ""
    for line, style in lines:
        is_heading = "." not in line.block
        if is_heading:
            opening = ""
        elif line.label and not opening and not line.block.startswith("definition."):
            opening = style
        yield line._replace(opens=not is_heading and bool(line.label) and style == opening)
