"""A second proof, in z3's own theories: it shares with the first the condition tree, no more.

Where the proof cuts answers into cases and counts kinds of records, here an amount is a number
of z3 and a list so many records with fields, each there or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any as Anything

import z3

from drafter import kinds
from drafter.conditions.model import (
    All,
    Answered,
    Compares,
    Condition,
    Either,
    Has,
    Holds,
    Is,
    Not,
    RecordsTest,
    Subject,
    TopicStands,
    Unknown,
)
from drafter.conditions.source import source
from drafter.conditions.walk import beneath
from drafter.library.model import ClauseLibrary, Row
from drafter.prose.model import ForEach, Text, When
from drafter.prose.walk import guards
from drafter.questionnaire.model import (
    Classification,
    Comparison,
    Fact,
    Measure,
    NamedCondition,
    Question,
    Sameness,
)
from support.native_values import (
    Both,
    Measured,
    Variables,
    amount,
    conjunction,
    disjunction,
    options_sort,
    ways,
)

Verdicts = dict[tuple[str, ...], bool]
YES, NO = z3.BoolVal(True), z3.BoolVal(False)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: whether it is given, whether its question is left unasked, its value."""

    given: Anything
    unasked: Anything = NO
    value: Anything = None


Fields = Mapping[Subject, Answer]  # of a record, by the words that a condition has for them


