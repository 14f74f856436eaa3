"""What a page sent, as a patch on the form: the answer as an answers file would spell it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from drafter import UNKNOWN
from examples.web_intake.shown import MONTHS, Line

NOT_KNOWN = "?"  # no id of an option or a record can be this
NONE = "!none"


class NotAnAnswer(Exception):
    """What was sent cannot be read; the words say what to do."""


def read(sent: MultiDict[str, str], question: Any, choices: list[Line]) -> Any:
    """The answer that was sent; None where an optional question was left blank.

    Raises `NotAnAnswer`.
    """
    words = [one.replace("\r\n", "\n").strip() for one in sent.getlist("answer")]
    words = [one for one in words if one]
    if "unknown" in sent or NOT_KNOWN in words:
        if set(words) - {NOT_KNOWN}:
            raise NotAnAnswer("Give an answer or select “We do not know yet”, not both")
        return UNKNOWN
    if not words:
        if question.optional:
            return None
        verb = "Select" if choices else "Enter"
        raise NotAnAnswer(f"{verb} an answer, or “We do not know yet”")
    return _chosen(words, question, choices) if choices else _typed(words[0], question)


def _chosen(words: list[str], question: Any, choices: list[Line]) -> Any:
    if question.kind.sort.value == "several choices":
        if words == [NONE]:
            return []
        if NONE in words:
            raise NotAnAnswer("Select some of the lines or “None of these”, not both")
    elif len(words) > 1:
        raise NotAnAnswer("Select one of the lines")
    if set(words) - {one.id for one in choices}:
        raise NotAnAnswer("Select one of the lines that the page shows")
    return words if question.kind.sort.value == "several choices" else words[0]


def _typed(text: str, question: Any) -> Any:
    match question.kind.sort.value:
        case "jurisdictions":
            parts = (one.strip() for one in re.split(r"[,;\n]", text))
            return [one if one == "worldwide" else one.upper() for one in parts if one]
        case "date":
            return _date(text)
        case "money":
            return _money(text)
        case "duration":
            return text.lower().replace("working days", "working-days")
        case "percentage":
            return re.sub(r"\s*(%|per ?cent)$", "", text) + " percent"
        case "whole number":
            return text.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", text) else text
    return text


def _date(text: str) -> str:
    """`2027-03-01` or `1 March 2027`; a date in figures may be read in two ways."""
    named = re.fullmatch(r"(\d{1,2}) ([A-Za-z]{3,9}),? (\d{4})", text)
    month = next((number for number, name in enumerate(MONTHS, 1)
                  if named and name.lower().startswith(named[2].lower())), 0)  # fmt: skip
    try:
        if named and month:
            return date(int(named[3]), month, int(named[1])).isoformat()
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotAnAnswer("There is no such day. Enter a date such as 1 May 2027") from None
    raise NotAnAnswer("Enter the date with its month in letters, such as 1 May 2027")


def _money(text: str) -> str:
    """`GBP 250,000` or `250000 GBP`; a stop marks hundredths, so that 250.000 is not guessed."""
    figures = r"(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,15}(?:\.\d{1,2})?)"
    match = re.fullmatch(rf"([A-Za-z]{{3}}) ?{figures}", text)
    turned = re.fullmatch(rf"{figures} ?([A-Za-z]{{3}})", text)
    if match is None and turned is None:
        raise NotAnAnswer("Enter a currency in three letters and an amount, such as GBP 250,000")
    currency, amount = match.groups() if match else turned.groups()[::-1]  # type: ignore[union-attr]
    return f"{currency.upper()} {amount.replace(',', '')}"
