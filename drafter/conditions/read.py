"""Reads a condition from text, types checked as it goes.

    condition = single { "and" single } | single { "or" single }

>>> from drafter.conditions.model import Kind, Sort
>>> class Known:
...     def kind(self, name):
...         return {"ownership": Kind(Sort.CHOICE, options=("joint", "maker"))}.get(name)
...     def names(self):
...         return ["ownership"]
>>> condition, faults = read_condition("ownership is joynt", Known(), Place("a.yaml", 3, 9))
>>> print(faults[0].place, faults[0].says, faults[0].cure)
a.yaml:3:22 `ownership` has no option `joynt` did you mean `joint`?
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from drafter.conditions import amounts
from drafter.conditions.model import (
    All,
    Answered,
    Any,
    Compares,
    Condition,
    Has,
    Holds,
    Is,
    IsRecord,
    Kind,
    Names,
    Not,
    Pair,
    Records,
    SomeTwo,
    Sort,
    Stands,
    Subject,
    Unknown,
)
from drafter.conditions.names import FieldNames, kind_of, known_after
from drafter.diagnostics import Diagnostic, Place, did_you_mean

DEEPEST = 8
KEYWORDS = frozenset(
    "and or not is has one of any all some every no two have same different overlapping both "
    "answered unknown if for each in where as choose place table flush".split()
)
_TOKEN = re.compile(
    r"\s*(?:(?P<amount>\d[\d.\-]*)|(?P<word>@?[A-Za-z][A-Za-z0-9_.\-]*)"
    r"|(?P<mark><=|>=|[<>=(),]))"
)
_OPERATORS = ("<", "<=", "=", ">=", ">")
_ORDERED = {Sort.NUMBER, Sort.MONEY, Sort.PERCENTAGE, Sort.DATE, Sort.DURATION}
_SETS = {Sort.SEVERAL, Sort.JURISDICTIONS}


def read_condition(
    text: str, names: Names, place: Place
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    """The condition that `text` spells, or None with the faults that it has.

    `place` is where `text` begins. Type faults are collected; a syntax fault ends the reading.
    """
    reader = _Reader(text, names, place)
    try:
        condition = reader.whole()
    except _Broken:
        return None, tuple(reader.faults)
    return (None if reader.faults else condition), tuple(reader.faults)


class _Broken(Exception):
    """The words cannot be read on; the fault is already noted."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int


