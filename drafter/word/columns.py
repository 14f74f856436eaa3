"""How wide the columns of a table are: as wide as their longest word, then by their text.

Nothing here lays out a page: widths of letters are those of Times, a little generous, so that no
word is broken in any program.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.ooxml.tables import shared_widths

_EM = 200  # the unit of the widths below: a two-hundredth of the size of the letters
_LETTERS = {
    50: " .,|",
    56: "ijlt/\\:;'",
    67: "()[]`-f\u00a0",
    78: "Irs",
    89: 'acez"',
    100: "0123456789_bdghknopquvxy$#*^",
    113: "FPS{}<>+=?~",
    123: "ELTZ",
    134: "BCR",
    145: "ADGHKNOQUVXYw",
    157: "m",
    168: "&",
    180: "M%",
    189: "W@",
}
_OTHERS = 145  # accents and other scripts, most of them narrower
_WIDTHS = bytes(
    {ord(letter): width for width, letters in _LETTERS.items() for letter in letters}.get(
        code, _OTHERS
    )
    for code in range(256)
)
_SPACE = _WIDTHS[ord(" ")]
_BOLD = 115  # a heading in hundredths of the same words in plain type


class CellLook(NamedTuple):
    """What a style makes of the words of a cell: their size and the space beside them, in twips.
    A font wider than Times counts as a larger size."""

    size: int
    beside: int


def laid_out(
    columns: Sequence[Sequence[str]], total: int, looks: Sequence[CellLook]
) -> tuple[int, tuple[int, ...]]:
    """The first of `looks` in which no word is broken, by place, with the columns' widths in twips.

    Each column is its heading and its cells. Where no look will do, the last one is taken and its
    columns share `total` by their longest words.

    >>> laid_out([["Party", "Maison V"], ["Brings", "leather craft"]], 9000, [CellLook(200, 216)])
    (0, (4118, 4882))
    """
    measured = [_measured(column) for column in columns]
    least: list[int] = []
    for place, look in enumerate(looks):
        least = [_set(word, look) for word, _ in measured]
        if sum(least) <= total:
            return place, _widths(least, [_set(line, look) for _, line in measured], total)
    return len(looks) - 1, shared_widths(least, total)


def _widths(least: Sequence[int], wanted: Sequence[int], total: int) -> tuple[int, ...]:
    """Columns in proportion to what they want, two fifths of the page at most, none too narrow."""
    wants = [max(few, min(many, total * 2 // 5)) for few, many in zip(least, wanted, strict=True)]
    tight: dict[int, int] = {}
    while True:
        room = total - sum(tight.values())
        whole = sum(want for place, want in enumerate(wants) if place not in tight)
        more = {
            place: few
            for place, few in enumerate(least)
            if place not in tight and room * wants[place] // whole < few
        }
        if not more:
            break
        tight |= more
    rest = iter(shared_widths([x for n, x in enumerate(wants) if n not in tight], room))
    return tuple(tight[place] if place in tight else next(rest) for place in range(len(wants)))


def _measured(column: Sequence[str]) -> tuple[int, int]:
    """The widest word and the widest cell of a column."""
    heading, *cells = column
    word, line = (wide * _BOLD // 100 for wide in _cell(heading))
    for cell in cells:
        own_word, own_line = _cell(cell)
        word, line = max(word, own_word), max(line, own_line)
    return word, line


@lru_cache(maxsize=4096)
def _cell(text: str) -> tuple[int, int]:
    """The widest word of a cell and all of it on one line; a hyphen ends a word."""
    words = text.replace("\n", " ").replace("-", "- ").split(" ")
    wide = [sum(word.encode("latin-1", "replace").translate(_WIDTHS)) for word in words]
    return max(wide), sum(wide) + text.count(" ") * _SPACE


def _set(wide: int, look: CellLook) -> int:
    return wide * look.size // _EM + look.beside
