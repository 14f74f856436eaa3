"""Whether a changed library is shown harmless by z3, which the proof knows nothing of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import z3
from support.native import NO, Native
from support.native_texts import NativeTexts

from drafter.library.model import Library

_PLACE = re.compile(r"Place\([^)]*\)")
SAME = "harmless: every deal gets the same wordings"
SOUND = "harmless: no table and no text is at fault"


@cache
def _known(before: Callable[[], Library], id: str) -> tuple[NativeTexts, dict[Any, Any]]:
    """The library as it is: what must be impossible in it, and is."""
    old = NativeTexts(Native(before(), id, strict=False))
    return old, dict(old.statements())


def harmless(before: Callable[[], Library], after: Library) -> str:
    """How the change is shown harmless; "" where it is not shown."""
    if _read(before()) == _read(after):
        return SAME
    found = [_in_precedent(before, after, id) for id in after.precedents]
    if "" in found:
        return ""
    return SOUND if SOUND in found else SAME


def _in_precedent(before: Callable[[], Library], after: Library, id: str) -> str:
    old, known = _known(before, id)
    new = NativeTexts(Native(after, id, strict=False))
    if _same_texts(before(), after) and not _differ(old, new):
        return SAME
    fewer = not _more_answers(new.native, old.native)
    asked = [bad for what, bad in new.statements()
             if not (fewer and what in known and known[what].eq(bad))]  # fmt: skip
    return "" if any(new.native.possible(bad) for bad in asked) else SOUND


def _same_texts(before: Library, after: Library) -> bool:
    """Whether all texts say the same, wherever they stand in their files."""
    return _texts(before) == _texts(after)


def _read(library: Library) -> str:
    """All that decides which wordings a deal gets, and all wordings, wherever they stand."""
    names = library.questionnaire
    questions = [replace(one, recommend=()) for one in names.questions.values()]
    tables = [(one.id, one.rows) for one in (*library.topics.values(),
                                             *library.definitions.values())]  # fmt: skip
    rules = [one.when for one in library.rules.values() if one.severity == "block"]
    outlines = list(library.precedents.values())
    return _PLACE.sub("", repr((questions, names.facts, tables, rules, outlines, _texts(library))))


def _texts(library: Library) -> dict[tuple[str, str], str]:
    texts = {(topic.id, one.id): one.text for topic in library.topics.values()
             for one in topic.variants.values()}  # fmt: skip
    texts |= {(f"{id} (term)", row): text for id, one in library.definitions.items()
              for row, text in one.texts.items()}  # fmt: skip
    return {key: _PLACE.sub("", repr(text)) for key, text in texts.items()}


def _differ(old: NativeTexts, new: NativeTexts) -> bool:
    """Whether some answers can be given before or after only, or get another wording."""
    if _more_answers(old.native, new.native) or _more_answers(new.native, old.native):
        return True
    pairs = [*_pairs(old.rows, new.rows), *_pairs(old.terms, new.terms)]
    pairs += _facts(old.native, new.native)
    changed = [one != other for one, other in pairs if not one.eq(other)]
    return bool(changed) and new.native.possible(z3.Or(changed))


def _more_answers(here: Native, there: Native) -> bool:
    """Whether answers that can be given here cannot be given there."""
    known = {one.get_id() for one in here.solver.assertions()}
    others = [one for one in there.solver.assertions() if one.get_id() not in known]
    return bool(others) and here.possible(z3.Not(z3.And(others)))


def _pairs(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[Any, Any]]:
    return [
        (old.get(id, {}).get(row, NO), new.get(id, {}).get(row, NO))
        for id in old.keys() | new.keys()
        for row in old.get(id, {}).keys() | new.get(id, {}).keys()
    ]


def _facts(old: Native, new: Native) -> list[tuple[Any, Any]]:
    """Facts whose value texts may read."""
    found: list[tuple[Any, Any]] = []
    for name in old.names.facts:
        one, other = old.answer(name), new.answer(name)
        found += [(one.given, other.given), (one.unasked, other.unasked)]
        values = [v if isinstance(v, tuple) else (v,) for v in (one.value, other.value)]
        found += list(zip(*values, strict=True))
    return [(a, b) for a, b in found if isinstance(a, z3.AstRef)]
