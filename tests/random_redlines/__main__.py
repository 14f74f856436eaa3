"""Redlines of random pairs of drafts: `python -m random_redlines SEED COUNT`.

A pair is an example before and after some of its answers are changed, its library is edited, or
both. Of each pair it is asked: does rejecting give the old draft and accepting the new one, in
words, styles and numbers by drafter's reader and in words by pandoc; does every reference lead
where it led; how many words are marked for each that a plain word diff marks. LibreOffice and the
validators, which are slow, judge every tenth pair; what the redline tells of LibreOffice is counted
apart.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from support.command import answers_of
from support.judges import complaints
from support.office import lines, settled
from support.pairs import (
    ADDED,
    BAG,
    DATE,
    HOME,
    MARKETING,
    REMOVED,
    REWORDED,
    SENSOR,
    base,
    drafted,
    edited,
    other_options,
)
from support.pandoc import pandoc
from support.references import check_references
from support.resolve import accepted, rejected
from support.wordwise import least_marked, words_marked

from drafter.redline.compare import Redline, compare
from drafter.word.read import read_docx

SLOW = 10  # every so many pairs, the slow judges
TOLD = ", as told"
MOST_MARKED = 1.2  # words for each that a plain word diff marks
EDITS = [*REWORDED.values(), *ADDED.values(), *REMOVED.values()]


class RandomPair(NamedTuple):
    """Two drafts, and what lies between them."""

    name: str
    old: bytes
    new: bytes


def random_pairs(seed: int, count: int) -> Iterator[RandomPair]:
    """The same pairs for the same seed; deals that no draft comes of are passed over."""
    random = Random(seed)
    while count:
        deal = random.choice((MARKETING, BAG, HOME, SENSOR))
        answers = dict(random.sample(other_options(deal), random.randint(0, 3)))
        edits = [one for name, one in EDITS if name == deal] if random.random() < 0.6 else []
        record = answers_of(deal)
        record["answers"].update(answers)
        library = edited(random.choice(edits)) if edits else None
        new = drafted(record, library)
        if new is not None and new != base(deal):
            count -= 1
            said = [
                *(f"{name}={value}" for name, value in answers.items()),
                *["edit"] * bool(edits),
            ]
            pair = (base(deal), new)
            yield RandomPair(f"{deal}: {', '.join(said)}", *random.sample(pair, 2))


def faults(pair: RandomPair, redline: Redline) -> Iterator[str]:
    """What the quick judges find."""
    for way, file, settle in (("reject", pair.old, rejected), ("accept", pair.new, accepted)):
        result = settle(redline.data)
        if _as_read(result) != _as_read(file):
            yield f"drafter {way}"
        if _words(redline.data, way) != _words(file):
            yield f"pandoc {way}"
        if len(check_references(result)) > len(check_references(file)):
            yield f"references {way}"
    least = least_marked(pair.old, pair.new)
    if words_marked(redline.data) > MOST_MARKED * least:
        yield "words"


def slow_faults(judged: list[tuple[RandomPair, Redline]]) -> Iterator[tuple[str, str]]:
    """What LibreOffice and the validators find in some pairs, and in which."""
    files = {}
    for place, (pair, redline) in enumerate(judged):
        files |= {f"{place}-old.plain": pair.old, f"{place}-new.plain": pair.new}
        files |= {f"{place}.reject": redline.data, f"{place}.accept": redline.data}
    printed = settled(files)
    with TemporaryDirectory() as folder:
        for place, (pair, redline) in enumerate(judged):
            for side, way in (("old", "reject"), ("new", "accept")):
                if lines(printed[f"{place}-{side}.plain"]) != lines(printed[f"{place}.{way}"]):
                    yield f"LibreOffice {way}{TOLD if _is_told(redline) else ''}", pair.name
            found = []
            for data in (pair.new, redline.data):
                path = Path(folder) / "judged.docx"
                path.write_bytes(data)
                found.append(len(complaints(path)))
            if found[1] > found[0]:
                yield "validators", pair.name


def _is_told(redline: Redline) -> bool:
    return any("LibreOffice, where" in one.says for one in redline.told)


def _as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def _words(data: bytes, changes: str = "accept") -> list[str]:
    return [one.text for one in pandoc(data, changes)]


def main(seed: int, count: int) -> int:
    print(f"seed {seed}, {count} pairs")
    found: Counter[str] = Counter()
    marked = least = 0
    slowly: list[tuple[RandomPair, Redline]] = []
    for place, pair in enumerate(random_pairs(seed, count)):
        redline = compare(pair.old, pair.new, date=DATE)
        for fault in faults(pair, redline):
            print(f"{fault}: {pair.name}", flush=True)
            found[fault] += 1
        marked += words_marked(redline.data)
        least += least_marked(pair.old, pair.new)
        if place % SLOW == 0:
            slowly.append((pair, redline))
    slow: Counter[str] = Counter()
    for fault, name in slow_faults(slowly):
        print(f"{fault}: {name}", flush=True)
        slow[fault] += 1
    print(f"{marked} words marked, {least} by a plain word diff: {marked / least:.3f}")
    print(f"faults of {count}: {dict(found) or 'none'}")
    print(f"faults of the {len(slowly)} that LibreOffice and the validators saw: "
          f"{dict(slow) or 'none'}")  # fmt: skip
    return 1 if found or any(not fault.endswith(TOLD) for fault in slow) else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
