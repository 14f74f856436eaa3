"""Which file belongs to which deal of a batch: a name once given stays with its source.

A deal keeps its file when rows are put before it or taken away. A row of a table has no name of its
own, so it is known by its words; one that was edited is known as the only one of its table and
parties that is left. Where that does not decide, it gets a new name, and the old file is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.regeneration.batch_index import BatchFile


class Claim(NamedTuple):
    """A deal that wants a file: where it stands, the digest of its words, the name it wants."""

    source: str
    row: str
    stem: str


NO_CLAIM = Claim("", "", "")


def files_of(claims: Iterable[Claim], known: Iterable[BatchFile]) -> list[str]:
    """The file of each claim, in order. No file goes to two, and none that another source made.

    >>> alpha, beta = Claim("t", "a1", "x-y"), Claim("t", "b2", "x-y")
    >>> files_of([alpha, beta], ())
    ['x-y.docx', 'x-y-2.docx']
    >>> files_of([beta], [BatchFile("x-y.docx", "", "", "t", "a1", "x-y"),
    ...                   BatchFile("x-y-2.docx", "", "", "t", "b2", "x-y")])
    ['x-y-2.docx']
    """
    claims, before = list(claims), list(known)
    given = dict(_unchanged(claims, before))
    given |= dict(_edited(claims, before, given))
    taken = {*given.values(), *(one.file for one in before if one.source)}
    next_of: dict[str, int] = {}
    for number, claim in enumerate(claims):
        if number not in given:
            given[number] = _free(claim.stem, taken, next_of)
            taken.add(given[number])
    return [given[number] for number in range(len(claims))]


def stale(claims: Iterable[Claim], files: Iterable[str], known: Iterable[BatchFile]) -> list[str]:
    """The files that an earlier batch made from these sources, and no deal makes any more."""
    sources, made = {one.source for one in claims}, set(files)
    return sorted(one.file for one in known if one.source in sources and one.file not in made)


def _unchanged(claims: list[Claim], before: list[BatchFile]) -> Iterator[tuple[int, str]]:
    """Deals that stand as they stood."""
    files = defaultdict(list)
    for one in before:
        files[one.source, one.row, one.stem].append(one.file)
    for number, claim in enumerate(claims):
        if files[claim]:
            yield number, files[claim].pop(0)


def _edited(
    claims: list[Claim], before: list[BatchFile], given: dict[int, str]
) -> Iterator[tuple[int, str]]:
    """Deals of which only one can be meant."""
    found, left = set(given.values()), defaultdict(list)
    for one in before:
        if one.file not in found:
            left[one.source, one.stem].append(one.file)
    wanting = defaultdict(list)
    for number, claim in enumerate(claims):
        if number not in given:
            wanting[claim.source, claim.stem].append(number)
    for place, numbers in wanting.items():
        if len(numbers) == len(left[place]) == 1:
            yield numbers[0], left[place][0]


def _free(stem: str, taken: set[str], next_of: dict[str, int]) -> str:
    """The first free name of a stem; `next_of` remembers where the search for it goes on."""
    number = next_of.get(stem, 1)
    while (file := f"{stem}-{number}.docx" if number > 1 else f"{stem}.docx") in taken:
        number += 1
    next_of[stem] = number
    return file
