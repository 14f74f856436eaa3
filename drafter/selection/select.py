"""Selects exactly one variant a topic, and refuses a table that gives none or two.

With an answer missing, the rows that are certainly false fall away: if one is left, it is chosen,
for exactly one row holds for every complete set of answers; otherwise the topic is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.conditions.judge import judge
from drafter.diagnostics import Diagnostic, Refused
from drafter.library.model import ClauseLibrary, Precedent, Row, Topic
from drafter.questionnaire.deal import Deal
from drafter.selection.model import Chosen, Selection


def select(library: ClauseLibrary, precedent: Precedent, deal: Deal) -> Selection:
    """The selection for a deal. Raises `Refused` where a table has a gap or an overlap."""
    faults: list[Diagnostic] = []
    chosen: dict[str, Chosen] = {}
    for topic in outline(library, precedent):
        rows = possible_rows(topic.rows, deal)
        if len(rows.held) > 1 or (not rows.held and not rows.undecided):
            faults.append(_broken_table(topic, rows.held))
        chosen[topic.id] = Chosen(topic, rows.possible)
    if faults:
        raise Refused(faults)
    selection = Selection(library, precedent, deal, chosen)
    return replace(selection, deal=replace(deal, standing=selection.standing))


def outline(library: ClauseLibrary, precedent: Precedent) -> Iterator[Topic]:
    """The topics of a precedent in reading order, each host followed by its riders."""
    riders: dict[str, list[Topic]] = {}
    for topic in library.topics.values():
        if topic.within:
            riders.setdefault(topic.within, []).append(topic)
    for id in precedent.topics:
        yield from _with_riders(library.topics[id], riders)


def _with_riders(topic: Topic, riders: dict[str, list[Topic]]) -> Iterator[Topic]:
    yield topic
    for rider in riders.get(topic.id, ()):
        yield from _with_riders(rider, riders)


class Rows:
    """The rows of a table that hold, and those that hang on a missing answer."""

    def __init__(self, rows: Iterable[Row], deal: Deal) -> None:
        judged = [
            (row.variant, True if row.when is None else judge(row.when, deal)) for row in rows
        ]
        self.held = tuple(variant for variant, verdict in judged if verdict)
        self.undecided = tuple(variant for variant, verdict in judged if verdict is None)

    @property
    def possible(self) -> tuple[str, ...]:
        """The row that holds, or those that still could."""
        return self.held[:1] or self.undecided


def possible_rows(rows: Iterable[Row], deal: Deal) -> Rows:
    """Which rows of a table hold or still could."""
    return Rows(rows, deal)


def _broken_table(topic: Topic, held: tuple[str, ...]) -> Diagnostic:
    if held:
        return Diagnostic(
            "overlap",
            f"two wordings of `{topic.id}` fit these answers: " + " and ".join(held),
            topic.place,
            "make the rows exclude each other",
        )
    return Diagnostic(
        "gap",
        f"no wording of `{topic.id}` fits these answers",
        topic.place,
        "widen a row, or add one and its text",
    )
