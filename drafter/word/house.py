"""A house style: the look of a firm, made once in Word and used for every agreement.

>>> house = load_house(Path("templates/house.docx"))
>>> house.styles["clause heading"]
'ClauseHeading'
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.word.oxml.packing import Packed
from drafter.word.shell import Piece, TaggedPart

VERSION = "1"
"""Rises whenever a prepared house style of an older drafter must not be used."""


@dataclass(frozen=True, slots=True, eq=False)
class HouseStyle:
    """A house style ready for drafting.

    `styles`: role -> style id. `contents`: role -> level on the contents page. `width`: of the
    words on a page, in twips. `language`: what the styles declare ("en-GB"). `constant`: parts
    that every file has alike. `tagged`: parts with tags, the document itself among them.
    `known`: runs of library words already written as XML, shared by all agreements of a process.
    """

    digest: str
    styles: dict[str, str]
    contents: dict[str, int]
    width: int
    language: str
    constant: tuple[Packed, ...]
    tagged: tuple[TaggedPart, ...]
    known: dict[str, str] = field(default_factory=dict, repr=False)


def load_house(path: Path | str, roles: Path | None = None) -> HouseStyle:
    """The house style in `path`, a .docx, with its roles file (by default the same name, .yaml).

    Raises `Refused` with every fault: an unsafe file, a missing style, an unknown tag.
    """
    docx, yaml = _both(path, roles)
    return _adopted(_read(docx), docx, yaml, _digest(_read(docx), _read(yaml)))


def prepared(path: Path | str, cache: Path, roles: Path | None = None) -> HouseStyle:
    """The same as `load_house`, remembered in the folder `cache` between runs.

    What is remembered is used only if it is whole and belongs to exactly these files; it is made
    anew otherwise. A folder that cannot be written costs time, nothing else.
    """
    docx, yaml = _both(path, roles)
    data, digest = _read(docx), _digest(_read(docx), _read(yaml))
    place = cache / f"house-{digest}.json"
    house = _remembered(place, digest)
    if house is None:
        house = _adopted(data, docx, yaml, digest)
        _remember(place, house)
    return house


def _both(path: Path | str, roles: Path | None) -> tuple[Path, Path]:
    docx = Path(path)
    return docx, roles or docx.with_suffix(".yaml")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        says = f"cannot be read: {fault.strerror}"
        raise Refused([Diagnostic("no-house-style", says, Place(path.name))]) from fault


def _digest(docx: bytes, roles: bytes) -> str:
    each = (hashlib.sha256(data).hexdigest() for data in (docx, roles))
    return hashlib.sha256(" ".join((VERSION, *each)).encode()).hexdigest()


def _adopted(data: bytes, docx: Path, yaml: Path, digest: str) -> HouseStyle:
    from drafter.word.adopt import adopt
    from drafter.word.roles import read_roles

    roles, faults = read_roles(yaml)
    if faults:
        raise Refused(faults)
    return adopt(data, roles, docx.name, digest)


def _remembered(place: Path, digest: str) -> HouseStyle | None:
    try:
        check, text = place.read_text("utf-8").split("\n", 1)
        if check != hashlib.sha256(text.encode()).hexdigest():
            return None
        house = _from_data(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return house if house.digest == digest else None


def _remember(place: Path, house: HouseStyle) -> None:
    text = json.dumps(_as_data(house), ensure_ascii=False)
    check = hashlib.sha256(text.encode()).hexdigest()
    fresh = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(f"{check}\n{text}", "utf-8")
        fresh.replace(place)
    except OSError:
        fresh.unlink(missing_ok=True)


def _as_data(house: HouseStyle) -> dict[str, Any]:
    return {
        "digest": house.digest,
        "styles": house.styles,
        "contents": house.contents,
        "width": house.width,
        "language": house.language,
        "constant": [
            [name, crc, size, base64.b64encode(data).decode()]
            for name, crc, size, data in house.constant
        ],
        "tagged": [[part.name, part.pieces, part.source] for part in house.tagged],
    }


def _from_data(data: dict[str, Any]) -> HouseStyle:
    return HouseStyle(
        digest=data["digest"],
        styles=data["styles"],
        contents=data["contents"],
        width=data["width"],
        language=data["language"],
        constant=tuple(
            Packed(name, crc, size, base64.b64decode(deflated))
            for name, crc, size, deflated in data["constant"]
        ),
        tagged=tuple(
            TaggedPart(name, tuple(Piece(*piece) for piece in pieces), source)
            for name, pieces, source in data["tagged"]
        ),
    )