class Native:
    """All answers to one precedent of a library."""

    def __init__(self, library: ClauseLibrary, precedent: str, strict: bool = True) -> None:
        """Strict, it refuses what it was not told; else that may be so or not, in all answers."""
        self.strict = strict
        self.standing: dict[str, Anything] = {}  # when each topic has text, once that is known
        self.library, self.names = library, library.questionnaire
        self.precedent = library.precedents[precedent]
        self.solver = z3.Solver()
        self.tests = list(_every_condition(library))
        self.variables = Variables(self.solver.add, _territories(self.tests))
        self.answers: dict[str, Answer] = {}
        self.records: dict[str, list[tuple[Anything, Fields]]] = {}
        for name in self.names.questions:
            self.answer(name)
        for rule in library.rules.values():
            if rule.severity == "block":
                self.solver.add(z3.Not(self.judge(rule.when).true))
        for name in self.precedent.essential:
            self.solver.add(self.answer(name).given)

    # --- what is asked of it ---

    def possible(self, what: Anything) -> bool:
        """Whether some answers make it so. Raises `Undecided` where z3 gives up."""
        found = self.solver.check(what)
        if found == z3.unknown:
            raise Undecided(self.solver.reason_unknown())
        return bool(found == z3.sat)

    def faults(self, rows: tuple[Row, ...]) -> Verdicts:
        """Whether a table may have a gap, and which two of its rows may hold together."""
        return {what: self.possible(bad) for what, bad in self.statements(rows).items()}

    def statements(self, rows: tuple[Row, ...]) -> dict[tuple[str, ...], Anything]:
        """What must be impossible for a table to be sound."""
        judged = {row.variant: self.judge(row.when) for row in rows}
        open_ = [z3.And(z3.Not(one.true), z3.Not(one.false)) for one in judged.values()]
        one_left = z3.PbEq([(one, 1) for one in open_], 1) if open_ else NO
        no_row = z3.And([z3.Not(one.true) for one in judged.values()])
        found = {("gap",): z3.And(no_row, z3.Not(one_left))}
        for one, other in combinations(judged, 2):
            found[one, other] = z3.And(judged[one].true, judged[other].true)
        return found

    # --- questions ---

    def answer(self, name: str) -> Answer:
        if name not in self.answers:
            question = self.names.questions.get(name)
            self.answers[name] = self._fact(self.names.facts[name]) if question is None else (
                self._question(question))  # fmt: skip
        return self.answers[name]

    def _question(self, question: Question) -> Answer:
        asked = self.judge(question.ask_when)
        given = z3.Bool(f"{question.id}?")
        self.solver.add(z3.Implies(given, asked.true))
        if not question.optional:
            self.solver.add(z3.Implies(asked.true, given))
        if question.kind.sort is kinds.LIST:
            self._list(question, given)
        return Answer(given, asked.false, self.variables.make(question.id, question.kind))

    def _list(self, question: Question, given: Anything) -> None:
        fewest, most = question.at_least, question.at_most
        if question.id == "parties":
            fewest = max(fewest, self.precedent.fewest_parties)
            most = min(filter(None, (most, self.precedent.most_parties)), default=None)
        here = [
            z3.Bool(f"{question.id}[{number}]") for number in range(self._bound(question, most))
        ]
        for number, one in enumerate(here):
            self.solver.add(z3.Implies(one, here[number - 1] if number else given))
            if number < fewest:
                self.solver.add(z3.Implies(given, one))
        self.records[question.id] = [(one, self._fields(question, str(one))) for one in here]

    def _bound(self, question: Question, most: int | None) -> int:
        """At most so many records; without such a line, as many as tests can tell apart."""
        if most is not None:
            return most
        counts = [fact.id for fact in self.names.facts.values()
                  if isinstance(fact.rule, Measure) and fact.rule.list == question.id]  # fmt: skip
        inner = {source(one.condition) for one in self.tests
                 if isinstance(one, RecordsTest) and one.list == question.id}  # fmt: skip
        cuts = [one.amount for one in self.tests
                if isinstance(one, Compares) and one.subject[0] in counts]  # fmt: skip
        blanks = any(field.optional for field in question.fields.values())
        each = 2 if blanks else 1  # a record that has it, and one of which it is not known
        loops = [guard for text in every_text(self.library) for guard in guards(text)
                 if isinstance(guard, ForEach) and guard.list[0] == question.id]  # fmt: skip
        return (
            question.at_least
            + each * len(inner)
            + max((cut + 1 for cut in cuts if isinstance(cut, int)), default=0)
            + min(2, len(loops))  # one that refers, and one that is referred to
        )

    def _fields(self, question: Question, name: str) -> Fields:
        return {
            (id,): Answer(
                z3.Bool(f"{name}.{id}?") if field.optional else YES,
                value=self.variables.make(f"{name}.{id}", field.kind),
            )
            for id, field in question.fields.items()
        }

    # --- facts ---

    def _fact(self, fact: Fact) -> Answer:
        match fact.rule:
            case NamedCondition(when):
                held = self.judge(when)
                return Answer(z3.Or(held.true, held.false), value=held.true)
            case Classification(rows):
                return self._class(fact, {row: self.judge(when) for row, when in rows.items()})
            case Comparison(one, other) if self._of_one_sort(one, other):
                return self._comparison(fact, self.answer(one), self.answer(other))
            case Measure("count", name, _, where):
                return self._count(name, where)
            case Sameness(one, other) if _is_measured(self.answer(one).value):
                return self._sameness(self.answer(one), self.answer(other))
        free = self._free(fact.id)
        plain = fact.kind.sort is kinds.YES_NO
        value = free.true if plain else self.variables.make(fact.id, fact.kind)
        unasked = z3.And(z3.Bool(f"{fact.id}-"), z3.Not(free.true), z3.Not(free.false))
        return Answer(z3.Or(free.true, free.false), unasked, value)

    def _free(self, what: str) -> Both:
        """True, false or neither."""
        if self.strict:
            raise Undecided(f"`{what}` is not told to z3")
        true, false = z3.Bools([f"{what}: true", f"{what}: false"])
        self.solver.add(z3.Not(z3.And(true, false)))
        return Both(true, false)

    def _of_one_sort(self, *names: str) -> bool:
        kinds = [self.names.kind(name) for name in names]
        return len({kind.sort for kind in kinds if kind is not None}) == 1

    def _class(self, fact: Fact, rows: Mapping[str, Both]) -> Answer:
        """The first row that holds, else the only one that still may."""
        _, ids = options_sort(fact.kind.options)
        value, known = next(iter(ids.values())), NO
        for row, verdict in rows.items():
            others = [one.false for id, one in rows.items() if id != row]
            alone = z3.And(z3.Not(verdict.true), z3.Not(verdict.false), *others)
            value, known = z3.If(alone, ids[row], value), z3.Or(known, alone)
        for row, verdict in reversed(rows.items()):
            value, known = z3.If(verdict.true, ids[row], value), z3.Or(known, verdict.true)
        return Answer(known, value=value)

    def _comparison(self, fact: Fact, one: Answer, other: Answer) -> Answer:
        _, words = options_sort(fact.kind.options)
        can = ways(one.value, other.value)
        order = words["open"]
        for word, way in can.items():
            others = [z3.Not(rest) for name, rest in can.items() if name != word]
            order = z3.If(z3.And(way, *others), words[word], order)
        both = z3.And(one.given, other.given)
        known = z3.And(z3.Or(one.given, one.unasked), z3.Or(other.given, other.unasked))
        return Answer(known, value=z3.If(both, order, words["open"]))

    def _sameness(self, one: Answer, other: Answer) -> Answer:
        same = z3.And(one.value.measure == other.value.measure, one.value.much == other.value.much)
        unasked = z3.Or(one.unasked, other.unasked)
        both = z3.And(one.given, other.given)
        return Answer(z3.Or(both, unasked), value=z3.And(both, same))

    def _count(self, name: str, where: Condition | None) -> Answer:
        listed = self.answer(name)
        judged = [(here, self.judge(where, fields)) for here, fields in self.records[name]]
        sure = [z3.Implies(here, z3.Or(one.true, one.false)) for here, one in judged]
        held = [z3.If(z3.And(here, one.true), 1, 0) for here, one in judged]
        number = z3.If(listed.unasked, 0, z3.Sum([z3.IntVal(0), *held]))
        given = z3.Or(listed.unasked, z3.And(listed.given, *sure))
        return Answer(given, value=Measured(z3.IntVal(-1), number))

    # --- conditions ---

    def judge(self, condition: Condition | None, record: Fields | None = None) -> Both:
        """When a condition holds and when it does not; `record` is the one it stands at."""
        match condition:
            case None:
                return Both(YES, NO)
            case All(parts):
                return conjunction([self.judge(part, record) for part in parts])
            case Either(parts):
                return disjunction([self.judge(part, record) for part in parts])
            case Not(part):
                return Both(*reversed(self.judge(part, record)))
            case RecordsTest():
                return self._records(condition)
            case TopicStands(topic) if self.standing:
                stands = self.standing.get(topic, NO)
                return Both(stands, z3.Not(stands))
            case Answered() | Unknown() | Holds() | Is() | Has() | Compares():
                if record and condition.subject in record:
                    return _test(condition, record[condition.subject])
                name = condition.subject[0]
                if len(condition.subject) == 1 and self.names.kind(name) is not None:
                    return _test(condition, self.answer(name))
        return self._free(
            source(condition) + (f" in {next(iter(record.values())).given}" if record else "")
        )

    def _records(self, test: RecordsTest) -> Both:
        listed = self.answer(test.list)
        judged = [(here, self.judge(test.condition, fields))
                  for here, fields in self.records[test.list]]  # fmt: skip
        has = z3.Or([z3.And(here, one.true) for here, one in judged])
        lacks = z3.Or([z3.And(here, one.false) for here, one in judged])
        all_have = z3.And(listed.given, *(z3.Implies(here, one.true) for here, one in judged))
        none_has = z3.And(listed.given, *(z3.Implies(here, one.false) for here, one in judged))
        match test.quantifier:
            case "every":
                return Both(all_have, z3.Or(listed.unasked, lacks))
            case "some":
                return Both(has, z3.Or(listed.unasked, none_has))
        return Both(z3.Or(listed.unasked, none_has), has)


