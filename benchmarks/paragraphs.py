"""The words of a Word file, paragraph by paragraph: how two files are shown to say the same."""

from __future__ import annotations

import io
import zipfile
from itertools import zip_longest
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n"}


def paragraphs(docx: bytes) -> list[str]:
    """The words of each paragraph of the body, tables included; field codes are no words."""
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        root = ElementTree.fromstring(file.read("word/document.xml"))
    return [_words(each) for each in root.iter(f"{_W}p")]


def _words(paragraph: ElementTree.Element) -> str:
    return "".join(
        (each.text or "") if each.tag == f"{_W}t" else _SIGNS.get(each.tag, "")
        for each in paragraph.iter()
    )


def first_difference(one: bytes, other: bytes) -> str:
    """Where two files first differ in words, both sides shown; empty if nowhere."""
    pairs = zip_longest(paragraphs(one), paragraphs(other))
    for place, (left, right) in enumerate(pairs, 1):
        if left != right:
            return f"paragraph {place}:\n  {left!r}\n  {right!r}"
    return ""
