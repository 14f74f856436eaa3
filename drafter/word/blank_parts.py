"""The parts of a draft in which a blank stands in several places and is filled in once."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from drafter.ooxml.controls import Control, shared_parts
from drafter.ooxml.namespaces import DECLARATION, WORD
from drafter.ooxml.packing import Packed, packed
from drafter.word.house_style import HouseStyle
from drafter.word.roles import BLANK

_STYLES = "word/styles.xml"


def shared_blank_parts(shared: tuple[Control, ...], house: HouseStyle) -> Iterator[Packed]:
    """The store of what is typed, and the prompts in the house's style of blanks."""
    (sheet,) = (part for part in house.constant if part.name == _STYLES)
    style = house.styles[BLANK]
    for name, text in shared_parts(shared, style, _sheet_of(sheet, style)).items():
        yield packed(name, text.encode())


@lru_cache(maxsize=32)
def _sheet_of(sheet: Packed, style: str) -> str:
    """A style sheet with one character style, as the house has it."""
    text = zlib.decompress(sheet.deflated, -15).decode("utf-8-sig")
    own = re.search(rf'<w:style [^>]*w:styleId="{re.escape(style)}".*?</w:style>', text, re.DOTALL)
    looks = re.search(r"<w:rPr>.*?</w:rPr>", own[0], re.DOTALL) if own else None
    return (
        f'{DECLARATION}<w:styles xmlns:w="{WORD}"><w:style w:type="character" w:customStyle="1" '
        f'w:styleId="{style}"><w:name w:val="{style}"/>{looks[0] if looks else ""}</w:style>'
        "</w:styles>"
    )
