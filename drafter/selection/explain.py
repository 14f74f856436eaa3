"""Why this variant, and why not the others.

A reason names the question that decided, its answer, and whether a person gave it or the
recommendation did. What another variant would need is the part of its condition that fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.conditions.judge import judge
from drafter.conditions.model import All, Condition, Either, Not
from drafter.conditions.reasons import grounds, lacking
from drafter.conditions.source import source
from drafter.conditions.walk import subjects
from drafter.consistency.smallest_change import smallest_change
from drafter.kinds.model import Missing
from drafter.library.model import FrontMatter, Row
from drafter.questionnaire.deal import Deal, print_answer_of
from drafter.questionnaire.order import questions_behind
from drafter.selection.explanation import Alternative, Explanation, Reason
from drafter.selection.model import Chosen, Selection


def explain(selection: Selection, topic: str, with_changes: bool = False) -> Explanation:
    """Why this topic has the variant that it has.

    `with_changes`: for each other variant, the fewest answers that would give it are looked for.
    """
    chosen = selection.chosen[topic]
    deal = selection.deal
    variant = chosen.variant
    return Explanation(
        topic=topic,
        heading=chosen.topic.heading,
        variant=None if chosen.is_open else chosen.rows[0],
        position=variant.front.position if variant else "",
        because=because(chosen, deal),
        instead=tuple(_instead(chosen, selection, with_changes)),
        possible=chosen.rows if chosen.is_open else (),
        front=variant.front if variant else FrontMatter(),
    )


def because(chosen: Chosen, deal: Deal) -> tuple[Reason, ...]:
    """The questions that decided what a topic has, without a look at what it could be instead."""
    return tuple(reasons(_deciding(chosen, deal), deal))


def _deciding(chosen: Chosen, deal: Deal) -> Iterator[Condition]:
    """The tests that decided: of the row that holds, or of each row that is still possible."""
    for row in chosen.topic.rows:
        if row.when is None or row.variant not in chosen.rows:
            continue
        if judge(row.when, deal) is not False:
            yield from grounds(row.when, deal)
    if not chosen.is_open:
        yield from _by_exclusion(chosen, deal)


def _by_exclusion(chosen: Chosen, deal: Deal) -> Iterator[Condition]:
    """A row may be chosen because all others are false; then they are the reason."""
    row = next(row for row in chosen.topic.rows if row.variant == chosen.rows[0])
    if row.when is None or judge(row.when, deal):
        return
    for other in chosen.topic.rows:
        if other is not row and other.when is not None:
            yield from grounds(other.when, deal)


def reasons(tests: Iterable[Condition], deal: Deal) -> Iterator[Reason]:
    """The questions behind the tests, once each, in questionnaire order."""
    read = {name for test in tests for name in subjects(test)}
    behind = {q for name in read for q in questions_behind(name, deal.questionnaire)}
    for name in deal.questionnaire.in_order(behind):
        taken = deal.taken.get(name)
        value = deal.value(name)
        origin = value.value if isinstance(value, Missing) else deal.origin[name]
        yield Reason(
            name,
            deal.questionnaire.questions[name].asks,
            print_answer_of(name, deal),
            origin,
            taken.because if taken else "",
        )


def _instead(chosen: Chosen, selection: Selection, with_changes: bool) -> Iterator[Alternative]:
    deal, variants = selection.deal, chosen.topic.variants
    for row in chosen.topic.rows:
        if row.variant not in chosen.rows or chosen.is_open:
            front = variants[row.variant].front if row.variant in variants else FrontMatter()
            change = None
            if with_changes and row.when is not None:
                change = smallest_change(row.when, deal, selection.library)
            yield Alternative(
                row.variant, _needed(row, deal), front.position, front.approval_from, change
            )


def _needed(row: Row, deal: Deal) -> str:
    missing = None if row.when is None else lacking(row.when, deal)
    return "nothing" if missing is None else _with_present(missing, deal)


def _with_present(missing: Condition, deal: Deal) -> str:
    """`ownership is joint (now: maker)`: each failing test with what stands there now."""
    match missing:
        case All(parts):
            return " and ".join(_bracketed(part, deal) for part in parts)
        case Either(parts):
            return " or ".join(_bracketed(part, deal) for part in parts)
        case Not(Not(part)):
            return _with_present(part, deal)
        case _:
            present = "; ".join(_present(name, deal) for name in subjects(missing))
            return source(missing) + (f" (now: {present})" if present else "")


def _bracketed(part: Condition, deal: Deal) -> str:
    words = _with_present(part, deal)
    return f"({words})" if isinstance(part, All | Either) else words


def _present(name: str, deal: Deal) -> str:
    kind, value = deal.questionnaire.kind(name), deal.value(name)
    if kind is not None and kind.sort.has_records and isinstance(value, tuple):
        return f"{len(value)} in {name}"
    return print_answer_of(name, deal)
