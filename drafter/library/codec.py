"""The values of a compiled library as text (JSON), and back: equal to what they were.

>>> decode(encode((Duration("months", 6), Decimal("2.50"))))
(Duration(unit='months', number=6), Decimal('2.50'))

Each value that occurs stands once, after all that it holds: a word or a number as itself, another
as a list of where its members stand, which ends with the number of its class.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
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

Standing = dict[object, int]
"""Where values stand, by themselves with their class or by the members that they have."""


def _defined(module: ModuleType) -> Iterator[type]:
    """The classes of values that a module defines, in its order."""
    for one in vars(module).values():
        own = isinstance(one, type) and one.__module__ == module.__name__
        if own and (hasattr(one, "__match_args__") or issubclass(one, Enum)):
            yield one


_SORTS = {type(sort): sort for sort in (*KINDS.values(), RECORD, PERIOD)}
_GATHERED = (tuple, frozenset, Settled)  # they take their members as one
_PLAIN = (*_GATHERED, dict, Decimal, date, Place)
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
    nodes: list[object] = []
    _stand(value, nodes, {})
    return json.dumps(nodes, ensure_ascii=False, separators=(",", ":"))


def decode(text: str | bytes) -> Any:
    """The value that `encode` wrote."""
    values: list[Any] = []
    add, held = values.append, values.__getitem__
    for node in json.loads(text):
        if type(node) is not list:
            add(node)
        elif (number := node.pop()) < len(_GATHERED):
            add(_MAKERS[number](map(held, node)))
        else:
            add(_MAKERS[number](*map(held, node)))
    return values[-1]


# --- to text --------------------------------------------------------------------------------


def _stand(value: Any, nodes: list[object], standing: Standing) -> int:
    """Where a value stands among the nodes; it is put there if it does not."""
    kind = dict if isinstance(value, Mapping) else type(value)
    if value is None or kind in (str, int, bool):
        known, node = (kind, value), value
    elif kind not in _NUMBERS:
        raise TypeError(f"a library holds no {kind.__name__}")
    else:
        node = [*(_stand(one, nodes, standing) for one in _members(value)), _NUMBERS[kind]]
        known = tuple(node)
    if known not in standing:
        standing[known] = len(nodes)
        nodes.append(node)
    return standing[known]


def _members(value: Any) -> Iterable[object]:
    match value:
        case Decimal() | date():
            return (str(value),)
        case Enum():
            return (value.value,)
        case frozenset():
            return sorted(value, key=repr)
        case tuple():
            return value
        case Mapping():
            return (one for key, held in value.items() for one in (_key(key), held))
        case _:
            return (getattr(value, name) for name in value.__match_args__)


def _key(key: object) -> str:
    if type(key) is not str:
        raise TypeError("the mappings of a library are keyed by words")
    return key


# --- from text ------------------------------------------------------------------------------


def _maker(kind: type) -> Callable[..., Any]:
    if kind in _SORTS:  # each sort is one object, and is known by `is`
        return lambda: _SORTS[kind]
    return kind


_MAKERS: tuple[Callable[..., Any], ...] = (
    *_GATHERED,
    lambda *members: dict(zip(members[::2], members[1::2], strict=True)),
    Decimal,
    date.fromisoformat,
    Place,
    *map(_maker, _CLASSES),
)
