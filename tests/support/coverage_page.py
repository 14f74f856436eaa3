"""docs/coverage.md: what a lawyer looks for in a collaboration agreement, and where it stands.

`docs/coverage.yaml` is the mapping, written by hand. Each name in it is looked up, and what a case,
an example or a deal of the covering set prints is told from what nothing prints.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from drafter.bundled import starter_library
from drafter.casework.read import Case, read_cases
from drafter.diagnostics import Refused
from drafter.drafting import Decision
from drafter.library.files import read_files
from drafter.library.model import Topic, Variant
from drafter.prose.walk import labels, tables
from drafter.rules.table import all_rules
from support.command import NAMES, ROOT, answers_of
from support.examples import starter

DATA, PAGE = ROOT / "docs/coverage.yaml", ROOT / "docs/coverage.md"
COVER = ROOT / "tests/examples/golden/cover.jsonl"
_TEST = re.compile(r"def (it_\w+)\(")
COVERING_SET = "the covering set"


@dataclass(frozen=True, slots=True)
class Row:
    """What is looked for, where it stands, what asks for it; why it is open or absent; a case or
    example that prints it."""

    what: str
    at: tuple[str, ...]
    asks: tuple[str, ...]
    open: str
    absent: str
    case: str = ""


@cache
def data() -> dict[str, Any]:
    """The mapping."""
    return yaml.safe_load(DATA.read_text("utf-8"))  # type: ignore[no-any-return]


def rows(entries: Iterable[dict[str, Any]], key: str) -> tuple[Row, ...]:
    """One table of the mapping."""
    return tuple(
        Row(
            one[key],
            tuple(one.get("at", ())),
            tuple(one.get("asks", ())),
            one.get("open", ""),
            one.get("absent", ""),
            one.get("case", ""),
        )
        for one in entries
    )


def all_rows() -> tuple[Row, ...]:
    """Every row of every table."""
    points = [one for listed in data()["points"].values() for one in rows(listed, "point")]
    return (
        *rows(data()["matters"], "matter"),
        *points,
        *rows(data()["clause_types"], "type"),
        *rows(data()["never"], "never"),
    )


# --- where something stands -------------------------------------------------------------------


def unknown(target: str) -> bool:
    """Whether nothing has that name."""
    kind, _, name = target.rpartition(":")
    clauses = starter().clauses
    known = {
        "rule": clauses.rules.keys() | clauses.questionnaire.relations.keys(),
        "check": all_rules().keys(),
        "case": cases().keys(),
        "question": clauses.questionnaire.questions.keys(),
        "definition": clauses.definitions.keys(),
    }
    if kind == "test":
        return name not in tests()
    return name not in known[kind] if kind else not list(variants(target))


def variants(target: str) -> Iterator[Variant]:
    """The variants that `topic`, `topic/variant`, `topic.label` or `topic/variant.label` means;
    of a topic, those that have the label or map the point to one."""
    name, _, label = target.partition(".")
    topic_id, _, variant_id = name.partition("/")
    topic = starter().topics.get(topic_id)
    for variant in topic.variants.values() if topic else ():
        if variant_id in ("", variant.id) and (not label or has(topic, variant, label)):
            yield variant


def has(topic: Topic | None, variant: Variant, point: str) -> bool:
    """Whether a variant has a labelled block for a point."""
    known = {*labels(variant.text), *(one.label for one in tables(variant.text))}
    return variant.front.covers.get(point, point) in known


@cache
def tests() -> frozenset[str]:
    """The names of all tests."""
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(name for one in files for name in _TEST.findall(one.read_text("utf-8")))


# --- what prints it ---------------------------------------------------------------------------


@cache
def cases() -> dict[str, Any]:
    """The lawyers' cases, each as an answers file holds it."""
    return {one.id: one.data for one in lawyers_cases()}


def lawyers_cases() -> tuple[Case, ...]:
    """The cases of the starter library."""
    found, faults = read_cases(read_files(starter_library()))
    assert not faults
    return found


@cache
def shown_by() -> dict[str, set[str]]:
    """For each variant the cases, examples and covering deals that print it."""
    found: dict[str, set[str]] = {}
    covering = map(json.loads, COVER.read_text("utf-8").splitlines())
    deals = [(name, answers) for name, answers in sorted(cases().items())]
    deals += [(f"example {name}", answers_of(name)) for name in NAMES]
    deals += [(COVERING_SET, one["deal"]) for one in covering]
    for name, answers in deals:
        for variant in chosen(answers):
            found.setdefault(variant, set()).add(name)
    return found


def chosen(answers: Any) -> Iterator[str]:
    """The variants that a deal takes; none where a rule refuses it."""
    try:
        decision: Decision = starter().select(answers)
    except Refused:
        return
    for one in decision.selection.chosen.values():
        if one.variant is not None:
            yield f"{one.variant.topic}/{one.variant.id}"


# --- the page ---------------------------------------------------------------------------------

HEAD = """\
# What the starter library settles

The matters of a collaboration agreement, as a lawyer looks for them, and where each stands.
Made from `coverage.yaml` by `.venv/bin/python -m pytest tests/rules/test_list.py --refresh-golden`; a test holds that each name exists and that some deal prints each variant.
`exit.notice` is the paragraph labelled `notice` in each variant of the topic `exit`; a variant that leaves a point out says why in its front matter.
What is open says what is missing; what is absent says why.
None of this says that anybody has checked the law: see `confirm` in each variant.
"""  # noqa: E501


def page() -> str:
    """The whole page."""
    parts = [HEAD, _totals()]
    parts += _part("Matters that a collaboration agreement settles", data()["matters"], "matter")
    parts.append("## Points that a clause must cover\n")
    for name, listed in data()["points"].items():
        parts += _part(name, listed, "point", "###")
    parts += _part(
        "Types of clauses that reviewers of contracts mark", data()["clause_types"], "type"
    )
    parts += _part("What a draft must never do", data()["never"], "never")
    return "\n".join(parts).rstrip() + "\n"


def _totals() -> str:
    every = all_rows()
    left, out = sum(bool(one.open) for one in every), sum(bool(one.absent) for one in every)
    return f"{len(every)} rows: {left} open, {out} absent on purpose.\n"


def _part(title: str, entries: list[dict[str, Any]], key: str, level: str = "##") -> list[str]:
    with_questions = any("asks" in one for one in entries)
    heads = ["", "Where it stands", *(["Asked", "Case"] if with_questions else [])]
    lines = [f"{level} {title}\n", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows(entries, key):
        own = [_coded(row.asks), row.case] if with_questions else []
        cells = [row.what, _where(row), *own]
        lines.append(f"| {' | '.join(cells)} |")
    return [*lines, ""]


def _where(row: Row) -> str:
    said = [_coded(row.at)] if row.at else []
    said += [f"**open**: {row.open}"] if row.open else []
    said += [f"absent: {row.absent}"] if row.absent else []
    return "; ".join(said)


def _coded(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    Path(PAGE).write_text(page(), encoding="utf-8")