class Undecided(Exception):
    """z3 does not know, or was not told."""


def _test(test: Anything, answer: Answer) -> Both:
    match test:
        case Answered():
            return Both(answer.given, z3.Not(answer.given))
        case Unknown():
            return Both(NO, YES)
        case Compares():
            can = ways(answer.value, amount(test.amount))
            held = z3.And(
                [z3.Not(way) for word, way in can.items() if word not in _MEETS[test.operator]]
            )
            failed = z3.And([z3.Not(can[word]) for word in _MEETS[test.operator]])
        case _:
            held = _member(test, answer.value)
            failed = z3.Not(held)
            if answer.given is YES:  # a field that every record has
                return Both(held, failed)
    return Both(z3.And(answer.given, held), z3.Or(answer.unasked, z3.And(answer.given, failed)))


def _member(test: Holds | Is | Has, value: Anything) -> Anything:
    if isinstance(test, Holds):
        return value
    if isinstance(test, Has):
        members = [z3.Or([NO, *(value[each] for each in value if test.met(one, each))])
                   for one in test.values]  # fmt: skip
        return z3.And(members) if test.every else z3.Or(members)
    wanted = [value == one for one in _constants(value.sort()) if str(one) in test.values]
    return wanted[0] if len(wanted) == 1 else z3.Or([NO, *wanted])


_CONSTANTS: dict[int, tuple[Anything, list[Anything]]] = {}


def _constants(sort: Anything) -> list[Anything]:
    """The options of a choice."""
    if sort.get_id() not in _CONSTANTS:
        every = [sort.constructor(number)() for number in range(sort.num_constructors())]
        _CONSTANTS[sort.get_id()] = sort, every
    return _CONSTANTS[sort.get_id()][1]


_MEETS = {"<": ["less"], "<=": ["less", "equal"], "=": ["equal"],
          ">=": ["equal", "more"], ">": ["more"]}  # fmt: skip


def _is_measured(value: object) -> bool:
    return isinstance(value, Measured)


def every_text(library: ClauseLibrary) -> Iterator[Text]:
    """Every variant and every text of a definition."""
    for topic in library.topics.values():
        yield from (variant.text for variant in topic.variants.values())
    for definition in library.definitions.values():
        yield from definition.texts.values()


def _every_condition(library: ClauseLibrary) -> Iterator[Condition]:
    """Every condition of tables, questions, facts, rules and texts, and what each is made of."""
    whens = [row.when for topic in library.topics.values() for row in topic.rows]
    whens += [row.when for one in library.definitions.values() for row in one.rows]
    for question in library.questionnaire.questions.values():
        whens += [question.ask_when, *(step.when for step in question.recommend)]
    whens += [rule.when for rule in library.rules.values()]
    for fact in library.questionnaire.facts.values():
        match fact.rule:
            case NamedCondition(when) | Measure(where=when):
                whens.append(when)
            case Classification(rows):
                whens += rows.values()
    for topic in library.topics.values():
        for variant in topic.variants.values():
            front = variant.front
            whens += [one.when for one in (*front.needs, *front.outcomes)]
    for text in every_text(library):
        whens += [one.condition if isinstance(one, When) else one.where for one in guards(text)]
    for when in whens:
        yield from _with_parts(when)


def _with_parts(condition: Condition | None) -> Iterator[Condition]:
    if condition is not None:
        yield condition
        for part in beneath(condition):
            yield from _with_parts(part)


def _territories(tests: list[Condition]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(one for test in tests if isinstance(test, Has)
                                for one in test.values))  # fmt: skip
    return kinds.JURISDICTIONS.told_apart(named)
