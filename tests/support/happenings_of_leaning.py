"""What may hold only because a question was not asked: the rows of tables, the guards of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.conditions.model import Condition
from drafter.conditions.walk import subjects, tests
from drafter.library.model import ClauseLibrary, Row, Variant
from drafter.prose.model import Guard, ProseParagraph, When
from drafter.questionnaire.model import Classification, NamedCondition
from support.happening import Happening, Part, Read
from support.leaning import written_at

RULE = "unguarded-reading"
_Met = tuple[When, tuple[Guard, ...]]  # a guard, and those that are passed before it


def rows_that_lean(
    about: tuple[str, str], rows: Iterable[Row], library: ClauseLibrary
) -> Iterator[Happening]:
    """Each row of a table."""
    for row in rows:
        if row.when is not None:
            yield Happening((RULE, *about, row.variant), (_leans(row.when, library),))


def _leans(when: Condition, library: ClauseLibrary) -> Part:
    return Part(tuple(_rests_on(when, library)), lambda deal: deal.leans(when))


def guards_that_lean(one: Variant, stands: Part, library: ClauseLibrary) -> Iterator[Happening]:
    """Each guard of a text, where the text stands and the guards before it leave it standing."""
    for block in one.text.blocks:
        for guard, before in _met(block, ()) if isinstance(block, ProseParagraph) else ():
            place = written_at(guard.condition)
            key = (RULE, "text", one.topic, one.id, place)
            reads = (*before, *_rests_on(guard.condition, library))
            yield Happening(key, (stands, _leans_at(place, one, reads)))


def _leans_at(place: str, one: Variant, reads: tuple[Read, ...]) -> Part:
    return Part(reads, lambda deal: place in deal.leaning(one.text))


def _met(paragraph: ProseParagraph, before: tuple[Guard, ...]) -> Iterator[_Met]:
    here = (*before, *paragraph.guards)
    yield from _each(paragraph.guards, before)
    for sentence in paragraph.sentences:
        yield from _each(sentence.guards, here)
    for bullet in paragraph.bullets:
        yield from _met(bullet, here)


def _each(guards: tuple[Guard, ...], before: tuple[Guard, ...]) -> Iterator[_Met]:
    for number, guard in enumerate(guards):
        if isinstance(guard, When):
            yield guard, (*before, *guards[:number])


def _rests_on(condition: Condition, library: ClauseLibrary) -> Iterator[Read]:
    """The single tests behind a condition, and what says whether their questions are asked."""
    names = library.questionnaire
    for test in tests(condition):
        yield test
        name = next(subjects(test), "")
        match names.facts[name].rule if name in names.facts else None:
            case NamedCondition(when):
                yield from _rests_on(when, library)
            case Classification(rows):
                for when in rows.values():
                    yield from _rests_on(when, library)
        yield names.questions[name].ask_when if name in names.questions else None
