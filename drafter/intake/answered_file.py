"""An answers file as it was read, before anybody judges it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.data_classes import dataclass, field
from drafter.questionnaire.record import Places


@dataclass(frozen=True, slots=True)
class AnsweredFile:
    """An answers file as it was read: what it is called, its data, where each value stands."""

    name: str
    data: Mapping[str, Any]
    places: Places = field(default_factory=dict)


def value_at(data: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """What stands at a path of nested mappings; None where nothing does.

    >>> value_at({"answers": {"fee": "5"}}, ("answers", "fee"))
    '5'
    """
    value: Any = data
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value
