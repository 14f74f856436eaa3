"""Numbers that are typed where Word counts, and numbers with nothing behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proofreading.model import FinishedText, Remark
from drafter.word.finished.model import BODY, FinishedParagraph

_TYPED = re.compile(
    r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)](?=\s)|\([a-z]{1,4}\)|\(\d{1,2}\)|\([A-Z]\)"
    r"|[IVX]{1,5}[.)](?=\s)|[A-Za-z][.)](?=\s))\s*(?=\S)"
)
_CALLED = re.compile(
    r"\s*(?i:article|section|clause)\s+(?P<number>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})"
    r"(?=\s*(?:[.:–—-]\s*)?(?:[A-Z“\"]|$))"
)
_MANY = 5  # numbered paragraphs from which on Word counts in a file
_SOME = 3  # typed numbers from which on a file is numbered by hand


def typed_number(words: str) -> re.Match[str] | None:
    """The number that is typed at the start of a paragraph, as the group `number`.

    >>> [typed_number(words)["number"] for words in ("4.2 Fees", "(a) gold", "SECTION 4: FEES")]
    ['4.2', '(a)', '4']
    >>> typed_number("Section 4.2 of this Agreement says so.")
    """
    return _TYPED.match(words) or _CALLED.match(words)


def typed(text: FinishedText) -> Iterator[Remark]:
    """Paragraphs whose number is typed, where others are counted, or many are typed."""
    found = [(one, hit) for one in text.paragraphs() if one.part == BODY
             and (hit := typed_number(one.words)) and not one.cell]  # fmt: skip
    counted = sum(bool(one.label.label) for one in text.file.body())
    if counted < _MANY and len(found) < _SOME:
        return
    for one, hit in found:
        beside = f" beside the number {one.label.label.strip()} that Word counts"
        says = f"the number `{hit['number']}` is typed{beside if one.label.label else ''}"
        cure = "take it out" if one.label.label else "number the paragraph by its style"
        yield Remark("typed-in-number", says, cure, one, hit.start("number"), hit.end("number"),
                     WARNING)  # fmt: skip


def empty(text: FinishedText) -> Iterator[Remark]:
    """Paragraphs with a number and nothing else."""
    for one in text.file.body():
        if _is_empty(one):
            says = f"paragraph {one.label.label.strip() or 'with a bullet'} has no words"
            yield Remark("empty-numbered-paragraph", says, "delete the paragraph", one)


def _is_empty(one: FinishedParagraph) -> bool:
    shows = one.label.label.strip() or one.bullet
    return bool(shows) and not (one.words.strip() or one.pictures or one.cell or one.traces)
