"""Fields: a code that Word computes, and the words that it showed last."""

from __future__ import annotations

from drafter.ooxml.runs import escaped

# Each part of a field stands in a run of its own, as Word itself writes it: programs that compare
# or mark changes count on that.
_BEGIN, _SEPARATE, _END = (
    f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")
)


def opened_field(code: str) -> str:
    """The runs before the first words that a field shows, where these run over paragraphs."""
    asked = f"<w:instrText>{escaped(code)}</w:instrText>"
    return f"<w:r>{_BEGIN}</w:r><w:r>{asked}</w:r><w:r>{_SEPARATE}</w:r>"


def closed_field() -> str:
    """The run after the last words that such a field shows."""
    return f"<w:r>{_END}</w:r>"


def field(code: str, shown: str, style: str = "") -> str:
    """A whole field that shows `shown` (no space at its ends) until Word computes it anew."""
    run = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else "<w:r>"
    return (
        f"{run}{_BEGIN}</w:r>{run}<w:instrText>{code}</w:instrText></w:r>{run}{_SEPARATE}</w:r>"
        f"{run}<w:t>{escaped(shown)}</w:t></w:r>{run}{_END}</w:r>"
    )


def link(bookmark: str, inside: str) -> str:
    """Runs that lead to a bookmark of the same file."""
    return f'<w:hyperlink w:anchor="{bookmark}">{inside}</w:hyperlink>'
