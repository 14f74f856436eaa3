"""The kinds of answer: one file a kind, and the table of them.

A kind of answer is read from a file and as a person types it, printed, compared, cut into cases
for the proof, and said in JSON Schema, all in its own file. To add one, write its file and add its
line to `KINDS`.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.kinds.choices import CHOICE, SEVERAL
from drafter.kinds.dates import DATE
from drafter.kinds.durations import DURATION
from drafter.kinds.email import EMAIL
from drafter.kinds.languages import LANGUAGE
from drafter.kinds.lists import LIST, PERIOD, RECORD
from drafter.kinds.model import Duration, NotAValue, Value
from drafter.kinds.money import MONEY
from drafter.kinds.numbers import NUMBER
from drafter.kinds.percentages import PERCENTAGE
from drafter.kinds.picking import Answer, Candidate
from drafter.kinds.references import PARTY, REFERENCE
from drafter.kinds.sort import ORDERS, Bounds, Kind, Sort, TypedWords
from drafter.kinds.territories import JURISDICTIONS
from drafter.kinds.texts import LONG_TEXT, TEXT
from drafter.kinds.yes_no import YES_NO
from drafter.printed_words import ValueWords

__all__ = [
    "CHOICE",
    "DATE",
    "DURATION",
    "EMAIL",
    "JURISDICTIONS",
    "KINDS",
    "LANGUAGE",
    "LIST",
    "LONG_TEXT",
    "MONEY",
    "NUMBER",
    "PARTY",
    "PERCENTAGE",
    "PERIOD",
    "RECORD",
    "REFERENCE",
    "SEVERAL",
    "TEXT",
    "UNITS",
    "YES_NO",
    "Bounds",
    "Kind",
    "NotAValue",
    "Sort",
    "orders",
    "printed",
    "read_typed",
    "read_value",
    "scale",
    "spelled",
]

KINDS: dict[str, Sort] = {
    sort.name: sort
    for sort in (
        YES_NO,
        CHOICE,
        SEVERAL,
        TEXT,
        LONG_TEXT,
        NUMBER,
        MONEY,
        PERCENTAGE,
        DATE,
        DURATION,
        EMAIL,
        LANGUAGE,
        JURISDICTIONS,
        PARTY,
        REFERENCE,
        LIST,
    )
}
"""Every kind of answer by the word of a `type:` line."""

UNITS = tuple(unit for sort in KINDS.values() for unit in sort.units)
"""The words that may follow a number in a condition."""

_OF_VALUE: dict[type, Sort] = {sort.holds: sort for sort in reversed(KINDS.values())}


def read_value(words: TypedWords, kind: Kind) -> Value:
    """The value that `words` spell for a question of this kind. Raises `NotAValue`.

    >>> read_value("EUR 250000", Kind(MONEY))
    Money(currency='EUR', amount=Decimal('250000'))
    """
    return kind.sort.read(words, kind)


def read_typed(text: str, kind: Kind, choices: Sequence[Candidate] = ()) -> Answer:
    """What a person typed, as an answers file would spell it. Every unambiguous form is taken;
    where two readings are left, the person chooses. Raises `NotAValue` or `Ambiguous`.

    >>> read_typed("1 May 2027", Kind(DATE)), read_typed("£250k", Kind(MONEY))
    ('2027-05-01', 'GBP 250000')
    """
    answer = kind.sort.typed(text.strip(), kind, choices)
    if kind.sort.ordered and isinstance(answer, str):
        kind.sort.read(answer, kind)  # refuses what is out of bounds
    return answer


def spelled(value: Value) -> str | list[str]:
    """A value as an answers file spells it."""
    return _OF_VALUE[type(value)].spelled(value)


def printed(value: Value, words: ValueWords) -> str:
    """A value that is no option and no record, as clause text prints it.

    >>> from datetime import date
    >>> from drafter.kinds.english import ENGLISH
    >>> printed(date(2027, 3, 5), ENGLISH)
    '5\\xa0March\\xa02027'
    """
    return _OF_VALUE[type(value)].printed(value, words)


def orders(one: object, other: object) -> frozenset[str]:
    """How one amount can stand to another: less, equal, more; all three where nothing tells.

    Periods of two units compare by the days that each can last; a number stands for months.

    >>> from drafter.kinds.model import Duration
    >>> sorted(orders(Duration("days", 30), Duration("months", 6)))
    ['less']
    >>> sorted(orders(Duration("days", 30), Duration("months", 1)))
    ['equal', 'less', 'more']
    """
    if type(one) is not type(other) and {type(one), type(other)} == {int, Duration}:
        one, other = in_months(one), in_months(other)
    sort = _OF_VALUE.get(type(one))
    return ORDERS if sort is None else sort.orders(one, other)


def in_months(number: object) -> object:
    """A whole number as so many months."""
    return Duration("months", number) if isinstance(number, int) else number


def scale(value: object) -> tuple[object, object]:
    """What a value is measured in, and how much of it: only those of one measure compare.

    A year counts as twelve months; nothing else is converted.

    >>> from drafter.kinds.model import Duration
    >>> scale(Duration("years", 2)) == scale(Duration("months", 24))
    True
    """
    sort = _OF_VALUE.get(type(value))
    return (None, value) if sort is None else sort.scale(value)
