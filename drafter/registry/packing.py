"""The particulars of an entry as they lie in the registry: packed, and what many share said once.

A paragraph is a frame and what stands in its holes. Names, numbers and dates of the deal go into
the holes, so that the frame is alike in all agreements that say the same; it stands in the registry
once, under a number that is never given again.
"""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, insert, select

from drafter.registry.chain import canonical
from drafter.registry.flattening import flattened
from drafter.registry.tables import frames

HOLE = "\x1a"
BLOCKS, FRAMES, HOLES = "blocks", "frames", "holes"
Frames = dict[int, str]
"""Frames by number, as far as they were read; a number means the same for good."""

_SHORTEST = 3  # letters of a name that is taken out
_AT_ONCE = 500


def framed(text: str, names: re.Pattern[str]) -> tuple[str, list[str]]:
    """A text as a frame and what stands in its holes.

    >>> framed("Zephyr Ltd pays 30 days later.", name_pattern(["Zephyr Ltd"]))[1]
    ['Zephyr Ltd', '30']
    """
    parts = names.split(text)
    return HOLE.join(parts[::2]), parts[1::2]


def filled(frame: str, holes: Iterator[str]) -> str:
    """The text again. Raises `StopIteration` where holes are missing.

    >>> filled("\\x1a pays \\x1a days later.", iter(["Zephyr Ltd", "30"]))
    'Zephyr Ltd pays 30 days later.'
    """
    first, *rest = frame.split(HOLE)
    return first + "".join([next(holes) + one for one in rest]) if rest else first


def name_pattern(values: Iterable[str]) -> re.Pattern[str]:
    """What goes into holes: numbers, and the names and other words of a person's own. Names that
    begin alike stand together, for the text is long and most of its letters begin none."""
    names = {one for one in values if len(one) >= _SHORTEST and _is_own(one)}
    longest_first = sorted(names, key=lambda name: (name[0], -len(name), name))
    branches = [
        f"{re.escape(letter)}(?:{'|'.join(re.escape(name[1:]) for name in some)})"
        for letter, some in groupby(longest_first, key=itemgetter(0))
    ]
    begins = "".join(map(re.escape, sorted({name[0] for name in names})))
    return re.compile(f"(?=[{begins}0-9{HOLE}])({'|'.join((*branches, '[0-9]+', HOLE))})")


def _is_own(value: str) -> bool:
    """Not one of the library's own names for an option, which are small letters without a gap."""
    return any(letter.isupper() or letter.isspace() for letter in value)


# --- in and out of the tables -----------------------------------------------------------------


def packed(connection: Connection, particulars: Mapping[str, Any]) -> bytes:
    """Particulars as a row holds them; frames that are new are put in."""
    content = dict(particulars)
    if BLOCKS in content:
        answers = flattened(content["answers"], content["taken"])
        names = name_pattern(value for _, value in answers)
        said = [(block, *framed(text, names)) for block, text in content[BLOCKS]]
        ids = numbers(connection, [f"{block}\n{frame}" for block, frame, _ in said])
        holes = [hole for _, _, some in said for hole in some]
        content[BLOCKS] = {FRAMES: _steps(ids), HOLES: holes}
    return zlib.compress(canonical(content).encode("utf-8", "surrogatepass"), level=9)


def opened(content: bytes) -> dict[str, Any]:
    """Particulars without their blocks. Raises `ValueError` for what is none."""
    try:
        found = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if not isinstance(found, dict):
        raise ValueError("no particulars")
    return found


def unpacked(connection: Connection, content: bytes, known: Frames) -> dict[str, Any]:
    """Particulars as they were packed. Raises `ValueError` for what is none."""
    found = opened(content)
    kept = found.get(BLOCKS)
    if isinstance(kept, dict):
        ids, holes = list(accumulate(kept[FRAMES])), iter(kept[HOLES])
        _read(connection, ids, known)
        lines = [known.get(id, "").partition("\n") for id in ids]
        try:
            found[BLOCKS] = [[block, filled(frame, holes)] for block, _, frame in lines]
        except StopIteration:
            raise ValueError("frames and holes do not fit") from None
    return found


def frame_numbers(content: bytes) -> set[int]:
    """The frames that some particulars need."""
    kept = opened(content).get(BLOCKS)
    return set(accumulate(kept[FRAMES])) if isinstance(kept, dict) else set()


def numbers(connection: Connection, texts: Sequence[str]) -> list[int]:
    """The number of each frame; what is new is put in."""
    digests = [hashlib.sha256(one.encode("utf-8", "surrogatepass")).hexdigest() for one in texts]
    known = _numbered(connection, digests)
    new = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
    if new:
        rows = [{"digest": digest, "text": text} for digest, text in new.items()]
        connection.execute(insert(frames), rows)
        known |= _numbered(connection, list(new))
    return [known[digest] for digest in digests]


def _numbered(connection: Connection, digests: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in in_parts([*dict.fromkeys(digests)]):
        query = select(frames.c.digest, frames.c.id).where(frames.c.digest.in_(some))
        found |= {row.digest: row.id for row in connection.execute(query)}
    return found


def _read(connection: Connection, ids: Iterable[int], known: Frames) -> None:
    for some in in_parts(sorted({id for id in ids if id not in known})):
        query = select(frames.c.id, frames.c.text).where(frames.c.id.in_(some))
        known.update((id, text) for id, text in connection.execute(query))


def in_parts(values: list[Any]) -> Iterator[list[Any]]:
    """Few enough for one query."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _steps(ids: Sequence[int]) -> list[int]:
    """The first number, and from each to the next: mostly one."""
    return [*ids[:1], *(after - before for before, after in pairwise(ids))]
