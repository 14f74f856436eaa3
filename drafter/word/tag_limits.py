"""What the templates of a house style may do: an allow-list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.agreement.tag_value import FORMS, is_form
from drafter.word.tag_paths import LINES, deal_nodes

# Print values, test them, walk their lines and members. Nothing is called but these, and nothing
# can grow: no sum, product or power, no padding, loops over lines and members only, one inside
# another at most. All of it is asked before Jinja computes anything; it would compute constants as
# soon as it looks for names.
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
DEEPEST_LOOPS = 2
_FILTERS = {"upper", "lower", "title", "trim", "length", "first", "last", "join", "default"}
_METHODS = {"splitlines", "upper", "lower", "title", "strip"}
_LOOP = {"first", "last", "index", "index0", "length", "revindex"}


def beyond_limits(tree: Any) -> Iterator[str]:
    """Each thing in a template that a house style may not do."""
    from jinja2 import nodes

    ours = deal_nodes(tree)
    for node in (tree, *tree.find_all(nodes.Node)):
        kind = type(node).__name__
        if kind not in _NODES:
            yield f"`{kind.lower()}`"
        elif isinstance(node, nodes.Filter) and not _may_filter(node):
            yield f"`|{node.name}`"
        elif isinstance(node, nodes.Test) and node.name not in _TESTS:
            yield f"`is {node.name}`"
        elif isinstance(node, nodes.Getattr) and id(node) not in ours and not _may_get(node):
            yield f"`.{node.attr}`"
        elif isinstance(node, nodes.Call) and not _may_call(node, ours):
            yield "`a call`"
        elif isinstance(node, nodes.For) and not _may_walk(node, ours):
            yield "a loop over anything but members or lines, or inside another loop twice"


def _may_filter(node: Any) -> bool:
    """Only constants as arguments: a value joined by a value would grow as their product."""
    given = (*node.args, *(each.value for each in node.kwargs))
    constant = all(type(each).__name__ == "Const" for each in given)
    if node.name in FORMS and constant:
        return len(given) < 2 and all(is_form(node.name, str(each.value)) for each in given)
    return node.name in _FILTERS and constant


def _may_walk(node: Any, ours: set[int]) -> bool:
    from jinja2 import nodes

    called = isinstance(node.iter, nodes.Call) and _may_call(node.iter, ours)
    lines = called and node.iter.node.attr == LINES
    inside = sum(1 for _ in node.find_all(nodes.For))
    one = isinstance(node.target, nodes.Name)
    return (
        one and (lines or id(node.iter) in ours) and not node.recursive and (inside < DEEPEST_LOOPS)
    )


def _may_get(node: Any) -> bool:
    inside = getattr(node.node, "name", "")
    return node.attr in (_LOOP if inside == "loop" else _METHODS)


def _may_call(node: Any, ours: set[int]) -> bool:
    if id(node.node) in ours:
        return False
    return getattr(node.node, "attr", "") in _METHODS and not (node.args or node.kwargs)
