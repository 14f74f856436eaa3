"""What the templates of a house style may do: an allow-list, checked before anything is run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.diagnostics import Diagnostic, Place, did_you_mean, told_by
from drafter.word.shell import PLACES, TAGS, sandbox

# Print values, test them, walk their lines. Every walk is as long as a value, so nothing runs for
# ever; nothing is called but these.
_NODES = {
    "Template", "Output", "TemplateData", "Name", "If", "For", "Const", "Compare", "Operand",
    "And", "Or", "Not", "Getattr", "Call", "Filter", "Test", "CondExpr", "Concat",
}  # fmt: skip
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
        tree = sandbox().parse(source)
    except TemplateError as fault:
        cure, note = "tags look like {{ title }}", told_by("tag parser", fault.message)
        yield Diagnostic("broken-tag", "a tag cannot be read", Place(part), cure, (note,))
        return
    for name in sorted(meta.find_undeclared_variables(tree) - {*TAGS, *PLACES}):
        yield unknown_tag(part, name)
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
