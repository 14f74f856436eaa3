"""Which tests a library makes of each question and of each field of a record.

Two answers that no test tells apart are one case. So the tests are gathered first, each written
about `it`, and the cells of a question are cut by them (`cells`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from drafter.conditions.model import (
    All,
    Answered,
    Compares,
    Condition,
    Either,
    Has,
    Holds,
    Is,
    IsRecord,
    Not,
    RecordsTest,
    SomeTwo,
    Subject,
    Test,
    TopicStands,
    Unknown,
)
from drafter.data_classes import dataclass, field, replace
from drafter.library.model import ClauseLibrary, Need, Row, Ruling
from drafter.prose.model import Choice, ForEach, ProseTable, Text, When
from drafter.prose.walk import choices, guards
from drafter.questionnaire.model import (
    Classification,
    Comparison,
    Fact,
    Measure,
    NamedCondition,
    Questionnaire,
    Sameness,
)

IT: Subject = ("it",)
SubjectPath: TypeAlias = tuple[str, ...]  # a question or fact, or a list and a field of its records
LoopLists: TypeAlias = Mapping[str, str]  # the word of each loop, and the list that it runs through


_PARTS = ("values", "every", "operator", "amount")


def parts_of(test: Test) -> tuple[object, ...]:
    """All that a test is, save what it is made of and where it is written."""
    return type(test), *(getattr(test, part, None) for part in _PARTS)


@dataclass(slots=True)
class Mentions:
    """The tests of each path, and the groups of paths that are compared with each other."""

    tests: dict[SubjectPath, dict[Test, None]] = field(default_factory=dict)
    compared: list[tuple[SubjectPath, SubjectPath]] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)  # lists whose records are counted by a test

    def of(self, path: SubjectPath) -> tuple[Test, ...]:
        """The tests of a path, in the order in which they were met."""
        return tuple(self.tests.get(path, ()))

    def fields(self, list_name: str) -> list[str]:
        """The fields of a list's records that a test reads, in the order met."""
        return [path[1] for path in self.tests if len(path) == 2 and path[0] == list_name]

    def rivals(self, path: SubjectPath) -> set[SubjectPath]:
        """The path and all that are compared with it, directly or through others."""
        found, waiting = {path}, [path]
        while waiting:
            here = waiting.pop()
            for pair in self.compared:
                if here in pair:
                    waiting += set(pair) - found
                    found.update(pair)
        return found


def mentions(library: ClauseLibrary) -> Mentions:
    """Every test that a library makes."""
    gathering = _Gathering(library.questionnaire)
    for condition, loops in conditions(library):
        gathering.condition(condition, loops)
    for fact in library.questionnaire.facts.values():
        gathering.fact(fact)
    for text in texts(library):
        loops = loops_of(text)
        for choice in choices(text):
            gathering.choice(choice, loops)
    return gathering.found


def conditions(library: ClauseLibrary) -> Iterator[tuple[Condition, LoopLists]]:
    """Every condition of a library, with the loops whose records it may name."""
    for question in library.questionnaire.questions.values():
        whens = (question.ask_when, *(step.when for step in question.recommend))
        yield from ((when, {}) for when in whens if when is not None)
    yield from ((rule.when, {}) for rule in library.rules.values())
    for topic in library.topics.values():
        yield from ((when, {}) for when in _whens(topic.rows))
        for variant in topic.variants.values():
            yield from ((when, {}) for when in _whens(variant.front.needs))
            yield from ((when, {}) for when in _whens(variant.front.outcomes))
    for definition in library.definitions.values():
        yield from ((when, {}) for when in _whens(definition.rows))
    for text in texts(library):
        loops = loops_of(text)
        for guard in guards(text):
            condition = guard.condition if isinstance(guard, When) else guard.where
            if condition is not None:
                yield condition, loops


def texts(library: ClauseLibrary) -> Iterator[Text]:
    """The text of every variant and definition."""
    for topic in library.topics.values():
        yield from (variant.text for variant in topic.variants.values())
    for definition in library.definitions.values():
        yield from definition.texts.values()


