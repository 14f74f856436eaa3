"""A house style: the look of a firm, made once in Word and used for every agreement.

>>> from drafter.agreement.scheme import Scheme
from drafter.bundled import house_styles
>>> house = load_house(house_styles() / "house.docx")
>>> house.styles["clause heading"]
'ClauseHeading'
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from drafter.bundled import house_styles
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.word.house_style import HouseStyle
from drafter.word.memory import remember, remembered

PREPARED = "4"
"""Rises whenever a prepared house style of an older drafter must not be used."""

_DIGESTED = "2"  # counted into each digest; another one would call every recorded style changed


def load_house(path: Path | str, roles: Path | None = None) -> HouseStyle:
    """The house style in `path`, a .docx, with its roles file (by default the same name, .yaml).

    Raises `Refused` with every fault: an unsafe file, a missing style, an unknown tag.
    """
    docx, yaml = _both(path, roles)
    data = _read(docx)
    return _adopted(data, docx, yaml, _digest(data, _read(yaml)))


def prepared(path: Path | str, cache: Path, roles: Path | None = None) -> HouseStyle:
    """The same as `load_house`, remembered in the folder `cache` between runs.

    What is remembered is used only if it is whole and belongs to exactly these files; it is made
    anew otherwise. A folder that cannot be written costs time, nothing else.
    """
    docx, yaml = _both(path, roles)
    data = _read(docx)
    digest = _digest(data, _read(yaml))
    place = cache / f"house-{PREPARED}-{digest}.json"
    house = remembered(place, digest)
    if house is None:
        house = _adopted(data, docx, yaml, digest)
        remember(place, house)
    return house


def _both(path: Path | str, roles: Path | None) -> tuple[Path, Path]:
    """The .docx and its roles file. Raises `Refused` where only the roles file is missing."""
    docx = Path(path)
    yaml = roles or docx.with_suffix(".yaml")
    if docx.is_file() and not yaml.exists():
        says = (
            f"{docx.name} has no roles file {yaml.name} beside it: the file that says which of its "
            "styles is a clause heading, a clause, a party"
        )
        cure = f"copy {house_styles() / 'house.yaml'} there and put your own style names in it"
        raise Refused([Diagnostic("no-roles", says, Place(docx.as_posix()), cure)])
    return docx, yaml


def _read(path: Path) -> bytes:
    return read_input(path, "no-house-style", LARGEST_WORD_FILE)


def _digest(docx: bytes, roles: bytes) -> str:
    each = (hashlib.sha256(data).hexdigest() for data in (docx, roles))
    return hashlib.sha256(" ".join((_DIGESTED, *each)).encode()).hexdigest()


def _adopted(data: bytes, docx: Path, yaml: Path, digest: str) -> HouseStyle:
    from drafter.word.adopt import adopt
    from drafter.word.roles import read_roles

    roles, faults = read_roles(yaml)
    if faults:
        raise Refused(faults)
    return adopt(data, roles, docx.name, digest)
