"""Sums in a currency in which no sum of the deal is, in a text or in a row of a list, and those in
a currency of no country of the deal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.consistency.local_rules import territories_named
from drafter.kinds.currencies import CODES, COMMON
from drafter.kinds.model import Money, Record, Value
from drafter.kinds.territories import GROUPS, WORLDWIDE
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import Deal

_SUM = re.compile(r"\b([A-Z]{3})\s?\d")


def in_text(text: str, deal: Deal) -> Iterator[str]:
    """What a text says in a currency in which no answer of the deal is: words that follow it."""
    said = [code for code in dict.fromkeys(_SUM.findall(text)) if code in CODES]
    if not said:
        return
    used = {one.currency for value in deal.answers.values.values() for one in _sums(value)}
    for code in said if used else ():
        if code not in used:
            yield f"says a sum in {code}; the answers are in {' and '.join(sorted(used))}"


def in_rows(deal: Deal) -> Iterator[tuple[tuple[str, ...], str]]:
    """The sums of rows in a currency in which no single sum is, each with its path."""
    values = deal.answers.values
    used = {one.currency for one in values.values() if isinstance(one, Money)}
    for name, value in values.items() if used else ():
        for record in _records(value):
            for field, held in record.values.items():
                if isinstance(held, Money) and held.currency not in used:
                    says = f"({held}) is in a currency of its own; the deal is in"
                    yield (name, record.id, field), f"{says} {' and '.join(sorted(used))}"


def of_no_country(deal: Deal, library: ClauseLibrary) -> Iterator[tuple[str, str]]:
    """Each currency that is none of a country which the deal names, nor one of those in which
    every country deals: the first answer that has it, and words that follow."""
    named = {one.partition("-")[0] for one in territories_named(library, deal)}
    wide = named.intersection((WORLDWIDE, *GROUPS))
    seen = set[str](COMMON)
    for name, value in deal.answers.values.items() if named and not wide else ():
        for held in _sums(value):
            if held.currency not in seen and held.currency[:2] not in named:
                seen.add(held.currency)
                yield name, f"is in {held.currency}, and the deal names no country of it"


def _sums(value: Value) -> Iterator[Money]:
    if isinstance(value, Money):
        yield value
    for record in _records(value):
        yield from (held for held in record.values.values() if isinstance(held, Money))


def _records(value: object) -> Iterator[Record]:
    members = value if isinstance(value, tuple) else ()
    return (one for one in members if isinstance(one, Record))
