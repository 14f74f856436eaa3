"""Relations of the particulars of parties and rights with what is known of the world: legal forms,
addresses, offices, classes, the offices that register rights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.consistency.alike import folded
from drafter.consistency.legal_forms import odd_form
from drafter.consistency.places import country_at_the_end, country_named
from drafter.consistency.related import Breach, Related
from drafter.consistency.trade_classes import odd_class
from drafter.kinds.countries import CODES
from drafter.kinds.model import Missing
from drafter.kinds.territories import shared
from drafter.library.model import ClauseLibrary
from drafter.worked_out import once_for_each

_NUMBER = re.compile(r"\b([A-Z]{2})\s?\d(?:[\s.,/-]?\d){4,}")
_NO_OFFICE = {"TM", "ID", "NO", "IN"}  # words before a number, and codes of countries as well


def formed(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A name or a legal form that is not one of its kind of body, or not one of its country."""
    for here in answers.each():
        name, kind, law, country = (here.value(one) for one in (here.name, *here.relation.to))
        if isinstance(name, Missing) or isinstance(kind, Missing):
            continue
        known = () if isinstance(country, Missing) else country
        named = "" if isinstance(law, Missing) else country_named(law, library)
        if not isinstance(law, Missing) and not named:
            known = ()  # a place whose country is not known has forms of its own
        if says := odd_form(name, kind, known, (named,) if named else ()):
            yield here.broken(f"{here.shown(here.name)} {says}")


def lies_in(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """An address that ends with the name of another country."""
    for here, address, countries in answers.pairs():
        named = country_at_the_end(address, library)
        if named and named not in {one.partition("-")[0] for one in countries}:
            (country,) = here.relation.to
            says = f"{here.shown(here.name)} lies in {named}, not in"
            yield here.broken(f"{says} {here.shown(country)}")


def known_class(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A class of goods or services that the Nice Classification has not."""
    for here in answers.each():
        values = here.values(here.name)
        if values and (says := odd_class(values[0])):
            yield here.broken(f"{here.shown(here.name)} {says}")


def title(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A text that should be the title of an office, and has no word of one."""
    known = _offices(library)
    for here in answers.each():
        values = here.values(here.name)
        words = re.findall(r"[^\W_]+", folded(values[0])) if values else []
        is_mail = values is not None and "@" in values[0]
        if known and words and (is_mail or not known.intersection(words)):
            yield here.broken(f"{here.shown(here.name)} names no office that drafter knows")


@once_for_each
def _offices(library: ClauseLibrary) -> frozenset[str]:
    return frozenset(map(folded, library.words.offices))


def body(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A text that should name a body or its rules, and has no word of one."""
    for here, word in _with_body(answers, library):
        if not word:
            yield here.broken(f"{here.shown(here.name)} names no body that drafter knows")


def no_body(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A text that should name a place, and names a body or its rules."""
    for here, word in _with_body(answers, library):
        if word:
            yield here.broken(f"{here.shown(here.name)} names a body or its rules: `{word}`")


def _with_body(answers: Related, library: ClauseLibrary) -> Iterator[tuple[Related, str]]:
    """Each text, and its first word that stands in the name of a body."""
    known = _bodies(library)
    for here in answers.each() if known else ():
        values = here.values(here.name)
        words = re.findall(r"[^\W_]+", values[0]) if values else []
        if words:
            yield here, next((one for one in words if folded(one) in known), "")


@once_for_each
def _bodies(library: ClauseLibrary) -> frozenset[str]:
    return frozenset(map(folded, library.words.bodies))


def filed(answers: Related, library: ClauseLibrary) -> Iterator[Breach]:
    """A number that begins with the letters of a country for which nothing is filed."""
    for here, number, territories in answers.pairs():
        named = dict.fromkeys("GB" if one == "UK" else one for one in _NUMBER.findall(number))
        abroad = [one for one in named if one in CODES and one not in _NO_OFFICE
                  and not any(shared(one, each) for each in territories)]  # fmt: skip
        if abroad:
            (where,) = here.relation.to
            says = f"{here.shown(here.name)} has a number of {' and '.join(abroad)}, and"
            yield here.broken(f"{says} {here.shown(where)} has not")
