"""A firm's document without its sample text: the places put in, the page set-up kept as it is."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from drafter.agreement.tag_reading import ROOTS
from drafter.ooxml.package import MAIN
from drafter.ooxml.runs import quoted
from drafter.ooxml.spans import Span, inside, spans
from drafter.word.tagged_parts import AGREEMENT_PLACE, CONTENTS_PLACE, TAGS

_TAGS = re.compile(rb"<[^>]+>")
_REFERENCE = re.compile(rb"<(\w+:)?(header|footer)Reference\b[^>]*/>")
_KIND = re.compile(rb'\btype="(\w+)"')
_NAMES = "|".join((*TAGS, *ROOTS)).encode()
_LOOP = re.compile(rb"\{%%[a-z]*-?\s*for\s+(\w+)\s+in\s+(?:%s)\b" % _NAMES)
_ANY = re.compile(rb"\{[{%#]")
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


class Emptied(NamedTuple):
    """The document with places; how many paragraphs and tables were taken out of how many, and
    whether the sample had a contents page."""

    document: bytes
    taken_out: int
    kept: int
    sections: int
    contents: bool


def is_prepared(parts: Mapping[str, bytes]) -> bool:
    """Whether the document has the place for the agreement already."""
    words = _TAGS.sub(b"", parts[MAIN])
    return bool(re.search(rb"\{\{\s*%s\s*\}\}" % AGREEMENT_PLACE.encode(), words))


def emptied(parts: Mapping[str, bytes], closing: str) -> Emptied:
    """The document with its cover, if tags stand there, and the section of most of its text;
    `closing`: the style of the lines at its end."""
    data = parts[MAIN]
    (body,) = spans(data, "document/body")
    whole = spans(data, "document/body/*")
    blocks = [one for one in whole if one.name != "sectPr"]
    cover = _cover([_TAGS.sub(b"", data[one.start : one.end]) for one in blocks])
    first, last = inside(data, body)
    kept = data[first : blocks[cover - 1].end] if cover else b""
    contents = b"TOC " in data and b"instrText" in data
    section, sections = _section(data, blocks[cover:] if cover else blocks)
    places = _places(contents, closing).encode()
    document = data[:first] + kept + places + section + data[last:]
    return Emptied(document, len(blocks) - cover, cover, sections, contents)


def _cover(words: list[bytes]) -> int:
    """How many blocks come before the agreement: those up to the last tag of ours, unless tags of
    another program stand there too."""
    ours = _ours(words)
    tagged = [at + 1 for at, each in enumerate(words) if ours.search(each)]
    last = tagged[-1] if tagged else 0
    foreign = any(_ANY.search(ours.sub(b"", each)) for each in words[:last])
    return 0 if foreign else last


def _ours(words: list[bytes]) -> re.Pattern[bytes]:
    """Tags that name what drafter knows, or the word of a loop over that."""
    names = b"|".join((_NAMES, *(_LOOP.findall(b" ".join(words)))))
    shown = rb"\{\{\s*(?:%s)\b[^{}]*\}\}" % names
    loop = rb"\{%%[a-z]*-?\s*for\s+\w+\s+in\s+(?:%s)\b[^{}]*%%\}" % names
    test = rb"\{%%[a-z]*-?\s*(?:el)?if\s+(?:not\s+)?(?:%s)\b[^{}]*%%\}" % names
    ends = rb"\{%[a-z]*-?\s*(?:else|endif|endfor)\s*-?%\}"
    return re.compile(b"|".join((shown, loop, test, ends)))


def _places(contents: bool, closing: str) -> str:
    """The paragraphs that the writer fills. The number of the agreement stands at its end too, for
    a file that goes out must carry it."""
    listed = _tag(CONTENTS_PLACE) + _PAGE if contents else ""
    return listed + _tag(AGREEMENT_PLACE) + _tag("reference", closing) + _tag("closing", closing)


def _tag(name: str, style: str = "") -> str:
    looks = f'<w:pPr><w:pStyle w:val="{quoted(style)}"/></w:pPr>' if style else ""
    return f"<w:p>{looks}<w:r><w:t>{{{{ {name} }}}}</w:t></w:r></w:p>"


def _section(data: bytes, blocks: list[Span]) -> tuple[bytes, int]:
    """The page set-up of the section with most blocks, with the headers that it takes from the
    sections before it; and how many sections there are."""
    ends = spans(data, "document/body/p/pPr/sectPr", "document/body/sectPr")
    begun = [block.start for block in blocks]
    before = [0, *(bisect(begun, end.start) for end in ends)]
    sizes = [after - first for first, after in pairwise(before)]
    if not ends:
        return b"", 0
    chosen = max(range(len(ends)), key=lambda at: (sizes[at], at))
    own = data[ends[chosen].start : ends[chosen].end]
    taken: dict[tuple[bytes, bytes], bytes] = {}
    for one in ends[:chosen]:
        taken |= _references(data[one.start : one.end])
    missing = [xml for key, xml in taken.items() if key not in _references(own)]
    return with_references(own, b"".join(missing)), len(ends)


def _references(section: bytes) -> dict[tuple[bytes, bytes], bytes]:
    found = {}
    for one in _REFERENCE.finditer(section):
        kind = _KIND.search(one[0])
        found[one[2], kind[1] if kind else b"default"] = one[0]
    return found


def with_references(section: bytes, references: bytes) -> bytes:
    """A page set-up with more headers or footers; they stand first in it."""
    if not references:
        return section
    opening = section.index(b">") + 1
    if section[opening - 2 : opening] == b"/>":
        return section[: opening - 2] + b">" + references + b"</w:sectPr>"
    return section[:opening] + references + section[opening:]
