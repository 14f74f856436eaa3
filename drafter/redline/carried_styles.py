"""The styles of an old body in the new file: known by their names, added where they are missing."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from drafter.ooxml.namespaces import W
from drafter.redline.carried import linked, written_part

if TYPE_CHECKING:
    from lxml.etree import _Element

_USES = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_LEADS = tuple(f"{W}{name}" for name in ("basedOn", "next", "link"))
_VALUE = f"{W}val"


class CarriedStyles:
    """The style sheets of both files."""

    def __init__(self, old: dict[str, bytes], new: dict[str, bytes]) -> None:
        self._parts, self._part = new, linked(new, "styles")
        self._old = styles_by_id(old)
        self._sheet = etree.fromstring(new[self._part]) if self._part in new else None
        self._new = {} if self._sheet is None else _styles(self._sheet)
        self._names = {style_name(style): id for id, style in self._new.items()}
        self.added: list[_Element] = []

    def lead(self, body: _Element) -> None:
        """Every style that the body uses becomes one of the new file."""
        ids: dict[str, str] = {}
        for use in body.iter(*_USES):
            id = use.get(_VALUE, "")
            if id not in ids:
                ids[id] = self._id(id)
            use.set(_VALUE, ids[id])
        self._name_the_default(body)

    def _name_the_default(self, body: _Element) -> None:
        """A paragraph without a style has the default one of its file: where the two files differ
        in it, the old one is named."""
        before, after = default_style(self._old), default_style(self._new)
        if not before or (after and style_name(self._old[before]) == style_name(self._new[after])):
            return
        id = self._id(before)
        for paragraph in body.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            if properties is None:
                properties = etree.Element(f"{W}pPr")
                paragraph.insert(0, properties)
            if properties.find(f"{W}pStyle") is None:
                style = etree.Element(f"{W}pStyle")
                style.set(_VALUE, id)
                properties.insert(0, style)

    def write(self) -> None:
        """Puts the style sheet with the added styles back among the parts."""
        if self.added and self._sheet is not None:
            self._parts[self._part] = written_part(self._sheet)

    def _id(self, id: str) -> str:
        style = self._old.get(id)
        if style is None or self._sheet is None:
            return id
        name = style_name(style)
        if name in self._names:
            return self._names[name]
        copy = deepcopy(style)
        free = id if id not in self._new else f"{id}Old"
        copy.set(f"{W}styleId", free)
        copy.attrib.pop(f"{W}default", "")
        self._names[name], self._new[free] = free, copy
        self._sheet.append(copy)
        self.added.append(copy)
        for lead in list(copy.iterchildren(*_LEADS)):
            lead.set(_VALUE, self._id(lead.get(_VALUE, "")))
        return free


def styles_by_id(parts: dict[str, bytes]) -> dict[str, _Element]:
    """The styles of a file."""
    name = linked(parts, "styles")
    return _styles(etree.fromstring(parts[name])) if name in parts else {}


def _styles(sheet: _Element) -> dict[str, _Element]:
    return {style.get(f"{W}styleId", ""): style for style in sheet.iterfind(f"{W}style")}


def default_style(styles: dict[str, _Element]) -> str:
    """The style of paragraphs that name none."""
    return next(
        (
            id
            for id, style in styles.items()
            if style.get(f"{W}default") in ("1", "true") and style.get(f"{W}type") == "paragraph"
        ),
        "",
    )


def style_name(style: _Element) -> str:
    """Word knows a style by its name and kind, in large or small letters."""
    name = style.find(f"{W}name")
    said = "" if name is None else name.get(_VALUE, "")
    return f"{style.get(f'{W}type', '')} {said.casefold()}"
