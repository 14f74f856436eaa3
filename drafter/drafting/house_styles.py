"""House styles by their names: those that come with drafter, or a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.bundled import house_styles
from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean, quoted

if TYPE_CHECKING:
    from drafter.word.house_style import HouseStyle

HOUSE = "house"


def load_style(path: Path | str | None = None, cache: Path | None = None) -> HouseStyle:
    """A house style, by file or by the name of one that comes with drafter.

    With a cache folder its prepared form is kept there, verified by digest. Raises `Refused`.
    """
    from drafter.word import house

    file = style_file(path)
    return house.prepared(file, cache) if cache else house.load_house(file)


def style_file(style: Path | str | None) -> Path:
    """The .docx of a style: a path, or the name of one that comes with drafter.

    Raises `Refused` for a name that nothing has.
    """
    named = house_styles() / f"{style or HOUSE}.docx"
    file = named if named.is_file() else Path(str(style))
    if not file.suffix and not file.exists():
        says = f"there is no house style {quoted(style)}"
        cure = did_you_mean(str(style), (each.stem for each in house_styles().glob("*.docx")))
        raise Refused([Diagnostic("no-house-style", says, Place(str(style)), cure)])
    return file
