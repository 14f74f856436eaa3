"""Answers that `drafter check` writes: counterexamples, and a set that reaches everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.casework.cover import cover
from drafter.diagnostics import so_many
from drafter.disk import write_whole
from drafter.drafting import Library
from drafter.questionnaire.rewriting import as_yaml

if TYPE_CHECKING:
    from drafter.casework.cover import Cover
    from drafter.checking import Checked


def write_cover(checked: Checked, folder: Path) -> Iterator[str]:
    """Write the covering set of a library, and say what it reaches. Nothing for a broken one."""
    if checked.outcomes is None:
        yield "no answers were written: the library has faults"
        return
    found = cover(Library(checked.clauses), (one.case for one in checked.outcomes))
    folder.mkdir(parents=True, exist_ok=True)
    for member in found.members:
        says = f"Reaches {len(member.reaches)} parts of the library."
        text = as_case(says, member.case.data, member.case.expected.findings)
        write_whole(folder / f"{member.case.id}.yaml", text.encode())
    yield from _lines(found, folder)


def as_case(says: str, data: Mapping[str, Any], findings: Sequence[str] = ()) -> str:
    """Answers as a case of the library: what it is for, and the rules that must refuse it."""
    expect = {"findings": list(findings)} if findings else {}
    return f"# {says}\n{as_yaml(data)}{as_yaml({'expect': expect}) if expect else 'expect: {}'}\n"


def _lines(found: Cover, folder: Path) -> Iterator[str]:
    yield f"{so_many(len(found.members), 'set')} of answers in {folder}"
    reached, left = (Counter(kind for kind, _ in parts) for parts in (found.reaches, found.left))
    for kind, count in sorted(reached.items()):
        yield f"  {kind:<13} {count} of {count + left[kind]}"
    for kind, name in found.left:
        yield f"  never: {kind.removesuffix('s')} {name}"
