"""A finding as a message: what is wrong, on which answers it rests, and what could be done."""

from __future__ import annotations

from drafter.conditions.model import Not
from drafter.consistency.finding import SEVERITY, Finding
from drafter.consistency.smallest_change import print_changes, smallest_change
from drafter.diagnostics import Diagnostic
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import Deal, print_answer_of


def as_diagnostic(finding: Finding, deal: Deal, library: ClauseLibrary) -> Diagnostic:
    """The finding as a message, with the place of the first answer that it rests on.

    The cure was tried: with these answers the rule is silent and no other one blocks. A fact about
    the world is no cure; where nothing else helps, a warning is somebody's to accept. A note needs
    none.
    """
    rule, questions = finding.rule, finding.questions
    own = (finding.path,) if finding.path else ()
    paths = (*own, *(("answers", name, "") for name in questions))
    places = (deal.answers.place(*path) for path in paths)
    reason = (f"because {rule.reason}",) if rule.reason else ()
    answers = tuple(f"{name}: {print_answer_of(name, deal)}" for name in questions)
    return Diagnostic(
        rule.id,
        rule.message,
        next(filter(None, places), None),
        _cure(finding, deal, library),
        (*reason, *answers),
        SEVERITY[rule.severity],
        questions,
    )


def _cure(finding: Finding, deal: Deal, library: ClauseLibrary) -> str:
    if finding.rule.severity == "inform":
        return ""
    if finding.path:  # each answer that a relation names may be the wrong one
        accept = f", or accept `{finding.id}` under `overrides:`"
        accepted = accept if _may_be_accepted(finding) else ""
        named = " or ".join(f"`{name}`" for name in finding.questions) or "its words"
        return f"change {named}{accepted}"
    change = smallest_change(Not(finding.rule.when), deal, library, facts=False)
    if change is not None and not change.blocked:
        accepted = ", or accept it under `overrides:`" if _may_be_accepted(finding) else ""
        return f"answer {print_changes(change.changes)}{accepted}"
    if _may_be_accepted(finding):
        return "no other choice changes it: accept it under `overrides:`, with who does and why"
    return f"correct {' or '.join(f'`{name}`' for name in finding.questions)}"


def _may_be_accepted(finding: Finding) -> bool:
    return finding.rule.severity == "warn"
