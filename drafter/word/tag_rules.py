"""What the templates of a house style may do: an allow-list, checked before anything is run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.diagnostics import Diagnostic, Place, did_you_mean, note_from
from drafter.word.tagged_parts import PLACES, TAGS, sandbox

# Print values, test them, walk their lines. Nothing is called but these, and nothing can grow: no
# sum, product or power, no padding, loops over lines only and one inside another at most. All of it
# is asked before Jinja computes anything; it would compute constants as soon as it looks for names.
_NODES = {
    "Template",
    "Output",
    "TemplateData",
    "Name",
    "If",
    "For",
    "Const",
    "Compare",
    "Operand",
    "And",
    "Or",
    "Not",
    "Getattr",
    "Call",
    "Filter",
    "Test",
    "CondExpr",
    "Concat",
}
_TESTS = {"defined", "undefined", "none", "string", "upper", "lower", "in", "eq", "ne"}
MOST_TAGS = 500  # of a part
LONGEST_TAG, LONGEST_WORD = 60, 200  # words and signs; characters
DEEPEST_BLOCKS = 8  # tests and loops inside one another
DEEPEST_LOOPS = 2
LARGEST_PART = 3_000_000  # bytes of a part with tags
_FILTERS = {"upper", "lower", "title", "trim", "length", "first", "last", "join", "default"}
_METHODS = {"splitlines", "upper", "lower", "title", "strip"}
_LOOP = {"first", "last", "index", "index0", "length", "revindex"}


def unknown_tag(part: str, name: str) -> Diagnostic:
    """A tag that names nothing, with the nearest name that would do."""
    says = f"the tag `{{{{ {name} }}}}` names nothing that can be printed here"
    return Diagnostic("unknown-tag", says, Place(part), did_you_mean(name, TAGS))


def template_faults(part: str, source: str) -> Iterator[Diagnostic]:
    """Everything in a template that cannot be read, names nothing, or is not allowed."""
    from jinja2 import TemplateError, meta

    try:
        beyond = sorted(set(_too_much(source)))
        tree: Any = None if beyond else sandbox().parse(source)
    except TemplateError as fault:
        cure, note = "tags look like {{ title }}", note_from("tag parser", fault.message)
        yield Diagnostic("broken-tag", "a tag cannot be read", Place(part), cure, (note,))
        return
    beyond = beyond or sorted(set(_beyond(tree)))
    for what in beyond:
        says = f"{what} is more than a house style may do"
        cure = "print a value, test it, or walk its lines with `splitlines()`"
        yield Diagnostic("unsafe-tag", says, Place(part), cure)
    if not beyond:
        for name in sorted(meta.find_undeclared_variables(tree) - {*TAGS, *PLACES}):
            yield unknown_tag(part, name)


def size_faults(part: str, text: str) -> Iterator[Diagnostic]:
    """Whether a part is small enough to look for tags in it."""
    for found, most, what in (
        (len(text), LARGEST_PART, "characters in a part with tags"),
        (text.count("{{") + text.count("{%") + text.count("{#"), MOST_TAGS, "tags in a part"),
    ):
        if found > most:
            says = f"{found:,} {what} are too many; {most:,} is the most"
            yield Diagnostic("unsafe-tag", says, Place(part), "keep cover and headers short")


def _too_much(source: str) -> Iterator[str]:
    """What is too deep or too long to be read at all."""
    long = blocks = 0
    last = ""
    for _, kind, word in sandbox().lex(source):
        if kind in ("variable_begin", "block_begin"):
            long = 0
        elif kind in ("name", "operator", "string", "integer", "float"):
            long += 1
            if long > LONGEST_TAG or len(word) > LONGEST_WORD:
                yield f"a tag of {LONGEST_TAG} words, or {LONGEST_WORD} characters a word,"
                return
            opens = last == "block_begin" and word in ("if", "for")
            blocks += opens - (last == "block_begin" and word in ("endif", "endfor"))
            if blocks > DEEPEST_BLOCKS:
                yield f"a test or loop inside {DEEPEST_BLOCKS} others"
                return
        last = kind if kind != "whitespace" else last


def _beyond(tree: Any) -> Iterator[str]:
    from jinja2 import nodes

    for node in (tree, *tree.find_all(nodes.Node)):
        kind = type(node).__name__
        if kind not in _NODES:
            yield f"`{kind.lower()}`"
        elif isinstance(node, nodes.Filter) and not _may_filter(node):
            yield f"`|{node.name}`"
        elif isinstance(node, nodes.Test) and node.name not in _TESTS:
            yield f"`is {node.name}`"
        elif isinstance(node, nodes.Getattr) and not _may_get(node):
            yield f"`.{node.attr}`"
        elif isinstance(node, nodes.Call) and not _may_call(node):
            yield "`a call`"
        elif isinstance(node, nodes.For) and not _may_walk(node):
            yield "a loop over anything but lines, or inside another loop twice"


def _may_filter(node: Any) -> bool:
    """Only constants as arguments: a value joined by a value would grow as their product."""
    given = (*node.args, *(each.value for each in node.kwargs))
    return node.name in _FILTERS and all(type(each).__name__ == "Const" for each in given)


def _may_walk(node: Any) -> bool:
    from jinja2 import nodes

    lines = isinstance(node.iter, nodes.Call) and _may_call(node.iter)
    inside = sum(1 for _ in node.find_all(nodes.For))
    return (
        lines
        and node.iter.node.attr == "splitlines"
        and not node.recursive
        and (inside < DEEPEST_LOOPS)
    )


def _may_get(node: Any) -> bool:
    inside = getattr(node.node, "name", "")
    return node.attr in (_LOOP if inside == "loop" else _METHODS)


def _may_call(node: Any) -> bool:
    return getattr(node.node, "attr", "") in _METHODS and not (node.args or node.kwargs)
