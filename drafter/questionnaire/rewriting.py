"""An answers file written again: what changed is changed in its text, the rest stands as it was.

Comments, order, blank lines and quotes are the person's own. What stood beside an answer that is
written anew or taken out stays as a comment of its own above its place; none is ever lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from drafter.questionnaire.comments import FileComments
from drafter.questionnaire.text_edits import EditPath, dumped, edited, is_ordered
from drafter.yaml_nodes import LOADER, YamlFile, plain

_NEEDED = ("precedent", "answers")
_SETS = ("unknown", "confirmed")  # their order says nothing, so that of the file stands


def as_yaml(data: Mapping[str, Any]) -> str:
    """The deal record as an answers file, empty parts left away."""
    return dumped({key: value for key, value in data.items() if value or key in _NEEDED})


def rewritten(text: str, data: Mapping[str, Any]) -> str:
    """The text of an answers file with another deal record in it.

    >>> print(rewritten("fee: 5  # agreed\\nlaw:  GB\\n", {"fee": "6", "term": "1", "law": "GB"}))
    fee: '6'  # agreed
    term: '1'
    law:  GB
    <BLANKLINE>
    """
    wanted, root = _read(as_yaml(data)), _node(text)
    if not isinstance(root, yaml.MappingNode) or root.flow_style or not root.value:
        return _anew(text, wanted)
    now = plain(YamlFile("", text), root)
    assert isinstance(now, dict)
    wanted |= {key: kept for key, kept in now.items() if not kept and key not in wanted}
    wanted |= {
        key: _in_order_of(now[key], wanted[key])
        for key in _SETS
        if isinstance(now.get(key), list) and key in wanted
    }
    new = edited(text, root, wanted)
    return new if _is_read_as(new, wanted) else _anew(text, wanted)


def _in_order_of(old: Sequence[str], new: Sequence[str]) -> list[str]:
    return [*(one for one in old if one in new), *(one for one in new if one not in old)]


def _is_read_as(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return bool(_compared(_read(text)) == _compared(wanted))
    except yaml.YAMLError:
        return False


def _compared(value: Any, path: EditPath = ()) -> Any:
    """Data in which an order that tells nothing is none."""
    if not isinstance(value, Mapping):
        return value
    inside = [(name, _compared(one, (*path, name))) for name, one in value.items()]
    return inside if is_ordered(path) else dict(inside)


def _anew(text: str, wanted: Mapping[str, Any]) -> str:
    """The record written out, under all comments that the text held."""
    return "".join(f"{one}\n" for one in FileComments(text).all()) + dumped(wanted)


def _node(text: str) -> yaml.Node | None:
    node: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    return node


def _read(text: str) -> dict[str, Any]:
    node = _node(text)
    data = plain(YamlFile("", text), node) if node else {}
    return data if isinstance(data, dict) else {}
