"""The values of a compiled library as text (JSON), and back: equal to what they were.

>>> decode(encode((Duration("months", 6), Decimal("2.50"))))
(Duration(unit='months', number=6), Decimal('2.50'))

A value that is no word, number or mapping stands as a list that opens with the number of its
class. Places point into a table of source lines, since many places share a line.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any

from drafter import printed_words
from drafter.conditions import model as conditions
from drafter.diagnostics import Place
from drafter.kinds import KINDS, PERIOD, RECORD
from drafter.kinds import model as values
from drafter.kinds import sort as sorts
from drafter.kinds.model import Duration as Duration
from drafter.library import model as library
from drafter.prose import model as prose
from drafter.prose.model import Settled
from drafter.questionnaire import model as questionnaire
from drafter.questionnaire import relation

Lines = dict[tuple[str, int, str], int]
PlaceTable = list[tuple[str, int, str]]


def _defined(module: ModuleType) -> Iterator[type]:
    """The classes of values that a module defines, in its order."""
    for one in vars(module).values():
        own = isinstance(one, type) and one.__module__ == module.__name__
        if own and (hasattr(one, "__match_args__") or issubclass(one, Enum)):
            yield one


_SORTS = {type(sort): sort for sort in (*KINDS.values(), RECORD, PERIOD)}
_PLAIN = (tuple, frozenset, Settled, Decimal, date, Place)
_CLASSES = (
    *(
        one
        for module in (
            values,
            sorts,
            conditions,
            prose,
            relation,
            questionnaire,
            printed_words,
            library,
        )
        for one in _defined(module)
    ),
    *_SORTS,
)
_NUMBERS = {one: number for number, one in enumerate((*_PLAIN, *_CLASSES))}
SHAPES = " ".join(f"{one.__name__}{getattr(one, '__match_args__', ())}" for one in _CLASSES)
"""The classes with their fields: what was encoded under other shapes cannot be decoded."""


def encode(value: object) -> str:
    """A value as one line of text. Raises `TypeError` for what no library holds."""
    lines: Lines = {}
    node = _node(value, lines)
    return json.dumps([list(lines), node], ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Any:
    """The value that `encode` wrote."""
    lines, node = json.loads(text)
    return _value(node, lines)


# --- to text --------------------------------------------------------------------------------


def _node(value: Any, lines: Lines) -> object:
    kind = type(value)
    if value is None or kind in (str, int, bool):
        return value
    if isinstance(value, Mapping):
        return {_key(key): _node(one, lines) for key, one in value.items()}
    if kind not in _NUMBERS:
        raise TypeError(f"a library holds no {kind.__name__}")
    return [_NUMBERS[kind], *_members(value, lines)]


def _key(key: object) -> str:
    if type(key) is not str:
        raise TypeError("the mappings of a library are keyed by words")
    return key


def _members(value: Any, lines: Lines) -> Iterator[object]:
    match value:
        case Place(file, line, column, source, width):
            yield from (lines.setdefault((file, line, source), len(lines)), column, width)
        case Decimal() | date():
            yield str(value)
        case Enum():
            yield value.value
        case frozenset():
            yield from sorted(_node(one, lines) for one in value)  # type: ignore[type-var]
        case tuple():
            yield from (_node(one, lines) for one in value)
        case _:
            yield from (_node(getattr(value, name), lines) for name in value.__match_args__)


# --- from text ------------------------------------------------------------------------------


def _value(node: Any, lines: PlaceTable) -> Any:
    if type(node) is list:
        return _MAKERS[node[0]](node, lines)
    if type(node) is dict:
        return {key: _value(one, lines) for key, one in node.items()}
    return node


def _values(node: list[Any], lines: PlaceTable) -> list[Any]:
    return [_value(one, lines) for one in node[1:]]


def _place(node: list[Any], lines: PlaceTable) -> Place:
    file, line, source = lines[node[1]]
    return Place(file, line, node[2], source, node[3])


def _maker(kind: type) -> Callable[[list[Any], PlaceTable], Any]:
    if kind in _SORTS:  # each sort is one object, and is known by `is`
        return lambda node, lines: _SORTS[kind]
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda node, lines: members[node[1]]
    return lambda node, lines: kind(*_values(node, lines))


_MAKERS: tuple[Callable[[list[Any], PlaceTable], Any], ...] = (
    lambda node, lines: tuple(_values(node, lines)),
    lambda node, lines: frozenset(_values(node, lines)),
    lambda node, lines: Settled(_values(node, lines)),
    lambda node, lines: Decimal(node[1]),
    lambda node, lines: date.fromisoformat(node[1]),
    _place,
    *map(_maker, _CLASSES),
)
