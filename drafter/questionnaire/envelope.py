"""The outer shape of an answers file: every fault at once.

To load the schema takes longer than to draft, so a file that is plainly in order goes past it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafter import kinds
from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place, did_you_mean, quoted
from drafter.kinds import Kind, NotAValue, read_value
from drafter.questionnaire.record import (
    MISSING,
    NOT_USED,
    TERM_ID,
    CheckedPoint,
    Override,
    Places,
    SpecialTerm,
)

_LISTS = ("unknown", "confirmed")
_KEYS = ("precedent", "answers", *_LISTS, "overrides", "special_terms", "checked", "given")
_NONE = (None, "")
_EXPECTED = "expect"  # of a case: an answers file that also says what must come of it
_Keys = tuple[set[str], set[str]]  # those that must stand in an entry, and those that may
_TERM: _Keys = {"heading", "text", "reason"}, {"by", "after", "replaces"}
_OVERRIDE: _Keys = {"what", "by", "on", "reason"}, set()
_CHECKED: _Keys = {"variant", "point", "by", "on"}, set()
_GIVEN: _Keys = set(), {"by", "on", "how", "proposed_by", "proposed_on"}
_DAY = "on"
_LONG = ("text", "reason")  # what may have several lines


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an answers file holds: the answers as plain data, and what stands beside them."""

    precedent: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()
    special_terms: tuple[SpecialTerm, ...] = ()
    checked: tuple[CheckedPoint, ...] = ()
    given: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_envelope(data: object, at: Places) -> tuple[Envelope, list[Diagnostic]]:
    """The envelope, and the faults of its shape; what is at fault is left out of it."""
    if not isinstance(data, Mapping):
        says = "answers are names with values: `precedent` and `answers`"
        return Envelope(), [Diagnostic("wrong-shape", says, at.get(()))]
    if "answers" in data and data["answers"] in _NONE:  # nothing stands under it yet
        data = {**data, "answers": {}}
    if _EXPECTED in data:
        data = {key: value for key, value in data.items() if key != _EXPECTED}
    if in_order(data):
        return _envelope(data), []
    return _through_the_schema(data, at)


def in_order(data: Mapping[str, Any]) -> bool:
    """Whether the schema would take the data as they are: true only where that is certain."""
    return (
        {"precedent", "answers"} <= data.keys() <= set(_KEYS)
        and type(data["precedent"]) is str
        and type(data["answers"]) is dict
        and all(_is_list_of_words(data.get(key, [])) for key in _LISTS)
        and _are_entries(data.get("special_terms", {}), _TERM)
        and all(TERM_ID.fullmatch(id) for id in data.get("special_terms", ()))
        and _are_entries(data.get("given", {}), _GIVEN)
        and _is_list_of_entries(data.get("overrides", []), _OVERRIDE)
        and _is_list_of_entries(data.get("checked", []), _CHECKED)
    )


def _is_list_of_words(value: object) -> bool:
    return type(value) is list and all(type(word) is str for word in value)


def _is_list_of_entries(value: object, keys: _Keys) -> bool:
    return type(value) is list and all(_is_entry(one, keys) for one in value)


def _are_entries(value: object, keys: _Keys) -> bool:
    return type(value) is dict and all(
        type(id) is str and _is_entry(entry, keys) for id, entry in value.items()
    )


def _is_entry(entry: object, keys: _Keys) -> bool:
    required, optional = keys
    return (
        type(entry) is dict
        and required <= entry.keys() <= required | optional
        and all(type(word) is str and _stays(word, key) for key, word in entry.items())
    )


def _stays(word: str, key: str) -> bool:
    """Whether text passes the door of the answers unchanged; and is a day where one is meant."""
    if key == _DAY and kinds.DATE.amount(word) is None:
        return False
    kind = Kind(kinds.LONG_TEXT if key in _LONG else kinds.TEXT)
    try:
        return read_value(word, kind) == word
    except NotAValue:
        return False


def _through_the_schema(data: Mapping[str, Any], at: Places) -> tuple[Envelope, list[Diagnostic]]:
    from marshmallow import ValidationError

    from drafter.questionnaire.envelope_schema import EnvelopeSchema

    try:
        return _envelope(EnvelopeSchema().load(data)), []
    except ValidationError as error:
        faults = [_fault(path, says, at) for path, says in sorted(_flat(error.messages_dict))]
        return _usable(error.valid_data), sorted(faults, key=_by_place)


def _envelope(valid: Mapping[str, Any]) -> Envelope:
    return Envelope(
        precedent=valid["precedent"],
        answers=valid["answers"],
        unknown=tuple(valid.get("unknown", ())),
        confirmed=tuple(valid.get("confirmed", ())),
        overrides=tuple(Override(**one) for one in valid.get("overrides", ())),
        special_terms=tuple(
            SpecialTerm(id, **term) for id, term in valid.get("special_terms", {}).items()
        ),
        checked=tuple(CheckedPoint(**one) for one in valid.get("checked", ())),
        given=valid.get("given", {}),
    )


def _usable(valid: object) -> Envelope:
    """The answers of a faulty file, so that their own faults are told too."""
    kept = valid if isinstance(valid, Mapping) else {}
    answers, precedent = kept.get("answers"), kept.get("precedent")
    return Envelope(
        precedent=precedent if isinstance(precedent, str) else "",
        answers=answers if isinstance(answers, Mapping) else {},
    )


def _by_place(fault: Diagnostic) -> tuple[int, int]:
    at = fault.place  # the name of a field where it stands in a form
    return (at.line, at.column) if isinstance(at, Place) else (0, 0)


def _flat(messages: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            wrapped = len(path) == 2 and key in ("key", "value")  # of `special_terms` and `given`
            named = not wrapped and (key != "_schema" or inner == [NOT_USED])
            yield from _flat(inner, (*path, str(key)) if named else path)
    else:
        for message in messages:
            yield path, str(message)


def _outermost(name: str) -> str:
    """The cure for a name that is none of a file's own: a slip, or an answer that stands outside
    the answers."""
    near = did_you_mean(name, _KEYS)
    return f"{near}; an answer stands under `answers:`" if near.startswith("known") else near


def _fault(path: tuple[str, ...], says: str, at: Places) -> Diagnostic:
    name = quoted(".".join(path))
    place = at.get((*path, "")) or at.get(path) or at.get(path[:-1])
    if says == NOT_USED:
        cure = _outermost(path[0]) if len(path) == 1 else "remove it"
        return Diagnostic("unknown-key", f"{name} is not used in an answers file", place, cure)
    if says == MISSING:
        missing = f"`{'.'.join(path)}:` is missing"
        return Diagnostic("missing-key", missing, place, f"add `{path[-1]}:`")
    return Diagnostic("wrong-shape", f"{name}: {says}", place)