def loops_of(text: Text) -> dict[str, str]:
    """The words of all loops and tables of a text, and their lists."""
    loops = {one.record: one.list[0] for one in guards(text) if isinstance(one, ForEach)}
    return loops | {one.record: one.list[0] for one in text.blocks if isinstance(one, ProseTable)}


def _whens(rows: tuple[Row | Need | Ruling, ...]) -> Iterator[Condition]:
    return (row.when for row in rows if row.when is not None)


class _Gathering:
    def __init__(self, names: Questionnaire) -> None:
        self.names, self.found = names, Mentions()
        self.about_it: dict[tuple[object, ...], Test] = {}

    def fact(self, fact: Fact) -> None:
        match fact.rule:
            case NamedCondition(when):
                self.condition(when, {})
            case Classification(rows):
                for when in rows.values():
                    self.condition(when, {})
            case Comparison(one, other) | Sameness(one, other):
                self.found.compared.append((self.measured(one), self.measured(other)))
            case Measure(how, name, _, where):
                if where is not None:
                    self.condition(where, {"": name})
                    if how == "count":
                        self.found.counted.add(name)

    def measured(self, name: str) -> SubjectPath:
        """The path whose values a name takes: a field, for the earliest or latest of a list."""
        fact = self.names.facts.get(name)
        rule = fact.rule if fact is not None else None
        if isinstance(rule, Measure) and rule.how in ("earliest", "latest"):
            return rule.list, rule.field
        return (name,)

    def choice(self, choice: Choice, loops: LoopLists) -> None:
        for case in choice.cases:
            for value in case.values:
                self._note(choice.subject, _case_test(value), loops)

    def condition(self, condition: Condition, loops: LoopLists) -> None:
        match condition:
            case All(parts) | Either(parts):
                for part in parts:
                    self.condition(part, loops)
            case Not(part):
                self.condition(part, loops)
            case RecordsTest():
                self.condition(condition.condition, {"": condition.list})
            case Holds() | Is() | Has() | Compares() | Answered() | Unknown():
                self._note(condition.subject, self._about_it(condition), loops)
            case IsRecord() | SomeTwo() | TopicStands():
                pass

    def _about_it(self, test: Test) -> Test:
        """The test as it is made of `it`, wherever it is written."""
        key = parts_of(test)
        if key not in self.about_it:
            self.about_it[key] = replace(test, subject=IT, place=None)
        return self.about_it[key]

    def _note(self, subject: Subject, test: Test, loops: LoopLists) -> None:
        path = self.path(subject, loops)
        for one in {path, self.measured(path[0]) if len(path) == 1 else path}:
            self.found.tests.setdefault(one, {})[test] = None

    def path(self, subject: Subject, loops: LoopLists) -> SubjectPath:
        """Where the tested value is kept; `loops[""]` is the list inside `some grant has (…)`."""
        if "" in loops and len(subject) == 1:
            return loops[""], subject[0]
        return path_of(subject, loops, self.names)


def path_of(subject: Subject, loops: LoopLists, names: Questionnaire) -> SubjectPath:
    """The path of a dotted subject: each further dot follows a reference."""
    if "" in loops:
        subject, loops = ("", *subject), loops
    path: SubjectPath = (loops.get(subject[0], subject[0]),)
    for step in subject[1:]:
        kind = names.kind(path[0])
        if len(path) == 2 and kind is not None:
            kind = kind.fields.get(path[1])
        refers = kind is not None and kind.sort.refers
        path = (kind.of if refers and kind else path[0], step)
    return path


def _case_test(value: str) -> Test:
    """A choice's case as a test: an option, a count, or yes and no."""
    if value.isdigit():
        return Compares(IT, "=", int(value))
    if value == "more":
        return Compares(IT, ">", 2)
    return Holds(IT) if value in ("yes", "no") else Is(IT, (value,))
