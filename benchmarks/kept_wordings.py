"""What a draft costs where the library holds many times the wordings, and what a step of the form
costs: two figures that a user notices without asking for them.

Each wording that a deal can take stands in its table that many times over, under conditions that
are judged and never hold.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.deal import answers, house, library
from drafter.conditions.model import All, Not
from drafter.drafting import Library
from drafter.library.model import Row, Topic

TIMES, ROUNDS = 10, 15
ONCE, MANY, STEP = "draft", f"draft, wordings x{TIMES}", "step of the form"
QUESTION, CHANGE = "exit_notice", ("60 days", "90 days")


def costs() -> dict[str, float]:
    """CPU milliseconds of each, the least of several rounds in turn."""
    grown, form = _grown(library()), library().form(answers())
    turns = _turns()
    work: dict[str, Callable[[], object]] = {
        ONCE: lambda: _draft(library()),
        MANY: lambda: _draft(grown),
        STEP: lambda: form.answer({QUESTION: next(turns)}, by="Counsel"),
    }
    for run in work.values():
        run()
    found = dict.fromkeys(work, 1e9)
    for _ in range(ROUNDS):
        for name, run in work.items():
            found[name] = min(found[name], _milliseconds(run))
    return found


def _turns() -> Iterator[str]:
    while True:
        yield from CHANGE


def _draft(one: Library) -> None:
    agreement = one.draft(answers())
    agreement.report()
    agreement.to_docx(house())


def _grown(one: Library) -> Library:
    topics = {id: _more(topic) for id, topic in one.clauses.topics.items()}
    return Library(replace(one.clauses, topics=topics))


def _more(topic: Topic) -> Topic:
    copies = [
        (f"{row.variant}-{number}", row)
        for number in range(2, TIMES + 1)
        for row in topic.rows
        if row.variant in topic.variants
    ]
    rows = tuple(_never(name, row) for name, row in copies)
    variants = {name: topic.variants[row.variant] for name, row in copies}
    return replace(topic, rows=(*topic.rows, *rows), variants={**topic.variants, **variants})


def _never(name: str, row: Row) -> Row:
    when = row.when or All(())
    return Row(name, All((when, Not(when))))


def _milliseconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return (time.process_time() - start) * 1000
