"""What goes wrong when a deal is drafted, seen in the draft itself and by nothing of the proof.

A counterexample is worth what its answers show: they are drafted by the public library, and each
fault is looked for where a reader would meet it: in the refusal, the variants chosen, the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.conditions.judge import judge
from drafter.conditions.source import source
from drafter.consistency.judge import findings
from drafter.diagnostics import Diagnostic, Refused
from drafter.drafting import Decision, Library
from drafter.library.model import ClauseLibrary as Clauses
from drafter.questionnaire.deal import Deal, settle
from drafter.questionnaire.model import Classification
from drafter.selection.select import outline, possible_rows
from mutants.blotting import blotted
from mutants.leaning import leaning
from mutants.reading import Fault, faults_of_words
from mutants.wordings import faults_between_wordings

OF_LIBRARY = ("gap", "overlap", "dangling-reference")  # for which drafting refuses a deal
ADVICE = "recommendation-refuses"
_TICKED = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What came of a deal: why its answers cannot be given ("" where they can), the faults of the
    library that it shows, and the words where there are any."""

    barred: str = ""
    faults: frozenset[Fault] = frozenset()
    words: str = ""

    def shows(self, said: Diagnostic) -> Fault | None:
        """The fault that a finding speaks of."""
        names, place = frozenset(_TICKED.findall(said.says)), str(said.place)
        alike = [one for one in self.faults if one.rule == said.rule]
        return next((one for one in alike if one.names == names or one.place == place), None)

    def has(self, fault: Fault) -> bool:
        """Whether it shows the same fault, wherever it is written."""
        return any((one.rule, one.names) == (fault.rule, fault.names) for one in self.faults)


def drafted(clauses: Clauses, answers: Mapping[str, Any]) -> Drafted:
    """Draft these answers, and look for faults of the library."""
    library, found = Library(clauses), set[Fault]()
    try:
        deal = settle(clauses.questionnaire, library.read(answers))
        found = {*_of_advice(clauses, deal), *_of_tables(clauses, deal), *_open(clauses, deal)}
        decision = library.select(answers)
        found |= set(_of_selection(decision))
        agreement = library.draft(answers)
    except Refused as refused:
        barred = [one.rule for one in refused.diagnostics if one.rule not in OF_LIBRARY]
        if barred:
            return Drafted(barred[0], frozenset(one for one in found if one.rule == ADVICE))
        faults = frozenset({*found, *_refusals(refused.diagnostics)})
        return Drafted("", faults | _beyond(clauses, answers, faults))
    found |= {*faults_of_words(agreement), *faults_between_wordings(agreement)}
    return Drafted("", frozenset(found), agreement.text())


def _beyond(
    clauses: Clauses, answers: Mapping[str, Any], faults: Iterable[Fault]
) -> frozenset[Fault]:
    """What the words show, were it not for references that point at nothing."""
    lost = {name for one in faults for name in one.names if one.rule == "dangling-reference"}
    return drafted(blotted(clauses, lost), answers).faults if lost else frozenset()


def _of_advice(clauses: Clauses, deal: Deal) -> Iterator[Fault]:
    """Rules that block what is recommended beside these answers, and not the answers."""
    given = settle(clauses.questionnaire, deal.answers, unattended=False)
    filled, said = (
        {one.rule.id for one in findings(clauses, each)
         if one.rule.severity == "block" and not one.pending} for each in (deal, given)
    )  # fmt: skip
    yield from (Fault(ADVICE, frozenset({id})) for id in filled - said)


# --- refusals, tables, selection ------------------------------------------------------------------


def _refusals(said: Iterable[Diagnostic]) -> Iterator[Fault]:
    for one in said:
        names = _TICKED.findall(one.says)
        if one.rule != "overlap":
            yield Fault(one.rule, frozenset(names))
        else:  # "two wordings of `exit` fit these answers: any-time and short"
            yield from _pairs(names[0], one.says.rpartition(": ")[2].split(" and "))


def _pairs(table: str, held: list[str]) -> Iterator[Fault]:
    yield from (Fault("overlap", frozenset({table, one, other}))
                for number, one in enumerate(held) for other in held[number + 1 :])  # fmt: skip


def _of_tables(clauses: Clauses, deal: Deal) -> Iterator[Fault]:
    """Facts and definitions whose table gives no row, or two."""
    tables = {id: {row.variant: row.when for row in one.rows}
              for id, one in clauses.definitions.items()}  # fmt: skip
    tables |= {id: dict(fact.rule.rows) for id, fact in clauses.questionnaire.facts.items()
               if isinstance(fact.rule, Classification)}  # fmt: skip
    for id, rows in tables.items():
        verdicts = {row: when is None or judge(when, deal) for row, when in rows.items()}
        held = [row for row, verdict in verdicts.items() if verdict]
        if not held and list(verdicts.values()).count(None) != 1:
            yield Fault("gap", frozenset({id}))
        yield from _pairs(id, held)


def _open(clauses: Clauses, deal: Deal) -> Iterator[Fault]:
    """Topics that stay open, though nothing is left to answer."""
    precedent = clauses.precedents.get(deal.answers.precedent)
    for topic in outline(clauses, precedent) if precedent else ():
        rows = possible_rows(topic.rows, deal)
        if not rows.held and len(rows.undecided) > 1:
            yield Fault("gap", frozenset({topic.id}))


def _of_selection(decision: Decision) -> Iterator[Fault]:
    """What drafting chooses together and should not, or without what it needs."""
    chosen, deal = decision.selection.chosen, decision.selection.deal
    variants = {f"{id}/{one.variant.id}" for id, one in chosen.items() if one.variant}
    for id, one in chosen.items():
        for need in one.variant.front.needs if one.variant else ():
            other = chosen.get(need.topic)
            wanted = need.when is None or judge(need.when, deal)
            if wanted and (other is None or other.left_out):
                yield Fault("needs-broken", frozenset({f"{id}/{one.rows[0]}", need.topic}))
        for foe in one.variant.front.conflicts if one.variant else ():
            if foe in variants:
                yield Fault("conflict-together", frozenset({f"{id}/{one.rows[0]}", foe}))
    for condition, place in leaning(decision.selection):
        yield Fault("unguarded-reading", frozenset({source(condition)}), place)
