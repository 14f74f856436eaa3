"""Counting as Word counts: multilevel lists, and the label of each paragraph that stands in one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from drafter.agreement.forms import counted

_PLACE = re.compile(r"%([1-9])")
_AS_FIGURES = ("decimalZero", "none", "bullet")  # a legal level leaves these as they are


class Level(NamedTuple):
    """One level of a list: what it shows ("(%3)"), how and from where it counts.

    `restart`: the level, counted from 1, after which it begins again; 0 for never, None for any
    level above. `legal`: every number in it is shown in figures. `gap`: what follows the label.
    """

    shown: str
    form: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False
    gap: str = "\t"

    @property
    def several(self) -> bool:
        """Whether it shows numbers of more than one level by itself."""
        return len(_PLACE.findall(self.shown)) > 1


class ListUse(NamedTuple):
    """A use of a list: uses of one list count on together. `starts`: levels begun at a number."""

    list: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = {}


_Shown = tuple[str, str, tuple[tuple[int, int, str], ...]]
"""A label: its words with gaps, its list, and for each gap the level that is shown there, where
that starts and how it counts."""


class Counter:
    """Counts through a document in reading order.

    >>> levels = {0: Level("%1."), 1: Level("%1.%2"), 2: Level("(%3)", "lowerLetter")}
    >>> count = Counter({"1": ListUse("clauses", levels)})
    >>> [count.next("1", level) for level in (0, 1, 2, 2, 0, 1)]
    ['1.', '1.1', '(a)', '(b)', '2.', '2.1']
    """

    def __init__(self, uses: Mapping[str, ListUse]) -> None:
        self._uses = uses
        self._counts: dict[str, dict[int, int]] = {}
        self._shown: dict[tuple[str, int], _Shown] = {}
        self._started: set[tuple[str, int]] = set()

    def next(self, use: str, level: int) -> str:
        """The label of the next paragraph at a level; empty where the list has no such level."""
        if use not in self._uses or level not in self._uses[use].levels:
            return ""
        self._step(use, level)
        return self.label(use, level)

    def label(self, use: str, level: int) -> str:
        """What a level shows now; a level without a paragraph shows where it starts."""
        form, home, numbers = self._shown.get((use, level)) or self._read(use, level)
        counts = self._counts.get(home, {})
        return form.format(*[counted(counts.get(at, start), how) for at, start, how in numbers])

    def position(self, use: str, level: int) -> tuple[int, ...]:
        """The numbers of a level and those above it: `(5, 2)` for clause 5.2."""
        counts = self._counts.get(self._uses[use].list, {})
        return tuple(counts.get(each, 0) for each in range(level + 1))

    def _read(self, use: str, level: int) -> _Shown:
        """What a label is made of, remembered: it is shown for many paragraphs."""
        own = self._uses[use]
        shown = own.levels[level]
        form, levels = _form("" if shown.form == "bullet" else shown.shown)
        numbers = tuple(_number(own.levels.get(each), each, shown) for each in levels)
        known = self._shown[use, level] = form, own.list, numbers
        return known

    def _step(self, use: str, level: int) -> None:
        own = self._uses[use]
        counts = self._counts.setdefault(own.list, {})
        if level in own.starts and (use, level) not in self._started:
            counts[level] = own.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = own.levels[level].start
        self._started.add((use, level))
        for below in [each for each in counts if each > level]:
            restart = own.levels[below].restart if below in own.levels else None
            if restart is None or level < restart:
                del counts[below]


def _number(level: Level | None, at: int, within: Level) -> tuple[int, int, str]:
    """A level as it counts within another one; one that the list has not shows nothing."""
    if level is None:
        return -1, 1, "none"
    is_figure = within.legal and level.form not in _AS_FIGURES
    return at, level.start, "decimal" if is_figure else level.form


@lru_cache(maxsize=1024)
def _form(shown: str) -> tuple[str, tuple[int, ...]]:
    """The words with a gap for each number, and the levels whose numbers stand there."""
    braces = shown.replace("{", "{{").replace("}", "}}")
    return _PLACE.sub("{}", braces), tuple(int(each) - 1 for each in _PLACE.findall(shown))
