"""The public library as a page: what `drafter` names, as its docstrings describe it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import Any

import drafter

_LONGEST = 80
_KEYWORD = inspect.Parameter.KEYWORD_ONLY
_REST = inspect.Parameter.VAR_POSITIONAL
_EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)


class _Unquoted(str):
    """An annotation that is shown as it is written."""

    __slots__ = ()
    __repr__ = str.__str__


def print_public_library() -> str:
    """The page: the calls of `from drafter import …`, in the order of their names."""
    names = sorted((name for name in drafter.__all__ if name != "__version__"), key=str.lower)
    sections = (line for name in names for line in _section(name, getattr(drafter, name)))
    return "\n".join(["# The public library\n", _words(drafter), *sections])


def _section(name: str, what: Any) -> Iterator[str]:
    yield f"## {name}\n"
    if isinstance(what, type) and issubclass(what, Enum):
        yield _words(what)
        yield "\n".join(f"- `{one.name}`: `{one.value}`" for one in what) + "\n"
        return
    if callable(what):
        yield _heading(name, what)
    yield _words(what)
    if isinstance(what, type):
        for member, one in _members(what):
            yield f"### {name}.{member}\n"
            if inspect.isroutine(one):
                yield _heading(member, one)
            yield _words(one)


def _members(what: type) -> Iterator[tuple[str, Any]]:
    """What a class offers by itself, in the order in which it is written."""
    for name, one in vars(what).items():
        told = one.__func__ if isinstance(one, (classmethod, staticmethod)) else one
        offered = inspect.isfunction(told) or isinstance(told, (property, cached_property))
        if offered and not name.startswith("_"):
            yield name, told


def _heading(name: str, what: Any) -> str:
    """The call with its parameters, one a line where they are many."""
    signature = inspect.signature(what)
    parameters = [one for one in signature.parameters.values() if one.name != "self"]
    given = [str(_unquoted(one)) for one in parameters]
    kinds = [one.kind for one in parameters]
    if _KEYWORD in kinds and _REST not in kinds:
        given.insert(kinds.index(_KEYWORD), "*")
    gives = "" if isinstance(what, type) else f" -> {signature.return_annotation}"
    call = f"{name}({', '.join(given)}){gives}"
    if len(call) > _LONGEST:
        call = f"{name}(\n    " + ",\n    ".join(given) + f",\n){gives}"
    return f"```python\n{call}\n```\n"


def _unquoted(one: inspect.Parameter) -> inspect.Parameter:
    """A parameter as it is written; a default that has no name of its own is `...`."""
    written = getattr(one.annotation, "__forward_arg__", one.annotation)  # that of a named tuple
    given = one.default is not inspect.Parameter.empty
    nameless = given and repr(one.default).startswith("<")
    default = _Unquoted("...") if nameless else one.default
    return one.replace(annotation=_Unquoted(written), default=default)


def _words(what: Any) -> str:
    """A docstring, its examples set as code."""
    said = inspect.getdoc(what) or ""
    return _EXAMPLE.sub(lambda example: f"```python\n{example[0]}\n```", said) + "\n"
