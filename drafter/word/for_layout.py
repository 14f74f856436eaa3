"""A copy of a Word file for LibreOffice, which would lay some references out without their number.

Where a field shows a no-break space (`Schedule 2`), LibreOffice 7.4 loses all that follows it when
the line ends in just that space; where it shows a plain space, it loses nothing. What a field shows
is the label of its target, so the labels of the copy have plain spaces.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from drafter.ooxml.packing import archive, packed

_LISTS = "word/numbering.xml"
_LABEL = re.compile(r'<w:lvlText w:val="[^"]*"')


def for_layout(docx: bytes) -> bytes:
    """The file with plain spaces in the labels of its lists."""
    with ZipFile(BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    if _LISTS in parts:
        parts[_LISTS] = _LABEL.sub(_plainly_spaced, parts[_LISTS].decode("utf-8-sig")).encode()
    return archive(packed(name, data) for name, data in parts.items())


def _plainly_spaced(label: re.Match[str]) -> str:
    return label[0].replace("\N{NO-BREAK SPACE}", " ")
