"""What the tags of a part read of a deal: each name with its place, loops followed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from drafter.agreement.tag_reading import EACH, IS, ROOTS, WALK, TagReading
from drafter.agreement.tag_value import FORMS

LINES = "splitlines"
_OVER_MEMBERS = ("length", "first", "last", "join")
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|</w:p>).)*</w:p>", re.DOTALL)
_START = re.compile(r"<w:p[ >]")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_LONGEST_SHOWN = 60  # characters of a paragraph
Path: TypeAlias = tuple[str, ...]
Scope: TypeAlias = Mapping[str, Path | None]  # what a loop's word stands for


class TagPlaces:
    """The paragraphs of a part as its designer sees them: `lines` has the number and the words of
    each."""

    def __init__(self, text: str) -> None:
        self.lines = [
            (len(_START.findall(text, 0, found.end())), "".join(_TEXT.findall(found[0])))
            for found in (_PARAGRAPH.finditer(text) if "{" in text else ())
        ]

    def of(self, words: str) -> str:
        """Where a tag stands: ` in paragraph 3 (“Party: {{ title }}”)`; empty if nowhere."""
        whole = re.compile(rf"(?<![\w.]){re.escape(words)}(?![\w.])")
        for number, line in self.lines:
            if "{" in line and whole.search(line):
                shown = line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"
                return f" in paragraph {number} (“{shown}”)"
        return ""


def simple_reading(part: str, name: str, places: TagPlaces) -> TagReading:
    """What a tag reads that prints one name: `answers.effective_date`."""
    return TagReading(tuple(name.split(".")), part=part, where=places.of(name))


def template_readings(tree: Any, part: str, places: TagPlaces) -> Iterator[TagReading]:
    """What a template reads of a deal, each once."""
    found = (one._replace(part=part, where=places.of(shown)) for one, shown in _found(tree, {}))
    yield from dict.fromkeys(found)


def deal_nodes(tree: Any) -> set[int]:
    """The identities of the nodes that are names of a deal."""
    return {id(node) for node in _paths(tree, {})}


def _found(node: Any, scope: Scope) -> Iterator[tuple[TagReading, str]]:
    """Each reading, with the words that it is written in."""
    kind = type(node).__name__
    path = path_of(node, scope)
    if path:
        yield TagReading(path), _written(node)
        return
    if kind == "For":
        yield from _walked(node.iter, scope)
    elif kind == "Filter":
        yield from _filtered(node, scope)
    elif kind == "Compare":
        yield from _compared(node, scope)
    for child, inside in _children(node, scope):
        yield from _found(child, inside)


def _walked(node: Any, scope: Scope) -> Iterator[tuple[TagReading, str]]:
    if path := path_of(node, scope):
        yield TagReading(path, WALK), _written(node)
        yield TagReading((*path, EACH)), _written(node)


def _filtered(node: Any, scope: Scope) -> Iterator[tuple[TagReading, str]]:
    path = path_of(node.node, scope) if node.node else None
    if path and node.name in FORMS:
        yield TagReading(path, node.name), _written(node.node)
    elif path and node.name in _OVER_MEMBERS:
        yield from _walked(node.node, scope)


def _compared(node: Any, scope: Scope) -> Iterator[tuple[TagReading, str]]:
    for one in node.ops:
        if one.op == "in" and (path := path_of(one.expr, scope)):
            yield from _walked(one.expr, scope)
        elif type(one.expr).__name__ == "Const" and (path := path_of(node.expr, scope)):
            yield TagReading(path, IS, str(one.expr.value)), _written(node.expr)


def _paths(node: Any, scope: Scope) -> Iterator[Any]:
    if path_of(node, scope):
        yield node
    for child, inside in _children(node, scope):
        yield from _paths(child, inside)


def _children(node: Any, scope: Scope) -> Iterator[tuple[Any, Scope]]:
    """The nodes below, each with what the words of loops stand for there."""
    if type(node).__name__ != "For":
        yield from ((child, scope) for child in node.iter_child_nodes())
        return
    path = path_of(node.iter, scope)
    word = getattr(node.target, "name", "")
    inside = {**scope, word: (*path, EACH) if path else None}
    yield node.iter, scope
    yield from ((child, scope) for child in node.else_)
    yield from ((child, inside) for child in (*node.body, *([node.test] if node.test else [])))


def path_of(node: Any, scope: Scope) -> Path | None:
    """The path that a node spells; None if it is no name of a deal."""
    kind = type(node).__name__
    if kind == "Name":
        return scope[node.name] if node.name in scope else _root(node.name)
    if kind == "Getattr" and not node.attr.startswith("_") and node.attr != LINES:
        before = path_of(node.node, scope)
        return (*before, node.attr) if before else None
    return None


def _root(name: str) -> Path | None:
    return (name,) if name in ROOTS else None


def _written(node: Any) -> str:
    return f"{_written(node.node)}.{node.attr}" if hasattr(node, "attr") else str(node.name)
