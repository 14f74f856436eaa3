"""The tags of a Word file: each with its place, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from drafter.agreement.tag_reading import TagReading, reading_faults
from drafter.diagnostics import Diagnostic
from drafter.questionnaire.model import Questionnaire
from drafter.word.tag_paths import TagPlaces
from drafter.word.tagging import tagged

PAGES = re.compile(r"word/(document|header[^/]*|footer[^/]*)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


class FoundTag(NamedTuple):
    """A tag as it stands, the number of its paragraph in the part, and that paragraph's words."""

    tag: str
    paragraph: int
    words: str


def tags_in(parts: Mapping[str, bytes]) -> dict[str, list[FoundTag]]:
    """Every tag of the document, its headers and its footers, by part, where there are any."""
    found = {name: list(_found(parts[name])) for name in sorted(parts) if PAGES.fullmatch(name)}
    return {name: tags for name, tags in found.items() if tags}


def _found(data: bytes) -> Iterator[FoundTag]:
    for number, words in TagPlaces(data.decode("utf-8-sig")).lines:
        yield from (FoundTag(tag, number, words) for tag in _TAG.findall(words))


def tag_faults(
    parts: Mapping[str, bytes], questionnaire: Callable[[], Questionnaire]
) -> Iterator[Diagnostic]:
    """What is wrong with them; the questionnaire is asked for only where a tag reads a deal."""
    reads: list[TagReading] = []
    for name in tags_in(parts):
        part, faults = tagged(name, parts[name].decode("utf-8-sig"))
        reads += part.reads
        yield from faults
    if reads:
        yield from reading_faults(reads, questionnaire())
