"""What an agreement takes for granted: answers that are recommendations nobody has confirmed.

Each value that such an answer prints, and each wording that it chose, is marked in a draft and
explained beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from drafter.agreement.expand import TextPlace
from drafter.agreement.model import Note, Run
from drafter.conditions.model import Condition, Scope, Subject
from drafter.conditions.reasons import grounds
from drafter.conditions.walk import subjects
from drafter.data_classes import dataclass, field, replace
from drafter.kinds.model import Record
from drafter.questionnaire.deal import Deal, print_answer_of
from drafter.questionnaire.order import questions_behind
from drafter.selection.model import Selection

ON_PAGES = "cover, headers or footers"  # where a tag of the house style prints it


@dataclass(frozen=True, slots=True)
class Assumption:
    """An answer that nobody confirmed: the question, the answer as an answers file spells it, why
    it is recommended (empty where that was long ago), and the blocks that rest on it."""

    question: str
    asks: str
    answer: str
    because: str
    blocks: tuple[str, ...] = ()

    def as_data(self, numbers: Mapping[str, str]) -> dict[str, Any]:
        """The same as plain data, with the numbers of the blocks that have one."""
        where = [*self.where(numbers), *([ON_PAGES] if ON_PAGES in self.blocks else [])]
        return {
            "question": self.question,
            "asks": self.asks,
            "answer": self.answer,
            "because": self.because,
            "where": where,
        }

    def where(self, numbers: Mapping[str, str]) -> list[str]:
        """The numbers of the blocks that have one, each once."""
        return list(dict.fromkeys(numbers[one] for one in self.blocks if one in numbers))


@dataclass(slots=True)
class Assumptions:
    """Finds what rests on them while an agreement is said. `taken`: answers that are
    recommendations of an earlier draft; `here`: those behind what is being said."""

    selection: Selection
    taken: Sequence[str] = ()
    here: dict[str, None] = field(default_factory=dict)
    _names: frozenset[str] = field(init=False)
    _blocks: dict[str, dict[str, None]] = field(default_factory=dict)
    _told: set[tuple[str, str]] = field(default_factory=set)
    _behind: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _known: dict[str, Assumption] = field(default_factory=dict)
    _grounds: dict[int, tuple[str, ...]] = field(default_factory=dict)  # by identity of conditions

    def __post_init__(self) -> None:
        earlier = set(self.taken).intersection(self.selection.precedent.asks)
        confirmed = self.selection.deal.answers.confirmed
        self._names = frozenset((earlier | self.selection.recommended.keys()) - confirmed)

    def apart(self) -> Assumptions:
        """The same, to find what else rests on them; this one hears nothing of it."""
        blocks = {name: dict(each) for name, each in self._blocks.items()}
        return replace(self, here={}, _blocks=blocks)

    # --- what rests on one ---

    def marked(self, runs: Iterable[Run], at: TextPlace) -> Sequence[Run]:
        """Runs that stand where a condition let them, marked where it hangs on an assumption."""
        if not (self._names and at.rests and self._conditions(at.rests, at)):
            return runs if isinstance(runs, Sequence) else tuple(runs)
        return [run._replace(assumed=True) for run in runs]

    def hangs(self, at: TextPlace) -> bool:
        """Whether a text stands where it does on an assumption; nothing is noted."""
        return bool(self._names) and any(self._behind_one(one, at) for one in at.rests)

    def rests(self, subject: Subject, scope: Scope) -> bool:
        """Whether a value hangs on an assumption; it is noted for the block that is being said."""
        if not self._names:
            return False
        first = scope.value(subject[0])
        name = first.list if isinstance(first, Record) else subject[0]
        found = self._questions(name)
        if found:
            self.here.update(dict.fromkeys(found))
        return bool(found)

    def chosen(self, topic: str) -> bool:
        """Whether the variant of a topic was chosen on an assumption."""
        chosen = self.selection.chosen.get(topic) if self._names else None
        rows = chosen.topic.rows if chosen and not chosen.is_open else ()
        when = [row.when for row in rows if chosen and row.variant == chosen.rows[0] and row.when]
        return self._conditions(when, TextPlace(self.selection.deal))

    def _conditions(self, conditions: Iterable[Condition], at: TextPlace) -> bool:
        found = [name for one in conditions for name in self._behind_one(one, at)]
        self.here.update(dict.fromkeys(found))
        return bool(found)

    def _behind_one(self, condition: Condition, at: TextPlace) -> tuple[str, ...]:
        """The assumptions behind a condition; outside a loop it is looked into once."""
        known = None if at.chain else self._grounds.get(id(condition))
        if known is None:
            tests = grounds(condition, at.scope)
            names = (self._questions(name) for test in tests for name in subjects(test))
            known = tuple(chain.from_iterable(names))
            if not at.chain:
                self._grounds[id(condition)] = known
        return known

    def _questions(self, name: str) -> tuple[str, ...]:
        known = self._behind.get(name)
        if known is None:
            found = questions_behind(name, self.selection.deal.questionnaire) & self._names
            known = self._behind[name] = tuple(sorted(found))
        return known

    # --- what is said of it ---

    def note(self, block: str, section: str, words: str) -> Iterator[Note]:
        """The note of a block: each assumption that its section has not told before."""
        fresh = [name for name in self.here if (section, name) not in self._told]
        self.stand(block)
        self._told |= {(section, name) for name in fresh}
        lines = [_filled(words, self._told_of(name)) for name in fresh]
        if lines:
            yield Note(block, "\n".join(lines))

    def stand(self, block: str) -> None:
        """Note a block for what was said last, where no note stands beside it."""
        for name in self.here:
            self._blocks.setdefault(name, {})[block] = None
        self.here.clear()

    def all(self) -> tuple[Assumption, ...]:
        """Each of them, in the order of the questionnaire."""
        questionnaire = self.selection.deal.questionnaire
        return tuple(
            replace(self._told_of(name), blocks=tuple(self._blocks.get(name, ())))
            for name in questionnaire.in_order(self._names)
        )

    def _told_of(self, name: str) -> Assumption:
        """It, without its blocks; it is told beside many of them."""
        if name not in self._known:
            deal = self.selection.deal
            step, asks = deal.taken.get(name), deal.questionnaire.questions[name].asks
            because = step.because if step else ""
            self._known[name] = Assumption(name, asks, _answer(name, deal), because)
        return self._known[name]


def _filled(words: str, one: Assumption) -> str:
    return words.format(question=one.asks, answer=one.answer, reason=one.because)


def _answer(name: str, deal: Deal) -> str:
    """An answer as a form shows it: an option by its label."""
    spelled = print_answer_of(name, deal)
    options = {one.id: one.label for one in deal.questionnaire.questions[name].options}
    return ", ".join(options.get(one, one) for one in spelled.split(", "))
