"""Finished Word files in tests: a few paragraphs, as an editor leaves them."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.ooxml.namespaces import DECLARATION, OFFICE, WORD
from drafter.proofreading import Proofs, proofread
from support.firms import level, style

_SPACES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
CLAUSE = '<w:pStyle w:val="Clause"/>'
_NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
STYLES = (
    f"{DECLARATION}<w:styles {_SPACES}>" + style("Normal", "Normal")
    + style("Heading", "heading 1", _NUMBERED.format(0))
    + style("Clause", "Clause", _NUMBERED.format(1))
    + style("Item", "Item", _NUMBERED.format(2)) + "</w:styles>"
)  # fmt: skip
NUMBERING = (
    f'{DECLARATION}<w:numbering {_SPACES}><w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)  # fmt: skip
FILLER = (
    "The parties have agreed to work with one another for as long as it is of use to both of them "
    "and to tell the other of what they have seen in time, and each is to bear the cost of its own "
    "work for this, which is not to be more than it would have been in the year before that."
)
"""English enough to be known for it."""


def p(words: str, style: str = "", inside: str = "") -> str:
    """A paragraph of plain words, in a style, with more inside it."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    shown = words.replace("&", "&amp;").replace("<", "&lt;")
    text = f'<w:r><w:t xml:space="preserve">{shown}</w:t></w:r>' if words else ""
    return f"<w:p>{named}{text}{inside}</w:p>"


def field(code: str, shown: str) -> str:
    """A field that shows some words."""
    return f'<w:fldSimple w:instr="{code}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'


def marked(name: str, words: str, style: str = "") -> str:
    """A paragraph under a bookmark."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return (f'<w:p>{named}<w:bookmarkStart w:id="1" w:name="{name}"/><w:r><w:t>{words}</w:t></w:r>'
            '<w:bookmarkEnd w:id="1"/></w:p>')  # fmt: skip


def file(paragraphs: Iterable[str], more: dict[str, str] | None = None) -> dict[str, bytes]:
    """The parts of a file with these paragraphs, and others beside them."""
    body = f"{DECLARATION}<w:document {_SPACES}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    parts = {"word/document.xml": body, "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
    return {name: data.encode() for name, data in {**parts, **(more or {})}.items()}


def proofs(*paragraphs: str, more: dict[str, str] | None = None, filler: str = FILLER) -> Proofs:
    """What is found in these paragraphs, after one that is plainly English."""
    return proofread(file([p(filler), *paragraphs], more))


def found(*paragraphs: str, more: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """The rule and the words of each remark."""
    return [(one.rule, one.words) for one in proofs(*paragraphs, more=more).remarks]
