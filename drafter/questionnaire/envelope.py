"""The outer shape of an answers file, held by a marshmallow schema: every fault at once.

To load the schema takes longer than to draft, so a file that is plainly in order goes past it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.diagnostics import Diagnostic, Place, did_you_mean

_TERM = {"heading", "text", "reason"}, {"by", "after", "replaces"}
_OVERRIDE = {"what", "by", "on", "reason"}, set[str]()


def check_envelope(
    data: Mapping[str, Any], at: Mapping[tuple[str, ...], Place]
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The envelope with its defaults filled in, and the faults of its shape."""
    if in_order(data):
        return {**_empty(), **data}, []
    from marshmallow import ValidationError

    from drafter.questionnaire.envelope_schema import EnvelopeSchema

    try:
        return EnvelopeSchema().load(data), []
    except ValidationError as error:
        faults = [_fault(path, says, at) for path, says in _flat(error.normalized_messages())]
        return {**_empty(), **_usable(error.valid_data)}, faults


def in_order(data: Mapping[str, Any]) -> bool:
    """Whether the schema would take the data as they are: true only where that is certain."""
    if type(data) is not dict:
        return False
    whole = {**_empty(), **data}
    return (
        {"precedent", "answers"} <= data.keys() <= _empty().keys()
        and type(whole["precedent"]) is str
        and all(type(whole[key]) is dict for key in ("answers", "given", "special_terms"))
        and all(type(whole[key]) is list for key in ("unknown", "confirmed", "overrides"))
        and all(type(path) is str for path in (*whole["unknown"], *whole["confirmed"]))
        and all(type(id) is str for id in whole["special_terms"])
        and all(_words(term, *_TERM) for term in whole["special_terms"].values())
        and all(_words(override, *_OVERRIDE) for override in whole["overrides"])
    )


def _words(entry: object, required: set[str], optional: set[str]) -> bool:
    return (
        type(entry) is dict
        and required <= entry.keys() <= required | optional
        and all(type(word) is str for word in entry.values())
    )


def _empty() -> dict[str, Any]:
    return {"precedent": "", "answers": {}, "unknown": [], "confirmed": [], "overrides": [],
            "special_terms": {}, "given": {}}


def _usable(valid: Any) -> dict[str, Any]:
    keep = ("precedent", "answers", "given")
    return {key: valid[key] for key in keep if isinstance(valid, dict) and key in valid}


def _flat(messages: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from _flat(inner, path if key == "value" else (*path, str(key)))
    else:
        for message in messages:
            yield path, str(message)


def _fault(
    path: tuple[str, ...], says: str, at: Mapping[tuple[str, ...], Place]
) -> Diagnostic:
    name = ".".join(path)
    place = at.get((*path, "")) or at.get(path) or at.get(path[:-1])
    if says == "Unknown field.":
        return Diagnostic("unknown-key", f"`{name}` is not used in an answers file", place,
                          did_you_mean(path[-1], _empty()))
    if says.startswith("Missing data"):
        return Diagnostic("missing-key", f"`{name}:` is missing", place, f"add `{name}:`")
    return Diagnostic("wrong-shape", f"`{name}`: {says[0].lower()}{says[1:]}", place)
