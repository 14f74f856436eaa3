"""The file that counsel finished, which goes out in place of a fresh draft.

It is held against the draft of its revision, so that nobody takes counsel's words for approved
ones, and so that a later change of the library is merged into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.gate import FinishedFile
from drafter.merging.merge import merge
from drafter.merging.model import ReportLine
from drafter.ooxml.body import read_body, with_body
from drafter.ooxml.package import read_package
from drafter.registry.model import Revision
from drafter.word.likeness import words_apart
from drafter.word.marks_left import changes_left, comments_left, has_watermark
from drafter.word.outgoing import named_after, without_keys
from drafter.word.printed_references import with_reference

_AUTHOR = "drafter, on issue"  # has nothing to change, so nobody meets it
_SHOWN = 50  # characters


@dataclass(frozen=True, slots=True)
class CounselFile:
    """A finished file: its bytes as it goes out, each paragraph that reads otherwise than the
    draft of the revision, what of it the gate judges, and what to know of it."""

    data: bytes
    lines: tuple[ReportLine, ...]
    finished: FinishedFile
    told: tuple[Diagnostic, ...] = ()


class BlankKeys(NamedTuple):
    """The tag of each blank of the file that goes out, by its question; what a question is; whom
    the file names as its author."""

    tags: Mapping[str, str]
    is_key: Callable[[str], bool]
    author: str = ""


def held_against(
    draft: bytes, data: bytes, recorded: Revision, name: str, keys: BlankKeys
) -> CounselFile:
    """Counsel's file beside the draft of a revision, as it would go out.

    It goes out as counsel left it, but for the revision that its pages name, hidden bookmarks
    that it had lost, the questions by which a draft names its blanks, and its author. Raises
    `Refused` for what is no safe Word file or another agreement.
    """
    parts, told = read_package(data, name)
    refuse_errors(told)
    named = with_reference(parts, recorded.agreement, recorded.revision)
    stamped = named_after(without_keys(named, keys.tags, keys.is_key), keys.author)
    called = (f"the draft of revision {recorded.revision}", name, "the same draft")
    sent = with_body(stamped, read_body(stamped))
    merged = merge(draft, sent, draft, author=_AUTHOR, names=called)
    finished = FinishedFile(
        name,
        tuple(_paragraphs(merged.report.lines, words_apart(read_package(draft, "")[0], stamped))),
        changes_left(stamped),
        comments_left(stamped),
        has_watermark(stamped),
    )
    return CounselFile(merged.document, merged.report.lines, finished, (*told, *merged.told))


def _paragraphs(lines: Sequence[ReportLine], apart: Sequence[str]) -> Iterator[str]:
    """Each paragraph that reads otherwise, then those outside the agreement itself."""
    for line in lines:
        yield f'{line.number} "{line.words}"'.strip()
    named = {_start(line.words) for line in lines}
    yield from (f'"{_start(words)}"' for words in apart if _start(words) not in named)


def _start(words: str) -> str:
    """Which paragraph it is, in a few words."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…"
