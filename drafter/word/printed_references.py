"""The reference that an issued file prints on its pages: which agreement, and which revision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_REFERENCE = re.compile(r"\b(A-\d{4,}), revision (\d{1,6})\b")
_PRINTED = re.compile(r"word/(document|header|footer)[^/]*\.xml", re.IGNORECASE)


def printed_references(parts: Mapping[str, bytes]) -> Iterator[tuple[str, int]]:
    """Each reference on the pages of a file, where Word may have cut one into several runs.

    >>> list(printed_references({"word/footer1.xml": b"<t>A-00</t><t>07, revision 2</t>"}))
    [('A-0007', 2)]
    """
    for name, data in parts.items():
        if _PRINTED.fullmatch(name):
            lines = data.decode("utf-8-sig").replace("</w:p>", "\n")
            for found in _REFERENCE.finditer(re.sub(r"<[^>]*>", "", lines)):
                yield found[1], int(found[2])
