"""A value as the tags of a house style see it: printed as the agreement prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from drafter.kinds import printed
from drafter.kinds.model import Money
from drafter.printed_words import ValueWords

_PICTURE = re.compile(r"MMMM|MM|M|dd|d|yyyy|yy|[^A-Za-z]+")
CURRENCY, AMOUNT = "currency", "amount"


class TagValue:
    """What a tag stands for: its words, the members that a loop walks, the fields behind a dot.

    It compares with an option, a number or a yes as an answers file spells them, and is false where
    it is "no" or prints nothing. A template can reach its fields and nothing else of it.
    """

    __slots__ = ("_assumed", "_fields", "_members", "_speech", "_spelled", "_value", "_words")

    def __init__(
        self,
        words: str = "",
        value: object = None,
        spelled: str = "",
        members: Sequence[TagValue] = (),
        fields: Mapping[str, TagValue] | None = None,
        speech: ValueWords | None = None,
        assumed: bool = False,
    ) -> None:
        self._words, self._value, self._spelled = words, value, spelled
        self._members, self._fields, self._speech = tuple(members), dict(fields or {}), speech
        self._assumed = assumed

    def __str__(self) -> str:
        return self._words

    def __bool__(self) -> bool:
        return self._value is not False and bool(self._words or self._members)

    def __eq__(self, other: object) -> bool:
        return str(other) in (self._spelled, self._words) and self._words != ""

    def __hash__(self) -> int:
        return hash(self._words)

    def __iter__(self) -> Iterator[TagValue]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __getitem__(self, at: int) -> TagValue:
        return self._members[at]

    def __getattr__(self, name: str) -> TagValue:
        if name in self._fields:
            return self._fields[name]
        raise AttributeError(name)

    def splitlines(self) -> list[TagValue]:
        """Its words, line by line."""
        return [TagValue(line, assumed=self._assumed) for line in self._words.splitlines()]

    def is_assumed(self) -> bool:
        """Whether it is a recommendation that nobody has confirmed."""
        return self._assumed


def as_date(value: object, picture: str = "") -> str:
    """A date in Word's own picture (`d MMMM yyyy`), or as the agreement prints it without one; a
    blank stays a blank."""
    words, day = str(value), getattr(value, "_value", None)
    if not picture or not isinstance(day, date):
        return words
    speech = getattr(value, "_speech", None)
    month = speech.months[day.month - 1] if speech else ""
    signs = {"d": str(day.day), "dd": f"{day.day:02}", "M": str(day.month), "yyyy": f"{day.year}",
             "MM": f"{day.month:02}", "yy": f"{day.year:04}"[2:], "MMMM": month}  # fmt: skip
    return "".join(signs.get(each, each) for each in _PICTURE.findall(picture))


def as_money(value: object, what: str = "") -> str:
    """An amount as the agreement prints it, or its `currency` or `amount` alone; a blank stays a
    blank."""
    words, sum_of = str(value), getattr(value, "_value", None)
    if not what or not isinstance(sum_of, Money):
        return words
    if what == CURRENCY:
        return sum_of.currency
    speech = getattr(value, "_speech", None)
    return printed(sum_of, replace(speech, money="{amount}")) if speech else words


FORMS = {"date": as_date, "money": as_money}
"""The forms that a tag may give a value, as `{{ answers.effective_date|date("d MMMM yyyy") }}`."""


def is_form(name: str, given: str) -> bool:
    """Whether a form is one that there is.

    >>> is_form("date", "d MMMM yyyy"), is_form("date", "jj.mm"), is_form("money", "amount")
    (True, False, True)
    """
    if name == "money":
        return given in ("", CURRENCY, AMOUNT)
    return "".join(_PICTURE.findall(given)) == given
