"""Texts beside the other answers of a deal: said twice, no more than the name of a party, a sum in
another currency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from drafter.consistency import other_currencies
from drafter.consistency.alike import folded
from drafter.consistency.names_alone import (
    NAMED,
    Path,
    Text,
    misspelt_names,
    names_alone,
    relations_of,
)
from drafter.consistency.past_days import earliest_date, past_days
from drafter.consistency.texts import OddText, free_texts, shortened
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.relation import A_TITLE, DIFFERENT, Relation

_FEW = 3  # blanks between words: a text of fewer words is often said twice with good reason


def odd_beside_others(deal: Deal, library: ClauseLibrary) -> Iterator[OddText]:
    """Every text that is odd beside other answers, and every sum of a row."""
    texts = [one for name in deal.answers.values for one in free_texts(name, deal)]
    yield from _said_already(texts)
    yield from _said_in_the_record(texts, deal)
    yield from names_alone(texts, deal)
    yield from misspelt_names(texts, deal)
    earliest = earliest_date(deal)
    for path, text in texts:
        for words in past_days(text, earliest, library):
            says = f"{_shown(path)} says `{words}`, which lies before every date of the deal"
            yield OddText("past-day", says, path, "inform")
        for says in other_currencies.in_text(text, deal):
            yield OddText("other-currency", f"{_shown(path)} ({shortened(text)}) {says}", path)
    for path, says in other_currencies.in_rows(deal):
        yield OddText("other-currency", f"{_shown(path)} {says}", path, "inform")
    for name, says in other_currencies.of_no_country(deal, library):
        yield OddText("other-currency", f"`{name}` {says}", (name,), "inform")


def _said_already(texts: Iterable[Text]) -> Iterator[OddText]:
    """Every text of some words that another answer says as well; fields of one name in two records
    may say the same, unless they are `distinct:`."""
    first: dict[str, Path] = {}
    for path, text in texts:
        said = folded(text)
        before = first.setdefault(said, path) if said.count(" ") >= _FEW else path
        if before != path and not (len(path) > 1 and _place(before) == _place(path)):
            yield _twice(path, before, text)


def _said_in_the_record(texts: Iterable[Text], deal: Deal) -> Iterator[OddText]:
    """Every text of few words that another field of its record says as well: but two names may be
    the same, and two titles, and fields that are told to differ are told already."""
    records = defaultdict[Path, list[Text]](list)
    for path, text in texts:
        if len(path) > 1 and folded(text).count(" ") < _FEW:
            records[path[:-1]].append((path, text))
    for said in records.values():
        first: dict[str, Path] = {}
        for path, text in said:
            before = first.setdefault(folded(text), path)
            if before != path and not _may_agree(before, path, deal):
                yield _twice(path, before, text)


def _may_agree(one: Path, other: Path, deal: Deal) -> bool:
    here, there = relations_of(one, deal), relations_of(other, deal)
    of_a_kind = any(_any_is(here, hows) and _any_is(there, hows) for hows in (NAMED, (A_TITLE,)))
    return of_a_kind or _must_differ(here, other) or _must_differ(there, one)


def _any_is(relations: Iterable[Relation], hows: Iterable[str]) -> bool:
    return any(one.how in hows for one in relations)


def _must_differ(relations: Iterable[Relation], path: Path) -> bool:
    return any(one.how == DIFFERENT and path[-1] in one.to for one in relations)


def _twice(path: Path, before: Path, text: str) -> OddText:
    says = f"{_shown(path)} says the same as {_shown(before)}: {shortened(text)}"
    return OddText("said-already", says, path, "inform")


def _shown(path: Path) -> str:
    return f"`{'.'.join(path)}`"


def _place(path: Path) -> tuple[str, str]:
    return path[0], path[-1]