@dataclass(slots=True)
class _Reader:
    text: str
    names: Names
    place: Place
    faults: list[Diagnostic] = field(default_factory=list)
    tokens: list[_Token] = field(default_factory=list)
    at: int = 0
    depth: int = 0

    def whole(self) -> Condition:
        self._cut()
        condition = self.condition(self.names)
        if self.at < len(self.tokens):
            self._break("syntax", f"`{self.tokens[self.at].text}` is not expected here")
        return condition

    def _cut(self) -> None:
        position = 0
        while self.text[position:].strip():
            match = _TOKEN.match(self.text, position)
            if match is None:
                start = position + len(self.text[position:]) - len(self.text[position:].lstrip())
                self._fault_at(start, 1, "syntax", f"`{self.text[start]}` has no meaning here", "")
                raise _Broken
            self.tokens.append(_Token(match[0].strip(), match.end() - len(match[0].strip())))
            position = match.end()

    # --- and, or, not, brackets ---

    def condition(self, names: Names) -> Condition:
        first = self.single(names)
        word = self._peek()
        if word not in ("and", "or"):
            return first
        parts = [first]
        while self._peek() == word:
            self._closed_list()
            self.at += 1
            parts.append(self.single(names))
        if self._peek() in ("and", "or"):
            cure = "put brackets round the part that belongs together"
            self._break("mixed-and-or", "`and` and `or` stand side by side", cure)
        return All(tuple(parts)) if word == "and" else Any(tuple(parts))

    def _closed_list(self) -> None:
        """After a list of values an and/or could be read as part of it."""
        back = self.at - 1
        while back > 1 and self.tokens[back - 1].text == ",":
            back -= 2
        if [t.text for t in self.tokens[max(back - 2, 0) : back]] in (
            ["one", "of"],
            ["any", "of"],
            ["all", "of"],
        ):
            cure = "put brackets round the test with the list"
            self._break("open-list", f"`{self._peek()}` follows a list of values", cure)

    def single(self, names: Names) -> Condition:
        self.depth += 1
        if self.depth > DEEPEST:
            self._break("too-deep", f"deeper than {DEEPEST} levels", "name a part of it as a fact")
        result = self._single(names)
        self.depth -= 1
        return result

    def _single(self, names: Names) -> Condition:
        if self._take("not"):
            return Not(self.single(names))
        if self._take("("):
            inner = self.condition(names)
            self._expect(")")
            return inner
        if self._peek() in ("some", "every", "no"):
            return self._records(names)
        return self._test(names)

    # --- tests of records ---

    def _records(self, names: Names) -> Condition:
        start = self.at
        quantifier = self._next()
        if quantifier == "some" and self._take("two"):
            return self._some_two(names, start)
        word = self._word("a record's name, such as `grant`")
        list_name, kind = self._list(word, names, by_singular=True)
        self._expect("has")
        self._expect("(")
        inner = self.condition(FieldNames(kind.fields, _outer(names)))
        self._expect(")")
        return Records(quantifier, list_name, inner, word, self._span(start))

    def _some_two(self, names: Names, start: int) -> Condition:
        list_name, kind = self._list(self._word("a list"), names, by_singular=False)
        self._expect("have")
        self._expect("(")
        inside = FieldNames(kind.fields, _outer(names))
        pairs = [self._pair(inside)]
        while self._take("and"):
            pairs.append(self._pair(inside))
        self._expect(")")
        return SomeTwo(list_name, tuple(pairs), self._span(start))

    def _pair(self, inside: FieldNames) -> Pair:
        how = self._next()
        if how in ("both", "one"):
            return Pair(how, condition=self.single(inside))
        if how not in ("same", "different", "overlapping"):
            self.at -= 1
            self._break("syntax", f"`{how}` does not compare two records", "same, different, "
                        "overlapping, both or one")
        start = self.at
        name = self._word("a field")
        if inside.kind(name) is None:
            self._unknown((name,), inside, start)
        return Pair(how, field=name)

    def _list(self, word: str, names: Names, by_singular: bool) -> tuple[str, Kind]:
        outer = _outer(names)
        lists = {}
        for name in outer.names():
            kind = outer.kind(name)
            if kind and kind.sort is Sort.LIST:
                lists[kind.one if by_singular else name] = (name, kind)
        if word in lists:
            return lists[word]
        self._fault(self.at - 1, "unknown-list", f"no list has the record `{word}`"
                    if by_singular else f"no list is called `{word}`", did_you_mean(word, lists))
        raise _Broken

    # --- a single test ---

    def _test(self, names: Names) -> Condition:
        start = self.at
        word = self._word("a question or a fact")
        if word.startswith("@"):
            return Stands(word[1:], self._span(start))
        subject: Subject = tuple(word.split("."))
        kind = kind_of(subject, names)
        if kind is None:
            self._unknown(subject, names, start)
            kind = Kind(Sort.TEXT)
            known = False
        else:
            known = True
        condition = self._test_of(subject, kind, names, start, known)
        return replace(condition, place=self._span(start)) if not isinstance(
            condition, Not) else Not(replace(condition.part, place=self._span(start)))  # type: ignore[type-var]

    def _test_of(
        self, subject: Subject, kind: Kind, names: Names, start: int, known: bool
    ) -> Condition:
        if self._take("is"):
            negated = self._take("not")
            test = self._is(subject, kind, names, known)
            return Not(test) if negated else test
        if self._take("has"):
            return self._has(subject, kind, known)
        if self._peek() in _OPERATORS:
            return self._compares(subject, kind, known)
        if known and kind.sort is not Sort.YES_NO:
            name = ".".join(subject)
            self._fault(start, "wrong-type", f"`{name}` is not a yes/no question",
                        _test_cure(name, kind))
        return Holds(subject)

    def _is(self, subject: Subject, kind: Kind, names: Names, known: bool) -> Condition:
        if self._take("answered"):
            return Answered(subject)
        if self._take("unknown"):
            return Unknown(subject)
        if self._take("one"):
            self._expect("of")
            return Is(subject, self._values(subject, kind, known))
        start = self.at
        value = self._value()
        if kind.sort in (Sort.PARTY, Sort.REFERENCE):
            return self._is_record(subject, kind, value, names, start)
        if known:
            self._check_choice(subject, kind, (value,), start)
        return Is(subject, (value,))

    def _is_record(
        self, subject: Subject, kind: Kind, value: str, names: Names, start: int
    ) -> Condition:
        record = _outer(names).kind(value)
        if record is None or record.sort is not Sort.RECORD or record.of != kind.of:
            self._fault(start, "wrong-type", f"`{value}` is no record of `{kind.of}` here",
                        "a reference is compared with the record of a loop, or by a `same:` fact")
        return IsRecord(subject, value)

    def _has(self, subject: Subject, kind: Kind, known: bool) -> Condition:
        name = ".".join(subject)
        if known and kind.sort not in _SETS:
            self._fault(self.at - 1, "wrong-type", f"`{name}` holds one value, not several",
                        f"write `{name} is …`")
            known = False
        every = self._peek() == "all"
        if self._peek() in ("any", "all"):
            self.at += 1
            self._expect("of")
            return Has(subject, self._values(subject, kind, known), every)
        start = self.at
        value = self._value()
        if known:
            self._check_choice(subject, kind, (value,), start)
        return Has(subject, (value,))

    def _compares(self, subject: Subject, kind: Kind, known: bool) -> Condition:
        operator = self._next()
        start = self.at
        words = [self._next()]
        if self._peek() in amounts.UNITS or (words[0].isupper() and self._peek()):
            words.append(self._next())
        if not known:
            return Compares(subject, operator, 0)
        if kind.sort not in _ORDERED:
            name = ".".join(subject)
            self._fault(start, "wrong-type", f"`{name}` has no order", _test_cure(name, kind))
            return Compares(subject, operator, 0)
        amount = amounts.read(" ".join(words), kind.sort)
        if isinstance(amount, str):
            self._fault(start, "wrong-type", f"`{' '.join(words)}` is not {amount}", "")
            return Compares(subject, operator, 0)
        return Compares(subject, operator, amount)

    def _values(self, subject: Subject, kind: Kind, known: bool) -> tuple[str, ...]:
        start = self.at
        values = [self._value()]
        while self._take(","):
            values.append(self._value())
        if known:
            self._check_choice(subject, kind, tuple(values), start)
        return tuple(values)

    def _check_choice(
        self, subject: Subject, kind: Kind, values: tuple[str, ...], start: int
    ) -> None:
        name = ".".join(subject)
        if kind.sort is Sort.JURISDICTIONS:
            return
        if not kind.options:
            self._fault(start, "wrong-type", f"`{name}` has no options to name",
                        _test_cure(name, kind))
            return
        for index, value in enumerate(values):
            if value not in kind.options:
                self._fault(start + 2 * index, "unknown-option",
                            f"`{name}` has no option `{value}`", did_you_mean(value, kind.options))

    # --- tokens ---

    def _peek(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def _next(self) -> str:
        if self.at >= len(self.tokens):
            self._break("syntax", "the condition stops too early")
        self.at += 1
        return self.tokens[self.at - 1].text

    def _take(self, word: str) -> bool:
        if self._peek() == word:
            self.at += 1
            return True
        return False

    def _expect(self, word: str) -> None:
        if not self._take(word):
            self._break("syntax", f"`{word}` is missing here")

    def _word(self, what: str) -> str:
        word = self._next()
        if word in KEYWORDS or not (word[0].islower() or word[0] == "@"):
            self.at -= 1
            self._break("syntax", f"`{word}` stands where {what} belongs")
        return word

    def _value(self) -> str:
        word = self._next()
        if not word[0].isalnum() or (word in KEYWORDS and word not in ("no", "one", "both")):
            self.at -= 1
            self._break("syntax", f"`{word}` stands where a value belongs")
        return word

    # --- faults ---

    def _unknown(self, subject: Subject, names: Names, start: int) -> None:
        known = known_after(subject, names)
        self._fault(start, "unknown-name", f"nothing is called `{'.'.join(subject)}`",
                    did_you_mean(_first_unknown(subject, names), known))

    def _break(self, rule: str, says: str, cure: str = "") -> None:
        self._fault(self.at, rule, says, cure)
        raise _Broken

    def _fault(self, index: int, rule: str, says: str, cure: str) -> None:
        if index < len(self.tokens):
            token = self.tokens[index]
            self._fault_at(token.start, len(token.text), rule, says, cure)
        else:
            self._fault_at(len(self.text), 1, rule, says, cure)

    def _fault_at(self, start: int, width: int, rule: str, says: str, cure: str) -> None:
        place = replace(self.place, column=self.place.column + start, width=width)
        self.faults.append(Diagnostic(rule, says, place, cure))

    def _span(self, start: int) -> Place:
        first, last = self.tokens[start], self.tokens[self.at - 1]
        width = last.start + len(last.text) - first.start
        return replace(self.place, column=self.place.column + first.start, width=width)


def _outer(names: Names) -> Names:
    return names.outer if isinstance(names, FieldNames) else names


def _first_unknown(subject: Subject, names: Names) -> str:
    for length in range(1, len(subject)):
        if kind_of(subject[:length], names) is None:
            return subject[length - 1]
    return subject[-1]


def _test_cure(name: str, kind: Kind) -> str:
    if kind.options:
        return f"write `{name} is {kind.options[0]}`"
    if kind.sort is Sort.YES_NO:
        return f"write `{name}` or `not {name}`"
    if kind.sort in _ORDERED:
        return f"compare it: `{name} >= …`"
    if kind.sort is Sort.LIST:
        return f"write `some {kind.one} has (…)`"
    return f"write `{name} is answered`"
