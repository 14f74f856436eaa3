"""Making the shell: tags of a part found with docxtpl's own cleaning, checked, and split off.

Runs once, when a house style is read for the first time; docxtpl and Jinja are loaded only here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.word.shell import (
    AGREEMENT_PLACE,
    CONTENTS_PLACE,
    LINE,
    PLACE,
    PLACES,
    TAG,
    TAGS,
    WATERMARK_PLACE,
    WORDS,
    Piece,
    TaggedPart,
    sandbox,
)

_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|</w:p>).)*</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SIMPLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_ANY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")

# What a template may do: print values, test them, walk their lines. Every walk is as long as a
# value, so nothing runs for ever; nothing is called but these.
_NODES = {
    "Template", "Output", "TemplateData", "Name", "If", "For", "Const", "Compare", "Operand",
    "And", "Or", "Not", "Getattr", "Call", "Filter", "Test", "CondExpr", "Concat",
}  # fmt: skip
_FILTERS = {"upper", "lower", "title", "trim", "length", "first", "last", "join", "default"}
_METHODS = {"splitlines", "upper", "lower", "title", "strip"}
_LOOP = {"first", "last", "index", "index0", "length", "revindex"}


def tagged(name: str, text: str) -> tuple[TaggedPart, list[Diagnostic]]:
    """The part `name` with its tags split off, and every fault in them."""
    patch = import_module("docxtpl").DocxTemplate.patch_xml
    pieces = list(_lines_and_places(patch(None, text), in_body=name == "word/document.xml"))
    if all(_plain(piece.text) for piece in pieces if piece.kind == WORDS):
        whole = tuple(part for piece in pieces for part in _split(piece))
        faults = [_unknown(name, x.text) for x in whole if x.kind in (TAG, LINE) and _stray(x.text)]
        return TaggedPart(name, whole), faults
    source = "".join(map(_jinja, pieces))
    return TaggedPart(name, source=source), list(_jinja_faults(name, source))


def with_watermark_place(text: str) -> str:
    """A header with a place for the watermark at the end of its first paragraph."""
    if "</w:p>" not in text:
        text = re.sub(r"<w:p( [^>]*)?/>", r"<w:p\1></w:p>", text, count=1)
    return text.replace("</w:p>", f"{{{{ {WATERMARK_PLACE} }}}}</w:p>", 1)


def _stray(name: str) -> bool:
    return name not in TAGS


def _plain(text: str) -> bool:
    return not _ANY.search(_SIMPLE.sub("", text))


def _lines_and_places(text: str, in_body: bool) -> Iterator[Piece]:
    """Paragraphs that hold one tag and nothing else stand apart from the words between them."""
    start = 0
    for found in _PARAGRAPH.finditer(text) if in_body else ():
        shown = _TEXT.findall(found[0])
        tag = _SIMPLE.fullmatch("".join(shown).strip())
        before = text[start : found.start()]
        if not tag or text.count("<w:tbl>", 0, found.start()) > text.count(
            "</w:tbl>", 0, found.start()
        ):
            continue
        yield Piece(WORDS, before)
        start = found.end()
        if tag[1] in (AGREEMENT_PLACE, CONTENTS_PLACE):
            yield Piece(PLACE, tag[1])
        else:
            yield _line(found[0], tag[0], tag[1])
    yield Piece(WORDS, text[start:])


def _line(paragraph: str, tag: str, name: str) -> Piece:
    before, after = paragraph.split(tag, 1)
    return Piece(LINE, name, before, after)


def _split(piece: Piece) -> Iterator[Piece]:
    if piece.kind != WORDS:
        yield piece
        return
    for place, text in enumerate(_SIMPLE.split(piece.text)):
        if place % 2:
            yield Piece(PLACE if text == WATERMARK_PLACE else TAG, text)
        elif text:
            yield Piece(WORDS, text)


def _jinja(piece: Piece) -> str:
    if piece.kind == LINE:
        walk = f"{{% for line in {piece.text}.splitlines() %}}"
        return f"{walk}{piece.before}{{{{ line }}}}{piece.after}{{% endfor %}}"
    return f"{{{{ {piece.text} }}}}" if piece.kind == PLACE else piece.text


def _unknown(part: str, name: str) -> Diagnostic:
    says = f"the tag `{{{{ {name} }}}}` names nothing that can be printed here"
    return Diagnostic("unknown-tag", says, Place(part), did_you_mean(name, TAGS))


def _jinja_faults(part: str, source: str) -> Iterator[Diagnostic]:
    from jinja2 import TemplateError, meta

    try:
        tree = sandbox().parse(source)
    except TemplateError as fault:
        says = f"a tag cannot be read: {fault.message}"
        yield Diagnostic("broken-tag", says, Place(part), "tags look like {{ title }}")
        return
    for name in sorted(meta.find_undeclared_variables(tree) - {*TAGS, *PLACES}):
        yield _unknown(part, name)
    for what in sorted(set(_beyond(tree))):
        says = f"`{what}` is more than a house style may do"
        cure = "print a value, test it, or walk its lines with `splitlines()`"
        yield Diagnostic("unsafe-tag", says, Place(part), cure)


def _beyond(tree: Any) -> Iterator[str]:
    from jinja2 import nodes

    for node in (tree, *tree.find_all(nodes.Node)):
        kind = type(node).__name__
        if kind not in _NODES:
            yield kind.lower()
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            yield f"|{node.name}"
        elif isinstance(node, nodes.Getattr) and not _may_get(node):
            yield f".{node.attr}"
        elif isinstance(node, nodes.Call) and not _may_call(node):
            yield "a call"


def _may_get(node: Any) -> bool:
    inside = getattr(node.node, "name", "")
    return node.attr in (_LOOP if inside == "loop" else _METHODS)


def _may_call(node: Any) -> bool:
    return getattr(node.node, "attr", "") in _METHODS and not (node.args or node.kwargs)
