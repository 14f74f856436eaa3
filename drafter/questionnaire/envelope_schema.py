"""The outer shape of an answers file as a marshmallow schema."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields

from drafter import kinds
from drafter.kinds import Kind, NotAValue, read_value
from drafter.questionnaire.record import MISSING, NOT_USED, TERM_ID

_AN_ID = "an id is lower case letters, digits and hyphens"
_LIST = "a list is expected here"
_NAMES = "names with values are expected here"
_TEXT = "text is expected here"


def _check_id(text: str) -> None:
    if not TERM_ID.fullmatch(text):
        raise ValidationError(_AN_ID)


def _words(invalid: str) -> dict[str, Any]:
    """What a field says of its faults; marshmallow's own words change with its releases."""
    kinds = dict.fromkeys(("invalid", "invalid_utf8", "type", "null"), invalid)
    return {"required": MISSING, **kinds}


class _Entry(Schema):
    """Names with values, each of them known."""

    error_messages = {"unknown": NOT_USED, "type": _NAMES}  # noqa: RUF012  (the schema of marshmallow declares it so)


class _Word(fields.Str):
    default_error_messages = _words(_TEXT)


class _List(fields.List):  # type: ignore[type-arg]  # older releases take none
    default_error_messages = _words(_LIST)


class _Names(fields.Dict):
    default_error_messages = _words(_NAMES)


class _Nested(fields.Nested):
    default_error_messages = _words(_NAMES)


class _Text(_Word):
    """Text that may be printed: it passes the door of the answers."""

    kind = Kind(kinds.TEXT)

    def _deserialize(self, value: Any, attr: Any, data: Any, **keys: Any) -> Any:
        text = super()._deserialize(value, attr, data, **keys)
        try:
            return read_value(text, self.kind)
        except NotAValue as fault:
            raise ValidationError(fault.says) from fault


class _LongText(_Text):
    """The same, on several lines."""

    kind = Kind(kinds.LONG_TEXT)


class _Day(_Text):
    """A day of the calendar, kept as it is spelled."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **keys: Any) -> Any:
        text = super()._deserialize(value, attr, data, **keys)
        try:
            read_value(text, Kind(kinds.DATE))
        except NotAValue as fault:
            raise ValidationError(fault.says) from fault
        return text


_OVERRIDE = _Entry.from_dict(
    {
        "what": _Text(required=True),
        "by": _Text(required=True),
        "on": _Day(required=True),
        "reason": _LongText(required=True),
    },
    name="Override",
)
_SPECIAL_TERM = _Entry.from_dict(
    {
        "heading": _Text(required=True),
        "text": _LongText(required=True),
        "reason": _LongText(required=True),
        "by": _Text(),
        "after": _Text(),
        "replaces": _Text(),
    },
    name="SpecialTerm",
)
_CHECKED = _Entry.from_dict(
    {name: _Text(required=True) for name in ("variant", "point", "by", "on")}, name="Checked"
)
_GIVEN = _Entry.from_dict(
    {name: _Text() for name in ("by", "on", "how", "proposed_by", "proposed_on")}, name="Given"
)

EnvelopeSchema = _Entry.from_dict(
    {
        "precedent": _Word(required=True),
        "answers": _Names(required=True),
        "unknown": _List(_Word()),
        "confirmed": _List(_Word()),
        "overrides": _List(_Nested(_OVERRIDE)),
        "special_terms": _Names(keys=_Word(validate=_check_id), values=_Nested(_SPECIAL_TERM)),
        "checked": _List(_Nested(_CHECKED)),
        "given": _Names(keys=_Word(), values=_Nested(_GIVEN)),
    },
    name="Envelope",
)
