"""Special terms in a table: they stand beside the answers, and are written like a list."""

from __future__ import annotations

from collections.abc import Mapping

from drafter import kinds
from drafter.kinds import Kind
from drafter.questionnaire.model import Question, Questionnaire

SPECIAL_TERMS = "special_terms"
_ASKS = {
    "heading": "The heading of the clause",
    "text": "Its text",
    "after": "The topic after which it stands; or say which it replaces",
    "replaces": "The topic that it stands instead of",
    "by": "Who wrote it, as a title",
    "reason": "Why this deal needs it",
}
_LONG = ("text", "reason")


def columns_of(questionnaire: Questionnaire) -> Mapping[str, Question]:
    """What the columns and sheets of a table may be: every question, and the special terms."""
    return {**questionnaire.questions, SPECIAL_TERMS: _list()}


def _list() -> Question:
    fields = {name: _field(name, asks) for name, asks in _ASKS.items()}
    inner = {name: field.kind for name, field in fields.items()}
    kind = Kind(kinds.LIST, fields=inner, one="term", called="heading")
    return Question(SPECIAL_TERMS, "Which clauses has this deal alone?", kind, fields=fields)


def _field(name: str, asks: str) -> Question:
    return Question(name, asks, Kind(kinds.LONG_TEXT if name in _LONG else kinds.TEXT))
