"""What LibreOffice finds: it counts every number and reference anew, and lays the pages out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from support.files import text
from support.office import settled
from support.pages import pages
from support.paper import (
    Page,
    blocks,
    loose_ends,
    on_paper,
    ours,
    printed,
    repeated,
    signing_pages,
    words,
)

from covering_files.drafts import CoveringFile
from drafter.cli.office import as_pdf, office
from drafter.ooxml.package import MAIN
from drafter.word.read import print_docx

TWIPS = 20  # in a point
DESCENT = 6  # points that the box of a line may reach into the margin


def laid_out(files: Sequence[CoveringFile]) -> Iterator[tuple[str, list[str]]]:
    """Each file with what is wrong with it; LibreOffice is started twice for all of them."""
    counted = settled({f"{at}.plain": file.data for at, file in enumerate(files)})
    pdfs = as_pdf([file.data for file in files], office())
    for at, (file, pdf) in enumerate(zip(files, pdfs, strict=True)):
        yield (
            file.name,
            [
                *_number_faults(file.data, counted.get(f"{at}.plain", "")),
                *_page_faults(file, _pages(file.data, pdf)),
            ],
        )


def _number_faults(data: bytes, counted: str) -> Iterator[str]:
    """The first word that LibreOffice counts otherwise, with a few before it."""
    own = print_docx(data).split()
    for at, (word, other) in enumerate(zip_longest(own, counted.split())):
        if word != other:
            before = " ".join(own[max(0, at - 8) : at])
            yield f"`{other}` is counted, not `{word}`, after `{before}`"
            return


def _pages(data: bytes, pdf: bytes) -> list[Page]:
    height, bottom = _page_of(data)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "agreement.pdf"
        path.write_bytes(pdf)
        return pages(path, (height - bottom) / TWIPS + DESCENT)


def _page_of(data: bytes) -> tuple[int, int]:
    """Height and lower margin of the pages, in twips."""
    body = text(data, MAIN)
    found = (re.search(p, body) for p in (r'<w:pgSz[^>]* w:h="(\d+)"', r' w:bottom="(\d+)"'))
    height, bottom = (int(one[1]) for one in found if one)
    return height, bottom


def _page_faults(file: CoveringFile, whole: list[Page]) -> Iterator[str]:
    found = printed(whole)
    own, paper = ours(file.agreement), on_paper(found)
    for word in own - paper:
        yield f"`{word}` is not on paper as often as in the agreement"
    for word in set(paper - own) - set(words(repeated(file.agreement))):
        yield f"`{word}` is on paper and not in the agreement"
    for line in loose_ends(file.agreement, found):
        yield f"a page ends with `{line}`"
    for block in blocks(file.agreement):
        if len(signing_pages(block, found)) != 1:
            yield f"the signature block {block.block} is not whole on one page"
