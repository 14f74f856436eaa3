"""Tests and loops of a part: no paragraph, row or table stays that only held their tags.

A marker stands before each paragraph and row with tags while a part is filled; what comes out
without words is taken out with it.
"""

from __future__ import annotations

import re

_STATEMENT = r"\{%-?\s*(?:if|elif|else|endif|for|endfor)\b(?:(?!%\}).)*%\}"
_BARE = re.compile(rf"\s*(?:{_STATEMENT}\s*)+", re.DOTALL)
_ROW = re.compile(r"<w:tr(?: [^>]*)?>(?:(?!<w:tr[ >]).)*?</w:tr>", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|</w:p>).)*</w:p>", re.DOTALL)
_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tbl>).)*?</w:tbl>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SHOWS = re.compile(r"<w:(?:drawing|pict|object|fldChar|fldSimple|br|sym|sectPr|tab/)\b|<w:tab/>")
_MARK = "<?tags?>"
_MARKED_PARAGRAPH = re.compile(re.escape(_MARK) + f"({_PARAGRAPH.pattern})", re.DOTALL)
_MARKED_ROW = re.compile(re.escape(_MARK) + f"({_ROW.pattern})", re.DOTALL)
_BARE_CELL = re.compile(r"(<w:tc>|<w:tc [^>]*>|</w:tcPr>)</w:tc>")
_BARE_PAGE = re.compile(r"(<w:(hdr|ftr)\b[^>]*>)(</w:\2>)")


def without_bare_blocks(text: str) -> str:
    """A part in which a row or paragraph that holds nothing but tests and loops is these alone."""
    text = _ROW.sub(_bare, text)
    outside = []
    end = 0
    for table in _TABLE.finditer(text):
        outside += [_PARAGRAPH.sub(_bare, text[end : table.start()]), table[0]]
        end = table.end()
    return "".join([*outside, _PARAGRAPH.sub(_bare, text[end:])])


def _bare(found: re.Match[str]) -> str:
    words = "".join(_TEXT.findall(found[0]))
    return words if _BARE.fullmatch(words) and not _SHOWS.search(found[0]) else found[0]


def marked(text: str) -> str:
    """A part with a mark before each paragraph and row that holds tags; its last paragraph, which
    a document must have, gets none."""
    last = max((one.start() for one in _PARAGRAPH.finditer(text)), default=0)
    text = _PARAGRAPH.sub(lambda one: _with_mark(one, one.start() == last), text)
    return _ROW.sub(lambda one: _with_mark(one, False), text)


def _with_mark(found: re.Match[str], is_last: bool) -> str:
    return found[0] if is_last or "{" not in found[0] else _MARK + found[0]


def without_empty(text: str) -> str:
    """A filled part without the marked paragraphs and rows that show nothing, and without tables
    that have no row left."""
    text = _MARKED_PARAGRAPH.sub(_if_shown, text)
    text = _MARKED_ROW.sub(_if_shown, _BARE_CELL.sub(r"\1<w:p/></w:tc>", text))
    text = _TABLE.sub(lambda one: one[0] if "<w:tr" in one[0] else "", text)
    return _BARE_PAGE.sub(r"\1<w:p/>\3", text.replace(_MARK, ""))


def _if_shown(found: re.Match[str]) -> str:
    whole = found[1]
    words = "".join(_TEXT.findall(whole)).strip()
    return whole if words or _SHOWS.search(whole) else ""
