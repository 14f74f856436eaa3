"""What is lent put into a firm's parts, after everything that stands there."""

from __future__ import annotations

import re

from drafter.ooxml.links import Link, links_name, links_of, links_part
from drafter.ooxml.namespaces import DECLARATION, OFFICE, WORD, WORD_PART
from drafter.ooxml.package import MAIN, TYPES
from drafter.ooxml.spans import inside, spans
from drafter.word.firm.proposal import Proposal

STYLES, LISTS = "word/styles.xml", "word/numbering.xml"
_NUMBER = re.compile(rb'<\w+:(?:abstractNum|num)\b[^>]*?\b(?:abstractNumId|numId)="(\d+)"')
_NO_LISTS = f'{DECLARATION}<w:numbering xmlns:w="{WORD}"></w:numbering>'
_TYPE = f'<Override PartName="/{LISTS}" ContentType="{WORD_PART}numbering+xml"/>'


def next_number(lists: bytes) -> int:
    """A number that no list and no use of one has."""
    return max((int(number) for number in _NUMBER.findall(lists)), default=0) + 1


def lend(parts: dict[str, bytes], made: Proposal) -> None:
    """Put lent styles and lists into the parts; in the order of the format, lists come before
    their uses."""
    parts[STYLES] = at_end(parts[STYLES], "".join(made.styles))
    if not made.lists:
        return
    if LISTS not in parts:
        own = Link("addedNumbering", "numbering", f"{OFFICE}/numbering", "numbering.xml", False)
        parts[LISTS] = _NO_LISTS.encode()
        parts[links_name(MAIN)] = links_part((*links_of(parts, MAIN), own)).encode()
        parts[TYPES] = at_end(parts[TYPES], _TYPE)
    data = _opened(parts[LISTS])
    first, last = _place_of_uses(data)
    lists, uses = "".join(made.lists).encode(), "".join(made.uses).encode()
    parts[LISTS] = data[:first] + lists + data[first:last] + uses + data[last:]


def _place_of_uses(data: bytes) -> tuple[int, int]:
    """Where the uses of lists begin and end."""
    if uses := spans(data, "numbering/num"):
        return uses[0].start, uses[-1].end
    last = spans(data, "numbering/numIdMacAtCleanup")
    end = last[0].start if last else inside(data, spans(data, "numbering")[0])[1]
    return end, end


def at_end(data: bytes, more: str) -> bytes:
    """A part with more before the end of its root."""
    end = data.rindex(b"</")
    return data[:end] + more.encode() + data[end:]


def _opened(data: bytes) -> bytes:
    """A part whose root may hold nothing, ready to hold something."""
    (root,) = spans(data, "numbering")
    if data[root.end - 2 : root.end] != b"/>":
        return data
    return data[: root.end - 2] + b"></w:numbering>" + data[root.end :]
