"""Word files in tests: opened, changed on purpose, and judged by programs from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile

from drafter.bundled import house_styles
from drafter.word.house import load_house
from drafter.word.house_style import HouseStyle

HOUSE = house_styles() / "house.docx"
ROLES = house_styles() / "house.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def house() -> HouseStyle:
    """The house style that comes with drafter."""
    return load_house(HOUSE)


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def text(data: bytes, name: str = "word/document.xml") -> str:
    return parts(data)[name].decode()


def tree(data: bytes, name: str = "word/document.xml") -> Element:
    return ElementTree.fromstring(parts(data)[name])


def zipped(contents: dict[str, bytes]) -> bytes:
    """A package of these parts."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as package:
        for name, data in contents.items():
            package.writestr(name, data)
    return whole.getvalue()


def changed(folder: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """The house style with a change, beside its roles file, in a folder of the test."""
    contents = parts(HOUSE.read_bytes())
    change(contents)
    path = folder / "firm.docx"
    path.write_bytes(zipped(contents))
    path.with_suffix(".yaml").write_text(ROLES.read_text("utf-8"), "utf-8")
    return path


def swapped(name: str, old: str, new: str) -> Callable[[dict[str, bytes]], None]:
    """A change of words in one part."""

    def change(contents: dict[str, bytes]) -> None:
        before = contents[name].decode()
        assert old in before
        contents[name] = before.replace(old, new, 1).encode()

    return change


def ids(data: bytes, tag: str) -> list[str]:
    """The ids that elements of one kind carry in the document."""
    return re.findall(rf'<w:{tag}\b[^>]* w:id="(\d+)"', text(data))
