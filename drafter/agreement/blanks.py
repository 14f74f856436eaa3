"""Blanks: what the words that stand there later are an answer to, and how each is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from drafter.agreement.model import (
    Agreement,
    Blank,
    Element,
    KeptRuns,
    Paragraph,
    Run,
    Said,
    Table,
)

_BLANK = Said.BLANK
_LONGEST_TAG = 64  # characters; Word takes no longer one
_TAG = re.compile(r"[\w.-]+", re.ASCII)


class BlankTag(NamedTuple):
    """A blank as a file calls it: by its tag. `answer` is what is to be filled in, None where the
    words to come are no answer by themselves; it stands in so many `places`."""

    tag: str
    answer: Blank | None
    places: int = 1


def blank_tags(agreement: Agreement) -> dict[tuple[str, str], BlankTag]:
    """The blanks in the order of the pages, by their question and the words printed.

    In a draft the tag of a blank is the question that it answers; what leaves the house says `b1`,
    `b2` … in its place.
    """
    places = Counter((run.about, run.text) for run in _blanks(agreement))
    return {
        (about, text): _tagged(number, about, answer_to(about, text, agreement.blanks), many,
                               agreement.purpose == "draft")
        for number, ((about, text), many) in enumerate(places.items(), 1)
    }  # fmt: skip


def tags_of_answers(agreement: Agreement) -> dict[str, str]:
    """The tag of each blank whose words are an answer, by its question."""
    tags = blank_tags(agreement)
    return {about: one.tag for (about, _), one in tags.items() if one.answer is not None}


def answer_to(about: str, text: str, blanks: Mapping[str, Blank]) -> Blank | None:
    """What is to be filled in for a blank; None where its words wait for more than one answer."""
    known = blanks.get(about)
    return known if known and known.shown == text else None


def _tagged(number: int, about: str, answer: Blank | None, places: int, is_draft: bool) -> BlankTag:
    named = is_draft and answer and len(about) <= _LONGEST_TAG and _TAG.fullmatch(about)
    return BlankTag(about if named else f"b{number}", answer, places)


def _blanks(agreement: Agreement) -> Iterator[Run]:
    runs = chain.from_iterable(map(_runs, agreement.elements))
    return (run for run in runs if run.said is _BLANK)


def _runs(element: Element) -> Iterable[Run]:
    """The runs of an element, if a blank may be among them."""
    if isinstance(element, Paragraph):
        return () if type(element.runs) is KeptRuns else element.runs
    if isinstance(element, Table):
        rows = (element.headings, *(cells for _, cells in element.rows))
        return chain.from_iterable(chain.from_iterable(rows))
    return chain(element.lead, *(line.printed for line in element.lines))
