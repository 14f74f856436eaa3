"""The outer shape of an answers file, held by a marshmallow schema: every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields

from drafter.diagnostics import Diagnostic, Place, did_you_mean


class OverrideSchema(Schema):
    """`{what, by, on, reason}`."""

    what = fields.Str(required=True)
    by = fields.Str(required=True)
    on = fields.Str(required=True)
    reason = fields.Str(required=True)


class SpecialTermSchema(Schema):
    """`{heading, text, after|replaces, by, reason}`."""

    heading = fields.Str(required=True)
    text = fields.Str(required=True)
    reason = fields.Str(required=True)
    by = fields.Str(load_default="")
    after = fields.Str(load_default="")
    replaces = fields.Str(load_default="")


class EnvelopeSchema(Schema):
    """What stands beside the answers themselves."""

    class Meta:
        unknown = RAISE

    precedent = fields.Str(required=True)
    answers = fields.Dict(required=True)
    unknown = fields.List(fields.Str(), load_default=list)
    confirmed = fields.List(fields.Str(), load_default=list)
    overrides = fields.List(fields.Nested(OverrideSchema), load_default=list)
    special_terms = fields.Dict(
        keys=fields.Str(), values=fields.Nested(SpecialTermSchema), load_default=dict
    )
    given = fields.Dict(load_default=dict)


_SCHEMA = EnvelopeSchema()
_KEYS = tuple(_SCHEMA.fields)


def check_envelope(
    data: Mapping[str, Any], at: Mapping[tuple[str, ...], Place]
) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The envelope with its defaults filled in, and the faults of its shape."""
    try:
        return _SCHEMA.load(data), []
    except ValidationError as error:
        faults = [_fault(path, says, at) for path, says in _flat(error.normalized_messages())]
        return {**_empty(), **_usable(error.valid_data)}, faults


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
                          did_you_mean(path[-1], _KEYS))
    if says.startswith("Missing data"):
        return Diagnostic("missing-key", f"`{name}:` is missing", place, f"add `{name}:`")
    return Diagnostic("wrong-shape", f"`{name}`: {says[0].lower()}{says[1:]}", place)
