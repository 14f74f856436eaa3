"""Key dates as a calendar file (RFC 5545), which every calendar program takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from drafter.matters.key_dates import KeyDate

_LONGEST = 75  # octets of a line


def print_calendar(agreement: str, dates: Iterable[KeyDate], on: str) -> str:
    """The dated ones, each an event of one day, or of the two days of which it is one; `on`: the
    day of printing, an ISO date.

    >>> one = KeyDate("2027-03-01", "effective_date", "On which date?", "2027-03-01")
    >>> print(print_calendar("A-0001", [one], "2027-01-05").replace("\\r", "").split("\\n")[4])
    UID:A-0001.effective_date@drafter
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//drafter//key dates//EN"]
    for one in dates:
        lines += _event(agreement, one, on) if one.day else ()
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(agreement: str, one: KeyDate, on: str) -> Iterator[str]:
    day, last = date.fromisoformat(one.day), date.fromisoformat(one.or_day or one.day)
    yield "BEGIN:VEVENT"
    yield f"UID:{agreement}.{one.question}@drafter"
    yield f"DTSTAMP:{on.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{agreement}: {one.asks} ({one.question})')}"
    yield f"DESCRIPTION:{_escaped(_described(one))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _described(one: KeyDate) -> str:
    return "\n".join(filter(None, (one.counted_as_text(), one.clause, one.words)))


def _escaped(words: str) -> str:
    for sign in "\\;,":
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in stretches of at most 75 octets, no sign cut in two."""
    done, here = "", ""
    for sign in line:
        if len(f"{here}{sign}".encode()) > _LONGEST:
            done, here = f"{done}{here}\r\n", " "
        here += sign
    return done + here
