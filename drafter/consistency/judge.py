"""Consistency rules over the answers of one deal: what blocks, what warns, what informs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from drafter.conditions.judge import judge
from drafter.conditions.say import grounds, subjects
from drafter.diagnostics import ERROR, NOTE, WARNING, Diagnostic
from drafter.library.model import Library, Rule
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.load import questions_behind

SEVERITY = {"block": ERROR, "warn": WARNING, "inform": NOTE}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fires, or one that an unanswered question leaves pending."""

    rule: Rule
    questions: tuple[str, ...]
    pending: bool = False

    def as_data(self) -> dict[str, Any]:
        """The entry of a report."""
        rule = self.rule
        entry = {"rule": rule.id, "severity": rule.severity, "says": rule.message,
                 "reason": rule.reason, "questions": list(self.questions),
                 "source": rule.source}  # fmt: skip
        if any(rule.law):
            entry["law"] = {"from": rule.law[0], "until": rule.law[1]}
        return entry | ({"pending": True} if self.pending else {})

    def as_diagnostic(self, deal: Deal) -> Diagnostic:
        """The finding as a message, with the place of the first answer that it rests on."""
        place = next((p for q in self.questions if (p := deal.answers.place("answers", q, ""))),
                     None)  # fmt: skip
        answers = tuple(f"{name}: {_standing(name, deal)}" for name in self.questions)
        notes = (f"because {self.rule.reason}",) if self.rule.reason else ()
        return Diagnostic(self.rule.id, self.rule.message, place, _cure(self.questions),
                          (*notes, *answers), SEVERITY[self.rule.severity], self.questions)


def _standing(name: str, deal: Deal) -> str:
    from drafter.questionnaire.values import spelled

    value = deal.value(name)
    if hasattr(value, "value"):
        return str(value.value)
    if isinstance(value, tuple) and value and hasattr(value[0], "id"):
        return ", ".join(one.id for one in value)  # type: ignore[union-attr]
    words = spelled(value)  # type: ignore[arg-type]
    return words if isinstance(words, str) else ", ".join(words)


def _cure(questions: tuple[str, ...]) -> str:
    return f"change or answer one of: {', '.join(questions)}" if questions else ""


def findings(library: Library, deal: Deal) -> tuple[Finding, ...]:
    """Every rule that fires in this deal, blocking ones first; undecided ones as pending."""
    found = list(_found(library, deal))
    order = tuple(SEVERITY)
    return tuple(sorted(found, key=lambda one: (one.pending, order.index(one.rule.severity))))


def _found(library: Library, deal: Deal) -> Iterator[Finding]:
    for rule in library.rules.values():
        verdict = judge(rule.when, deal)
        if verdict is not False:
            yield Finding(rule, _questions(rule, deal), pending=verdict is None)


def _questions(rule: Rule, deal: Deal) -> tuple[str, ...]:
    names = {name for test in grounds(rule.when, deal) for read in subjects(test)
             for name in questions_behind(read, deal.questionnaire)}  # fmt: skip
    return tuple(name for name in deal.questionnaire.questions if name in names)
