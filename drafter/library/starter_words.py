"""The files of printed words that a library without its own is lent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from drafter.bundled import starter_library

FOLDER = "printing"
_NAME = re.compile(rf"{FOLDER}/([a-z]{{2,3}})(-[a-z0-9]+)?\.yaml")


def language_in(path: str) -> str:
    """The language of a file of printed words, by its path in a library; empty for another file.

    >>> language_in("printing/en-uk.yaml"), language_in("words.yaml")
    ('en', '')
    """
    name = _NAME.fullmatch(path)
    return name[1] if name else ""


def lent(paths: Iterable[str]) -> dict[str, str]:
    """The files lent to a library that holds these paths: those of languages that it has not."""
    own = {language_in(path) for path in paths}
    return {path: text for path, text in _starters().items() if language_in(path) not in own}


@cache
def _starters() -> Mapping[str, str]:
    """The files of printed words that come with drafter, by their path in a library."""
    folder = starter_library() / FOLDER
    return {
        f"{FOLDER}/{path.name}": path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))
    }
