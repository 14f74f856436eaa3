"""Properties that headers and footers of a firm show: kept, so that Word finds them again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from drafter.diagnostics import NOTE, Diagnostic, Place, quoted
from drafter.ooxml.properties import CUSTOM
from drafter.ooxml.spans import spans, without
from drafter.word.forbidden import field_codes

_SHOWN = re.compile(r"\s*DOCPROPERTY\s+(?:\"([^\"]*)\"|(\S+))", re.IGNORECASE)
_NAME = re.compile(rb'\bname="([^"]*)"')
_OURS = {"title", "subject", "language", "creator"}  # properties that every draft has


def shown_properties(parts: Mapping[str, bytes]) -> set[str]:
    """The names of properties that headers and footers show."""
    found: set[str] = set()
    for name, data in parts.items():
        if re.fullmatch(r"word/(header|footer)[^/]*\.xml", name) and b"DOCPROPERTY" in data:
            codes = field_codes(ElementTree.fromstring(data))
            found |= {one[1] or one[2] for code in codes if (one := _SHOWN.match(code))}
    return found


def with_custom(parts: dict[str, bytes], file: str) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The parts with those properties of the firm alone that its pages show, and a note of each
    that they show and the file has not."""
    shown = shown_properties(parts)
    data = parts.get(CUSTOM, b"")
    listed = spans(data, "Properties/property") if data else []
    each = {one: _named(data[one.start : one.end]) for one in listed}
    rest = {name: part for name, part in parts.items() if name != CUSTOM}
    kept = shown & set(each.values())
    if kept:
        rest[CUSTOM] = without(data, [one for one, name in each.items() if name not in kept])
    return rest, list(_unknown(shown - kept, file))


def _unknown(names: set[str], file: str) -> Iterator[Diagnostic]:
    for name in sorted(names):
        if name.lower() not in _OURS:
            says = f"a header or footer shows the property {quoted(name)}, which the file has not"
            cure = "Word keeps the words that stand there until fields are updated"
            yield Diagnostic("style-assumed", says, Place(file), cure, severity=NOTE)


def _named(property: bytes) -> str:
    found = _NAME.search(property)
    return ElementTree.fromstring(b'<a b="' + found[1] + b'"/>').get("b", "") if found else ""
