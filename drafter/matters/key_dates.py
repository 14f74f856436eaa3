"""The key dates of a signed agreement: its dated answers, and what a declared period gives.

A date is never guessed. A period whose beginning the questionnaire does not declare is listed with
the words that say what it runs from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple, cast

from drafter.agreement.model import Agreement, Paragraph, Run, Said, Table
from drafter.data_classes import dataclass
from drafter.drafting import Library
from drafter.kinds import read_value
from drafter.kinds.lengths import last_day
from drafter.kinds.model import Duration, Missing
from drafter.matters.amending.signed import SignedLine, plain
from drafter.matters.amending.standing import standing
from drafter.matters.recording import pinned, still_asked
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.relation import BETWEEN, REACHES
from drafter.registry.flattening import flattened
from drafter.registry.registry import Registry


class KeyDate(NamedTuple):
    """A dated answer, or a period. `day`: an ISO date, empty where there is none; `answer`: as it
    was given; `clause`: the number and heading where it stands as signed, and `words` what stands
    there, both empty where the text as signed has no such place.

    A period that begins on a date is over on `day` if that date counts, else on the day after,
    `or_day`: the words say which. `counted` says from what."""

    day: str
    question: str
    asks: str
    answer: str
    or_day: str = ""
    counted: str = ""
    clause: str = ""
    words: str = ""

    def counted_as_text(self) -> str:
        """How a day was counted, and what the clause must say; empty where it was given."""
        if not self.counted:
            return ""
        return (
            f"counted: {self.counted}; over on {self.day} if that date counts, or on {self.or_day}"
        )


def key_dates(library: Library, registry: Registry, agreement: str) -> tuple[KeyDate, ...]:
    """The dates of a signed agreement as it stands with its signed amendments, by day; then what
    has no date. Raises `Refused` where it is not signed, or cannot be drafted any more."""
    text = standing(registry, agreement)
    taken = still_asked(text.taken, text.answers, library)
    draft = library.draft(pinned(text.answers, taken))
    deal = draft.decision.selection.deal
    places = _Places(text.sections(), _mentioned(draft.document))
    found = [
        *(_placed(one, places) for one in _answered(deal, flattened(text.answers, taken))),
        *(_blank(about, deal.questionnaire, places) for about in places.blanks(deal)),
    ]
    return tuple(sorted(found, key=lambda one: (not one.day, one.day)))


# --- what is dated ---


def _answered(deal: Deal, answers: Iterator[tuple[str, str]]) -> Iterator[KeyDate]:
    declared = set(_begins(deal.questionnaire))
    periods = Counter(period for period, _ in declared)
    begins = {period: first for period, first in declared if periods[period] == 1}
    for path, value in answers:
        question = _question(path, deal)
        kind = question.kind.sort.name if question else ""
        if question and kind == "date":
            yield KeyDate(value, path, question.asks, value)
        elif question and kind == "duration":
            period = cast(Duration, read_value(value, question.kind))
            period_alone = KeyDate("", path, question.asks, value)
            yield _counted(period_alone, begins.get(path, ""), period, deal)


def _begins(names: Questionnaire) -> Iterator[tuple[str, str]]:
    """Each period of which a relation says on which date it begins, with that date's question;
    those that a record says of itself are not among them."""
    for question in names.questions.values():
        for one in (question, *question.fields.values()):
            for relation in one.relations:
                if question.fields.keys() & set(relation.to):
                    continue
                if relation.how == BETWEEN:
                    yield relation.to[1], relation.to[0]
                elif relation.how == REACHES and not relation.field:
                    yield relation.question, relation.to[0]


def _counted(one: KeyDate, begins: str, period: Duration, deal: Deal) -> KeyDate:
    """A period with the day on which it is over; without one where it counts working days, which
    depend on a calendar that nobody has given, or where the calendar ends before it."""
    first = deal.value(begins)
    if not isinstance(first, date) or period.unit == "working-days" or not period.number:
        return one
    last = last_day(first, period)
    if last == date.max:
        return one
    return one._replace(
        day=(last - timedelta(days=1)).isoformat(),
        or_day=last.isoformat(),
        counted=f"{one.answer} from {begins}, {first.isoformat()}",
    )


def _question(path: str, deal: Deal) -> Question | None:
    """The question or field that a path answers, if it is asked in this deal."""
    name, *inside = path.split(".")
    question = deal.questionnaire.questions.get(name)
    if question is None or isinstance(deal.value(name), Missing):
        return None
    return question.fields.get(inside[-1]) if inside else question


# --- where it stands ---


def _mentioned(document: Agreement) -> dict[str, list[tuple[str, Run]]]:
    """The blocks that print an answer or leave it blank, by its path."""
    found: dict[str, list[tuple[str, Run]]] = {}
    for element in document.elements:
        lines: list[tuple[str, tuple[Run, ...]]] = []
        if isinstance(element, Paragraph):
            lines = [(element.block, element.runs)]
        elif isinstance(element, Table):
            lines = [(row, sum(cells, ())) for row, cells in element.rows]
        for block, runs in lines:
            for run in runs:
                if run.said in (Said.ANSWER, Said.BLANK):
                    found.setdefault(run.about, []).append((block, run))
    return found


@dataclass(frozen=True, slots=True)
class _Places:
    """Where answers stand in the text as signed."""

    sections: Mapping[str, tuple[SignedLine, ...]]
    mentioned: Mapping[str, list[tuple[str, Run]]]

    def of(self, path: str) -> tuple[str, str]:
        """The clause and the words that print an answer; empty where none does as signed."""
        for block, run in self.mentioned.get(path, ()):
            for lines in self.sections.values():
                number = lines[0].label
                for line in lines:
                    number = line.label if line.label.startswith(lines[0].label) else number
                    if line.block == block and plain(run.text) in line.words:
                        return _clause(lines[0], number, line), line.words
        return "", ""

    def blanks(self, deal: Deal) -> Iterator[str]:
        """The dates and periods that were left blank."""
        for path, places in self.mentioned.items():
            name, *inside = path.split(".")
            question = deal.questionnaire.questions.get(name)
            one = question.fields.get(inside[-1]) if question and inside else question
            is_dated = one is not None and one.kind.sort.name in ("date", "duration")
            if is_dated and any(run.said is Said.BLANK for _, run in places):
                yield path


def _clause(heading: SignedLine, number: str, line: SignedLine) -> str:
    """`17.4(e) (Licences)`; what bears no number of its own stands in the section."""
    inner = line.label if line.label != number else ""
    said = f"{number}{inner}" if line.label else heading.label
    return plain(f"{said} ({heading.words})")


def _placed(one: KeyDate, places: _Places) -> KeyDate:
    clause, words = places.of(one.question)
    return one._replace(clause=clause, words=words)


def _blank(path: str, names: Questionnaire, places: _Places) -> KeyDate:
    name, *inside = path.split(".")
    question = names.questions[name]
    one = question.fields[inside[-1]] if inside else question
    return _placed(KeyDate("", path, one.asks, ""), places)
