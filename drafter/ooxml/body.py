"""The main part of a Word file: read as a tree, put back among the other parts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLES = "word/styles.xml"
_NO_LEVEL = "9"  # body text, as Word writes it


def read_body(parts: dict[str, bytes]) -> _Element:
    """The `w:body` of a Word file."""
    from lxml import etree

    body = etree.fromstring(parts[MAIN], _parser()).find(f"{W}body")
    return cast("_Element", body)


def headings(parts: dict[str, bytes]) -> frozenset[str]:
    """The ids of the paragraph styles that make a heading: those with a level in the outline, of
    their own or of the style that they are based on."""
    from lxml import etree

    if STYLES not in parts:
        return frozenset()
    styles = {
        str(style.get(f"{W}styleId")): (
            _value(style.find(f"{W}pPr/{W}outlineLvl")),
            _value(style.find(f"{W}basedOn")),
        )
        for style in etree.fromstring(parts[STYLES], _parser()).iter(f"{W}style")
    }
    return frozenset(id for id in styles if _outline_level(id, styles) not in ("", _NO_LEVEL))


def _outline_level(id: str, styles: dict[str, tuple[str, str]]) -> str:
    seen: set[str] = set()
    while id in styles and id not in seen:
        seen.add(id)
        level, id = styles[id]
        if level:
            return level
    return ""


def _value(node: _Element | None) -> str:
    return "" if node is None else node.get(f"{W}val", "")


def with_body(parts: dict[str, bytes], body: _Element) -> bytes:
    """A .docx with another body, every other part byte for byte, fixed dates."""
    from lxml import etree

    xml = etree.tostring(
        body.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, data in {**parts, MAIN: xml}.items():
            fixed = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            fixed.create_system, fixed.external_attr = 3, 0o644 << 16
            package.writestr(fixed, data, ZIP_DEFLATED, 6)
    return out.getvalue()


def _parser() -> Any:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True)
