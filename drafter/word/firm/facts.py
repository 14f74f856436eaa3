"""What a firm's file holds: its styles, its lists, and how its sample text uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.agreement.counting import Level
from drafter.agreement.forms import KNOWN
from drafter.data_classes import dataclass
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN
from drafter.ooxml.runs import quoted
from drafter.word.labels import FileNumbering, read_numbering, value
from drafter.word.style_sheet import by_id, inherited

WORDS_OWN_SIZE = 20  # half points, where a file says none
_SIZE_OF_ALL = "/".join(f"{W}{step}" for step in ("docDefaults", "rPrDefault", "rPr", "sz"))
LONG = 12  # words: what a paragraph of text has, and a heading has not


class Look(NamedTuple):
    """What a style makes of text, as XML: of its paragraphs, of its words."""

    paragraph: str
    words: str


class FirmStyle(NamedTuple):
    """A style of the firm. `place`: its list and level, if it has them; `outline`: its level on a
    contents page; `used`: how often the sample text uses it, with `words` in a paragraph, and how
    often as `plain` text, long and without a number."""

    id: str
    name: str
    kind: str
    place: tuple[str, int] | None
    outline: int | None
    stands_out: bool
    used: int
    words: float
    plain: int

    @property
    def is_heading(self) -> bool:
        """Whether it looks like a heading: by the sample text, else by its letters."""
        return self.words < LONG if self.used else self.stands_out


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm's file as read. `listed`: how often the sample text stands at a level of a list, by
    list, level and style. `default`: the style of paragraphs that name none. `standing`: the
    paragraph styles at each level of a list. `size_of_all`: that of letters where no style says
    one, in half points."""

    styles: Mapping[str, FirmStyle]
    numbering: FileNumbering
    listed: Counter[tuple[str, int, str]]
    default: str
    paragraphs: int
    nodes: dict[str, Element]
    standing: Mapping[tuple[str, int], list[FirmStyle]]
    size_of_all: int

    def called(self, *names: str, kind: str = "paragraph") -> FirmStyle | None:
        """The first of these names that is a style of the kind."""
        known = {(one.name.casefold(), one.kind): one for one in self.styles.values()}
        return next((known[name, kind] for name in names if (name, kind) in known), None)

    def at(self, num: str, level: int) -> list[FirmStyle]:
        """The paragraph styles that stand at a level of a list by themselves, most used first."""
        return self.standing.get((num, level), [])

    def look(self, style: str) -> Look:
        """What text looks like in a style: the marks that make its letters and paragraphs."""
        words = _marks(style, self.nodes, "rPr", ("rFonts", "color", "sz", "szCs"))
        return Look(_marks(style, self.nodes, "pPr", ("spacing", "jc")), words)

    def size(self, style: str) -> int:
        """The size of letters in a style, in half points."""
        found = inherited(self.nodes, style, "rPr", "sz")
        return self.size_of_all if found is None else _half_points(found)


def _half_points(size: Element) -> int:
    return int(float(size.get(f"{W}val", "20")))


def read_firm(parts: Mapping[str, bytes]) -> Firm:
    """The facts of a file that was let in."""
    sheet = ElementTree.fromstring(parts["word/styles.xml"])
    lists = parts.get("word/numbering.xml")
    numbering = read_numbering(sheet, ElementTree.fromstring(lists) if lists else None)
    nodes = by_id(sheet)
    default = next((own for own, node in nodes.items() if _is_default(node)), "")
    words: dict[str, list[int]] = {}
    plain: Counter[str] = Counter()
    listed: Counter[tuple[str, int, str]] = Counter()
    for style, direct, count in _sample(ElementTree.fromstring(parts[MAIN]), default):
        words.setdefault(style, []).append(count)
        num, level = numbering.place(style, direct)
        if num in numbering.uses:
            listed[num, level, style] += 1
        else:
            plain[style] += count >= LONG
    styles = {own: _style(own, nodes, numbering, words.get(own, []), plain[own]) for own in nodes}
    paragraphs = sum(len(each) for each in words.values())
    standing, size = _standing(styles.values()), sheet.find(_SIZE_OF_ALL)
    of_all = WORDS_OWN_SIZE if size is None else _half_points(size)
    return Firm(styles, numbering, listed, default, paragraphs, nodes, standing, of_all)


def _standing(styles: Iterable[FirmStyle]) -> dict[tuple[str, int], list[FirmStyle]]:
    """The paragraph styles at each level of each list, most used first."""
    found: dict[tuple[str, int], list[FirmStyle]] = {}
    for one in sorted(styles, key=lambda one: -one.used):
        if one.place and one.kind == "paragraph":
            found.setdefault(one.place, []).append(one)
    return found


def _marks(own: str, nodes: dict[str, Element], kind: str, names: tuple[str, ...]) -> str:
    found = (inherited(nodes, own, kind, name) for name in names)
    return "".join(_leaf(node) for node in found if node is not None)


def _leaf(node: Element) -> str:
    """A mark without anything inside, as XML."""
    own = ((key, each) for key, each in node.attrib.items() if key.startswith(W))
    attributes = "".join(f' w:{key.removeprefix(W)}="{quoted(each)}"' for key, each in own)
    return f"<w:{node.tag.removeprefix(W)}{attributes}/>"


def _is_default(node: Element) -> bool:
    return node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in ("1", "true")


def _sample(document: Element, default: str) -> Iterator[tuple[str, Element | None, int]]:
    """Each paragraph of the body with words: its style, its own numbering, how many words."""
    for paragraph in document.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        count = len("".join(node.text or "" for node in paragraph.iter(f"{W}t")).split())
        if count:
            direct = None if properties is None else properties.find(f"{W}numPr")
            yield value(properties, "pStyle", default), direct, count


def _style(
    own: str, nodes: dict[str, Element], numbering: FileNumbering, words: list[int], plain: int
) -> FirmStyle:
    num, level = numbering.place(own)
    outline = inherited(nodes, own, "pPr", "outlineLvl")
    deep = 9 if outline is None else int(outline.get(f"{W}val", "9"))
    return FirmStyle(
        id=own,
        name=value(nodes[own], "name"),
        kind=nodes[own].get(f"{W}type", "paragraph"),
        place=(num, level) if num in numbering.uses else None,
        outline=deep if deep < 9 else None,
        stands_out=any(inherited(nodes, own, "rPr", mark) is not None for mark in ("b", "caps")),
        used=len(words),
        words=sum(words) / len(words) if words else 0.0,
        plain=plain,
    )


def countable(level: Level | None) -> bool:
    """Whether a level of a list can carry a clause: a number, in a form that is known."""
    return level is not None and level.form in KNOWN - {"bullet", "none"} and "%" in level.shown
