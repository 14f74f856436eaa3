"""What the styles of a house make of the words in its tables: their size and the space beside."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.ooxml.namespaces import W
from drafter.word.columns import CellLook
from drafter.word.roles import TABLES
from drafter.word.style_sheet import by_id, inherited

_NARROW = ("times", "liberation serif", "garamond", "tinos")
_WIDER = 125  # any other font, in hundredths of Times
_HALF_POINT = 10  # twips
_SPARE = 30  # twips, for the lines of the table and for rounding


def cell_looks(styles: bytes, ids: Mapping[str, str]) -> tuple[CellLook, ...]:
    """The look of the ordinary table and of the small one; `ids` are the styles of the roles."""
    sheet = ElementTree.fromstring(styles)
    nodes = by_id(sheet)
    default = sheet.find(f"{W}docDefaults/{W}rPrDefault")
    if default is not None:
        nodes[""] = default  # every chain of styles ends here
    return tuple(
        CellLook(
            max(_size(nodes, ids[heading]), _size(nodes, ids[text])), _margins(nodes, ids[table])
        )
        for table, heading, text in TABLES
    )


def _size(nodes: dict[str, Element], own: str) -> int:
    """The size of the letters in twips, as if the font were as narrow as Times."""
    found = inherited(nodes, own, "rPr", "sz")
    size = int(float(found.get(f"{W}val", "20"))) if found is not None else 20
    font = inherited(nodes, own, "rPr", "rFonts")
    name = (font.get(f"{W}ascii", "") if font is not None else "").lower()
    narrow = name.startswith(_NARROW)
    return size * _HALF_POINT if narrow else size * _HALF_POINT * _WIDER // 100


def _margins(nodes: dict[str, Element], own: str) -> int:
    """The space left and right of the words of a cell, in twips; Word's own is 108 each."""
    sides = (inherited(nodes, own, "tblPr", "tblCellMar", side) for side in ("left", "right"))
    each = (108 if side is None else int(float(side.get(f"{W}w", "108"))) for side in sides)
    return sum(each) + _SPARE
