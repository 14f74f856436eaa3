"""Pages of a PDF: the lines on each, and how far they reach."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

_X = "{http://www.w3.org/1999/xhtml}"
_SAME_LINE = 3  # points that the words of one line may differ in height
HEAD, FOOT = 70, 770  # points from the top, between which an A4 page of the house holds its text


class Line(NamedTuple):
    """Words that stand side by side on a page: from left to right, in points."""

    text: str
    left: float
    right: float
    bottom: float


def pages(pdf: Path, foot: float = FOOT) -> list[list[Line]]:
    """The lines of each page from top to bottom, without header and footer."""
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    whole = subprocess.run(command, check=True, capture_output=True).stdout
    return [_lines(page, foot) for page in ElementTree.fromstring(whole).iter(f"{_X}page")]


def _lines(page: ElementTree.Element, foot: float) -> list[Line]:
    words = [
        Line(node.text or "", *(float(node.get(key, "0")) for key in ("xMin", "xMax", "yMax")))
        for node in page.iter(f"{_X}word")
    ]
    rows: list[list[Line]] = []
    for word in sorted(words, key=lambda each: each.bottom):
        if not HEAD < word.bottom < foot:
            continue
        if rows and word.bottom - rows[-1][0].bottom < _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_joined(sorted(row, key=lambda each: each.left)) for row in rows]


def _joined(words: list[Line]) -> Line:
    right = max(word.right for word in words)
    return Line(" ".join(word.text for word in words), words[0].left, right, words[0].bottom)
