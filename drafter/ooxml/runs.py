"""Runs: words in a paragraph."""

from __future__ import annotations

import re

ASSUMED_STYLE = "Assumed"
"""The style of ours that marks what nobody has confirmed; it says nothing of the words."""

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_SIGN = re.compile("([\n\t])")
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}

# Words written from right to left, with what stands between two of them.
_RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    "(?:[\\W\\d]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*)"
)


def escaped(text: str) -> str:
    """Text as XML character data.

    >>> escaped("A & B <w:p> ]]>")
    'A &amp; B &lt;w:p&gt; ]]&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Text as an attribute value between double quotes."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def run(text: str, style: str = "") -> str:
    """One run, in a character style if `style` (a style id) is given."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{looks}{_text(text)}</w:r>"


def _text(text: str) -> str:
    """Words of a run; only blanks at an end or side by side need to be kept by force."""
    data = escaped(text)
    loose = len(text.strip()) < len(text) or "  " in text
    return f'<w:t xml:space="preserve">{data}</w:t>' if loose else f"<w:t>{data}</w:t>"


def is_odd(text: str) -> bool:
    """Whether a text has line breaks, tabs or words that run from right to left."""
    return "\n" in text or "\t" in text or _runs_from_right(text)


def _runs_from_right(text: str) -> bool:
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def broken(text: str) -> str:
    """Character data with line breaks and tabs as Word has them inside a run."""
    return escaped(text).replace("\n", LINE_BREAK).replace("\t", TAB)


def lines_run(text: str, style: str = "") -> str:
    """Text of any shape: line breaks, tabs, and words that run from right to left."""
    if not _runs_from_right(text):
        return _stretch(text, style)
    stretches = _RIGHT_TO_LEFT.split(text)
    return "".join(
        _stretch(stretch, style, rtl=bool(place % 2))
        for place, stretch in enumerate(stretches)
        if stretch
    )


def _stretch(text: str, style: str, rtl: bool = False) -> str:
    looks = f'<w:rStyle w:val="{style}"/>' if style else ""
    looks += "<w:rtl/>" if rtl else ""
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    signs = _SIGN.split(text)
    return f"<w:r>{looks}{''.join(_SIGNS.get(each) or _text(each) for each in signs if each)}</w:r>"
