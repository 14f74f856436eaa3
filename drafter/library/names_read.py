"""Which questions a library reads, and for what: statically, over all its variants.

A precedent asks only what can change its agreement: what its tables, texts and definitions read,
what the consistency rules read, and what those questions themselves hang on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from drafter.conditions.model import Answered, Condition
from drafter.conditions.source import subjects, topics
from drafter.conditions.walk import tests
from drafter.library.model import ClauseLibrary, ConsistencyRule, Definition, Precedent, Row, Topic
from drafter.printed_words import EDITION
from drafter.prose.model import Choice, Fill, ForEach, TermUse, Text, When, Words
from drafter.prose.walk import guards, inlines
from drafter.questionnaire.order import questions_behind

PARTIES = "parties"


class RuleReads(NamedTuple):
    """The questions that a rule over answers reads."""

    tested: frozenset[str]  # by its own words
    read: frozenset[str]  # and what those hang on
    alone: frozenset[str]  # of them, what no text reads
    missed: frozenset[str]  # those whose silence makes it refuse


def with_questions(library: ClauseLibrary) -> ClauseLibrary:
    """The library, each precedent knowing the questions that it asks, in questionnaire order."""
    rules = tuple(_rules_read(library))
    precedents = {
        id: _with_its_questions(library, one, rules) for id, one in library.precedents.items()
    }
    return replace(library, precedents=precedents)


def _with_its_questions(
    library: ClauseLibrary, precedent: Precedent, rules: tuple[RuleReads, ...]
) -> Precedent:
    names = _read_by_texts(library, precedent)
    wanted = _with_what_they_hang_on(names, library)
    wanted |= _with_what_they_hang_on(_asked_by_rules(rules, wanted), library)
    asks = tuple(name for name in library.questionnaire.questions if name in wanted)
    prints = _with_what_they_hang_on(names, library, ladders=False)
    return replace(precedent, asks=asks, prints=frozenset(prints))


def _read_by_texts(library: ClauseLibrary, precedent: Precedent) -> set[str]:
    topics = [library.topics[id] for id in precedent.topics if id in library.topics]
    topics += [rider for topic in topics for rider in _riders(library, topic)]
    present = replace(library, topics={topic.id: topic for topic in topics})
    names = {PARTIES, EDITION, *precedent.essential}
    for topic in topics:
        names |= set(topic_names(topic, present))
    for definition in _definitions(library, topics):
        names |= set(_definition_names(definition, present))
    return names


def _asked_by_rules(rules: tuple[RuleReads, ...], wanted: set[str]) -> set[str]:
    """Questions that serve rules alone, where the rule speaks of this precedent at all."""
    names: set[str] = set()
    for rule in rules:
        names |= rule.alone if rule.tested & wanted else frozenset()
        names |= rule.missed if rule.read - rule.missed <= wanted else frozenset()
    return names


def _rules_read(library: ClauseLibrary) -> Iterator[RuleReads]:
    in_texts = {name for topic in library.topics.values() for name in topic_names(topic, library)}
    in_texts = _with_what_they_hang_on(in_texts, library)
    for rule in library.rules.values():
        read = frozenset(_with_what_they_hang_on(subjects(rule.when), library))
        tested = (questions_behind(name, library.questionnaire) for name in subjects(rule.when))
        missed = frozenset(_must_be_answered(rule))
        yield RuleReads(frozenset().union(*tested), read, read - in_texts, missed)


def _must_be_answered(rule: ConsistencyRule) -> Iterator[str]:
    """The questions whose silence makes a rule refuse a deal: they must be asked."""
    if rule.severity == "block":
        yield from (test.subject[0] for test in tests(rule.when) if isinstance(test, Answered))


def _definitions(library: ClauseLibrary, topics: Iterable[Topic]) -> Iterator[Definition]:
    """The definitions that some variant of the topics uses, or that one of them uses."""
    waiting = [
        use for topic in topics for one in topic.variants.values() for use in terms_used(one.text)
    ]
    seen: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id not in seen and id in library.definitions:
            seen.add(id)
            for text in library.definitions[id].texts.values():
                waiting += terms_used(text)
            yield library.definitions[id]


def terms_used(text: Text) -> Iterator[str]:
    """The ids of the defined terms that a text uses."""
    for inline in inlines(text):
        if isinstance(inline, Words | TermUse | Fill):
            yield from inline.uses


def _definition_names(definition: Definition, library: ClauseLibrary) -> Iterator[str]:
    yield from row_names(definition.rows, library)
    for text in definition.texts.values():
        yield from text_names(text, library)


def _riders(library: ClauseLibrary, host: Topic) -> Iterator[Topic]:
    for rider in library.riders(host.id):
        yield rider
        yield from _riders(library, rider)


def _with_what_they_hang_on(
    names: Iterable[str], library: ClauseLibrary, ladders: bool = True
) -> set[str]:
    """The questions behind the names, and those that their `ask when`, ladder and lists read."""
    questionnaire = library.questionnaire
    wanted: set[str] = set()
    waiting = list(names)
    while waiting:
        for name in questions_behind(waiting.pop(), questionnaire):
            question = questionnaire.questions.get(name)
            if question is None or name in wanted:
                continue
            wanted.add(name)
            ladder = question.recommend if ladders else ()
            steps = (question.ask_when, *(step.when for step in ladder))
            waiting += (read for step in steps if step is not None for read in subjects(step))
            waiting += [one.kind.of for one in (question, *question.fields.values()) if one.kind.of]
    return wanted


# --- names read by tables and texts -----------------------------------------------------------


def topic_names(topic: Topic, library: ClauseLibrary) -> Iterator[str]:
    """The names that a topic's table and all its texts read."""
    yield from row_names(topic.rows, library)
    for variant in topic.variants.values():
        yield from text_names(variant.text, library)


def row_names(rows: Iterable[Row], library: ClauseLibrary) -> Iterator[str]:
    """The names that a table reads."""
    for row in rows:
        if row.when is not None:
            yield from condition_names(row.when, library)


def condition_names(condition: Condition, library: ClauseLibrary) -> Iterator[str]:
    """The names that a condition reads; those that decide a topic it asks about, too."""
    yield from subjects(condition)
    for topic in topics(condition):
        if topic in library.topics:
            yield from row_names(library.topics[topic].rows, library)


def text_names(text: Text, library: ClauseLibrary) -> Iterator[str]:
    """The names that a text reads in its guards, loops, blanks and choices."""
    loops: dict[str, str] = {}
    read: list[str] = []
    for guard in guards(text):
        if isinstance(guard, When):
            read += condition_names(guard.condition, library)
        else:
            loops[guard.record] = guard.list[0]
            read += _loop_names(guard, library)
    first = [one.subject[0] for one in inlines(text) if isinstance(one, Fill | Choice)]
    read += [loops.get(name, name) for name in first]
    return (name for name in read if name not in loops)


def _loop_names(loop: ForEach, library: ClauseLibrary) -> Iterator[str]:
    yield loop.list[0]
    if loop.where is not None:
        yield from condition_names(loop.where, library)
