"""The values of answers, and why there may be none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from drafter.data_classes import dataclass


class Missing(Enum):
    """Why a name has no value. Only `NOT_ASKED` is an answer to a condition (false)."""

    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in one currency (ISO 4217): `Money("EUR", Decimal(250000))`."""

    currency: str
    amount: Decimal

    def __str__(self) -> str:
        return f"{self.currency} {self.amount}"


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """A number of days, working-days, months or years; compared within one unit only."""

    unit: str
    number: int

    @property
    def months(self) -> int | None:
        """The number of months; None for days and working-days."""
        if self.unit == "months":
            return self.number
        return self.number * 12 if self.unit == "years" else None

    def __str__(self) -> str:
        return f"{self.number} {self.unit}"


class Points(NamedTuple):
    """A reference to a record: the list it stands in and its id."""

    list: str
    id: str


@dataclass(frozen=True, slots=True)
class Record:
    """One member of a list answer: its id and the values of its fields."""

    list: str
    id: str
    values: Mapping[str, Value | Missing]


Amount: TypeAlias = int | Decimal | Money | Duration | date
Value: TypeAlias = "bool | str | Amount | Points | tuple[str, ...] | tuple[Record, ...]"


class NotAValue(Exception):
    """The words do not spell a value of the kind; `says` why, `cure` what would."""

    def __init__(self, says: str, cure: str = "") -> None:
        self.says, self.cure = says, cure
        super().__init__(says)
