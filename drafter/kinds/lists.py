"""Lists of records; one record of them, as a loop stands at it; two dates of a record."""

from __future__ import annotations

from typing import Any

from drafter.data_classes import dataclass
from drafter.kinds.model import NotAValue, Record, Value
from drafter.kinds.sort import Kind, Schema, Sort, TypedWords

RECORD_ID = "[a-z0-9][a-z0-9_-]{0,59}"


@dataclass(frozen=True)
class RecordList(Sort):
    """A list of records under ids. Its records hold answers of their own, each read by its sort."""

    name = "list"
    holds = tuple
    needs = ("fields",)
    has_records = True
    has_members = True
    has_same = False

    def read(self, words: TypedWords, kind: Kind) -> Value:
        if words != "none":
            raise NotAValue("a list is recommended only as `none`")
        return ()

    def spelled(self, value: Any) -> list[str]:
        return [str(one) for one in value]

    def schema(self, kind: Kind) -> Schema:
        fields = {name: field.sort.schema(field) for name, field in kind.fields.items()}
        return list_schema(fields, kind)

    def how_to_test(self, name: str, kind: Kind) -> str:
        return f"write `some {kind.one} has (…)`"


@dataclass(frozen=True)
class OneRecord(Sort):
    """One member of a list; no question is of this sort."""

    name = "record"
    holds = Record
    has_same = False


@dataclass(frozen=True)
class TwoDates(Sort):
    """The period of a record, for `overlapping`; no question is of this sort."""

    name = "period"
    holds = tuple
    overlaps = True
    has_same = False


def list_schema(
    fields: Schema, kind: Kind, at_least: int = 0, at_most: int | None = None
) -> Schema:
    """The schema of a list whose records have these fields."""
    records: Schema = {
        "type": "object",
        "propertyNames": {"pattern": f"^{RECORD_ID}$"},
        "additionalProperties": {
            "title": kind.one.replace("_", " "),
            "type": "object",
            "properties": fields,
            "additionalProperties": False,
        },
    }
    if at_most is not None:
        records["maxProperties"] = at_most
    if at_least:
        return records | {"minProperties": at_least}
    return {"anyOf": [records, {"const": "none"}, {"type": "array", "maxItems": 0}]}


LIST, RECORD, PERIOD = RecordList(), OneRecord(), TwoDates()
