"""A house style made of a firm's file, as the two files that a workspace uses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.diagnostics import Diagnostic, refuse_errors
from drafter.input_files import LARGEST_WORD_FILE, read_input
from drafter.ooxml.links import Link, links_part
from drafter.ooxml.namespaces import OFFICE
from drafter.ooxml.package import MAIN, TYPES, read_package
from drafter.ooxml.packing import archive, packed
from drafter.ooxml.spans import spans, without
from drafter.word.adopt import adopt
from drafter.word.firm.adopted import adopted
from drafter.word.roles import KINDS
from drafter.word.style_sheet import deep_faults

_ROOT = Link("document", "officeDocument", f"{OFFICE}/officeDocument", MAIN, False)


class Pair(NamedTuple):
    """The Word file of a house style, its roles file, and what was assumed."""

    docx: bytes
    yaml: str
    roles: Mapping[str, str]
    told: tuple[Diagnostic, ...]


def pair(path: Path) -> Pair:
    """A firm's own file as a house style. Raises `Refused` with every fault of it."""
    file = path.name
    parts, told = read_package(read_input(path, "no-house-style", LARGEST_WORD_FILE), file)
    refuse_errors([*told, *deep_faults(parts.get("word/styles.xml", b""))])
    made = adopted(parts, file)
    docx = archive(packed(name, data) for name, data in _whole(made.parts).items())
    adopt(docx, made.roles, file, "")  # whatever is wrong with it is said now, not at a draft
    return Pair(docx, _yaml(file, made.roles, made.told), made.roles, (*told, *made.told))


def _whole(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts as a package, which declares no part that it has not."""
    types = parts[TYPES]
    gone = [
        one
        for one in spans(types, "Types/Override")
        if _named(types[one.start : one.end]) not in parts
    ]
    return {**parts, TYPES: without(types, gone), "_rels/.rels": links_part([_ROOT]).encode()}


def _named(override: bytes) -> str:
    return override.partition(b'PartName="/')[2].partition(b'"')[0].decode()


def _yaml(file: str, roles: Mapping[str, str], told: Iterable[Diagnostic]) -> str:
    """The roles file, with what was assumed as comments."""
    lines = [f"# Which style of {file} plays which role. Assumed when it was adopted:"]
    lines += [f"# - {' '.join(one.says.split())}" for one in told]
    lines += [f"{role}: {json.dumps(roles[role], ensure_ascii=False)}" for role in KINDS]
    return "\n".join(lines) + "\n"
