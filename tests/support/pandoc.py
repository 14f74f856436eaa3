"""What pandoc reads in a Word file: each paragraph with its level, bold words marked.

Pandoc knows neither tracked rows nor tracked styles, leaves the shell of a paragraph or item that
is gone, and puts a space where it joins two paragraphs. So shells are passed over, spaces are
left out, and a level is the kinds of list around a paragraph, not its number.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

_FORMATS = {"Strong": "**", "Emph": "_", "Underline": "__"}


class Read(NamedTuple):
    """A paragraph as pandoc reads it."""

    level: tuple[str, ...]
    text: str


@cache
def pandoc(docx: bytes, changes: str = "accept") -> tuple[Read, ...]:
    """The paragraphs that have words; `changes` is `accept` or `reject`."""
    command = ["pandoc", "--from=docx", "--to=json", f"--track-changes={changes}", "-"]
    done = subprocess.run(command, input=docx, check=True, capture_output=True, timeout=120)
    return tuple(each for each in _blocks(json.loads(done.stdout)["blocks"], ()) if each.text)


def _blocks(blocks: Any, level: tuple[str, ...]) -> Iterator[Read]:
    for block in blocks:
        kind, content = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            yield Read(level, _text(content))
        elif kind == "Header":
            yield Read((*level, f"heading {content[0]}"), _text(content[2]))
        elif kind in ("OrderedList", "BulletList"):
            look = content[0][1]["t"] if kind == "OrderedList" else "bullet"
            items = content[1] if kind == "OrderedList" else content
            for item in items:
                yield from _blocks(item, (*level, look))
        elif kind == "Table":
            yield from _rows(content, (*level, "table"))
        elif kind in ("Div", "BlockQuote"):
            yield from _blocks(content[-1] if kind == "Div" else content, level)


def _rows(node: Any, level: tuple[str, ...]) -> Iterator[Read]:
    """The cells of a table: lists of five, the last one being blocks."""
    if isinstance(node, list):
        if len(node) == 5 and isinstance(node[2], int) and isinstance(node[4], list):
            yield from _blocks(node[4], level)
        else:
            for each in node:
                yield from _rows(each, level)


def _text(inlines: Any) -> str:
    whole = "".join(map(_inline, inlines))
    for mark in _FORMATS.values():
        whole = whole.replace(mark * 2, "")
    return "".join(whole.split())


def _inline(inline: Any) -> str:
    kind, content = inline["t"], inline.get("c")
    if kind == "Str":
        return str(content)
    if kind in _FORMATS:
        return f"{_FORMATS[kind]}{_text(content)}{_FORMATS[kind]}"
    return _text(content[1]) if kind in ("Link", "Span") else ""
