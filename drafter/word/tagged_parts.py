"""The shell: parts of a house style that hold tags, kept as plain pieces.

A tag stands for a value of the cover (`{{ title }}`) or for a place that the writer fills
(`{{ agreement }}`). Parts with loops or tests keep their Jinja source instead, and only they load
Jinja when an agreement is drafted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from drafter.agreement.tag_reading import TagReading
from drafter.agreement.tag_value import FORMS, TagValue
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.ooxml.runs import LINE_BREAK, broken
from drafter.word.assumed_values import between_marks, joined, keeping_marks
from drafter.word.tag_blocks import without_empty

TAGS = ("title", "parties", "date", "reference", "status", "closing", "draft", "matter", "document")
"""What a cover, a header or a footer may print."""

CONTENTS_PLACE, AGREEMENT_PLACE = "contents", "agreement"
WATERMARK_PLACE, NOTES_PLACE = "watermark", "notes"
_BODY = "<w:body>"
_HEADING_ABOVE = re.compile(r"<w:p(?: [^>]*)?>(?:(?!</?w:p[ >]|<w:sectPr).)*</w:p>\Z", re.DOTALL)
PLACES = (CONTENTS_PLACE, AGREEMENT_PLACE, WATERMARK_PLACE, NOTES_PLACE)

LARGEST_FILLED = 20_000_000  # characters that the tags of a part may print
TagValues: TypeAlias = Mapping[str, str | TagValue]

_SPELLED_OTHERWISE = ("upper", "lower", "title", "trim")
WORDS, TAG, LINE, PLACE = "words", "tag", "line", "place"


class PartPiece(NamedTuple):
    """A stretch of a part: XML as it stands (`words`), a value inside text (`tag`), a place of the
    writer's (`place`), or a paragraph of its own for each line of a value (`line`), which stands
    between `before` and `after`. `text` is the XML or the name."""

    kind: str
    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TaggedPart:
    """A part of the package with tags: its pieces, or its Jinja `source` if they do not do; `reads`
    is what they read of a deal."""

    name: str
    pieces: tuple[PartPiece, ...] = ()
    source: str = ""
    reads: tuple[TagReading, ...] = ()


def sheet_of(part: TaggedPart) -> TaggedPart:
    """The document of a house style without what stands before the agreement: a sheet has neither
    cover nor contents page. One whose pages have loops or tests stays whole."""
    places = [at for at, one in enumerate(part.pieces) if one[:2] == (PLACE, AGREEMENT_PLACE)]
    if not places:
        return part
    opening = "".join(one.text for one in part.pieces if one.kind == WORDS).partition(_BODY)
    start = PartPiece(WORDS, opening[0] + opening[1])
    return TaggedPart(part.name, (start, *part.pieces[places[0] :]))


def without_contents(part: TaggedPart) -> TaggedPart:
    """A part without the lines of a contents page, and without the heading just above them. One
    whose pages have loops or tests stays whole."""
    found = [at for at, one in enumerate(part.pieces) if one[:2] == (PLACE, CONTENTS_PLACE)]
    if not found or not found[0]:
        return part
    *others, last = part.pieces[: found[0]]
    above = last._replace(text=_HEADING_ABOVE.sub("", last.text)) if last.kind == WORDS else last
    return TaggedPart(part.name, (*others, above, *part.pieces[found[0] + 1 :]))


def filled(part: TaggedPart, values: TagValues, places: Mapping[str, str]) -> str:
    """The XML of a part with the values of the cover and the writer's own XML in their places.
    Raises `Refused` where its loops would make it larger than a part may be."""
    if part.source:
        return _by_jinja(part, values, places)
    return "".join(_piece(piece, values, places) for piece in part.pieces)


def _piece(piece: PartPiece, values: TagValues, places: Mapping[str, str]) -> str:
    if piece.kind == WORDS:
        return piece.text
    if piece.kind == PLACE:
        return places.get(piece.text, "")
    value = _value(piece.text, values)
    if piece.kind == TAG:
        return between_marks(value, broken(str(value)))
    lines = (between_marks(value, broken(line)) for line in str(value).split("\n") if str(value))
    return "".join(piece.before + line + piece.after for line in lines)


def _value(name: str, values: TagValues) -> object:
    """What a name stands for; fields of a deal are read through its dots."""
    first, *fields = name.split(".")
    value: object = values.get(first, "")
    for each in fields:
        value = getattr(value, each, "")
    return value


def _by_jinja(part: TaggedPart, values: TagValues, places: Mapping[str, str]) -> str:
    from markupsafe import Markup

    whole = dict.fromkeys(TAGS, "") | dict(values)
    ours = {name: Markup(places.get(name, "")) for name in PLACES}
    room = LARGEST_FILLED + sum(map(len, places.values()))
    pieces = _template(part.source).generate({**whole, **ours})
    return without_empty("".join(_within(room, pieces, part.name)))


def _within(room: int, pieces: Iterable[str], part: str) -> Iterator[str]:
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            says = f"its loops print more than {LARGEST_FILLED:,} characters with these answers"
            raise Refused([Diagnostic("unsafe-tag", says, Place(part), "walk shorter lists")])
        yield piece


@lru_cache(maxsize=64)
def _template(source: str) -> Any:
    return sandbox().from_string(source)


def sandbox() -> Any:
    """Jinja as a house style may use it: no way out, no missing name, every value escaped."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_escaped, keep_trailing_newline=True
    )
    forms = {**FORMS, "join": joined, **{one: made.filters[one] for one in _SPELLED_OTHERWISE}}
    made.filters.update({name: keeping_marks(form) for name, form in forms.items()})
    return made


def _escaped(value: Any) -> Any:
    from markupsafe import Markup, escape

    if isinstance(value, Markup):
        return value
    return Markup(between_marks(value, str(escape(value)).replace("\n", LINE_BREAK)))
