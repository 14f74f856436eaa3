"""Remembering a prepared house style between runs, as JSON that is checked before it is used."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from drafter.agreement.counting import Level, ListUse
from drafter.agreement.role import Role
from drafter.agreement.scheme import Scheme
from drafter.agreement.tag_reading import TagReading
from drafter.diagnostics import Diagnostic, Place
from drafter.ooxml.packing import Packed
from drafter.word.columns import CellLook
from drafter.word.house_style import HouseStyle
from drafter.word.tagged_parts import PartPiece, TaggedPart


def remembered(place: Path, digest: str) -> HouseStyle | None:
    """The house style kept in the file `place`, if it is whole and is the one asked for."""
    try:
        check, text = place.read_text("utf-8").split("\n", 1)
        if check != hashlib.sha256(text.encode()).hexdigest():
            return None
        house = _from_data(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return house if house.digest == digest else None


def remember(place: Path, house: HouseStyle) -> None:
    """Keep a house style in the file `place`, whole or not at all; failing to is no fault."""
    text = json.dumps(_as_data(house), ensure_ascii=False)
    check = hashlib.sha256(text.encode()).hexdigest()
    fresh = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(f"{check}\n{text}", "utf-8")
        fresh.replace(place)


def _as_data(house: HouseStyle) -> dict[str, Any]:
    return {
        "digest": house.digest,
        "styles": house.styles,
        "contents": house.contents,
        "width": house.width,
        "scheme": _scheme_as_data(house.scheme),
        "cells": house.cells,
        "language": house.language,
        "edition": house.edition,
        "constant": [
            [name, crc, size, base64.b64encode(data).decode()]
            for name, crc, size, data in house.constant
        ],
        "tagged": [[part.name, part.pieces, part.source, part.reads] for part in house.tagged],
        "listing": house.listing,
        "taken": list(house.taken),
        "told": [
            [one.rule, one.says, one.place and one.place.file, one.cure, one.severity]
            for one in house.told
        ],
    }


def _from_data(data: dict[str, Any]) -> HouseStyle:
    return HouseStyle(
        digest=data["digest"],
        styles=data["styles"],
        contents=data["contents"],
        width=data["width"],
        scheme=_scheme_from_data(data["scheme"]),
        cells=tuple(CellLook(*look) for look in data["cells"]),
        language=data["language"],
        constant=tuple(
            Packed(name, crc, size, base64.b64decode(deflated))
            for name, crc, size, deflated in data["constant"]
        ),
        tagged=tuple(
            TaggedPart(name, tuple(PartPiece(*piece) for piece in pieces), source, _reads(reads))
            for name, pieces, source, reads in data["tagged"]
        ),
        listing=data["listing"],
        edition=data["edition"],
        taken=tuple(data["taken"]),
        told=tuple(
            Diagnostic(rule, says, Place(file) if file else None, cure, severity=severity)
            for rule, says, file, cure, severity in data["told"]
        ),
    )


def _reads(data: list[Any]) -> tuple[TagReading, ...]:
    return tuple(TagReading(tuple(path), *rest) for path, *rest in data)


def _scheme_as_data(scheme: Scheme) -> dict[str, Any]:
    return {
        "places": [[role, *place] for role, place in scheme.places.items()],
        "uses": [
            [name, use.list, list(use.levels.items()), list(use.starts.items())]
            for name, use in scheme.uses.items()
        ],
        "named": scheme.named_by_deal,
    }


def _scheme_from_data(data: dict[str, Any]) -> Scheme:
    places = {Role(role): (use, level) for role, use, level in data["places"]}
    uses = {
        name: ListUse(of, {at: Level(*level) for at, level in levels}, dict(starts))
        for name, of, levels, starts in data["uses"]
    }
    return Scheme(places, uses, data["named"])
