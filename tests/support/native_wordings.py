"""What wordings make of each other and of the law of a deal, in the words of z3."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from drafter.prose.model import ProseParagraph, Reference, Sentence, Text, Words
from drafter.prose.prose_text import print_text
from support.native import NO, Native
from support.native_library import NativeLibrary, PossibleVariant
from support.native_texts import both, either, opposite

Statement = tuple[tuple[str, ...], Any]
_FEW = 6  # words; a shorter sentence may be said twice


class _Decided(NamedTuple):
    """What a wording decides of a matter, and when it does."""

    by: PossibleVariant
    result: str
    holds: Any


def two_outcomes(here: NativeLibrary) -> Iterator[Statement]:
    """What wordings decide in two ways, or what one says it decides and does not."""
    decided: dict[str, list[_Decided]] = {}
    for one in here.variants:
        for ruling in one.variant.front.outcomes if one.variant else ():
            holds = here.native.judge(ruling.when).true
            decided.setdefault(ruling.matter, []).append(_Decided(one, ruling.result, holds))
    for matter, every in decided.items():
        for one in here.variants:
            mine = [each.holds for each in every if each.by is one]
            if mine:
                yield (one.topic, one.id, matter), both(one.stands, opposite(either(mine)))
        at_odds = (_at_odds(*pair) for pair in combinations(every, 2))
        yield (matter, "two outcomes"), either(at_odds)


def _at_odds(one: _Decided, other: _Decided) -> Any:
    if one.result == other.result:
        return NO
    yields = either((*_leaving(one.by, other.by.topic), *_leaving(other.by, one.by.topic)))
    stand = both(one.by.stands, one.holds, other.by.stands, other.holds)
    return both(stand, opposite(yields))


def _leaving(one: PossibleVariant, topic: str) -> Iterator[Any]:
    """When a sentence of a wording says that the other topic states it instead."""
    for said in one.printed.sentences:
        written = _written(said.sentence, one.topic)
        named = (to.topic for inline in said.sentence.inlines if isinstance(inline, Reference)
                 for to in inline.targets)  # fmt: skip
        if topic in named and "instead" in written:
            yield said.stands


def said_twice(here: NativeLibrary) -> Iterator[Statement]:
    """A sentence of a clause stands in two of its topics: itself and its riders."""
    hosts = {topic.within for topic in here.topics.values()} - {""}
    said: dict[tuple[str, str], dict[str, list[Any]]] = {}
    for one in here.variants:
        host = here.topics[one.topic].within or one.topic
        for each in one.printed.sentences if host in hosts else ():
            written = _written(each.sentence, one.topic)
            if len(written.split()) > _FEW:
                stands = said.setdefault((host, written), {}).setdefault(one.topic, [])
                stands.append(both(one.stands, each.stands))
    for where, topics in said.items():
        pairs = combinations(map(either, topics.values()), 2)
        yield where, either(both(*pair) for pair in pairs)


def _written(sentence: Sentence, topic: str) -> str:
    """A sentence as it is written; what it says of its own text is not what another says."""
    alone = Text((ProseParagraph((Sentence(sentence.inlines),)),))
    return print_text(alone).replace("@.", f"@{topic}.")


def out_of_place(one: PossibleVariant, native: Native) -> Iterator[tuple[str, Any]]:
    """Each statute that a text names, and when it does although nothing in the deal touches its
    law."""
    for fact, statutes in native.library.words.statutes.items():
        for site in one.printed.sites:
            for statute in statutes if isinstance(site.what, Words) else ():
                if statute in site.what.text:
                    yield statute, both(site.stands, opposite(native.answer(fact).value))
