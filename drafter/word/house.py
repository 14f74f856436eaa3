"""A house style: the look of a firm, made once in Word and used for every agreement.

>>> from drafter.bundled import house_styles
>>> house = load_house(house_styles() / "house.docx")
>>> house.styles["clause heading"]
'ClauseHeading'
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from drafter.diagnostics import Refused
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.word.house_style import HouseStyle
from drafter.word.prepared_style import remember, remembered

PREPARED = "12"
"""Rises whenever a prepared house style of an older drafter must not be used."""

_DIGESTED = "2"  # counted into each digest; another one would call every recorded style changed


def load_house(path: Path | str, roles: Path | None = None) -> HouseStyle:
    """The house style in `path`, a .docx, with its roles file (by default the same name, .yaml).

    Without a roles file it is taken as a firm has it; `told` says what is assumed of it.
    Raises `Refused` with every fault: an unsafe file, a missing style, an unknown tag.
    """
    docx, yaml = _both(path, roles)
    data = _read(docx)
    return _adopted(data, docx, yaml, _digest(data, _read(yaml) if yaml else b""))


def prepared(path: Path | str, cache: Path, roles: Path | None = None) -> HouseStyle:
    """The same as `load_house`, remembered in the folder `cache` between runs.

    What is remembered is used only if it is whole and belongs to exactly these files; it is made
    anew otherwise. A folder that cannot be written costs time, nothing else.
    """
    docx, yaml = _both(path, roles)
    data = _read(docx)
    digest = _digest(data, _read(yaml) if yaml else b"")
    place = cache / f"house-{PREPARED}-{digest}.json"
    house = remembered(place, digest)
    if house is None:
        house = _adopted(data, docx, yaml, digest)
        remember(place, house)
    return house


def _both(path: Path | str, roles: Path | None) -> tuple[Path, Path | None]:
    """The .docx and its roles file, if there is one: a firm's own file has none."""
    docx = Path(path)
    yaml = roles or docx.with_suffix(".yaml")
    return docx, yaml if roles or yaml.exists() else None


def _read(path: Path) -> bytes:
    return read_input(path, "no-house-style", LARGEST_WORD_FILE)


def _digest(docx: bytes, roles: bytes) -> str:
    each = (hashlib.sha256(data).hexdigest() for data in (docx, roles))
    return hashlib.sha256(" ".join((_DIGESTED, *each)).encode()).hexdigest()


def _adopted(data: bytes, docx: Path, yaml: Path | None, digest: str) -> HouseStyle:
    from drafter.word.adopt import adopt
    from drafter.word.roles_file import read_roles

    if yaml is None:
        return adopt(data, None, docx.name, digest)
    read, faults = read_roles(yaml)
    if faults:
        raise Refused(faults)
    return replace(adopt(data, read.roles, docx.name, digest), edition=read.edition)
