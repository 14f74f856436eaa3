"""Remembering a compiled library between runs.

What is remembered is used only if it is whole, was made from exactly these bytes and by exactly
this reader; it is made anew otherwise. Each variant is kept as a line of text of its own, and read
when it is first used: an agreement uses a third of them.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import get_ident
from typing import Generic, TypeVar, cast

from drafter.library.codec import SHAPES, decode, encode
from drafter.library.files import LibraryFiles
from drafter.library.model import ClauseLibrary, Topic, Variant

VERSION = "2"
"""Rises whenever a library that an older drafter compiled must not be used."""

READERS = (
    "yaml_nodes",
    "kinds",
    "conditions",
    "prose",
    "questionnaire",
    "library",
    "rules/of_files",
)
"""The folders whose code reads a library or refuses it, beside the modules above them."""

_PACKAGE = Path(__file__).resolve().parent.parent

V = TypeVar("V")
ReadLibrary = Callable[[LibraryFiles], ClauseLibrary]


class LazyValues(Mapping[str, V], Generic[V]):
    """Values by name, each a line of text until it is first used."""

    __slots__ = ("_lines", "_read", "_where")

    def __init__(self, where: Mapping[str, int], lines: list[bytes]) -> None:
        self._where, self._lines = where, lines
        self._read: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        if name not in self._read:
            # two threads may read the same line: both get the value that stands first
            return self._read.setdefault(name, decode(self._lines[self._where[name]]))
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._where

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


def compiled(files: LibraryFiles, cache: Path, read: ReadLibrary) -> ClauseLibrary:
    """The library that `read` makes of these files, remembered in the folder `cache`.

    Only what `read` accepts is remembered. A folder that cannot be written costs time, nothing
    else.
    """
    key = _key(files)
    place = cache / f"library-{_folder(files)}-{key}.json"
    library = _remembered(place, key)
    if library is None:
        library = read(files)
        _remember(place, key, library)
        _forget_older(place, files)
    return library


def _key(files: LibraryFiles) -> str:
    """What a compiled library depends on: the files, how faults name them, and the reader."""
    words = (VERSION, SHAPES, _reader(), files.root, files.digest)
    return hashlib.sha256("\0".join(words).encode()).hexdigest()


def _reader() -> str:
    """The digest of the code that reads a library, where it lies in source: nobody who changes
    it need remember to say so."""
    digest = hashlib.sha256()
    for pattern in ("*.py", *(f"{folder}/**/*.py" for folder in READERS)):
        for source in sorted(_PACKAGE.glob(pattern)):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _folder(files: LibraryFiles) -> str:
    """A short name for the folder of a library; it stays the same when its files change."""
    return hashlib.sha256(str(Path(files.root).resolve()).encode()).hexdigest()[:12]


# --- the file: a check of all the rest, the key, the library, one line a variant or definition ---


def _remembered(place: Path, key: str) -> ClauseLibrary | None:
    try:
        check, _, rest = place.read_bytes().partition(b"\n")
        if check.decode() != hashlib.sha256(rest).hexdigest():
            return None
        known, library, *lines = rest.split(b"\n")
        return _opened(decode(library), lines) if known.decode() == key else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _remember(place: Path, key: str, library: ClauseLibrary) -> None:
    rest = "\n".join((key, *_lines(library))).encode()
    check = hashlib.sha256(rest).hexdigest().encode()
    fresh = place.with_suffix(f".{os.getpid()}-{get_ident()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(check + b"\n" + rest)
        fresh.replace(place)


def _forget_older(place: Path, files: LibraryFiles) -> None:
    with suppress(OSError):
        for older in place.parent.glob(f"library-{_folder(files)}-*"):
            if older != place:
                older.unlink()


def _lines(library: ClauseLibrary) -> Iterator[str]:
    """The library with line numbers where its variants and definitions stand, then those lines."""
    lines: list[str] = []

    def put(values: Mapping[str, object]) -> dict[str, int]:
        start = len(lines)
        lines.extend(map(encode, values.values()))
        return {name: number for number, name in enumerate(values, start)}

    topics = {
        id: replace(one, variants=cast(Mapping[str, Variant], put(one.variants)))
        for id, one in library.topics.items()
    }
    definitions = put(library.definitions)
    yield encode(replace(library, topics=topics, definitions=definitions))  # type: ignore[arg-type]
    yield from lines


def _opened(library: ClauseLibrary, lines: list[bytes]) -> ClauseLibrary:
    def shelved(topic: Topic) -> Topic:
        return replace(topic, variants=LazyValues(topic.variants, lines))  # type: ignore[arg-type]

    topics = {id: shelved(topic) for id, topic in library.topics.items()}
    definitions = LazyValues(library.definitions, lines)  # type: ignore[arg-type, var-annotated]
    return replace(library, topics=topics, definitions=definitions)
