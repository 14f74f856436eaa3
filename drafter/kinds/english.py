"""The English in which terminal and form say an answer back, and read one.

What an agreement prints is the clause library's; these words are the tool's own.
"""

from __future__ import annotations

from drafter.kinds.countries import NAMES, WITH_ARTICLE
from drafter.printed_words import JoinedRow, TimeUnit, ValueWords

ENGLISH = ValueWords(
    yes="yes",
    no="no",
    none="none",
    row=JoinedRow((" and ",), (", ", " and ")),
    thousands=",",
    decimals=".",
    percentage="{number}%",
    money="{currency} {amount}",
    date="{day} {month} {year}",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    period="{number} {unit}",
    units={
        "days": TimeUnit("day", "days"),
        "working-days": TimeUnit("Business Day", "Business Days"),
        "months": TimeUnit("calendar month", "calendar months"),
        "years": TimeUnit("year", "years"),
    },
    territories={
        code: f"the {name}" if code in WITH_ARTICLE else name for code, name in NAMES.items()
    } | {
        "EU": "the European Union", "EEA": "the European Economic Area",
        "EFTA": "the countries of the European Free Trade Association",
        "worldwide": "every country",
    },
)  # fmt: skip

NUMBERS = {
    word: number for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(), 1)
} | {"a": 1, "an": 1, "twenty-four": 24, "thirty": 30, "thirty-six": 36, "forty": 40,
     "forty-five": 45, "sixty": 60, "ninety": 90}  # fmt: skip
SPANS = {
    "half a year": "6 months", "a half year": "6 months", "half year": "6 months",
    "a year and a half": "18 months", "one and a half years": "18 months",
}  # fmt: skip


def in_figures(period: str) -> str:
    """A period in words as one in figures; any other text as it is.

    >>> in_figures("six months"), in_figures("half a year"), in_figures("soon")
    ('6 months', '6 months', 'soon')
    """
    first, gap, rest = period.partition(" ")
    return SPANS.get(period) or (f"{NUMBERS.get(first, first)}{gap}{rest}")
