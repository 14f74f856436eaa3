"""The rules that a library has over answers: of its folder `consistency/`, and its relations."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.conditions.source import source
from drafter.library.model import ClauseLibrary, ConsistencyRule
from drafter.questionnaire.relation import MEANINGS, Relation
from drafter.rules.table import Meaning

_OWN = "When the answers of a deal are judged by this library"
_EFFECT = {
    "block": "An error: nothing is drafted from these answers.",
    "warn": "A warning: a draft is made; to issue or sign it, somebody must name an override.",
    "inform": "A note: it explains, and stops nothing.",
}


def rules_of(library: ClauseLibrary) -> Mapping[str, Meaning]:
    """Each of them by its name, with what its file says."""
    rules = (
        Meaning(rule.id, _page(rule), _OWN, _EFFECT[rule.severity])
        for rule in library.rules.values()
    )
    relations = (
        Meaning(relation.id, _page_of_relation(relation), _OWN, _EFFECT[relation.severity])
        for relation in library.questionnaire.relations.values()
    )
    return {one.rule: one for one in (*rules, *relations)}


def _page_of_relation(relation: Relation) -> str:
    to = relation.amount if relation.amount is not None else ", ".join(relation.to) or "yes"
    means = f"`{relation.path}`: `{relation.how}: {to}`. {MEANINGS[relation.how]}"
    why = f"Why: {relation.reason}" if relation.reason else ""
    return "\n\n".join(filter(None, (relation.message, means, why)))


def _page(rule: ConsistencyRule) -> str:
    since, until = rule.law
    paragraphs = {
        "": rule.message,
        "When: ": source(rule.when),
        "Why: ": rule.reason,
        "Source: ": rule.source,
        "Law: ": f"in force from {since or 'the past'} until {until or 'further notice'}"
        if since or until
        else "",
    }
    return "\n\n".join(f"{label}{words}" for label, words in paragraphs.items() if words)
