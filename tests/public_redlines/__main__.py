"""How the redline of public Word files fares: `python -m public_redlines FOLDER`.

The folder holds the files that `pairs.yaml` names, each as `BLOB.docx`. Of each pair one thing
comes:

- right: rejecting gives the old words and accepting the new ones, by drafter's own reader, by
  pandoc and by LibreOffice; styles and numbers too by drafter's reader. Changes that were pending
  in a file count as accepted.
- refused: drafter gives no redline, and says why.
- wrong: a reader finds other words; which reader, and in which direction.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

import yaml
from support.office import lines, settled
from support.pandoc import pandoc
from support.resolve import accepted, rejected

from drafter.diagnostics import Refused
from drafter.redline.compare import Redline, compare
from drafter.word.read import read_docx

PAIRS = Path(__file__).with_name("pairs.yaml")
DATE = "2027-03-05T09:00:00Z"


class PublicPair(NamedTuple):
    """Two versions of one file, and where they come from."""

    name: str
    old: bytes
    new: bytes


class Fared(NamedTuple):
    """A pair, its redline or why there is none, and the readers that find other words."""

    pair: PublicPair
    redline: Redline | None
    refused: str
    wrong: tuple[str, ...]


def public_pairs(folder: Path) -> Iterator[PublicPair]:
    """The pairs of the list, from a folder that holds their files."""
    for repository, pairs in yaml.safe_load(PAIRS.read_text("utf-8")).items():
        for pair in pairs:
            old, new = (_blob(folder, pair[side]["blob"]) for side in ("old", "new"))
            yield PublicPair(f"{repository}: {Path(pair['new']['path']).name}", old, new)


def _blob(folder: Path, name: str) -> bytes:
    data = (folder / f"{name}.docx").read_bytes()
    found = sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    assert found == name, f"{name}.docx is another file: {found}"
    return data


def fared(pairs: list[PublicPair]) -> list[Fared]:
    """What became of each pair; LibreOffice is asked once for all of them."""
    redlines = list(map(_compared, pairs))
    printed = settled(dict(_to_print(pairs, redlines)))
    return [
        Fared(pair, None, one, ())
        if isinstance(one, str)
        else Fared(pair, one, "", tuple(_wrong(place, pair, one, printed)))
        for place, (pair, one) in enumerate(zip(pairs, redlines, strict=True))
    ]


def _compared(pair: PublicPair) -> Redline | str:
    try:
        return compare(pair.old, pair.new, date=DATE)
    except Refused as refused:
        return "; ".join(sorted({one.says for one in refused.diagnostics}))


def _to_print(
    pairs: list[PublicPair], redlines: list[Redline | str]
) -> Iterator[tuple[str, bytes]]:
    for place, (pair, one) in enumerate(zip(pairs, redlines, strict=True)):
        if not isinstance(one, str):
            yield f"{place}-old.accept", pair.old
            yield f"{place}-new.accept", pair.new
            yield f"{place}.reject", one.data
            yield f"{place}.accept", one.data


def _wrong(
    place: int, pair: PublicPair, redline: Redline, printed: dict[str, str]
) -> Iterator[str]:
    for side, file, way, settle in (
        ("old", pair.old, "reject", rejected),
        ("new", pair.new, "accept", accepted),
    ):
        if _as_read(settle(redline.data)) != _as_read(accepted(file)):
            yield f"drafter {way}"
        if _words(redline.data, way) != _words(file):
            yield f"pandoc {way}"
        if lines(printed[f"{place}.{way}"]) != lines(printed[f"{place}-{side}.accept"]):
            yield f"LibreOffice {way}"


def _as_read(data: bytes) -> list[tuple[str, str, str]]:
    """Style, number and words of each paragraph."""
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def _words(data: bytes, changes: str = "accept") -> list[str]:
    """Pandoc passes over tracked styles, so the words alone are asked for."""
    return [one.text for one in pandoc(data, changes)]


def _line(one: Fared) -> str:
    if one.redline is None:
        return f"{one.pair.name}: refused: {one.refused}"
    words, told = one.redline.words, len(one.redline.told)
    outcome = f"wrong: {', '.join(one.wrong)}" if one.wrong else "right"
    return f"{one.pair.name}: {outcome}; {words} words marked, {told} things told"


def main(folder: Path) -> int:
    found = fared(list(public_pairs(folder)))
    for one in found:
        print(_line(one))
    kinds = Counter(_line(one).split(": ")[2].split(";")[0] for one in found)
    print(", ".join(f"{number} {kind}" for kind, number in kinds.most_common()))
    return 1 if any(one.wrong for one in found) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
