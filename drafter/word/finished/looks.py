"""How letters look: document defaults, paragraph style, character style, the run itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from drafter.ooxml.namespaces import W
from drafter.word.finished.model import Letters
from drafter.word.labels import MOST_BASED_ON, value

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_SWITCHES = {"b": "bold", "i": "italic", "vanish": "hidden"}
_PLAIN_COLOURS = ("auto", "000000")


class LookSheet:
    """The looks of the styles of a file: ask for a paragraph style and a run's own settings."""

    def __init__(self, styles: Element, theme: Element | None = None) -> None:
        self._fonts = dict(_theme_fonts(theme))
        self._styles = {node.get(f"{W}styleId", ""): node for node in styles.iter(f"{W}style")}
        self._defaults = own_look(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self.plain = next(map(_id, filter(_is_plain, self._styles.values())), "")
        self.of_style = lru_cache(maxsize=None)(self._of_style)

    def look(self, style: str, run: Element | None) -> Letters:
        """The look of a run with these settings in a paragraph of this style."""
        if run is None:
            return self.of_style(style)
        settings = self._chained(value(run, "rStyle")) | own_look(run)
        return self._named(self.of_style(style)._replace(**settings))

    def chain(self, style: str) -> list[Element]:
        """A style and those that it is based on, the nearest first."""
        found: dict[str, Element] = {}
        while style in self._styles and style not in found and len(found) < MOST_BASED_ON:
            found[style] = self._styles[style]
            style = value(found[style], "basedOn")
        return list(found.values())

    def name(self, style: str) -> str:
        """The name of a style as a person sees it."""
        return value(self._styles.get(style), "name", style)

    def setting(self, style: str, name: str) -> str:
        """A setting of paragraphs (`jc`, `outlineLvl`) as the nearest style has it."""
        found = (value(node.find(f"{W}pPr"), name) for node in self.chain(style))
        return next(filter(None, found), "")

    def _of_style(self, style: str) -> Letters:
        settings = self._defaults | self._chained(style or self.plain)
        return self._named(Letters()._replace(**settings))

    def _named(self, look: Letters) -> Letters:
        """A look with the font that its theme means."""
        return look._replace(font=self._fonts.get(look.font, look.font))

    def _chained(self, style: str) -> dict[str, Any]:
        looks = (own_look(node.find(f"{W}rPr")) for node in reversed(self.chain(style)))
        return _joined(looks)


def own_look(settings: Element | None) -> dict[str, Any]:
    """What a `w:rPr` says of the look, by the names of `Letters`."""
    if settings is None:
        return {}
    found: dict[str, Any] = {}
    for node in settings:
        tag, given = node.tag.rpartition("}")[2], node.get(f"{W}val", "")
        if tag in _SWITCHES:
            found[_SWITCHES[tag]] = given not in _OFF
        elif tag == "sz":
            found["size"] = given
        elif tag == "color":
            found["colour"] = "" if given.lower() in _PLAIN_COLOURS else given.upper()
        elif tag == "highlight":
            found["highlight"] = "" if given in _OFF else given
        elif tag == "rFonts" and (font := _font(node)):
            found["font"] = font
    return found


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    """The fonts that a theme names, by the names that runs have for them."""
    for kind in ("major", "minor"):
        latin = None if theme is None else theme.find(f".//{_DRAWING}{kind}Font/{_DRAWING}latin")
        if latin is not None and latin.get("typeface"):
            for script in ("HAnsi", "Ascii"):
                yield f"{kind}{script}", latin.get("typeface", "")


def _font(node: Element) -> str:
    return node.get(f"{W}asciiTheme", "") or node.get(f"{W}ascii", "")


def _id(style: Element) -> str:
    return style.get(f"{W}styleId", "")


def _is_plain(style: Element) -> bool:
    default = style.get(f"{W}default", "0") not in _OFF
    return default and style.get(f"{W}type") == "paragraph"


def _joined(looks: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {key: given for look in looks for key, given in look.items()}
