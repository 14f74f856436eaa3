"""The small file that says which style of a house plays which role, and whose words it prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from drafter.diagnostics import Diagnostic, Place, did_you_mean, note_from
from drafter.printed_words import EDITION
from drafter.word.roles import KINDS, LENT_ALWAYS


class RolesFile(NamedTuple):
    """Role -> style name, and the edition whose words the house takes; empty where it names none.

    An example of each: `clause heading: Heading 1`, `edition: us`.
    """

    roles: dict[str, str]
    edition: str = ""


def read_roles(path: Path) -> tuple[RolesFile, list[Diagnostic]]:
    """What stands in `path`, and every fault of the file."""
    name = path.name
    try:
        tree = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        says, note = "the roles of the house style cannot be read", note_from("reader", fault)
        return RolesFile({}), [Diagnostic("unreadable-roles", says, Place(name), "", (note,))]
    if not isinstance(tree, yaml.MappingNode):
        says = "the roles of a house style are lines such as `clause heading: Heading 1`"
        return RolesFile({}), [Diagnostic("unreadable-roles", says, Place(name))]
    words: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for key, value in tree.value:
        faults += _faults(key, value, words, name)
    edition = words.pop(EDITION, "")
    return RolesFile(words, edition), faults + _left_out(words, name)


def _faults(
    key: yaml.Node, value: yaml.Node, words: dict[str, str], file: str
) -> Iterator[Diagnostic]:
    """Why a line cannot be read; the words of one that can be join the others."""
    place = Place(file, key.start_mark.line + 1, key.start_mark.column + 1)
    if not isinstance(key, yaml.ScalarNode) or key.value not in (*KINDS, EDITION):
        called = str(key.value)
        cure = did_you_mean(called, KINDS)
        yield Diagnostic("unknown-role", f"`{called}` is no role", place, cure)
    elif not isinstance(value, yaml.ScalarNode) or not value.value:
        missing = "names none" if key.value == EDITION else "names no style"
        says = f"the {'' if key.value == EDITION else 'role '}`{key.value}` {missing}"
        yield Diagnostic("role-without-style", says, place)
    elif key.value in words:
        yield Diagnostic("role-twice", f"`{key.value}` stands twice", place)
    else:
        words[key.value] = value.value


def _left_out(roles: dict[str, str], name: str) -> list[Diagnostic]:
    return [
        Diagnostic(
            "role-without-style",
            f"the role `{role}` has no style",
            Place(name),
            f"add a line `{role}: <name of a {kind} style>`",
        )
        for role, kind in KINDS.items()
        if role not in (*roles, *LENT_ALWAYS)
    ]
