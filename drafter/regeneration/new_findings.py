"""What would be found of a recorded agreement's answers today, and was not when it was drafted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.consistency.judge import findings
from drafter.diagnostics import Refused
from drafter.library.model import ClauseLibrary, ConsistencyRule
from drafter.matters.recording import as_recorded
from drafter.matters.workshop import Workshop
from drafter.questionnaire.deal import settle
from drafter.regeneration.model import NewFinding
from drafter.registry.model import Revision, Use


def new_findings(revision: Revision, shop: Workshop) -> tuple[NewFinding, ...]:
    """The findings of today that were not kept with the revision, and rules that weigh otherwise.

    Answers that this library refuses have none: the plan reports such an agreement by itself.
    """
    try:
        typed = shop.library.read(as_recorded(revision, shop.library))
    except Refused:
        return ()
    library, known = shop.library.clauses, dict(_kept(revision))
    found = [
        NewFinding(one.id, one.rule.severity, one.rule.message)
        for one in findings(library, settle(library.questionnaire, typed))
        if not one.pending and not _is_known(one.rule, known, library)
    ]
    return tuple(dict.fromkeys(found))


def _kept(revision: Revision) -> Iterator[tuple[str, str]]:
    return ((use.name, use.choice) for use in revision.uses if use.kind == "finding")


def _is_known(rule: ConsistencyRule, known: Mapping[str, str], library: ClauseLibrary) -> bool:
    """A relation weighs less beside a recommendation, so its weight alone says nothing."""
    if rule.id not in library.rules:
        return rule.id in known
    return known.get(rule.id) == rule.severity


def keeps_findings(uses: Iterable[Use]) -> frozenset[Use]:
    """The uses that say by which rules an agreement was judged."""
    return frozenset(use for use in uses if use.kind == "rules")
