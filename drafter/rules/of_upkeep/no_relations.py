"""An answer that may contradict another says what it must be to it, or why it may be anything.

Why: what nobody compares is drafted without a word: one row twice, prices in two currencies, a
notice longer than the agreement, a country beside the union that holds it.

Bad:

    supplies: {type: list, fields: {price: {type: money}, due: {type: date}}}

Good:

    supplies:
      relations: [{distinct: [goods, supplier]}]
      fields:
        price:
          type: money
          relations: [{same currency: yes}, {usually at least: 1}, {usually at most: 100000}]
        due: {type: date, relations: [{within: [effective_date, term_length]}]}

Cure: a list says which of its fields are `distinct:`; money in a list, that it is in the `same
currency:`, and any money what it is at least; territories, that there is `no overlap:` or that they
are `one country:`; an amount or a date stands beside another, or beside what is usual. Or `no
relations:` says why not.

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter import kinds
from drafter.diagnostics import WARNING, Diagnostic
from drafter.questionnaire.model import Question
from drafter.questionnaire.relation import (
    APART,
    BETWEEN,
    BREAKS,
    CURRENCY,
    DISTINCT,
    ONE_COUNTRY,
    TOTAL,
    Relation,
)
from drafter.rules.of_upkeep.model import Upkeep

RULE = "no-relations"
_LIMITS = frozenset((*BREAKS, BETWEEN, TOTAL))
_LEAST = frozenset(("at least", "more than", "usually at least"))


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Lists, amounts, dates and territories that nothing is compared with, fields too."""
    questions = upkeep.library.questionnaire.questions
    relations = upkeep.library.questionnaire.relations.values()
    named = {name for one in relations for name in one.to}
    for question in questions.values():
        yield from _faults(question, question, named)
        for field in question.fields.values():
            yield from _faults(field, question, named)


def _faults(one: Question, of: Question, named: set[str]) -> Iterator[Diagnostic]:
    said = {relation.how for relation in one.relations}
    for lacks, cure in () if one.no_relations else _lacking(one, of, said, named):
        says = f"`{one.id}` ({one.kind.sort.name}) {lacks}"
        yield Diagnostic(
            RULE, says, one.place, f"{cure}, or `no relations:` and why", severity=WARNING
        )


def _lacking(
    one: Question, of: Question, said: set[str], named: set[str]
) -> Iterator[tuple[str, str]]:
    """What its kind asks for and it does not say, with the cure."""
    sort = one.kind.sort
    if sort.has_records and not any(_tells_apart(each) for each in _all(one)):
        yield "may say one thing twice", "say which fields are `distinct:`"
    if sort == kinds.MONEY and one is not of and CURRENCY not in said:
        yield "may be in several currencies", "say `same currency: yes`"
    if sort == kinds.MONEY and not said & _LEAST:
        yield "may be a slip by a thousand", "say `usually at least:`"
    if sort == kinds.JURISDICTIONS and not said & {APART, ONE_COUNTRY}:
        yield "may name one ground twice", "say `no overlap: yes` or `one country: yes`"
    if sort.ordered and not said & _LIMITS and one.id not in named:
        yield "is compared with nothing", "say beside what it stands, or `usually at most:`"


def _all(question: Question) -> Iterator[Relation]:
    for one in (question, *question.fields.values()):
        yield from one.relations


def _tells_apart(relation: Relation) -> bool:
    return relation.how == DISTINCT
