"""Territories: countries and their parts (ISO 3166), groups of countries, the world."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import quoted
from drafter.kinds.cases import Tested, subsets
from drafter.kinds.countries import CODES, NAMES
from drafter.kinds.country_parts import parts_of
from drafter.kinds.english import ENGLISH
from drafter.kinds.model import NotAValue, Value
from drafter.kinds.picking import Ambiguous, Answer, Candidate, begun, each, found
from drafter.kinds.sort import Kind, Schema, Sort, TypedWords, each_once
from drafter.printed_words import ValueWords

WORLDWIDE = "worldwide"
_UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
GROUPS = {
    "EU": frozenset(_UNION.split()),
    "EEA": frozenset([*_UNION.split(), "IS", "LI", "NO"]),
    "EFTA": frozenset(["CH", "IS", "LI", "NO"]),
}
"""The countries of the European Union, the European Economic Area and the European Free Trade
Association, by ISO 3166-1 alpha-2 code, as of 1 February 2020."""
_PATTERN = "(worldwide|EEA|EFTA|[A-Z]{2}(-[A-Z0-9]{1,3})?)"
_UNTESTED = ("GB", "US", "FR", "JP", "DE", "CN", "BR", "ZA", "AU")
_OTHER_NAMES = {
    "european union": "EU",
    "european economic area": "EEA",
    "european free trade association": "EFTA",
    WORLDWIDE: WORLDWIDE,
    "uk": "GB",
    "united states": "US",
    "usa": "US",
}


@dataclass(frozen=True)
class Territories(Sort):
    """A set of territories; each is held once."""

    name = "jurisdictions"
    holds = tuple
    several = True
    overlaps = True
    wanted_typed = "countries such as GB, France; or EU, worldwide; a part of a name finds it"
    example = ("GB", "US")

    def read(self, words: TypedWords, kind: Kind) -> Value:
        members = words if isinstance(words, tuple) else (words,)
        return each_once([self.member(one, kind) for one in members])

    def member(self, text: str, kind: Kind) -> str:
        if is_territory(text):
            return text
        known = _OTHER_NAMES.get(text.casefold())
        cure = f"write {known}" if known else _cure(text)
        raise NotAValue(f"{quoted(text)} is no territory", cure)

    def spelled(self, value: Any) -> list[str]:
        return [str(one) for one in value]

    def schema(self, kind: Kind) -> Schema:
        one: Schema = {"type": "string", "pattern": f"^{_PATTERN}$"}
        return {"anyOf": [{"type": "array", "items": one, "uniqueItems": True}, one]}

    def typed(self, text: str, kind: Kind, choices: Sequence[Candidate]) -> Answer:
        return _typed(text)

    def shown(self, word: str, kind: Kind) -> str:
        return ENGLISH.territories.get(word, word)

    def printed(self, value: Any, words: ValueWords) -> str:
        return words.listed([words.territories.get(one, one) for one in value])

    def how_to_test(self, name: str, kind: Kind) -> str:
        return f"write `{name} has GB`"

    def cases(self, kind: Kind, tested: Tested) -> Iterator[Value]:
        options = self.told_apart(tested.options)
        yield from subsets(options, self.unnamed(kind, options))

    def told_apart(self, options: Sequence[str]) -> tuple[str, ...]:
        """Those named and, where groups are, a country for each set of them that one can lie in
        beside what else is named."""
        countries = {each for one in options for each in GROUPS.get(one, ())}.difference(options)
        lying = {tuple(shared(one, each) for each in options): one for one in sorted(countries)}
        return (*options, *lying.values())

    def unnamed(self, kind: Kind, options: Sequence[str]) -> str:
        return next(
            (one for one in _UNTESTED if not any(shared(one, each) for each in options)), ""
        )


JURISDICTIONS = Territories()


def is_territory(text: str) -> bool:
    """Whether this spells a territory: an ISO 3166 code, a group of countries or worldwide.

    >>> is_territory("GB"), is_territory("US-CA"), is_territory("UK"), is_territory("US-XX")
    (True, True, False, False)
    """
    country, _, part = text.partition("-")
    if text == WORLDWIDE or text in GROUPS or re.fullmatch(_PATTERN, text) is None:
        return text == WORLDWIDE or text in GROUPS
    return country in CODES and (not part or part in parts_of(country))


def _cure(text: str) -> str:
    country, _, part = text.partition("-")
    if part and country in CODES:
        return f"write {country} for all of it, or a part that ISO 3166-2 lists"
    return "two-letter codes such as GB or US, EU, worldwide"


@cache
def shared(one: str, other: str) -> bool:
    """Whether two territories have ground in common.

    >>> shared("EU", "FR"), shared("worldwide", "JP"), shared("GB", "US"), shared("EEA", "EFTA")
    (True, True, False, True)
    """
    if WORLDWIDE in (one, other):
        return True
    if one in GROUPS or other in GROUPS:
        return bool(_countries(one) & _countries(other))
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


def lies_in(one: str, others: Sequence[str]) -> bool:
    """Whether all ground of a territory belongs to others.

    >>> lies_in("FR", ["EU"]), lies_in("EU", ["FR"]), lies_in("US-CA", ["GB", "US"])
    (True, False, True)
    >>> lies_in("EEA", ["EU"]), lies_in("EEA", ["EU", "EFTA"])
    (False, True)
    """
    if one in others or WORLDWIDE in others:
        return True
    whole = {each for other in others if "-" not in other for each in _countries(other)}
    return _countries(one) <= whole


def _countries(territory: str) -> frozenset[str]:
    """The countries that a territory is, or lies in."""
    return GROUPS.get(territory) or frozenset([territory.partition("-")[0]])


# --- as people type them ----------------------------------------------------------------------


def _typed(text: str) -> Answer:
    """Codes or names, with commas; also with spaces or `and` where each part is one."""
    for divider in (r"[,;\n]", r"[,;\n]|\band\b", r"[,;\s]"):
        parts = [part for one in re.split(divider, text) if (part := one.strip(" ."))]
        codes = [_code(part) for part in parts]
        if codes and all(codes):
            return list(dict.fromkeys(code for code in codes if code))
    parts = [part for one in re.split(r"[,;\n]", text) if (part := one.strip(" ."))]
    return each(parts or [text], _territory)


def _territory(words: str) -> str:
    """One territory; a part of a name finds those that hold it."""
    if code := _code(words):
        return code
    if len(begun(words, territories())) == 1:
        return begun(words, territories())[0].id
    near = found(words, territories()) or _slips(words)
    if near:
        raise Ambiguous(f"{quoted(words)} could be:", near)
    raise NotAValue(f"{quoted(words)} is no territory", "such as: GB, United States, EU")


def _code(words: str) -> str | None:
    upper, plain = words.strip().upper(), words.strip().casefold().removeprefix("the ")
    if upper in NAMES or upper in GROUPS:
        return upper
    by_name = {name.casefold(): code for code, name in NAMES.items()} | _OTHER_NAMES
    return by_name.get(plain) or (upper if "-" in words and is_territory(upper) else None)


def _slips(words: str) -> list[Candidate]:
    """The territories that a slip of the keys may mean."""
    from difflib import get_close_matches

    by_name = {name.casefold(): code for code, name in NAMES.items()}
    near = {by_name[name] for name in get_close_matches(words.strip().casefold(), by_name, 3, 0.75)}
    return [one for one in territories() if one.id in near]


@cache
def territories() -> tuple[Candidate, ...]:
    """Every territory that has a name, as `France (FR)`."""
    named = ENGLISH.territories
    order = [WORLDWIDE, *GROUPS, *sorted(NAMES)]
    return tuple(Candidate(code, f"{named[code].removeprefix('the ')} ({code})") for code in order)
