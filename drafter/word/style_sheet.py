"""The style sheet of a house: which styles it has, and whether they can play their roles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.diagnostics import Diagnostic, Place
from drafter.ooxml.namespaces import W
from drafter.word.roles import CONTENTS, HEADINGS, KINDS, NUMBERED

DEEPEST = 50  # styles based on one another

# Headings of outline levels 1 and 2 as links, without page numbers: only a layout knows pages.
BY_LEVELS = 'TOC \\o "1-2" \\n \\h \\z \\u'


class Style(NamedTuple):
    """A style of the house: its id, kind, and whether numbers and contents lines come with it."""

    id: str
    kind: str
    numbered: bool
    outline: int | None


def read_styles(data: bytes) -> dict[str, Style]:
    """The styles by name; what a style inherits counts as its own."""
    if not data:
        return {}
    root = ElementTree.fromstring(data)
    nodes = by_id(root)
    return {
        _name(node).casefold(): Style(
            own,
            node.get(f"{W}type", "paragraph"),
            inherited(nodes, own, "pPr", "numPr") is not None,
            _level(inherited(nodes, own, "pPr", "outlineLvl")),
        )
        for own, node in nodes.items()
    }


def by_id(sheet: Element) -> dict[str, Element]:
    """The styles of a sheet by their ids."""
    return {node.get(f"{W}styleId", ""): node for node in sheet.iter(f"{W}style")}


def _name(style: Element) -> str:
    found = style.find(f"{W}name")
    return "" if found is None else found.get(f"{W}val", "")


def inherited(nodes: dict[str, Element], own: str, *path: str) -> Element | None:
    """A property of a style, its own or that of the nearest style it is based on."""
    seen: set[str] = set()
    while own in nodes and own not in seen:
        seen.add(own)
        found = nodes[own].find("/".join(f"{W}{step}" for step in path))
        if found is not None:
            return found
        base = nodes[own].find(f"{W}basedOn")
        own = "" if base is None else base.get(f"{W}val", "")
    return None


def deep_faults(data: bytes) -> Iterator[Diagnostic]:
    """Whether styles are based on one another more deeply than any person's are."""
    nodes = by_id(ElementTree.fromstring(data)) if data else {}
    depths: dict[str, int] = {}
    for own in nodes:
        path: list[str] = []
        while own in nodes and own not in depths and own not in path and len(path) <= DEEPEST:
            path.append(own)
            base = nodes[own].find(f"{W}basedOn")
            own = "" if base is None else base.get(f"{W}val", "")
        for at, one in enumerate(reversed(path), 1):
            depths[one] = depths.get(own, 0) + at
    if max(depths.values(), default=0) > DEEPEST:
        says = f"styles are based on one another more than {DEEPEST} deep"
        yield Diagnostic("unsafe-part", says, Place("word/styles.xml"), "base them on one style")


def _level(outline: Element | None) -> int | None:
    return None if outline is None else int(outline.get(f"{W}val", "9"))


def style_faults(
    styles: dict[str, Style], roles: dict[str, str], file: str
) -> Iterator[Diagnostic]:
    needed: dict[str, list[str]] = {}
    for role, name in roles.items():
        needed.setdefault(name, []).append(role)
    for name, wanting in needed.items():
        style = styles.get(name.casefold())
        says = f"needed for: {', '.join(wanting)}"
        if style is None:
            cure = "make the style in Word, or name another one in the roles file"
            yield Diagnostic("missing-style", f"no style `{name}`, {says}", Place(file), cure)
            continue
        for role in wanting:
            if style.kind != KINDS[role]:
                says = f"`{name}` is a {style.kind} style; {role} needs a {KINDS[role]} style"
                yield Diagnostic("wrong-kind-of-style", says, Place(file))
            elif role in NUMBERED and not style.numbered:
                cure = "link the style to a level of a multilevel list in Word"
                says = f"the style `{name}` ({role}) makes no number"
                yield Diagnostic("style-without-number", says, Place(file), cure)


def listed(styles: dict[str, Style], roles: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The roles whose paragraphs the contents page lists, with their level, 1 or 2."""
    for role in HEADINGS:
        outline = _outline(styles, roles[role])
        if outline is not None:
            yield role, outline + 1


def listing(styles: dict[str, Style], roles: dict[str, str]) -> str:
    """The field of a contents page: by outline levels, or by the names of the styles of headings
    where styles of plain text have such levels too."""
    lists = dict(listed(styles, roles))
    named = {roles[role]: level for role, level in lists.items()}
    if all(_outline(styles, roles[role]) is None or roles[role] in named for role in roles):
        return BY_LEVELS
    each = ",".join(f"{name},{level}" for name, level in named.items())
    return f'TOC \\n \\h \\z \\t "{each}"'


def _outline(styles: dict[str, Style], name: str) -> int | None:
    level = styles[name.casefold()].outline
    return level if level is not None and level < len(CONTENTS) else None


def language(styles: bytes) -> str:
    """The language that the style sheet declares for the whole document, "en-GB"."""
    found = ElementTree.fromstring(styles).find(f"{W}docDefaults//{W}lang")
    return "" if found is None else found.get(f"{W}val", "")
