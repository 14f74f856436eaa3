"""A single test: `x`, `x is v`, `x has v`, `x >= v`, its words held to the type of its subject."""

from __future__ import annotations

from typing import cast

from drafter import kinds
from drafter.conditions.model import (
    Answered,
    Compares,
    Condition,
    Has,
    Holds,
    Is,
    IsRecord,
    Names,
    Not,
    Subject,
    Test,
    TopicStands,
    Unknown,
)
from drafter.conditions.names import kind_of
from drafter.conditions.reading import ConditionReading
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds import Kind, NotAValue, read_value
from drafter.kinds.model import Amount
from drafter.kinds.sort import UNBOUNDED

_OPERATORS = ("<", "<=", "=", ">=", ">")


def read_test(reading: ConditionReading, names: Names) -> Condition:
    """The test that comes next."""
    start = reading.at
    word = reading.name("a question or a fact")
    if word.startswith("@"):
        return TopicStands(word[1:], reading.span(start))
    subject = tuple(word.split("."))
    kind = kind_of(subject, names)
    if kind is None:
        reading.unknown(subject, names, start)
    return _About(reading, subject, kind, start).test()


@dataclass(slots=True)
class _About:
    """The test of one subject. Its kind is None when nothing bears the name: that is said once,
    and the words behind it are read without types."""

    reading: ConditionReading
    subject: Subject
    kind: Kind | None
    start: int

    def test(self) -> Condition:
        reading = self.reading
        if reading.take("is"):
            return Not(self._is()) if reading.take("not") else self._is()
        if reading.take("has"):
            return self._has()
        if reading.peek() in _OPERATORS:
            return self._compares()
        if self.kind is not None and self.kind.sort != kinds.YES_NO:
            self._wrong(self.start, "is not a yes/no question")
        return Holds(self.subject, reading.span(self.start))

    # --- is ---

    def _is(self) -> Test:
        reading = self.reading
        if reading.take("answered"):
            return Answered(self.subject, reading.span(self.start))
        if reading.take("unknown"):
            return Unknown(self.subject, reading.span(self.start))
        self._check_one_value()
        if reading.take("one"):
            reading.expect("of")
            return Is(self.subject, self._values(), reading.span(self.start))
        if self.kind is not None and self.kind.sort.refers:
            return self._is_record(self.kind)
        return Is(self.subject, (self._value(),), reading.span(self.start))

    def _check_one_value(self) -> None:
        if self.kind is not None and self.kind.sort.several:
            self._wrong(self.start, "holds several values, not one")
            self.kind = None

    def _is_record(self, kind: Kind) -> IsRecord:
        word = self.reading.value()
        record = self.reading.names.kind(word)
        if record is None or record.sort != kinds.RECORD or record.of != kind.of:
            says = f"{quoted(word)} is no record of `{kind.of}` here"
            cure = "a reference is compared with the record of a loop, or by a `same:` fact"
            self.reading.fault(self.reading.at - 1, "wrong-type", says, cure)
        return IsRecord(self.subject, word, self.reading.span(self.start))

    # --- has ---

    def _has(self) -> Has:
        reading = self.reading
        if self.kind is not None and not self.kind.sort.several:
            cure = f"write `{self._name()} is …`"
            says = f"{quoted(self._name())} holds one value, not several"
            reading.fault(reading.at - 1, "wrong-type", says, cure)
            self.kind = None
        ground = self.kind is not None and self.kind.sort == kinds.JURISDICTIONS
        how = reading.peek()
        if how not in ("any", "all"):
            value = (self._value(),)
            return Has(self.subject, value, False, reading.span(self.start), ground)
        reading.next()
        reading.expect("of")
        values = self._values()
        every = how == "all" and len(values) > 1
        return Has(self.subject, values, every, reading.span(self.start), ground)

    # --- amounts ---

    def _compares(self) -> Compares:
        reading = self.reading
        operator = reading.next()
        start = reading.at
        words = reading.next()
        if reading.peek() in kinds.UNITS or (words.isupper() and reading.peek()):
            words += f" {reading.next()}"
        amount = self._amount(words, start)
        return Compares(self.subject, operator, amount, reading.span(self.start))

    def _amount(self, words: str, start: int) -> Amount:
        if self.kind is None:
            return 0
        if not self.kind.sort.ordered:
            self._wrong(start, "has no order")
            return 0
        try:
            return cast(Amount, read_value(words, replace(self.kind, bounds=UNBOUNDED)))
        except NotAValue as fault:
            self.reading.fault(start, "wrong-type", fault.says, fault.cure)
            return 0

    # --- values ---

    def _values(self) -> tuple[str, ...]:
        values = [self._value()]
        while self.reading.take(","):
            values.append(self._value())
        return tuple(values)

    def _value(self) -> str:
        word = self.reading.value()
        self._check_value(word)
        return word

    def _check_value(self, word: str) -> None:
        kind, here = self.kind, self.reading.at - 1
        if kind is None:
            return
        if kind.options:
            if word not in kind.options:
                says = f"`{self._name()}` has no option {quoted(word)}"
                self.reading.fault(here, "unknown-option", says, did_you_mean(word, kind.options))
        elif kind.sort.several:
            try:
                kind.sort.member(word, kind)
            except NotAValue as fault:
                self.reading.fault(here, "unknown-option", fault.says, fault.cure)
        else:
            self._wrong(here, "has no options to name")
            self.kind = None

    # --- faults ---

    def _name(self) -> str:
        return ".".join(self.subject)

    def _wrong(self, index: int, says: str) -> None:
        assert self.kind is not None
        cure = self.kind.sort.how_to_test(self._name(), self.kind)
        self.reading.fault(index, "wrong-type", f"`{self._name()}` {says}", cure)
