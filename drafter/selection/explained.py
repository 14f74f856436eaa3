"""A topic is explained once for the answers that its table reads, and remembered by them.

What other wordings a library holds then costs a draft nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from drafter.conditions.walk import subjects, topics
from drafter.consistency.names_read import with_all_behind
from drafter.data_classes import dataclass, field
from drafter.kinds.model import Record
from drafter.library.model import Topic
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Questionnaire
from drafter.selection.explain import explain
from drafter.selection.explanation import Explanation
from drafter.selection.model import Selection
from drafter.worked_out import once_for_each

_MOST = 10_000  # explanations of a library; then they are made anew


def explained(selection: Selection, topic: str) -> Explanation:
    """As `explain` has it, without the answers that would give the other variants."""
    library, deal = selection.library, selection.deal
    memory = _explained(library)
    chosen = selection.chosen[topic]
    read = memory.read(chosen.topic, deal.questionnaire)
    return memory.of((topic, chosen.rows, *_standing(read, deal)), selection, topic)


class TableReads(NamedTuple):
    """What a table hangs on: questions, lists and facts by their names, and other topics."""

    names: tuple[str, ...]
    topics: tuple[str, ...]


def _standing(read: TableReads, deal: Deal) -> Iterator[Any]:
    """What each name stands at, where that came from, and why it is recommended; and whether the
    topics that the table asks about stand."""
    value, origin, taken = deal.values.get, deal.origin.get, deal.taken.get
    for name in read.names:
        yield _hashable(value(name)), origin(name), taken(name)
    for topic in read.topics:
        yield topic in deal.standing


def _hashable(value: Any) -> Any:
    """A value that can be part of a key; of records every field."""
    if type(value) is not tuple or not value or type(value[0]) is not Record:
        return value
    return tuple((one.id, *one.values.items()) for one in value)


@dataclass(slots=True)
class Explained:
    """The explanations of one library by what they hang on, and what each table reads."""

    known: dict[tuple[Any, ...], Explanation] = field(default_factory=dict)
    reads: dict[str, TableReads] = field(default_factory=dict)

    def of(self, key: tuple[Any, ...], selection: Selection, topic: str) -> Explanation:
        """That of a topic, made where it is not known."""
        known = self.known.get(key)
        if known is None:
            if len(self.known) >= _MOST:
                self.known.clear()
            known = self.known[key] = explain(selection, topic)
        return known

    def read(self, topic: Topic, questionnaire: Questionnaire) -> TableReads:
        """What a table hangs on."""
        if topic.id not in self.reads:
            self.reads[topic.id] = _table_reads(topic, questionnaire)
        return self.reads[topic.id]


@once_for_each
def _explained(of: object) -> Explained:
    return Explained()


def _table_reads(topic: Topic, questionnaire: Questionnaire) -> TableReads:
    conditions = [row.when for row in topic.rows if row.when is not None]
    names = (name for one in conditions for name in subjects(one))
    asked = dict.fromkeys(id for one in conditions for id in topics(one))
    return TableReads(tuple(sorted(with_all_behind(names, questionnaire))), tuple(asked))
