"""The small file that says which style of a house plays which role."""

from __future__ import annotations

from pathlib import Path

import yaml

from drafter.diagnostics import Diagnostic, Place, did_you_mean, told_by
from drafter.word.roles import KINDS


def read_roles(path: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """Role -> style name as written in `path`, and every fault of the file.

    Example of a line: `clause heading: Heading 1`.
    """
    name = path.name
    try:
        tree = yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fault:
        says, note = "the roles of the house style cannot be read", told_by("reader", fault)
        return {}, [Diagnostic("unreadable-roles", says, Place(name), "", (note,))]
    if not isinstance(tree, yaml.MappingNode):
        says = "the roles of a house style are lines such as `clause heading: Heading 1`"
        return {}, [Diagnostic("unreadable-roles", says, Place(name))]
    roles: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for key, value in tree.value:
        place = Place(name, key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode) or key.value not in KINDS:
            cure = did_you_mean(str(key.value), KINDS)
            faults.append(Diagnostic("unknown-role", f"`{key.value}` is no role", place, cure))
        elif not isinstance(value, yaml.ScalarNode) or not value.value:
            says = f"the role `{key.value}` names no style"
            faults.append(Diagnostic("role-without-style", says, place))
        elif key.value in roles:
            faults.append(Diagnostic("role-twice", f"`{key.value}` stands twice", place))
        else:
            roles[key.value] = value.value
    return roles, faults + _left_out(roles, name)


def _left_out(roles: dict[str, str], name: str) -> list[Diagnostic]:
    return [
        Diagnostic(
            "role-without-style",
            f"the role `{role}` has no style",
            Place(name),
            f"add a line `{role}: <name of a {kind} style>`",
        )
        for role, kind in KINDS.items()
        if role not in roles
    ]
