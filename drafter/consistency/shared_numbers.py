"""Numbers of registered rights that stand in two records of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.consistency.alike import key
from drafter.consistency.related import Breach, Related

_NUMBER = re.compile(r"\d(?:[\s.,/-]?\d){4,}")


def own_number(answers: Related, library: object) -> Iterator[Breach]:
    """Records that have a number of five figures or more in common; what they have whole in common
    is for `distinct`."""
    first: dict[str, Related] = {}
    for here in answers.each():
        values = here.values(here.name)
        for number in _numbers(values[0]) if values else ():
            before = first.setdefault(number, here)
            if key(before.value(here.name)) != key(here.value(here.name)):
                says = (
                    f"{here.shown(here.name)} and {before.shown(here.name)} have a number in common"
                )
                yield here.broken(f"{says}: {number}")
                break


def _numbers(text: str) -> Iterator[str]:
    for found in _NUMBER.findall(text):
        yield re.sub(r"\D", "", found)
