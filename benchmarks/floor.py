"""The floor: the least work that could give drafter's file, with nothing decided or checked.

A generated function joins the pieces of drafter's own document.xml round the answers; it and the
other parts that drafter deflates for each document are deflated at zlib's own level, 6; at
drafter's level the bytes are drafter's own, and that is checked first.
`python -m benchmarks.floor SAMPLE` serves.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.deal import agreement, house
from benchmarks.serve import serve
from drafter.agreement.model import Element, Paragraph, Run, Said, SignatureBlock
from drafter.ooxml.packing import LEVEL, archive, packed
from drafter.ooxml.runs import escaped

DOCUMENT = "word/document.xml"
ZLIB = 6
_ALWAYS_ALIKE = ("docProps/app.xml", "_rels/.rels")
Join = Callable[[tuple[str, ...]], str]


def floor() -> Callable[[], bytes]:
    """The function that makes a document."""
    whole = agreement().to_docx(house())
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    constant = [*house().constant, *(packed(name, parts[name]) for name in _ALWAYS_ALIKE)]
    join, values = _join(parts.pop(DOCUMENT).decode())
    alike = {part.name for part in constant}
    others = [(name, data) for name, data in parts.items() if name not in alike]

    def make(level: int = ZLIB) -> bytes:
        document = packed(DOCUMENT, join(values).encode(), level)
        return archive([document, *(packed(*other, level) for other in others), *constant])

    if make(LEVEL) != whole:
        raise AssertionError("the floor does not give drafter's own bytes")
    return make


def _join(document: str) -> tuple[Join, tuple[str, ...]]:
    """A function of the answers that gives the document, and the answers."""
    runs = (run for element in agreement().document.elements for run in _runs(element))
    values = {escaped(run.text): run.text for run in runs if run.said is Said.ANSWER}
    longest_first = sorted(map(re.escape, values), key=len, reverse=True)
    whole_words = rf"(?<!\w)({'|'.join(longest_first)})(?!\w)(?=[^<>]*</w:t>)"
    pieces = re.split(whole_words, document)
    said = tuple(values[piece] for piece in pieces[1::2])
    joined = ", ".join(
        f"escaped(a[{at // 2}])" if at % 2 else repr(piece) for at, piece in enumerate(pieces)
    )
    names = {"escaped": escaped}
    exec(f"def join(a): return ''.join(({joined}))", names)
    return names["join"], said  # type: ignore[return-value]


def _runs(element: Element) -> Iterator[Run]:
    if isinstance(element, Paragraph):
        yield from element.runs
    elif isinstance(element, SignatureBlock):
        yield from element.lead
        yield from (run for line in element.lines for run in line.printed)
    else:
        yield from (run for _, cells in element.rows for cell in cells for run in cell)


if __name__ == "__main__":
    serve(floor(), Path(sys.argv[1]))
