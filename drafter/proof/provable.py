"""What can be proved of a library with faults: the proof never waits for a spelling mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.diagnostics import ERROR, Diagnostic, Place
from drafter.library.model import (
    LEFT_OUT,
    ClauseLibrary,
    Definition,
    FrontMatter,
    Part,
    Precedent,
    Topic,
    Variant,
)
from drafter.prose.model import Text
from drafter.questionnaire.model import Question

_HIDES_NOTHING = (
    "missing-text",
    "unused-text",
    "unread-file",
    "recommendation",
    "missing-key",
    "reference-target",
    "undefined-term",
    "definition-twice",
    "schedule-link",
    "unknown-key",
)
_TABLES = ("topics", "definitions")
_EMPTY = Text(())
_NAMES = ("questionnaire", "facts", "consistency", "precedents")


def readable(library: ClauseLibrary, faults: Sequence[Diagnostic] = ()) -> ClauseLibrary:
    """The library without the topics that its precedents name and it does not have.

    A text whose file is at fault is empty: it may name what nobody asks or place what is missing.
    """
    unread = frozenset(one.place.file for one in faults if one.place and _hides(one))
    return replace(
        library,
        topics={id: _with_read_texts(one, unread) for id, one in library.topics.items()},
        definitions={id: _with_read_text(one, unread) for id, one in library.definitions.items()},
        precedents={id: _known(one, library) for id, one in library.precedents.items()},
    )


def _with_read_texts(topic: Topic, unread: frozenset[str]) -> Topic:
    variants = {
        id: replace(one, text=_EMPTY) if one.file in unread else one
        for id, one in topic.variants.items()
    }
    return replace(topic, variants=variants)


def _with_read_text(one: Definition, unread: frozenset[str]) -> Definition:
    file = one.place.file if one.place else ""
    folder = file.removesuffix("definition.yaml")
    texts = {
        id: _EMPTY if {file, f"{folder}{id}.md"} & unread else text
        for id, text in one.texts.items()
    }
    return replace(one, texts=texts)


def draftable(library: ClauseLibrary) -> ClauseLibrary:
    """The library with an empty text for each row that chooses one and has none."""
    return replace(library, topics={id: _whole(one) for id, one in library.topics.items()})


def _whole(topic: Topic) -> Topic:
    chosen = (row.variant for row in topic.rows if row.variant != LEFT_OUT)
    empty = {id: Variant(topic.id, id, _EMPTY, FrontMatter()) for id in chosen}
    return replace(topic, variants=empty | dict(topic.variants))


def _known(precedent: Precedent, library: ClauseLibrary) -> Precedent:
    def kept(ids: Iterable[str]) -> tuple[str, ...]:
        known = (id for id in dict.fromkeys(ids) if id in library.topics)
        return tuple(id for id in known if not library.topics[id].within)

    return replace(
        precedent,
        parts=tuple(Part(part.heading, kept(part.topics)) for part in precedent.parts),
        opening=kept(precedent.opening),
        closing=kept(precedent.closing),
        schedules=kept(precedent.schedules),
        essential=tuple(q for q in precedent.essential if q in library.questionnaire.questions),
    )


def hidden(library: ClauseLibrary, faults: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What the faults of the files keep from being proved, once for each file or question."""
    seen: set[str] = set()
    for fault in faults:
        what = _what(fault, library)
        if what and what not in seen:
            seen.add(what)
            says = f"{what} is proved only in part: the fault `{fault.rule}` hides some of it"
            yield Diagnostic("not-decided", says, fault.place, "mend the fault and check again")


def shut(faults: Sequence[Diagnostic]) -> frozenset[str]:
    """The files whose tables are not whole."""
    hiding = (fault.place for fault in faults if fault.place and _hides(fault))
    return frozenset(place.file for place in hiding if _folder(place) in _TABLES)


def unread(faults: Sequence[Diagnostic]) -> frozenset[str]:
    """The topics of which a table or a text is missing or not whole."""
    places = (
        fault.place
        for fault in faults
        if fault.place and (_hides(fault) or fault.rule == "missing-text")
    )
    return frozenset(place.file.split("/")[-2] for place in places if _folder(place) in _TABLES)


def _what(fault: Diagnostic, library: ClauseLibrary) -> str:
    if fault.place is None or not _hides(fault):
        return ""
    folder = _folder(fault.place)
    if folder == "questionnaire":
        near = _question(fault.place, library.questionnaire.questions.values())
        return f"`{near.id}`" if near else fault.place.file
    return fault.place.file if folder in (*_TABLES, *_NAMES) else ""


def _question(place: Place, questions: Iterable[Question]) -> Question | None:
    """The question beneath whose name a fault stands."""
    above = [
        one
        for one in questions
        if one.place and one.place.file == place.file and one.place.line <= place.line
    ]
    return max(above, key=lambda one: one.place.line if one.place else 0, default=None)


def _hides(fault: Diagnostic) -> bool:
    return fault.severity == ERROR and fault.rule not in _HIDES_NOTHING


def _folder(place: Place) -> str:
    folders = set(place.file.split("/"))
    return next((one for one in (*_TABLES, *_NAMES) if one in folders), "")
