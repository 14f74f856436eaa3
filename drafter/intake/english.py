"""The English in which the terminal and the form say an answer back.

What an agreement prints is the clause library's; these words are the tool's own.
"""

from __future__ import annotations

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
    months=("January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December"),
    period="{number} {unit}",
    units={
        "days": Unit("day", "days"),
        "working-days": Unit("Business Day", "Business Days"),
        "months": Unit("calendar month", "calendar months"),
        "years": Unit("year", "years"),
    },
    territories={},
)  # fmt: skip
