"""The single tests that a library makes, and which questions hang together by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.conditions.judge import AtRecord, judge
from drafter.conditions.model import (
    All,
    Condition,
    Either,
    Holds,
    Is,
    Not,
    RecordsTest,
    Scope,
    SomeTwo,
    TopicStands,
)
from drafter.conditions.source import source
from drafter.conditions.walk import beneath, subjects
from drafter.kinds.model import Missing, Record
from drafter.library.model import ClauseLibrary
from drafter.prose.model import ForEach, Text, When
from drafter.prose.walk import guards
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.load import questions_behind
from drafter.questionnaire.model import (
    Classification,
    Comparison,
    NamedCondition,
    Question,
    Questionnaire,
    Recommendation,
    Sameness,
)
from support.happening import Read


@dataclass(frozen=True, slots=True)
class InLoop:
    """What a text asks of the records of a list, one by one."""

    list: str
    word: str
    tests: tuple[Condition, ...]

    def of(self, record: Record, scope: Scope) -> tuple[bool | None, ...]:
        """How the tests come out for one record."""
        inside = AtRecord(self.word, record, scope)
        return tuple(judge(one, inside) for one in self.tests)


Test = Condition | InLoop


def verdict(test: Test, deal: Deal) -> object:
    """How a test comes out; in a loop, in which ways for its records."""
    if not isinstance(test, InLoop):
        return judge(test, deal)
    value = deal.value(test.list)
    if isinstance(value, Missing):
        return value
    return frozenset(test.of(record, deal) for record in value)


def conditions_in(test: Test) -> Iterator[Condition]:
    """The single tests of a test of records."""
    waiting = list(test.tests) if isinstance(test, InLoop) else [test]
    while waiting:
        one = waiting.pop()
        waiting += beneath(one)
        if not beneath(one):
            yield one


def questions_of(name: str, names: Questionnaire) -> set[str]:
    """The questions that a name rests on; a name that is not known rests on itself."""
    if name in names.facts:
        return set(questions_behind(name, names))
    return {name}


def taken(question: Question, step: Recommendation) -> Condition:
    """That a question has the answer that a step of its ladder recommends."""
    if isinstance(step.take, bool):
        bare = Holds((question.id,))
        return bare if step.take else Not(bare)
    return Is((question.id,), (str(step.take),))


class Tests:
    """The tests beneath conditions, by their words."""

    def __init__(self, library: ClauseLibrary, precedent: str) -> None:
        self.library, self.precedent = library, precedent
        self.every: dict[str, Test] = {}
        self._beneath: dict[int, tuple[Read, tuple[str, ...]]] = {}
        self._read: dict[str, frozenset[str]] = {}
        self._known: dict[int, tuple[tuple[str, ...], frozenset[str], bool]] = {}
        self.loops = dict(self._loops())
        self.beneath(_reads_of(library))

    # --- from conditions to tests ---

    def beneath(self, reads: Iterable[Read]) -> list[str]:
        """The words of the tests that conditions and guards are made of."""
        return list(dict.fromkeys(key for one in reads for key in self._of(one)))

    def _of(self, read: Read) -> tuple[str, ...]:
        if id(read) not in self._beneath:
            keys = []
            for test in self._tests(read):
                keys.append(repr(test) if isinstance(test, InLoop) else source(test))
                self.every.setdefault(keys[-1], test)
            self._beneath[id(read)] = read, tuple(dict.fromkeys(keys))
        return self._beneath[id(read)][1]

    def _tests(self, read: Read) -> Iterator[Test]:
        match read:
            case None:
                return
            case When(condition):
                yield from self._tests(condition)
            case ForEach():
                yield self.loops[read.record]
            case All(parts) | Either(parts):
                for part in parts:
                    yield from self._tests(part)
            case Not(part):
                yield from self._tests(part)
            case TopicStands(topic):
                for row in self.library.topics[topic].rows:
                    yield from self._tests(row.when)
            case _:
                yield from self._test(read)

    def _test(self, test: Condition) -> Iterator[Test]:
        subject = getattr(test, "subject", ())
        if subject and subject[0] in self.loops:
            yield self.loops[subject[0]]
            return
        fact = self.library.questionnaire.facts.get(subject[0]) if subject else None
        match fact.rule if fact else None:
            case NamedCondition(when):
                yield from self._tests(when)
            case Classification(rows):
                for when in rows.values():
                    yield from self._tests(when)
            case _:
                yield test

    # --- how they come out in a deal ---

    def come_out(
        self, reads: Iterable[Read], deal: Deal, answered: frozenset[str]
    ) -> tuple[object, ...]:
        """The verdicts of conditions, or of their parts as far as their questions are answered."""
        return tuple(verdict for one in reads for verdict in self._verdicts(one, deal, answered))

    def _verdicts(self, read: Read, deal: Deal, answered: frozenset[str]) -> Iterator[object]:
        keys, names, is_loop = self._about(read)
        condition = read.condition if isinstance(read, When) else read
        if names <= answered and not is_loop and not isinstance(condition, ForEach | None):
            yield judge(condition, deal)
        elif isinstance(condition, All | Either | Not):
            for part in beneath(condition):
                yield from self._verdicts(part, deal, answered)
        else:
            yield from (verdict(self.every[key], deal) for key in keys
                        if self.read_by(key) <= answered)  # fmt: skip

    def _about(self, read: Read) -> tuple[tuple[str, ...], frozenset[str], bool]:
        """The tests beneath, the questions that they read, whether one is of a loop."""
        if id(read) not in self._known:
            keys = self._of(read)
            names = frozenset(name for key in keys for name in self.read_by(key))
            is_loop = any(isinstance(self.every[key], InLoop) for key in keys)
            self._known[id(read)] = keys, names, is_loop
        return self._known[id(read)]

    def _loops(self) -> Iterator[tuple[str, InLoop]]:
        """For each word of a loop all that texts ask of its records."""
        tests: dict[tuple[str, str], dict[str, Condition]] = {}
        for text in _texts(self.library):
            words = {one.record: one.list[0] for one in guards(text) if isinstance(one, ForEach)}
            for word, name in words.items():
                found = tests.setdefault((word, name), {})
                for guard in guards(text):
                    condition = guard.where if isinstance(guard, ForEach) else guard.condition
                    found |= {source(one): one for one in _of_record(condition, word)}
        for (word, name), found in tests.items():
            yield word, InLoop(name, word, tuple(found.values()))

    # --- from tests to questions ---

    def read_by(self, key: str) -> frozenset[str]:
        """The questions that a test reads, the test by its words."""
        if key not in self._read:
            test, names = self.every[key], self.library.questionnaire
            read = (test.list,) if isinstance(test, InLoop) else subjects(test)
            found = (questions_of(name, names) for name in read)
            self._read[key] = frozenset(name for some in found for name in some)
        return self._read[key]

    def behind(self, condition: Condition) -> set[str]:
        """The questions that a condition rests on."""
        return {name for key in self.beneath((condition,)) for name in self.read_by(key)}

    def is_compared(self, name: str) -> bool:
        """Whether a question is compared with another, so that its very value counts."""
        return len(self.compared_with(name)) > 1

    def compared_with(self, name: str) -> set[str]:
        """A question, and all that it is compared with, one by one."""
        found = {name}
        for _ in self.library.questionnaire.facts:
            found = found.union(*(pair for pair in self._compared() if found & set(pair)))
        return found

    def _compared(self) -> Iterator[tuple[str, str]]:
        for fact in self.library.questionnaire.facts.values():
            if isinstance(fact.rule, Comparison | Sameness):
                yield fact.rule.one, fact.rule.other

    def components(self) -> Iterator[list[Question]]:
        """The questions that rules, `ask when` and comparisons tie together."""
        questions = self.library.questionnaire.questions
        ties = [set(pair) for pair in self._compared()]
        ties += [self.behind(rule.when) for rule in self.library.rules.values()]
        ties += [{one.id} | self.behind(one.ask_when) for one in questions.values() if one.ask_when]
        left = {name: {name} for name in questions}
        for tie in ties:
            whole = set().union(*(left[name] for name in tie))
            left |= dict.fromkeys(whole, whole)
        seen: set[str] = set()
        for name in questions:
            if name not in seen:
                seen |= left[name]
                yield [question for id, question in questions.items() if id in left[name]]


def _of_record(condition: Condition | None, word: str) -> Iterator[Condition]:
    """The tests that speak of the record that a loop stands at."""
    match condition:
        case All(parts) | Either(parts):
            for part in parts:
                yield from _of_record(part, word)
        case Not(part):
            yield from _of_record(part, word)
        case None | RecordsTest() | SomeTwo() | TopicStands():
            return
        case _ if condition.subject[0] == word:
            yield condition


def _reads_of(library: ClauseLibrary) -> Iterator[Read]:
    """All conditions and guards of a library."""
    for topic in library.topics.values():
        yield from (row.when for row in topic.rows)
        for one in topic.variants.values():
            yield from (each.when for each in (*one.front.needs, *one.front.outcomes))
    for definition in library.definitions.values():
        yield from (row.when for row in definition.rows)
    for text in _texts(library):
        yield from guards(text)
    names = library.questionnaire
    for question in names.questions.values():
        yield question.ask_when
        yield from (step.when for step in question.recommend)
        yield from (taken(question, step) for step in question.recommend if step.take is not None)
    yield from (rule.when for rule in library.rules.values())
    for fact in names.facts.values():
        match fact.rule:
            case NamedCondition(when):
                yield when
            case Classification(rows):
                yield from rows.values()


def _texts(library: ClauseLibrary) -> Iterator[Text]:
    for topic in library.topics.values():
        yield from (one.text for one in topic.variants.values())
    for definition in library.definitions.values():
        yield from definition.texts.values()
