"""The outer shape of an answers file as a marshmallow schema."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields

from drafter.conditions.model import Kind, Sort
from drafter.questionnaire.envelope import TERM_ID
from drafter.questionnaire.values import NotAValue, read_value

_AN_ID = "An id is lower case letters, digits and hyphens."


def _check_id(text: str) -> None:
    if not TERM_ID.fullmatch(text):
        raise ValidationError(_AN_ID)


class _Text(fields.Str):
    """Text that may be printed: it passes the door of the answers."""

    kind = Kind(Sort.TEXT)

    def _deserialize(self, value: Any, attr: Any, data: Any, **keys: Any) -> Any:
        text = super()._deserialize(value, attr, data, **keys)
        try:
            return read_value(text, self.kind)
        except NotAValue as fault:
            raise ValidationError(fault.says) from fault


class _LongText(_Text):
    """The same, on several lines."""

    kind = Kind(Sort.LONG_TEXT)


_OVERRIDE = Schema.from_dict(
    {
        "what": _Text(required=True),
        "by": _Text(required=True),
        "on": _Text(required=True),
        "reason": _LongText(required=True),
    },
    name="Override",
)
_SPECIAL_TERM = Schema.from_dict(
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
_GIVEN = Schema.from_dict({"by": _Text(), "on": _Text(), "how": _Text()}, name="Given")

EnvelopeSchema = Schema.from_dict(
    {
        "precedent": fields.Str(required=True),
        "answers": fields.Dict(required=True),
        "unknown": fields.List(fields.Str()),
        "confirmed": fields.List(fields.Str()),
        "overrides": fields.List(fields.Nested(_OVERRIDE)),
        "special_terms": fields.Dict(
            keys=fields.Str(validate=_check_id), values=fields.Nested(_SPECIAL_TERM)
        ),
        "given": fields.Dict(keys=fields.Str(), values=fields.Nested(_GIVEN)),
    },
    name="Envelope",
)
