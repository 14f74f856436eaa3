"""Runs: words in a paragraph."""

from __future__ import annotations

import re

from drafter.ooxml.scripts import has_other_script, stretches

ASSUMED_STYLE = "Assumed"
"""The style of ours that marks what nobody has confirmed; it says nothing of the words."""

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
_SIGN = re.compile("([\n\t])")
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


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
    """Whether a text has line breaks, tabs or words in another script."""
    return "\n" in text or "\t" in text or has_other_script(text)


def broken(text: str) -> str:
    """Character data with line breaks and tabs as Word has them inside a run."""
    return escaped(text).replace("\n", LINE_BREAK).replace("\t", TAB)


def lines_run(text: str, style: str = "", language: str = "") -> str:
    """Text of any shape in a document of a language: line breaks, tabs, words in other scripts."""
    if not has_other_script(text):
        return _stretch(text, style)
    return "".join(_stretch(each.words, style, each.looks) for each in stretches(text, language))


def _stretch(text: str, style: str, more: str = "") -> str:
    looks = f'<w:rStyle w:val="{style}"/>' if style else ""
    looks = f"<w:rPr>{looks}{more}</w:rPr>" if looks or more else ""
    signs = _SIGN.split(text)
    return f"<w:r>{looks}{''.join(_SIGNS.get(each) or _text(each) for each in signs if each)}</w:r>"
