"""The values of the tags of a house style in one deal, in the words of the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from drafter.agreement.expand import TextPlace
from drafter.agreement.fill import Filler
from drafter.agreement.key_terms import key_terms_of
from drafter.agreement.model import Said
from drafter.agreement.tag_reading import (
    ANSWERS,
    EACH,
    FACTS,
    KEY_TERM_FIELDS,
    KEY_TERMS,
    TagReading,
)
from drafter.agreement.tag_value import TagValue
from drafter.conditions.model import Subject
from drafter.conditions.scopes import AtRecord, value_of
from drafter.data_classes import dataclass, field
from drafter.kinds import spelled
from drafter.kinds.model import Missing, Points, Record, Value
from drafter.prose.model import Fill
from drafter.questionnaire.order import questions_behind
from drafter.selection.model import Selection

_MEMBER = "member"
Wanted: TypeAlias = dict[str, "Wanted"]


@dataclass(slots=True)
class TagFilling:
    """Fills tags. `empty` gathers the names that this agreement has no answer to ask for."""

    selection: Selection
    filler: Filler
    numbers: Mapping[str, str]
    empty: dict[str, None] = field(default_factory=dict)

    def values(self, readings: Iterable[TagReading]) -> Mapping[str, TagValue]:
        """The value of each root that the tags read, with the names below it."""
        wanted: Wanted = {}
        for one in readings:
            below = wanted
            for step in one.path:
                below = below.setdefault(step, {})
        at = TextPlace(self.selection.deal)
        found = {
            root: TagValue(fields={name: self._named(name, at, wanted[root][name])
                                   for name in wanted[root]})
            for root in (ANSWERS, FACTS) if root in wanted
        }  # fmt: skip
        return {**found, KEY_TERMS: self._key_terms()} if KEY_TERMS in wanted else found

    def _key_terms(self) -> TagValue:
        terms, _ = key_terms_of(self.selection, self.numbers)
        each = (dict(zip(KEY_TERM_FIELDS, map(TagValue, one), strict=True)) for one in terms)
        return TagValue(members=[TagValue(fields=one) for one in each])

    def _named(self, name: str, at: TextPlace, below: Wanted) -> TagValue:
        behind = questions_behind(name, self.selection.deal.questionnaire)
        if behind and not behind.intersection(self.selection.precedent.asks):
            self.empty[name] = None
            return TagValue()
        return self._value((name,), at, below)

    def _value(self, subject: Subject, at: TextPlace, below: Wanted) -> TagValue:
        value = value_of(subject, at.scope)
        if self._prints_nothing(subject, value, at):
            return TagValue()
        said = self.filler.fill(Fill(subject), at, cell=False)
        if said.said is Said.BLANK:
            return _blank(said.text, below)
        fields = {name: self._value((*subject, name), at, below[name])
                  for name in below if name != EACH}  # fmt: skip
        members = self._members(value, subject, at, below[EACH]) if EACH in below else ()
        speech = self.filler.words.values
        spelling = _spelled(value)
        return TagValue(said.text, value, spelling, members, fields, speech, said.assumed)

    def _prints_nothing(self, subject: Subject, value: object, at: TextPlace) -> bool:
        if value is Missing.NOT_ASKED:
            self.empty.setdefault(".".join(step for step in subject if step != _MEMBER))
            return True
        return value is Missing.ABSENT and self.filler.is_optional(subject, at)

    def _members(
        self, value: object, subject: Subject, at: TextPlace, below: Wanted
    ) -> tuple[TagValue, ...]:
        each = value if isinstance(value, tuple) else ()
        rests = self.filler.fill(Fill(subject), at, cell=False).assumed
        return tuple(
            self._record(one, at, below)
            if isinstance(one, Record)
            else TagValue(self.filler.member(str(one), subject, at), one, str(one), assumed=rests)
            for one in each
        )

    def _record(self, record: Record, at: TextPlace, below: Wanted) -> TagValue:
        inside = TextPlace(
            AtRecord(_MEMBER, record, at.scope), (*at.chain, Points(record.list, record.id))
        )
        fields = {name: self._value((_MEMBER, name), inside, below[name]) for name in below}
        called = self.filler.fill(Fill((_MEMBER,)), inside, cell=False)
        return TagValue(called.text, record, record.id, fields=fields, assumed=called.assumed)


def _spelled(value: object) -> str:
    """A value as an answers file spells it; what has members compares by them."""
    if isinstance(value, Points):
        return value.id
    if isinstance(value, tuple | Record | Missing):
        return ""
    return str(spelled(cast(Value, value)))


def _blank(words: str, below: Wanted) -> TagValue:
    """A blank stands for whatever would be read behind it: one member, each of its fields."""
    fields = {name: _blank(words, below[name]) for name in below if name != EACH}
    members = (_blank(words, below[EACH]),) if EACH in below else ()
    return TagValue(words, members=members, fields=fields)
