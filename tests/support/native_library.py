"""One precedent of a library in z3's own theories: which variants and definitions stand when."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from drafter.conditions.model import All, Condition, Either, Is, Not
from drafter.library.model import LEFT_OUT, Row, Topic, Variant
from drafter.prose.model import Fill, TermUse, Text, Words
from drafter.questionnaire.model import Classification
from drafter.selection.select import outline
from support.native import NO, YES, Native
from support.native_texts import Fields, Printed, both, either, opposite, printed
from support.native_values import Both

DEEPEST = 6  # so many steps from a clause through definitions to a definition are followed


class PossibleVariant(NamedTuple):
    topic: str  # "" for a definition
    id: str
    stands: Any
    printed: Printed
    variant: Variant | None = None


class Asked(Native):
    """The same answers, every test of a question that was not asked being left open."""

    @classmethod
    def of(cls, native: Native) -> Asked:
        found = copy.copy(native)
        found.__class__ = cls
        assert isinstance(found, Asked)
        found.answers = {name: native.answers[name] for name in native.names.questions}
        return found

    def judge(self, condition: Condition | None, record: Fields | None = None) -> Both:
        """When a condition holds and when it does not, whatever was not asked."""
        found = super().judge(condition, record)
        if isinstance(condition, Is) and condition.subject not in (record or {}):
            fact = self.names.facts.get(condition.subject[0])
            if fact and isinstance(fact.rule, Classification):
                found = self._by_a_row(found, condition, fact.rule)
        unasked = NO if isinstance(condition, All | Either | Not) else self._skipped(
            condition, record or {})  # fmt: skip
        return Both(both(found.true, opposite(unasked)), both(found.false, opposite(unasked)))

    def _by_a_row(self, found: Both, test: Is, rule: Classification) -> Both:
        """What a class says rests on one of its rows."""
        rows = [(row in test.values, self.judge(when).true) for row, when in rule.rows.items()]
        wanted, others = (either(true for named, true in rows if named is it)
                          for it in (True, False))  # fmt: skip
        return Both(both(found.true, wanted), both(found.false, others))

    def _skipped(self, test: Condition | None, record: Fields) -> Any:
        """When the question that a test reads was not asked."""
        subject = getattr(test, "subject", ()) or (getattr(test, "list", ""),)
        known = subject not in record and subject[0] in self.names.questions
        return self.answers[subject[0]].unasked if known else NO


class NativeLibrary:
    """One precedent of a library."""

    def __init__(self, native: Native, known: NativeLibrary | None = None) -> None:
        """`known`: the same answers to a library with much the same texts."""
        self.native, self.library, self.known = native, native.library, known
        self.texts: dict[tuple[str, str], tuple[Text, Printed]] = {}
        topics = list(outline(native.library, native.precedent))
        self.topics = {topic.id: topic for topic in topics}
        self.judged: dict[int, tuple[Row, Both]] = {}
        self.rows = {id: self.chosen(topic.rows) for id, topic in self.topics.items()}
        self.terms = {id: self.chosen(one.rows) for id, one in self.library.definitions.items()}
        native.standing = {id: some_text(rows) for id, rows in self.rows.items()}
        self.asked = Asked.of(native)
        self.placed: dict[str, list[Any]] = {}
        self.variants = [one for topic in topics for one in self._variants(topic)]
        self.definitions = [
            PossibleVariant("", id, self.terms[id].get(row, NO),
                            self._printed(f"({id})", row, text))
            for id, one in self.library.definitions.items() for row, text in one.texts.items()
        ]  # fmt: skip

    def judge(self, row: Row) -> Both:
        """When a row holds and when it does not."""
        if id(row) not in self.judged:
            self.judged[id(row)] = row, self.native.judge(row.when)
        return self.judged[id(row)][1]

    def chosen(self, rows: tuple[Row, ...]) -> dict[str, Any]:
        """When each row of a table is taken: it holds, or is the only one that still may."""
        judged = {row.variant: self.judge(row) for row in rows}
        return {id: either((one.true, both(opposite(one.false), *(
                    other.false for name, other in judged.items() if name != id))))
                for id, one in judged.items()}  # fmt: skip

    def _printed(self, owner: str, id: str, text: Text) -> Printed:
        """What a text prints; one that is known is not read again."""
        known = self.known.texts.get((owner, id)) if self.known else None
        if known and known[0] == text and self._stands_as_before(text):
            found = known[1]
        else:
            found = printed(text, self.native, self.asked)
        self.texts[owner, id] = text, found
        return found

    def _stands_as_before(self, text: Text) -> bool:
        """Whether no condition of the text reads of a topic that stands otherwise now."""
        old, new = self.known.native.standing if self.known else {}, self.native.standing
        same = old.keys() == new.keys() and all(new[id].eq(old[id]) for id in new)
        return same or "Stands(" not in repr(text)

    def _variants(self, topic: Topic) -> Iterator[PossibleVariant]:
        here = either(self.placed.get(topic.id, ())) if topic.within else YES
        for id, variant in topic.variants.items():
            stands = both(self.rows[topic.id].get(id, NO), here)
            text = self._printed(topic.id, id, variant.text)
            for what, places in text.placed.items():
                self.placed.setdefault(what, []).append(both(stands, either(places)))
            yield PossibleVariant(topic.id, id, stands, text, variant)

    def tables(self) -> dict[str, tuple[Row, ...]]:
        """Every table that decides something."""
        found = {id: topic.rows for id, topic in self.topics.items()}
        found |= {f"{id} (term)": one.rows for id, one in self.library.definitions.items()}
        for id, fact in self.library.questionnaire.facts.items():
            if isinstance(fact.rule, Classification):
                found[f"{id} (fact)"] = tuple(Row(*row) for row in fact.rule.rows.items())
        return found

    def leaning(self, row: Row) -> Any:
        """When a row holds only because a question was not asked."""
        return both(self.judge(row).true, opposite(self.asked.judge(row.when).true))

    def in_use(self) -> Iterator[PossibleVariant]:
        """The definitions, standing where a clause uses them, or a definition in use."""
        used = {id: [NO] for id in self.terms}
        for one in self.variants:
            for id, stands in _uses(one):
                used.get(id, []).append(both(one.stands, stands))
        by_clauses = {id: either(uses) for id, uses in used.items()}
        through = [(one, id, stands) for one in self.definitions for id, stands in _uses(one)]
        in_use: dict[str, Any] = dict.fromkeys(self.terms, YES)
        for _ in range(DEEPEST):
            more: dict[str, list[Any]] = {id: [here] for id, here in by_clauses.items()}
            for one, id, stands in through:
                if id in more and id != one.id:
                    more[id].append(both(one.stands, stands, in_use[one.id]))
            in_use = {id: either(uses) for id, uses in more.items()}
        for one in self.definitions:
            yield one._replace(stands=both(one.stands, in_use[one.id]))


def _uses(one: PossibleVariant) -> Iterator[tuple[str, Any]]:
    for site in one.printed.sites:
        if isinstance(site.what, Words | TermUse | Fill):
            yield from ((id, site.stands) for id in site.what.uses)


def some_text(rows: Mapping[str, Any]) -> Any:
    """When a table chooses a text."""
    return either(taken for id, taken in rows.items() if id != LEFT_OUT)
