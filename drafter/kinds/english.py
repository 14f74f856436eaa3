"""The English in which terminal and form say an answer back, and read one.

What an agreement prints is the clause library's; these words are the tool's own.
"""

from __future__ import annotations

from drafter.kinds.countries import NAMES, WITH_ARTICLE
from drafter.printed_words import Row, Unit, ValueWords

ENGLISH = ValueWords(
    yes="yes",
    no="no",
    none="none",
    row=Row((" and ",), (", ", " and ")),
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
        "days": Unit("day", "days"),
        "working-days": Unit("Business Day", "Business Days"),
        "months": Unit("calendar month", "calendar months"),
        "years": Unit("year", "years"),
    },
    territories={
        code: f"the {name}" if code in WITH_ARTICLE else name for code, name in NAMES.items()
    } | {"EU": "the European Union", "worldwide": "every country"},
)  # fmt: skip
