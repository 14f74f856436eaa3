"""Every text of a library with the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafter.library.model import ClauseLibrary
from drafter.prose.model import Text


class LibraryText(NamedTuple):
    """A text, the topic it belongs to ("" for a definition), the variant's or definition's id."""

    topic: str
    id: str
    text: Text


def texts(library: ClauseLibrary) -> Iterator[LibraryText]:
    """The texts of all variants, then of all definitions."""
    for variant in library.variants:
        yield LibraryText(variant.topic, variant.id, variant.text)
    for definition in library.definitions.values():
        for text in definition.texts.values():
            yield LibraryText("", definition.id, text)
