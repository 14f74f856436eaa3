"""The outer shape of an answers file as a marshmallow schema."""

from __future__ import annotations

from marshmallow import RAISE, Schema, fields


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
