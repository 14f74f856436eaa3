"""Paragraphs that their style numbers, where the style of that name numbers otherwise in the new
file: each names its list itself, so that its old number comes back when a redline is rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.carried_lists import defined, list_root
from drafter.redline.carried_styles import default_style, style_name, styles_by_id

if TYPE_CHECKING:
    from lxml.etree import _Element

_VALUE, _NONE = f"{W}val", "0"
_BOUND = re.compile(rb"<w:pStyle\b[^>]*/>")
_BEFORE = tuple(f"{W}{name}" for name in (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"))  # fmt: skip


class _Number(NamedTuple):
    """The list that a style numbers by, its level, and what makes the list up."""

    id: str = _NONE
    level: str = "0"
    defined: bytes = b""


def number_openly(body: _Element, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Gives its number to each paragraph of the old body that the new file would number otherwise
    by its style."""
    before, after = _StyleNumbers(old), _StyleNumbers(new)
    for paragraph in body.iter(f"{W}p"):
        style = _style(paragraph) or before.default
        if _own_number(paragraph) is None and after.knows(name := before.name(style)):
            number = before.of(style)
            if number[1:] != after.of(after.called(name))[1:]:
                _give(paragraph, number)


class _StyleNumbers:
    """How the styles of a file number."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._styles, self._lists = styles_by_id(parts), list_root(parts)
        self._called = {style_name(style): id for id, style in self._styles.items()}
        self.default = default_style(self._styles)
        self.of = cache(self._of)

    def name(self, id: str) -> str:
        return style_name(self._styles[id]) if id in self._styles else ""

    def knows(self, name: str) -> bool:
        return name in self._called

    def called(self, name: str) -> str:
        return self._called[name]

    def _of(self, id: str) -> _Number:
        says = next(self._numbering(id), None)
        list_id = _value(says, "numId") if says is not None else ""
        if self._lists is None or list_id in ("", _NONE):
            return _Number()
        made = defined(self._lists, list_id)
        return _Number(list_id, _level(made, id) or _value(says, "ilvl") or "0",
                       _BOUND.sub(b"", made))  # fmt: skip

    def _numbering(self, id: str) -> Iterator[_Element]:
        """What a style, or one that it rests on, says of a list."""
        seen = set[str]()
        while id in self._styles and id not in seen:
            seen.add(id)
            style = self._styles[id]
            yield from style.iterfind(f"{W}pPr/{W}numPr")
            id = _value(style, "basedOn")


def _level(made: bytes, style: str) -> str:
    """The level of a list that is bound to a style."""
    levels = re.findall(rb'<w:lvl\b[^>]*w:ilvl="(\d)"(.*?)</w:lvl>', made, re.DOTALL)
    bound = f'<w:pStyle w:val="{style}"/>'.encode()
    return next((number.decode() for number, level in levels if bound in level), "")


def _style(paragraph: _Element) -> str:
    properties = paragraph.find(f"{W}pPr")
    return "" if properties is None else _value(properties, "pStyle")


def _own_number(paragraph: _Element) -> _Element | None:
    return paragraph.find(f"{W}pPr/{W}numPr")


def _value(node: _Element | None, name: str) -> str:
    found = None if node is None else node.find(f"{W}{name}")
    return "" if found is None else found.get(_VALUE, "")


def _give(paragraph: _Element, number: _Number) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    says = etree.Element(f"{W}numPr")
    etree.SubElement(says, f"{W}ilvl").set(_VALUE, number.level)
    etree.SubElement(says, f"{W}numId").set(_VALUE, number.id)
    properties.insert(sum(child.tag in _BEFORE for child in properties), says)
