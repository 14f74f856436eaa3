"""Whether a changed library is shown harmless by z3, which the proof knows nothing of.

Harmless is a change after which every deal gets the same variants (`SAME`), or after which all
that the proof promises still holds (`SOUND`): deals may get other variants, but whole ones.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import z3
from support.native import NO, Native, Undecided
from support.native_faults import statements
from support.native_library import NativeLibrary
from support.native_texts import either

from drafter.library.model import ClauseLibrary, ConsistencyRule, Row

_AMOUNT = re.compile(r"amount=(?:[^(),]|\([^()]*\))*")
_PLACE = re.compile(r"Place\([^)]*\)")
_Row = tuple[str, str]  # a table and one of its rows
SAME = "same: every deal gets the same wordings"
SOUND = "sound: no table and no text is at fault"
PATIENCE = 120_000  # milliseconds for one question to z3


@cache
def _native(library: Callable[[], ClauseLibrary], id: str) -> NativeLibrary:
    return _over(library(), id)


@cache
def _reached(library: Callable[[], ClauseLibrary]) -> frozenset[_Row]:
    known = library()
    return frozenset().union(*(reached(_native(library, id)) for id in known.precedents))


@cache
def _known(library: Callable[[], ClauseLibrary], id: str) -> dict[int, Any]:
    """What is impossible in the library as it is."""
    here = _native(library, id)
    bad = [one for _, one in statements(here) if one is not NO]
    assert not here.native.possible(either(bad)), "z3 finds the library at fault as it is"
    return {one.get_id(): one for one in bad}


def harmless(before: Callable[[], ClauseLibrary], after: ClauseLibrary) -> str:
    """How the change is shown harmless; why it is not, in brackets, where it is not shown."""
    if _read(before()) == _read(after):
        return SAME
    try:
        changed = {id: _changed(before, after, id) for id in after.precedents}
        if _same_texts(before(), after) and not any(
            _differ(_native(before, id), one) for id, one in changed.items()
        ):
            return SAME
        return _faults(before, changed) or SOUND
    except (Undecided, z3.Z3Exception) as why:
        return f"({why})"


def unreachable(after: ClauseLibrary) -> frozenset[str]:
    """What no answers reach, all precedents taken together: rows, and steps of recommendations."""
    changed = [_over(after, id) for id in after.precedents]
    every = frozenset(row for one in changed for row in _chosen(one))
    rows = every.difference(*(reached(one) for one in changed))
    lost = frozenset.intersection(*(frozenset(_lost_steps(one.native)) for one in changed))
    return lost | {f"`{row}` of `{table.removesuffix(' (term)')}`" for table, row in rows}


def _lost_steps(native: Native) -> Iterator[str]:
    """Steps of recommendations that are never the first that holds."""
    for id, question in native.names.questions.items():
        before = [native.judge(question.ask_when).true]
        for number, step in enumerate(question.recommend, 1):
            verdict = native.judge(step.when)
            if not native.possible(z3.And(*before, verdict.true)):
                yield f"step {number} of what is recommended for `{id}`"
            before.append(verdict.false)


def reached(here: NativeLibrary) -> frozenset[_Row]:
    """The rows of tables that some answers choose: all that each set of answers found chooses."""
    left, found = _chosen(here), set[_Row]()
    while left:
        row, when = next(iter(left.items()))
        if here.native.possible(when):
            model = here.native.solver.model()
            held = {one for one, lit in left.items() if z3.is_true(model.eval(lit, True))}
            found |= held | {row}
            left = {one: lit for one, lit in left.items() if one not in found}
        else:
            del left[row]
    return frozenset(found)


def _faults(before: Callable[[], ClauseLibrary], changed: dict[str, NativeLibrary]) -> str:
    """What z3 finds possible that must not be, or never possible that was; in brackets."""
    for id, one in changed.items():
        known = {} if _more_answers(one.native, _native(before, id).native) else _known(before, id)
        asked = {what: bad for what, bad in statements(one)
                 if bad is not NO and bad.get_id() not in known}  # fmt: skip
        if asked and one.native.possible(either(asked.values())):
            first = next(what for what, bad in asked.items() if one.native.possible(bad))
            return f"({' '.join(first)})"
    if all(_same_tables(_native(before, id), one) for id, one in changed.items()):
        return ""
    still = frozenset[_Row]().union(*(reached(one) for one in changed.values()))
    every = frozenset(row for one in changed.values() for row in _chosen(one))
    lost = sorted(every & (_reached(before) - still))
    return f"(nothing chooses {'/'.join(lost[0])})" if lost else ""


def _over(library: ClauseLibrary, id: str) -> NativeLibrary:
    native = Native(library, id, strict=False)
    native.solver.set("timeout", PATIENCE)
    for name in native.names.names():
        native.answer(name)
    return NativeLibrary(native)


def _changed(before: Callable[[], ClauseLibrary], after: ClauseLibrary, id: str) -> NativeLibrary:
    """The changed library; where it asks for the same answers, z3 goes on from what it knows."""
    if _asked(before()) != _asked(after):
        return _over(after, id)
    native = copy.copy(_native(before, id).native)
    native.library, native.names = after, after.questionnaire
    native.precedent, native.standing = after.precedents[id], {}
    if _rules(before()) != _rules(after):
        _rule_anew(native, before())
    return NativeLibrary(native, _native(before, id))


def _rule_anew(native: Native, before: ClauseLibrary) -> None:
    """Let the rules of the changed library stand in the way, and no others."""
    old = {_allowed(one, native).get_id() for one in _blocking(before)}
    kept = [one for one in native.solver.assertions() if one.get_id() not in old]
    native.solver = z3.Solver()
    native.solver.set("timeout", PATIENCE)
    native.solver.add(*kept, *(_allowed(one, native) for one in _blocking(native.library)))


def _allowed(rule: ConsistencyRule, native: Native) -> Any:
    return z3.Not(native.judge(rule.when).true)


def _blocking(library: ClauseLibrary) -> list[ConsistencyRule]:
    return [one for one in library.rules.values() if one.severity == "block"]


def _rules(library: ClauseLibrary) -> str:
    return _PLACE.sub("", repr([one.when for one in _blocking(library)]))


def _asked(library: ClauseLibrary) -> str:
    """All that the answers hang on save rules: questions, facts, outlines, the amounts tested."""
    names = library.questionnaire
    questions = [replace(one, recommend=()) for one in names.questions.values()]
    amounts = sorted(set(_AMOUNT.findall(repr((_tables(library), _texts(library))))))
    outlines = list(library.precedents.values())
    return _PLACE.sub("", repr((questions, names.facts, outlines, amounts)))


def _chosen(here: NativeLibrary) -> dict[_Row, Any]:
    return {(id, row): when for table in (here.rows, here.terms)
            for id, rows in table.items() for row, when in rows.items()}  # fmt: skip


# --- the same variants ----------------------------------------------------------------------------


def _read(library: ClauseLibrary) -> str:
    """All that decides which variants a deal gets, and all variants, wherever they stand.

    What a variant needs changes no draft; it is left out here, so to drop it is harmless.
    """
    chosen = _PLACE.sub("", repr((_tables(library), _texts(library))))
    return _asked(library) + _rules(library) + chosen


def _tables(library: ClauseLibrary) -> list[tuple[str, tuple[Row, ...]]]:
    topics = [(one.id, one.rows) for one in library.topics.values()]
    return topics + [(one.id, one.rows) for one in library.definitions.values()]


def _same_texts(before: ClauseLibrary, after: ClauseLibrary) -> bool:
    """Whether all texts say the same, wherever they stand in their files."""
    return _texts(before) == _texts(after)


def _texts(library: ClauseLibrary) -> dict[_Row, str]:
    texts = {(topic.id, one.id): one.text for topic in library.topics.values()
             for one in topic.variants.values()}  # fmt: skip
    texts |= {(f"{id} (term)", row): text for id, one in library.definitions.items()
              for row, text in one.texts.items()}  # fmt: skip
    return {key: _PLACE.sub("", repr(text)) for key, text in texts.items()}


def _same_tables(old: NativeLibrary, new: NativeLibrary) -> bool:
    """Whether the same answers choose the same rows, as written."""
    one, other = _chosen(old), _chosen(new)
    return (one.keys() == other.keys() and all(one[row].eq(other[row]) for row in one)
            and not _more_answers(old.native, new.native))  # fmt: skip


def _differ(old: NativeLibrary, new: NativeLibrary) -> bool:
    """Whether some answers can be given before or after only, or get another variant."""
    if _more_answers(old.native, new.native) or _more_answers(new.native, old.native):
        return True
    one, other = _chosen(old), _chosen(new)
    pairs = [(one.get(row, NO), other.get(row, NO)) for row in one.keys() | other.keys()]
    pairs += _facts(old.native, new.native)
    changed = [a != b for a, b in pairs if not a.eq(b)]
    return bool(changed) and new.native.possible(either(changed))


def _more_answers(here: Native, there: Native) -> bool:
    """Whether answers that can be given here cannot be given there."""
    known = {one.get_id() for one in here.solver.assertions()}
    others = [one for one in there.solver.assertions() if one.get_id() not in known]
    return bool(others) and here.possible(z3.Not(z3.And(others)))


def _facts(old: Native, new: Native) -> Iterator[tuple[Any, Any]]:
    """Facts whose value texts may read."""
    for name in old.names.facts:
        one, other = old.answer(name), new.answer(name)
        found = [(one.given, other.given), (one.unasked, other.unasked)]
        values = [v if isinstance(v, tuple) else (v,) for v in (one.value, other.value)]
        found += list(zip(*values, strict=True))
        yield from ((a, b) for a, b in found if isinstance(a, z3.AstRef))
