"""The ids of rules as the code writes them: each word that is handed to a fault as its rule.

What takes a `rule` hands it on, so the word stands where it is called. It must stand there as a
word, as the `RULE` of its module, or be the rule of something else that is itself written so.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CODE = Path(__file__).resolve().parent.parent.parent / "drafter"
_ID = re.compile(r"[a-z]+(-[a-z]+)*")
_NAMED = re.compile(r"\(?(RULE|rule)\b")
_HANDED_ON = re.compile(r"RULE|rule|rule\.id|relation\.id|self\.id|self\.rule\.id|\w+\.rule")


class Taker(NamedTuple):
    """What takes a rule: where among its arguments, how many it needs, in which file it is."""

    at: int
    needs: int
    file: Path


class Written(NamedTuple):
    """What a call hands over as a rule, and where it stands."""

    ids: tuple[str, ...]
    odd: str
    place: str


def written() -> Iterator[Written]:
    """Every call in the code that hands over a rule."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(CODE.rglob("*.py"))}
    takers: dict[str, list[Taker]] = {}
    for path, tree in trees.items():
        for name, taker in _takers(path, tree):
            takers.setdefault(name, []).append(taker)
    for path, tree in trees.items():
        yield from _named(path, tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from _handed(node, path, takers)


def _takers(path: Path, tree: ast.Module) -> Iterator[tuple[str, Taker]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            takes = [ast.unparse(one) for one in node.args.args if one.arg not in ("self", "cls")]
            needs = len(takes) - len(node.args.defaults)
        elif isinstance(node, ast.ClassDef):
            fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
            takes = [f"{ast.unparse(one.target)}: {ast.unparse(one.annotation)}" for one in fields]
            needs = sum(one.value is None for one in fields)
        else:
            continue
        if "rule: str" in takes:
            yield node.name, Taker(takes.index("rule: str"), needs, path)


def _named(path: Path, tree: ast.Module) -> Iterator[Written]:
    """The words that are called `RULE` or `rule` before they are handed over."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _NAMED.match(ast.unparse(node.targets[0])):
            ids = tuple(one for one in _words(node.value) if _ID.fullmatch(one))
            yield Written(ids, "", _place(path, node))


def _handed(call: ast.Call, path: Path, takers: dict[str, list[Taker]]) -> Iterator[Written]:
    """The rule of a call; where several things bear the name, whichever it fits."""
    method = isinstance(call.func, ast.Attribute)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    near = [one for one in takers.get(name, ()) if method or one.file == path]
    known = near or ([] if method or name.startswith("_") else takers.get(name, []))
    count = len(call.args) + len(call.keywords)
    given = [one for taker in known if count >= taker.needs for one in _given(call, taker)]
    if not given:
        return
    fitting = [one for one in given if all(_ID.fullmatch(id) for id in one) and one]
    odd = "" if fitting or any(not one for one in given) else f"{given}"
    yield Written(tuple(id for one in fitting for id in one), odd, _place(path, call))


def _given(call: ast.Call, taker: Taker) -> Iterator[tuple[str, ...]]:
    """The words at the rule's place; none where a rule is only handed on."""
    named = [one.value for one in call.keywords if one.arg == "rule"]
    for one in named or call.args[taker.at : taker.at + 1]:
        yield tuple(_words(one))


def _words(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Tuple):
        yield from _words(node.elts[0])
    elif isinstance(node, ast.IfExp):
        yield from (*_words(node.body), *_words(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif not _HANDED_ON.fullmatch(ast.unparse(node)):
        yield f"{ast.unparse(node)}?"


def _place(path: Path, node: ast.stmt | ast.expr) -> str:
    return f"{path.relative_to(CODE).as_posix()}:{node.lineno}"
