"""The numbers that Word prints, computed from styles and numbering alone.

Nothing here knows agreements: it is how a file is read back, and the judge of what was written.
"""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from drafter.agreement.counting import Counter, Level, ListUse
from drafter.ooxml.namespaces import W

_GAPS = {"space": " ", "nothing": ""}
_OFF = ("0", "false", "off")
MOST_BASED_ON = 100  # styles based on one another that are followed; Word itself stops earlier
_LONGEST = 255  # characters of what a level shows; a longer one is made to fill memory


class Number(NamedTuple):
    """The number of a paragraph: its own label and, for a reference, those of the levels above,
    outermost first, each with the mark whether it shows more than one level by itself."""

    label: str
    chain: tuple[tuple[str, bool], ...]
    gap: str = "\t"

    @property
    def own(self) -> str:
        """As `REF \\n` prints it: without a full stop at the end."""
        return self.label.rstrip(".")

    @property
    def full(self) -> str:
        """As `REF \\w` prints it: with the levels above, up to one that shows several itself. A
        full stop stays only between two letters or figures ("1.a")."""
        whole = ""
        for label, several in reversed(self.chain):
            whole = (label if whole[:1].isalnum() else label.rstrip(".")) + whole
            if several:
                break
        return whole


UNNUMBERED = Number("", ())


def value(node: Element | None, name: str, otherwise: str = "") -> str:
    """The `w:val` of a child, by the child's name."""
    found = None if node is None else node.find(f"{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", otherwise)


class FileNumbering:
    """Counts through a document: ask `number` for each paragraph once, in order."""

    def __init__(
        self,
        styles: dict[str, Element],
        uses: dict[str, ListUse],
        bound: dict[tuple[str, str], int],
    ) -> None:
        self.styles, self.uses, self._bound = styles, uses, bound
        self.default = _default(styles)
        self._counter = Counter(uses)
        self._places: dict[str, tuple[str, int]] = {}  # of styles, where nothing else is said

    def number(self, style: str, direct: Element | None) -> Number:
        """The number of the next paragraph, by its style and its own `w:numPr` if it has one."""
        num, level = self.place(style, direct)
        if num not in self.uses or level not in (levels := self.uses[num].levels):
            return UNNUMBERED
        label = self._counter.next(num, level)
        above = (each for each in range(level) if each in levels)
        chain = [(self._counter.label(num, each), levels[each].several) for each in above]
        return Number(label, (*chain, (label, levels[level].several)), levels[level].gap)

    def place(self, style: str, direct: Element | None = None) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or those of the nearest styles that have
        them; a style that is bound to a level stands there."""
        if direct is not None:
            return self._place(style, *_own(direct))
        if style not in self._places:
            self._places[style] = self._place(style, None, None)
        return self._places[style]

    def _place(self, style: str, num: str | None, level: int | None) -> tuple[str, int]:
        for own in self._chain(style):
            if num is not None and level is not None:
                break
            found, deep = _own(self.styles[own].find(f"{W}pPr/{W}numPr"))
            if num is None and found is not None and (found, own) in self._bound:
                level = self._bound[found, own] if level is None else level
            num, level = found if num is None else num, deep if level is None else level
        return num or "", level or 0

    def _chain(self, style: str) -> list[str]:
        """A style and those that it is based on."""
        found: list[str] = []
        while style in self.styles and style not in found and len(found) < MOST_BASED_ON:
            found.append(style)
            style = value(self.styles[style], "basedOn")
        return found


def _default(styles: dict[str, Element]) -> str:
    """The style of a paragraph that names none."""
    for id, style in styles.items():
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            return id
    return "Normal"


def _own(node: Element | None) -> tuple[str | None, int | None]:
    num, level = value(node, "numId") or None, value(node, "ilvl")
    return num, int(level) if level else None


def read_numbering(styles: Element, numbering: Element | None) -> FileNumbering:
    """The counter of a document from its two parts."""
    named = {node.get(f"{W}styleId", ""): node for node in styles.iter(f"{W}style")}
    if numbering is None:
        return FileNumbering(named, {}, {})
    lists = {node.get(f"{W}abstractNumId", ""): node for node in numbering.iter(f"{W}abstractNum")}
    nums = {node.get(f"{W}numId", ""): node for node in numbering.findall(f"{W}num")}
    uses: dict[str, ListUse] = {}
    bound: dict[tuple[str, str], int] = {}
    for num, node in nums.items():
        home = _home(value(node, "abstractNumId"), lists, nums, named)
        levels = {_at(level): level for level in lists[home].iterfind(f"{W}lvl")} if home else {}
        levels |= {_at(level): level for level in node.iterfind(f"{W}lvlOverride/{W}lvl")}
        uses[num] = ListUse(home, {at: _level(each) for at, each in levels.items()}, _starts(node))
        for at, each in sorted(levels.items(), reverse=True):
            bound[num, value(each, "pStyle")] = at
    return FileNumbering(named, uses, bound)


def _home(
    own: str, lists: dict[str, Element], nums: dict[str, Element], styles: dict[str, Element]
) -> str:
    """The list that holds the levels: its own, or the one that its list style leads to."""
    seen: set[str] = set()
    while own in lists and own not in seen:
        seen.add(own)
        style = value(lists[own], "numStyleLink")
        if not style:
            return own
        num = "" if style not in styles else value(styles[style].find(f"{W}pPr/{W}numPr"), "numId")
        own = value(nums.get(num), "abstractNumId")
    return ""


def _at(level: Element) -> int:
    return int(level.get(f"{W}ilvl", "0"))


def _starts(num: Element) -> dict[int, int]:
    return {
        _at(node): int(value(node, "startOverride"))
        for node in num.findall(f"{W}lvlOverride")
        if node.find(f"{W}startOverride") is not None
    }


def _level(node: Element) -> Level:
    restart, form = value(node, "lvlRestart"), node.find(f".//{W}numFmt")
    return Level(
        value(node, "lvlText")[:_LONGEST],
        "decimal" if form is None else form.get(f"{W}val", "decimal"),
        int(value(node, "start", "1")),
        int(restart) if restart else None,
        node.find(f"{W}isLgl") is not None and value(node, "isLgl", "1") not in _OFF,
        _GAPS.get(value(node, "suff"), "\t"),
    )
