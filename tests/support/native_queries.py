"""What is asked of z3 about tables and texts, one query for each statement of the proof."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from drafter.conditions.source import source
from drafter.prose.model import Choice, Fill, Reference, TermUse, Words
from drafter.questionnaire.model import Question
from support.happenings import guards_of_the_deal
from support.native_faults import Offers, lone_schedules
from support.native_library import NativeLibrary, PossibleVariant
from support.native_texts import Site, both, either, opposite
from support.native_wordings import out_of_place
from support.what_is_tested import taken

Query = tuple[tuple[str, ...], Any]


def queries(here: NativeLibrary) -> Iterator[Query]:
    """Each statement by its key, and what shows it."""
    yield from _tables(here)
    for one in here.variants:
        yield from _beside(one, here)
        yield from _guarded(one, here)
    offers, definitions = Offers(here), tuple(here.in_use())
    for one in (*here.variants, *definitions):
        for site in one.printed.sites:
            yield from _printed(one, site, offers)
        yield from _lists(one)
        for statute, bad in out_of_place(one, here.native):
            key = ("statute-out-of-place", "statute", one.topic, one.id, statute)
            yield key, both(one.stands, bad)
    yield from _defined_twice(offers)
    for (id, *_), bad in lone_schedules(here, definitions):
        yield ("schedule-without-clause", "schedule", id), bad
    yield from _decided(here)
    for question in here.native.names.questions.values():
        asked = here.native.judge(question.ask_when).true
        yield ("question-never-asked", "question", question.id), asked
        yield from _advised(question, here)


def _tables(here: NativeLibrary) -> Iterator[Query]:
    kinds = {"term": "definition", "fact": "fact"}
    for name, rows in here.tables().items():
        id, _, kind = name.rstrip(")").partition(" (")
        about = (kinds.get(kind, "topic"), id)
        for what, bad in here.native.statements(rows).items():
            rule = ("gap", *about) if what == ("gap",) else ("overlap", *about, *what)
            yield rule, bad
        for row, chosen in here.chosen(rows).items():
            yield ("unreachable-variant", *about, row), chosen
        for one in rows if about[0] != "fact" else ():
            if one.when is not None:
                yield ("unguarded-reading", *about, one.variant), here.leaning(one)


def _beside(one: PossibleVariant, here: NativeLibrary) -> Iterator[Query]:
    """What a variant needs, and what it cannot stand with."""
    assert one.variant is not None
    for need in one.variant.front.needs:
        wanted = here.native.judge(need.when).true
        missing = opposite(here.native.standing[need.topic])
        key = ("needs-broken", "need", one.topic, one.id, need.topic)
        yield key, both(one.stands, wanted, missing)
    stands = {f"{other.topic}/{other.id}": other.stands for other in here.variants}
    for foe in one.variant.front.conflicts:
        key = ("conflict-together", "conflict", one.topic, one.id, foe)
        yield key, both(one.stands, either([stands[foe]] if foe in stands else []))


def _printed(one: PossibleVariant, site: Site, offers: Offers) -> Iterator[Query]:
    stands = both(one.stands, site.stands)
    if isinstance(site.what, Reference):
        for to in site.what.targets:
            words = "@" + ".".join(part for part in (to.topic, to.label) if part)
            key = ("dangling-reference", "topic", one.topic, one.id, words, str(site.place))
            yield key, both(stands, opposite(offers.found(to.topic or one.topic, to.label)))
    elif isinstance(site.what, Words | TermUse | Fill):
        for term in site.what.uses:
            key = ("term-without-definition", "use", one.topic, one.id, term, str(site.place))
            yield key, both(stands, opposite(offers.has_definition(term)))
    if isinstance(site.what, Fill | Choice) and not site.looped:
        name = site.what.subject[0]
        key = ("blank-not-asked", "blank", one.topic, one.id, name, str(site.place))
        yield key, both(stands, offers.here.native.answer(name).unasked)


def _lists(one: PossibleVariant) -> Iterator[Query]:
    for listed in one.printed.lists:
        about = ("list", one.topic, one.id, str(listed.lead.place))
        yield ("empty-list", *about), both(one.stands, listed.is_empty)
        yield ("lone-bullet", *about), both(one.stands, listed.is_alone)


def _advised(question: Question, here: NativeLibrary) -> Iterator[Query]:
    """Each step of a ladder is the first that holds; what it recommends can be answered there."""
    open_ = here.native.judge(question.ask_when).true
    for number, step in enumerate(question.recommend, 1):
        verdict = here.native.judge(step.when)
        about, speaks = ("step", question.id, str(number)), both(open_, verdict.true)
        yield ("unreachable-recommendation", *about), speaks
        if step.take is not None:
            answered = here.native.judge(taken(question, step)).true
            yield ("recommendation-not-possible", *about), both(speaks, answered)
        open_ = both(open_, verdict.false)


def _guarded(one: PossibleVariant, here: NativeLibrary) -> Iterator[Query]:
    """Each guard of a variant holds where the variant stands, and not for want of a question."""
    assert one.variant is not None
    for place, leans in one.printed.leaning:
        key = ("unguarded-reading", "text", one.topic, one.id, place)
        yield key, both(one.stands, leans)
    for condition in guards_of_the_deal(one.variant.text, here.library):
        key = ("dead-text", one.topic, one.id, source(condition))
        yield key, both(one.stands, here.native.judge(condition).true)


def _decided(here: NativeLibrary) -> Iterator[Query]:
    """What a variant decides of a matter: always something, once, and as the others do."""
    judge = here.native.judge
    ruled = [(one, each, judge(each.when).true) for one in here.variants if one.variant
             for each in one.variant.front.outcomes]  # fmt: skip
    for one in here.variants:
        mine: dict[str, list[Any]] = {}
        for by, each, holds in ruled:
            if by is one:
                mine.setdefault(each.matter, []).append(holds)
        for matter, held in mine.items():
            key = ("two-outcomes", "outcome", one.topic, one.id, matter)
            yield key, both(one.stands, opposite(either(held)))
    for (one, first, some), (two, second, others) in combinations(ruled, 2):
        stand = both(one.stands, two.stands, some, others)
        if first.matter != second.matter or (one is not two and first.result == second.result):
            continue
        if one is two:
            about = ("outcome", one.topic, one.id, first.matter, first.result, second.result)
            yield ("two-outcomes", *about), stand
        elif one.topic != two.topic:
            about = ("outcomes", one.topic, one.id, two.topic, two.id, first.matter)
            yield ("two-outcomes", *about), stand


def _defined_twice(offers: Offers) -> Iterator[Query]:
    for words, sites in offers.sites.items():
        places: dict[str, list[Any]] = {}
        for stands, place in sites:
            places.setdefault(str(place), []).append(stands)
        for (one_place, some), (other, others) in combinations(places.items(), 2):
            key = ("term-defined-twice", "term", words, one_place, other)
            yield key, both(either(some), either(others))
