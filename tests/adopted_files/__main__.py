"""How firms' own Word files fare as house styles: `python -m adopted_files FOLDER [KEEP]`.

Each .docx of the folder is taken as it is, an agreement is drafted in it, and judged:

- references and contents lines, by drafter's own reader;
- what openxml-audit and docx-integrity say that they do not say of the firm's own file;
- numbers and references as LibreOffice counts them anew.

The drafts and their PDFs are laid into the folder KEEP, where one is given, to be looked at.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from support.command import answers_of
from support.examples import starter
from support.judges import complaints
from support.office import settled
from support.references import check_references

from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import Instructions
from drafter.cli.office import as_pdf, office
from drafter.diagnostics import Refused
from drafter.word.house import load_house
from drafter.word.read import print_docx
from drafter.word.write import to_docx

DEAL = "smart-handbag"


class Adopted(NamedTuple):
    """A file, the draft in it or why there is none, what drafter told of it, and the faults."""

    name: str
    data: bytes
    refused: str
    told: int
    faults: tuple[str, ...]


def adopted(path: Path) -> Adopted:
    """The draft in a firm's file, as the judges see it that need Python only."""
    try:
        house = load_house(path)
    except Refused as refused:
        why = "; ".join(sorted({one.says for one in refused.diagnostics}))
        return Adopted(path.name, b"", why, 0, ())
    selection = starter().select(answers_of(DEAL)).selection
    agreement = assemble(selection, Instructions("issue", scheme=house.scheme)).agreement
    data = to_docx(agreement, house)
    faults = (*(one.says for one in check_references(data)), *_new_complaints(path, data))
    return Adopted(path.name, data, "", len(house.told), faults)


def _new_complaints(path: Path, data: bytes) -> Iterator[str]:
    """What the validators say of a draft and not of the file that it is drafted in."""
    with TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.docx"
        draft.write_bytes(data)
        before = Counter(map(_plainly, complaints(path)))
        yield from (Counter(map(_plainly, complaints(draft))) - before).elements()


def _plainly(complaint: str) -> str:
    """A complaint without places, which differ."""
    return re.sub(r"\d+", "#", complaint)


def counted_otherwise(one: Adopted, theirs: str) -> bool:
    """Whether LibreOffice counts any number or reference in another way."""
    return theirs.split() != print_docx(one.data).split()


def judged(folder: Path) -> Iterator[tuple[Adopted, bytes, bool]]:
    """Each file, its draft as a PDF, and whether LibreOffice counts otherwise."""
    every = [adopted(path) for path in sorted(folder.glob("*.docx"))]
    drafts = [one for one in every if one.data]
    counted = settled({f"{at}.plain": one.data for at, one in enumerate(drafts)})
    pdfs = as_pdf([one.data for one in drafts], office()) if drafts else []
    yield from ((one, b"", False) for one in every if not one.data)
    for at, (one, pdf) in enumerate(zip(drafts, pdfs, strict=True)):
        yield one, pdf, counted_otherwise(one, counted.get(f"{at}.plain", ""))


def main(folder: Path, keep: Path | None = None) -> int:
    """Tell how each file fared; 1 if one of them has a fault."""
    found: Counter[str] = Counter()
    for one, pdf, otherwise in judged(folder):
        faults = [*one.faults, *["LibreOffice counts otherwise"] * otherwise]
        outcome = "refused" if one.refused else "at fault" if faults else "right"
        found[outcome] += 1
        print(f"{one.name}: {outcome}; {one.refused or f'{one.told} things told'}")
        print(*(f"  {fault}" for fault in faults), sep="\n", end="\n" if faults else "")
        if keep and one.data:
            (keep / one.name).write_bytes(one.data)
            (keep / one.name).with_suffix(".pdf").write_bytes(pdf)
    print(", ".join(f"{number} {outcome}" for outcome, number in found.items()))
    return 1 if found["at fault"] else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
