"""The numbers that Word prints, computed from styles and numbering alone.

Nothing here knows agreements: it is how a file is read back, and the judge of what was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

from drafter.ooxml.namespaces import W
from drafter.word.counting import counted

_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list: where it starts, how it counts, what it shows ("(%3)")."""

    start: int
    form: str
    shown: str
    style: str
    restart: int | None
    legal: bool


class Number(NamedTuple):
    """The number of a paragraph: its own label and, for a reference, those of the levels above,
    outermost first, each with the mark whether it shows more than one level by itself."""

    label: str
    chain: tuple[tuple[str, bool], ...]

    @property
    def own(self) -> str:
        """As `REF \\n` prints it: without a full stop at the end."""
        return self.label.rstrip(".")

    @property
    def full(self) -> str:
        """As `REF \\w` prints it: with the levels above, up to one that shows several itself."""
        parts: list[str] = []
        for label, several in reversed(self.chain):
            parts.append(label.rstrip("."))
            if several:
                break
        return "".join(reversed(parts))


UNNUMBERED = Number("", ())


def value(node: Element | None, name: str, otherwise: str = "") -> str:
    """The `w:val` of a child, by the child's name."""
    found = None if node is None else node.find(f"{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", otherwise)


@dataclass(slots=True)
class Numbering:
    """Counts through a document: ask `number` for each paragraph once, in order."""

    styles: dict[str, Element]
    lists: dict[str, dict[int, Level]]  # by abstract list
    nums: dict[str, tuple[str, dict[int, int]]]  # num -> abstract list, start overrides
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def number(self, style: str, direct: Element | None) -> Number:
        """The number of the next paragraph, by its style and its own `w:numPr` if it has one."""
        num, level = self.place(style, direct)
        if num not in self.nums:
            return UNNUMBERED
        abstract, overrides = self.nums[num]
        levels = self.lists.get(abstract, {})
        if level not in levels:
            return UNNUMBERED
        counter = self.counters.setdefault(abstract, {})
        self._step(num, level, levels, counter, overrides)
        chain = tuple(
            (_label(each, levels, counter), len(_PLACE.findall(levels[each].shown)) > 1)
            for each in range(level + 1)
            if each in levels
        )
        return Number(chain[-1][0], chain)

    def _step(
        self,
        num: str,
        level: int,
        levels: dict[int, Level],
        counter: dict[int, int],
        overrides: dict[int, int],
    ) -> None:
        if level in overrides and (num, level) not in self.started:
            counter[level] = overrides[level]
        elif level in counter:
            counter[level] += 1
        else:
            counter[level] = levels[level].start
        self.started.add((num, level))
        for below in [each for each in counter if each > level]:
            restart = levels[below].restart
            if restart is None or level < restart:
                del counter[below]

    def place(self, style: str, direct: Element | None) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or that of the nearest style that has one."""
        if direct is not None and direct.find(f"{W}numId") is not None:
            return value(direct, "numId"), int(value(direct, "ilvl", "0"))
        seen: set[str] = set()
        while style in self.styles and style not in seen:
            seen.add(style)
            found = self.styles[style].find(f"{W}pPr/{W}numPr")
            if found is not None and found.find(f"{W}numId") is not None:
                num = value(found, "numId")
                return num, self._bound(num, style, int(value(found, "ilvl", "0")))
            style = value(self.styles[style], "basedOn")
        return "", 0

    def _bound(self, num: str, style: str, otherwise: int) -> int:
        levels = self.lists.get(self.nums.get(num, ("", {}))[0], {})
        return next((at for at, level in levels.items() if level.style == style), otherwise)


def read_numbering(styles: Element, numbering: Element | None) -> Numbering:
    """The counter of a document from its two parts."""
    named = {node.get(f"{W}styleId", ""): node for node in styles.iter(f"{W}style")}
    if numbering is None:
        return Numbering(named, {}, {})
    lists = {
        node.get(f"{W}abstractNumId", ""): {
            int(level.get(f"{W}ilvl", "0")): _level(level) for level in node.iter(f"{W}lvl")
        }
        for node in numbering.iter(f"{W}abstractNum")
    }
    nums = {
        node.get(f"{W}numId", ""): (value(node, "abstractNumId"), _overrides(node))
        for node in numbering.findall(f"{W}num")
    }
    return Numbering(named, lists, nums)


def _overrides(num: Element) -> dict[int, int]:
    return {
        int(node.get(f"{W}ilvl", "0")): int(value(node, "startOverride"))
        for node in num.findall(f"{W}lvlOverride")
        if node.find(f"{W}startOverride") is not None
    }


def _level(node: Element) -> Level:
    restart = value(node, "lvlRestart")
    return Level(
        int(value(node, "start", "1")),
        value(node, "numFmt", "decimal"),
        value(node, "lvlText"),
        value(node, "pStyle"),
        int(restart) if restart else None,
        node.find(f"{W}isLgl") is not None,
    )


def _label(at: int, levels: dict[int, Level], counter: dict[int, int]) -> str:
    legal = levels[at].legal

    def shown(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        if level not in levels:
            return ""
        form = "decimal" if legal else levels[level].form
        return counted(counter.get(level, levels[level].start), form)

    return "" if levels[at].form == "bullet" else _PLACE.sub(shown, levels[at].shown)
