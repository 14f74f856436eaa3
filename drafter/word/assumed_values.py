"""Values on a cover, in headers and footers that nobody has confirmed: marked as in the text.

While a part is filled such a value stands between two control characters, which no answer and no
Word file can hold; then it becomes a run of its own in the style of the mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from drafter.agreement.tag_value import TagValue

_START, _END = "\x01", "\x02"
_MARKED = re.compile(f"{_START}(.*?){_END}", re.DOTALL)
_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?", re.DOTALL)
_STYLE = re.compile(r"<w:rStyle [^>]*/>")
_EMPTY = re.compile(_RUN.pattern + r"<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)
_SPACED = '<w:t xml:space="preserve">'


def between_marks(value: object, shown: str) -> str:
    """What a value shows, between marks where nobody has confirmed it."""
    return f"{_START}{shown}{_END}" if _is_assumed(value) else shown


def keeping_marks(form: Callable[..., str]) -> Callable[..., str | TagValue]:
    """A form of Jinja's whose result is assumed where the value, or one of its members, is."""

    def formed(value: object, *given: object) -> str | TagValue:
        each = [value, *(value if isinstance(value, TagValue) else ())]
        words = str(form(value, *given))
        return TagValue(words, assumed=True) if any(map(_is_assumed, each)) else words

    return formed


def joined(members: Iterable[object], between: str = "") -> str:
    """Members as one text."""
    return between.join(map(str, members))


def _is_assumed(value: object) -> bool:
    return isinstance(value, TagValue) and value.is_assumed()


def in_style(part: str, style: str) -> str:
    """A filled part whose marked values are runs in a character style; without a style, and outside
    words, no mark is left."""
    if _START not in part:
        return part
    pieces: list[str] = []
    end = 0
    for found in _MARKED.finditer(part):
        pieces.append(part[end : found.start()])
        before = "".join(pieces)
        opened = max(before.rfind("<w:t>"), before.rfind("<w:t "))
        if style and opened > before.rfind("</w:t>"):
            pieces = [_spaced(before, opened), *_own_run(before, found[1], style)]
        else:
            pieces.append(found[1])
        end = found.end()
    return _EMPTY.sub("", "".join([*pieces, part[end:]]))


def _spaced(before: str, opened: int) -> str:
    """What stands before a value, its blanks kept now that its text ends there."""
    return before[:opened] + before[opened:].replace("<w:t>", _SPACED, 1)


def _own_run(before: str, value: str, style: str) -> list[str]:
    *_, run = _RUN.finditer(before)
    plain = run[0] if run[0].endswith("</w:rPr>") else f"{run[0]}<w:rPr></w:rPr>"
    named = f'<w:rPr><w:rStyle w:val="{style}"/>'
    marked = _STYLE.sub("", plain).replace("<w:rPr>", named, 1)
    return ["</w:t></w:r>", marked, _SPACED, value, "</w:t></w:r>", run[0], _SPACED]
