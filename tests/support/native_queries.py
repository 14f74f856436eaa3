"""What is asked of z3 about tables and texts, one query for each statement of the proof."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import z3

from drafter.library.model import Row
from drafter.prose.model import Fill, Reference, Term, Use, Words
from drafter.questionnaire.model import Classification
from support.native import NO, Both
from support.native_texts import NativeTexts, Printed, Wording

Query = tuple[tuple[str, ...], Any]


def queries(texts: NativeTexts) -> Iterator[Query]:
    """Each statement by its key, and what shows it."""
    yield from _tables(texts)
    for one in texts.wordings:
        yield from _beside(one, texts)
    for one in (*texts.wordings, *texts.definitions()):
        for printed in texts.printed(one.text):
            yield from _printed(one, printed, texts)
    yield from _defined_twice(texts)
    for question in texts.native.names.questions.values():
        asked = texts.native.judge(question.ask_when).true
        yield ("question-never-asked", "question", question.id), asked


def _tables(texts: NativeTexts) -> Iterator[Query]:
    for about, rows in _every_table(texts):
        for what, bad in texts.native.statements(rows).items():
            rule = ("gap", *about) if what == ("gap",) else ("overlap", *about, *what)
            yield rule, bad
        for row, taken in texts.native.chosen(rows).items():
            yield ("unreachable-variant", *about, row), taken


def _every_table(texts: NativeTexts) -> Iterator[tuple[tuple[str, str], tuple[Row, ...]]]:
    for id in texts.rows:
        yield ("topic", id), texts.library.topics[id].rows
    for id, one in texts.library.definitions.items():
        yield ("definition", id), one.rows
    for id, fact in texts.native.names.facts.items():
        if isinstance(fact.rule, Classification):
            yield ("fact", id), tuple(Row(row, when) for row, when in fact.rule.rows.items())


def _beside(one: Wording, texts: NativeTexts) -> Iterator[Query]:
    """What a wording needs, and what it cannot stand with."""
    assert one.variant is not None
    for need in one.variant.front.needs:
        judged: Both = texts.native.judge(need.when)
        missing = z3.Not(texts.native.standing[need.topic])
        key = ("needs-broken", "need", one.topic, one.id, need.topic)
        yield key, z3.And(one.stands, judged.true, missing)
    stands = {f"{other.topic}/{other.id}": other.stands for other in texts.wordings}
    for other in one.variant.front.conflicts:
        key = ("conflict-together", "conflict", one.topic, one.id, other)
        yield key, z3.And(one.stands, stands.get(other, NO))


def _printed(one: Wording, printed: Printed, texts: NativeTexts) -> Iterator[Query]:
    what, at, place = printed
    here = z3.And(one.stands, at)
    if isinstance(what, Reference):
        for to in what.targets:
            words = "@" + ".".join(part for part in (to.topic, to.label) if part)
            key = ("dangling-reference", "topic", one.topic, one.id, words, str(place))
            yield key, z3.And(here, z3.Not(texts.found(to.topic or one.topic, to.label)))
    elif isinstance(what, Words | Use | Fill):
        for term in what.uses:
            key = ("term-without-definition", "use", one.topic, one.id, term, str(place))
            yield key, z3.And(here, z3.Not(texts.has_definition(term)))


def _defined_twice(texts: NativeTexts) -> Iterator[Query]:
    found: dict[str, dict[str, list[Any]]] = {}
    for one in texts.wordings:
        for what, at, place in texts.printed(one.text):
            if isinstance(what, Term):
                here = found.setdefault(what.words, {}).setdefault(str(place), [])
                here.append(z3.And(one.stands, at))
    for words, places in found.items():
        for (one_place, some), (other, others) in combinations(places.items(), 2):
            key = ("term-defined-twice", "term", words, one_place, other)
            yield key, z3.And(z3.Or(some), z3.Or(others))
