"""A topic is explained once for the answers that its table reads, and remembered by them.

What other wordings a library holds then costs a draft nothing. A library holds no memory of it:
the explanations are kept beside the library as long as that lives.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from weakref import finalize

from drafter.conditions.model import Condition
from drafter.conditions.walk import subjects, tests, topics
from drafter.library.model import Topic
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Questionnaire
from drafter.questionnaire.order import questions_behind
from drafter.selection.explain import explain
from drafter.selection.explanation import Explanation
from drafter.selection.model import Selection

_MOST = 10_000  # explanations of a library; then they are made anew
_OF_LIBRARIES: dict[int, Explained] = {}


def explained(selection: Selection, topic: str) -> Explanation:
    """As `explain` has it, without the answers that would give the other variants."""
    library, deal = selection.library, selection.deal
    memory = _OF_LIBRARIES.get(id(library))
    if memory is None:
        memory = _OF_LIBRARIES.setdefault(id(library), Explained())
        finalize(library, _OF_LIBRARIES.pop, id(library), None)
    chosen = selection.chosen[topic]
    read = memory.read(chosen.topic, deal.questionnaire)
    if read is None:
        return explain(selection, topic)
    return memory.of((topic, chosen.rows, *_standing(read, deal)), selection, topic)


def _standing(names: tuple[str, ...], deal: Deal) -> list[Any]:
    """What each name stands at, where that came from, and why it is recommended."""
    value, origin, taken = deal.values.get, deal.origin.get, deal.taken.get
    return [(value(name), origin(name), taken(name)) for name in names]


@dataclass(slots=True)
class Explained:
    """The explanations of one library by what they hang on, and what each table reads."""

    known: dict[tuple[Any, ...], Explanation] = field(default_factory=dict)
    reads: dict[str, tuple[str, ...] | None] = field(default_factory=dict)

    def of(self, key: tuple[Any, ...], selection: Selection, topic: str) -> Explanation:
        """That of a topic, made where it is not known."""
        known = self.known.get(key)
        if known is None:
            if len(self.known) >= _MOST:
                self.known.clear()
            known = self.known[key] = explain(selection, topic)
        return known

    def read(self, topic: Topic, questionnaire: Questionnaire) -> tuple[str, ...] | None:
        """The names that a table hangs on; None where it looks into records or other topics."""
        if topic.id not in self.reads:
            self.reads[topic.id] = _names_read(topic, questionnaire)
        return self.reads[topic.id]


def _names_read(topic: Topic, questionnaire: Questionnaire) -> tuple[str, ...] | None:
    conditions = [row.when for row in topic.rows if row.when is not None]
    if any(map(_looks_further, conditions)):
        return None
    names = {name for one in conditions for name in subjects(one)}
    behind = {one for name in names for one in questions_behind(name, questionnaire)}
    if any(questionnaire.questions[one].kind.sort.has_records for one in behind):
        return None
    return tuple(sorted(names | behind))


def _looks_further(condition: Condition) -> bool:
    """Whether it asks about topics, or about a field of a record that an answer points at."""
    fields = (one for one in tests(condition) if len(getattr(one, "subject", ())) > 1)
    return any(True for _ in topics(condition)) or any(True for _ in fields)
