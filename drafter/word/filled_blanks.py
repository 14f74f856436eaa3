"""What was typed into the controls of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from drafter.ooxml.controls import TITLE_LIMIT
from drafter.ooxml.namespaces import W
from drafter.ooxml.package import MAIN
from drafter.word.labels import value

_OFF = ("0", "false", "off")
_GONE = (f"{W}del", f"{W}moveFrom", f"{W}sdtPr")
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}p": "\n"}


class FoundControl(NamedTuple):
    """A control: its tag and title, which a program may have lost, the words that stand in it, and
    the day that was taken from its calendar (ISO date)."""

    tag: str
    title: str
    words: str
    day: str = ""


def controls_in(parts: Mapping[str, bytes]) -> Iterator[FoundControl]:
    """The controls of the document that take an answer, in reading order."""
    for node in ElementTree.fromstring(parts[MAIN]).iter(f"{W}sdt"):
        settings, inside = node.find(f"{W}sdtPr"), node.find(f"{W}sdtContent")
        if settings is not None and inside is not None:
            tag, title = value(settings, "tag"), value(settings, "alias")
            if tag or title:
                yield FoundControl(tag, title, _words(inside), _day(settings))


def is_blank(control: FoundControl) -> bool:
    """Whether the prompt still stands in it; a program may forget that it is one, so its words
    tell."""
    words = control.words
    as_prompt = words.startswith("[") and words.endswith("]")
    return not words or (as_prompt and words.strip("[] ")[:TITLE_LIMIT] == control.title)


def _words(inside: Element) -> str:
    return "".join(_texts(inside)).replace("\u00a0", " ").strip()


def _texts(node: Element) -> Iterator[str]:
    for child in node:
        if child.tag in _GONE:
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        yield _SIGNS.get(child.tag, "")
        yield from _texts(child)


def _day(settings: Element) -> str:
    date = settings.find(f"{W}date")
    return "" if date is None else date.get(f"{W}fullDate", "")[:10]
