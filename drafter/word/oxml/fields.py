"""Fields: a code that Word computes, and the words that it showed last."""

from __future__ import annotations

from drafter.word.oxml.runs import escaped


def field_mark(kind: str, style: str = "") -> str:
    """One mark of a complex field: `begin`, `separate` or `end`."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(code: str) -> str:
    """The code of a complex field, between `begin` and `separate`."""
    return f"<w:r><w:instrText>{escaped(code)}</w:instrText></w:r>"


def field(code: str, shown: str, style: str = "") -> str:
    """A whole field that shows `shown` (no space at its ends) until Word computes it anew."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return (
        f'<w:r>{looks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r>{looks}<w:instrText>{code}</w:instrText></w:r>"
        f'<w:r>{looks}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{looks}<w:t>{escaped(shown)}</w:t></w:r>"
        f'<w:r>{looks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(bookmark: str, inside: str) -> str:
    """Runs that lead to a bookmark of the same file."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inside}</w:hyperlink>'
