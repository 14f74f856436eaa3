"""What each module of drafter imports, wherever in the module it does so."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Import(NamedTuple):
    """One import: who imports, what, and whether it is late (in a function) or for types only."""

    by: str
    what: str
    late: bool
    typing: bool


@cache
def modules() -> dict[str, Path]:
    """Every module of drafter with its file."""
    files = (ROOT / "drafter").rglob("*.py")
    return {_name(path): path for path in files if "migrations" not in path.parts}


@cache
def imports() -> tuple[Import, ...]:
    """Every import of every module, of others' modules too."""
    return tuple(one for name, path in modules().items() for one in _of(name, path))


def uses() -> dict[str, set[str]]:
    """Which modules of drafter each module imports, late and for types only as well."""
    found: dict[str, set[str]] = {name: set() for name in modules()}
    for one in imports():
        if one.what in found and one.what != one.by:
            found[one.by].add(one.what)
    return found


def circles(uses: dict[str, set[str]]) -> list[list[str]]:
    """The sets of modules of which each comes back to itself through the others."""
    reach = {name: reached(name, uses) for name in uses}
    found = {tuple(sorted(other for other in reach[name] if name in reach[other]))
             for name in uses if name in reach[name]}  # fmt: skip
    return [list(circle) for circle in sorted(found)]


def reached(name: str, uses: dict[str, set[str]]) -> set[str]:
    """The modules that a module leads to, by whatever way."""
    found: set[str] = set()
    waiting = list(uses[name])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += uses[one]
    return found


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _of(name: str, path: Path) -> Iterator[Import]:
    yield from _in(ast.parse(path.read_text("utf-8")).body, name, late=False, typing=False)


def _in(nodes: Iterable[ast.AST], by: str, late: bool, typing: bool) -> Iterator[Import]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (Import(by, one.name, late, typing) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = (f"{node.module}.{one.name}" for one in node.names)
            found = {one if one in modules() else node.module for one in whole}
            yield from (Import(by, one, late, typing) for one in sorted(found))
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            only = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
            yield from _in(ast.iter_child_nodes(node), by, late or inside, typing or only)
