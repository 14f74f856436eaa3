"""Days by which a text wants something, and which lie before every date that a deal answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from drafter.consistency.measure_patterns import any_of
from drafter.consistency.slips import written_days
from drafter.kinds.model import Record, Value
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import Deal
from drafter.worked_out import once_for_each


def past_days(text: str, earliest: date | None, library: ClauseLibrary) -> Iterator[str]:
    """Each `by the end of 2025` or `by 1 May 2025` of a text that is past on the earliest day."""
    if earliest is None or not any(map(str.isdigit, text)):
        return
    for found in _by(library).finditer(text):
        rest = text[found.end() :]
        year = re.match(r"((?:19|20)\d\d)\b(?![-/.]\d)", rest)
        if year and int(year[1]) < earliest.year:
            yield found[0] + year[1]
        for words, *day in written_days(rest, library):
            if rest.startswith(words) and str(day[0]) in words and tuple(day) < _day(earliest):
                yield found[0] + words


def earliest_date(deal: Deal) -> date | None:
    """The first of the dates that a deal answers."""
    return min(
        (one for value in deal.answers.values.values() for one in _dates(value)), default=None
    )


def _day(one: date) -> tuple[int, int, int]:
    return one.year, one.month, one.day


def _dates(value: Value | object) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    for one in value if isinstance(value, tuple) else ():
        if isinstance(one, Record):
            yield from (held for held in one.values.values() if isinstance(held, date))


@once_for_each
def _by(library: ClauseLibrary) -> re.Pattern[str]:
    return re.compile(rf"(?i:{any_of(library.words.measures.get('by', ()))})\s")
