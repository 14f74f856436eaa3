"""What may happen in a deal, one happening for each statement of the proof, told by one deal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from drafter.conditions.model import Answered, Condition, Unknown
from drafter.conditions.source import source
from drafter.conditions.walk import subjects, tests
from drafter.kinds.model import Missing
from drafter.library.model import ClauseLibrary, Row, Variant
from drafter.prose.model import (
    Choice,
    Fill,
    Guard,
    Inline,
    Reference,
    Target,
    Term,
    TermUse,
    Text,
    When,
    Words,
)
from drafter.prose.walk import guards, paragraphs, terms_defined, within
from drafter.questionnaire.model import Classification, NamedCondition, Question
from support.happening import Happening, Part, Read, fails, holds, holds_not
from support.happenings_of_leaning import guards_that_lean, rows_that_lean
from support.happenings_of_lists import lists_that_come_down
from support.one_deal import OneDeal
from support.what_is_tested import taken


def happenings(library: ClauseLibrary) -> Iterator[Happening]:
    """All that is asked about the agreement of a library without riders."""
    for about, rows in _every_table(library):
        yield from _of_table(about, rows)
        yield from rows_that_lean(about, rows, library) if about[0] != "fact" else ()
    for topic in library.topics.values():
        for variant in topic.variants.values():
            yield from _beside(variant, library)
            yield from _guarded(variant, library)
            here = _stands(topic.id, variant.id, library)
            yield from guards_that_lean(variant, here, library)
            yield from _of_variant(variant, library)
    for id, one in library.definitions.items():
        for row, text in one.texts.items():
            yield from _of_definition(id, row, text, library)
    yield from _defined_twice(library)
    yield from _decided(library)
    yield from _lone_schedules(library)
    for question in library.questionnaire.questions.values():
        key = ("question-never-asked", "question", question.id)
        yield Happening(key, (holds(question.ask_when),))
        yield from _advised(question)


# --- tables ---


def _every_table(library: ClauseLibrary) -> Iterator[tuple[tuple[str, str], tuple[Row, ...]]]:
    yield from ((("topic", id), topic.rows) for id, topic in library.topics.items())
    yield from ((("definition", id), one.rows) for id, one in library.definitions.items())
    for id, fact in library.questionnaire.facts.items():
        if isinstance(fact.rule, Classification):
            yield ("fact", id), tuple(Row(row, when) for row, when in fact.rule.rows.items())


def _of_table(about: tuple[str, str], rows: tuple[Row, ...]) -> Iterator[Happening]:
    yield Happening(("gap", *about), (Part(_whens(rows), lambda deal: not deal.taken(rows)),))
    for one, other in combinations(rows, 2):
        key = ("overlap", *about, one.variant, other.variant)
        yield Happening(key, (holds(one.when), holds(other.when)))
    for row in rows:
        yield Happening(("unreachable-variant", *about, row.variant), (_taken(rows, row.variant),))


def _advised(question: Question) -> Iterator[Happening]:
    """A step of a ladder speaks where it holds and no step before it does; its answer can be given
    there."""
    before: tuple[Part, ...] = (holds(question.ask_when),)
    for number, step in enumerate(question.recommend, 1):
        about, speaks = ("step", question.id, str(number)), (*before, holds(step.when))
        yield Happening(("unreachable-recommendation", *about), speaks)
        if step.take is not None:
            answered = holds(taken(question, step))
            yield Happening(("recommendation-not-possible", *about), (*speaks, answered))
        before = (*before, fails(step.when))


def _taken(rows: tuple[Row, ...], id: str) -> Part:
    return Part(_whens(rows), lambda deal: id in deal.taken(rows))


def _whens(rows: Iterable[Row]) -> tuple[Read, ...]:
    return tuple(row.when for row in rows)


# --- variants ---


def _stands(topic: str, id: str, library: ClauseLibrary) -> Part:
    return _taken(library.topics[topic].rows, id)


def _beside(one: Variant, library: ClauseLibrary) -> Iterator[Happening]:
    here = _stands(one.topic, one.id, library)
    for need in one.front.needs:
        key = ("needs-broken", "need", one.topic, one.id, need.topic)
        yield Happening(key, (here, holds(need.when), *_lacks(Target(need.topic), library)))
    for other in one.front.conflicts:
        topic, _, id = other.partition("/")
        key = ("conflict-together", "conflict", one.topic, one.id, other)
        yield Happening(key, (here, _stands(topic, id, library)))


def _guarded(one: Variant, library: ClauseLibrary) -> Iterator[Happening]:
    here = _stands(one.topic, one.id, library)
    for condition in guards_of_the_deal(one.text, library):
        key = ("dead-text", one.topic, one.id, source(condition))
        yield Happening(key, (here, holds(condition)))


def guards_of_the_deal(text: Text, library: ClauseLibrary) -> Iterator[Condition]:
    """The guards of a text that read final answers of the deal, and no record of a loop."""
    for guard in guards(text):
        if isinstance(guard, When):
            known = all(library.questionnaire.kind(name) for name in subjects(guard.condition))
            if known and not any(isinstance(one, Answered | Unknown)
                                 for one in tests(guard.condition)):  # fmt: skip
                yield guard.condition


def _decided(library: ClauseLibrary) -> Iterator[Happening]:
    """What a variant decides of a matter, in the order of the agreement."""
    (precedent,) = library.precedents.values()
    ruled = [(one, ruling) for id in precedent.topics
             for one in library.topics[id].variants.values()
             for ruling in one.front.outcomes]  # fmt: skip
    matters = {(one.topic, one.id, ruling.matter): one for one, ruling in ruled}
    for (_, _, matter), one in matters.items():
        yield _undecided(one, matter, library)
    for (one, first), (two, second) in combinations(ruled, 2):
        if first.matter != second.matter or (one is not two and first.result == second.result):
            continue
        parts = (_stands(one.topic, one.id, library), _stands(two.topic, two.id, library),
                 holds(first.when), holds(second.when))  # fmt: skip
        if one is two:
            about = ("outcome", one.topic, one.id, first.matter, first.result, second.result)
            yield Happening(("two-outcomes", *about), parts)
        elif one.topic != two.topic:
            about = ("outcomes", one.topic, one.id, two.topic, two.id, first.matter)
            yield Happening(("two-outcomes", *about), parts)


def _undecided(one: Variant, matter: str, library: ClauseLibrary) -> Happening:
    mine = tuple(each.when for each in one.front.outcomes if each.matter == matter)
    none = Part(mine, lambda deal: not any(map(deal.holds, mine)))
    key = ("two-outcomes", "outcome", one.topic, one.id, matter)
    return Happening(key, (_stands(one.topic, one.id, library), none))


def _lone_schedules(library: ClauseLibrary) -> Iterator[Happening]:
    """A schedule stands, and no clause that is printed leads to it; definitions lead to none."""
    (precedent,) = library.precedents.values()
    for id in precedent.schedules:
        key = ("schedule-without-clause", "schedule", id)
        yield Happening(key, (_has_topic(id, library), *_leads_nowhere(id, library)))


def _has_topic(id: str, library: ClauseLibrary) -> Part:
    return Part(_whens(library.topics[id].rows), lambda deal: deal.has_topic(id))


def _leads_nowhere(id: str, library: ClauseLibrary) -> Iterator[Part]:
    """What the texts of other topics print: not this reference to the schedule, and not that."""

    def leads(what: Inline | str) -> bool:
        return isinstance(what, Reference) and any(to.topic == id for to in what.targets)

    for topic in library.topics.values():
        for one in topic.variants.values() if topic.id != id else ():
            over = [guards for what, _, guards in _inlines(one.text) if leads(what)]
            if over:
                yield _not_printed(one, [guard for some in over for guard in some], leads, library)


def _lacks(to: Target, library: ClauseLibrary) -> Iterator[Part]:
    """What a reference would find: not this variant of the topic, and not that one."""
    topic = library.topics[to.topic]
    if not to.label:
        yield Part(_whens(topic.rows), lambda deal: not deal.has_topic(topic.id))
        return
    for one in topic.variants.values():
        labelled = [block for block in paragraphs(one.text) if block.label == to.label]
        if labelled:
            about = [guard for block in labelled for guard in block.guards]
            yield _not_printed(one, about, lambda what: what == to.label, library)


def _undefined(term: str, library: ClauseLibrary) -> Iterator[Part]:
    """What would define a term: not the list, and not this variant or that one."""
    topic, _, words = term.partition(":")
    if not words:
        rows = library.definitions[term].rows
        yield Part(_whens(rows), lambda deal: not deal.text(rows))
        return
    for one in library.topics[topic].variants.values():
        if any(here.words == words for here in terms_defined(one.text)):
            about = [
                guard
                for what, _, over in _inlines(one.text)
                if isinstance(what, Term) and what.words == words
                for guard in over
            ]
            yield _not_printed(
                one, about, lambda what: isinstance(what, Term) and what.words == words, library
            )


def _not_printed(
    one: Variant,
    about: Iterable[Read],
    is_it: Callable[[Inline | str], bool],
    library: ClauseLibrary,
) -> Part:
    rows = library.topics[one.topic].rows

    def shown(deal: OneDeal) -> bool:
        stands = one.id in deal.taken(rows)
        return not (stands and any(is_it(what) for what, _ in deal.prints(one.text)))

    return Part((*_whens(rows), *about), shown)


def _defined_twice(library: ClauseLibrary) -> Iterator[Happening]:
    found = [
        (one, term)
        for topic in library.topics.values()
        for one in topic.variants.values()
        for term in terms_defined(one.text)
    ]
    for (one, term), (other, again) in combinations(found, 2):
        if term.words == again.words:
            key = ("term-defined-twice", "term", term.words, str(term.place), str(again.place))
            stand = [_stands(variant.topic, variant.id, library) for variant in (one, other)]
            both = [
                _prints(variant.text, what, place, over)
                for variant, here in ((one, term), (other, again))
                for what, place, over in _inlines(variant.text)
                if what == here
            ]
            yield Happening(key, (*stand, *both))


# --- texts ---


def _of_variant(one: Variant, library: ClauseLibrary) -> Iterator[Happening]:
    here = (_stands(one.topic, one.id, library),)
    yield from _of_text((one.topic, one.id), one.text, here, library)


def _of_definition(id: str, row: str, text: Text, library: ClauseLibrary) -> Iterator[Happening]:
    """It counts where a clause uses the definition, itself or through other definitions."""
    here = _taken(library.definitions[id].rows, row)
    never = (Part((), lambda deal: False),)
    for used in list(_used(id, library)) or [never]:
        yield from _of_text(("", id), text, (here, *used), library)


def _of_text(
    about: tuple[str, str], text: Text, here: tuple[Part, ...], library: ClauseLibrary
) -> Iterator[Happening]:
    """A reference finds its target, a term its definition."""
    for what, place, over in _inlines(text):
        printed = _prints(text, what, place, over)
        for to in what.targets if isinstance(what, Reference) else ():
            words = "@" + ".".join(part for part in (to.topic, to.label) if part)
            key = ("dangling-reference", "topic", *about, words, place)
            yield Happening(key, (*here, printed, *_lacks(to, library)))
        for term in what.uses if isinstance(what, Words | TermUse | Fill) else ():
            key = ("term-without-definition", "use", *about, term, place)
            yield Happening(key, (*here, printed, *_undefined(term, library)))
        if isinstance(what, Fill | Choice) and what.subject[0] in library.questionnaire.questions:
            name = what.subject[0]
            key = ("blank-not-asked", "blank", *about, name, place)
            yield Happening(key, (*here, printed, _not_asked(name, library)))
        for statute, not_in_play in _statutes(what, library):
            about_it = ("statute-out-of-place", "statute", *about, statute)
            yield Happening(about_it, (*here, printed, not_in_play))
    yield from lists_that_come_down(about, text, here)


def _statutes(what: Inline, library: ClauseLibrary) -> Iterator[tuple[str, Part]]:
    """The statutes that words name, each with what it is when nothing brings it into play."""
    for fact, statutes in library.words.statutes.items():
        rule = library.questionnaire.facts[fact].rule
        assert isinstance(rule, NamedCondition)
        for statute in statutes:
            if isinstance(what, Words) and statute in what.text:
                yield statute, holds_not(rule.when)


def _not_asked(name: str, library: ClauseLibrary) -> Part:
    asked = library.questionnaire.questions[name].ask_when
    return Part((asked,), lambda deal: deal.deal.value(name) is Missing.NOT_ASKED)


def _inlines(text: Text) -> Iterator[tuple[Inline, str, tuple[Guard, ...]]]:
    """Each inline, where it is written, and the guards over it."""
    for paragraph in paragraphs(text):
        for sentence in paragraph.sentences:
            for inline in within(sentence.inlines):
                place = str(getattr(inline, "place", None) or sentence.place)
                yield inline, place, (*paragraph.guards, *sentence.guards)


def _prints(text: Text, what: Inline, place: str, over: Iterable[Guard]) -> Part:
    return Part(tuple(over), lambda deal: (what, place) in deal.prints(text))


def _used(term: str, library: ClauseLibrary) -> Iterator[tuple[Part, ...]]:
    """Each way from a clause to a use of a definition; no definition of these uses itself."""
    for topic in library.topics.values():
        for one in topic.variants.values():
            for printed in _uses_of(term, one.text):
                yield _stands(topic.id, one.id, library), printed
    for id, definition in library.definitions.items():
        for row, text in definition.texts.items():
            for printed in _uses_of(term, text):
                for way in _used(id, library):
                    yield (*way, _taken(definition.rows, row), printed)


def _uses_of(term: str, text: Text) -> Iterator[Part]:
    for what, place, over in _inlines(text):
        if isinstance(what, Words | TermUse | Fill) and term in what.uses:
            yield _prints(text, what, place, over)
