"""Proposed answers: words of somebody else's file, which stand in a draft and go nowhere until a
named person accepts them.

Three words for three things: a recommendation of the library is confirmed, a point of a wording is
cleared by counsel, and an answer that somebody proposes is accepted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from drafter.diagnostics import Diagnostic, did_you_mean, quoted, refuse_errors
from drafter.intake.comparing import AnswersDifference, differences
from drafter.intake.model import Snapshot
from drafter.intake.patch import patched
from drafter.questionnaire.record import ACCEPTED, PROPOSED

F = TypeVar("F", bound=Snapshot)
RULE = "acceptance"


class Proposals(NamedTuple):
    """What became of somebody's answers: the form with those that it lacked, marked as proposed;
    their questions; and what stands otherwise in the two, which stays as it was."""

    form: Any
    added: tuple[str, ...]
    otherwise: tuple[AnswersDifference, ...]


def with_proposals(form: F, theirs: Snapshot, signed: Mapping[str, str]) -> Proposals:
    """The form with the answers of another that it has none for, each marked as proposed."""
    mine, others = form.data["answers"], theirs.data["answers"]
    added = tuple(name for name in others if name not in mine)
    patch = {name: others[name] for name in added}
    data = patched(form.data, patch, {**signed, "how": PROPOSED}, form.library.questionnaire)
    both = {name for name in mine if name in others}
    found = (one for one in differences(form, theirs) if one.path.partition(".")[0] in both)
    return Proposals(form.made(data), added, tuple(found))


def accepted(form: F, names: Iterable[str], signed: Mapping[str, str]) -> F:
    """The form in which somebody accepted proposed answers. Raises `Refused`, all at once."""
    names, waiting = list(dict.fromkeys(names)), form.answers.proposed
    faults = [_nothing(form, name) for name in names if name not in waiting]
    if not signed.get("by", "").strip():
        says = "an acceptance needs the name of the person who gives it"
        faults.append(Diagnostic(RULE, says, None, "say who: --by NAME"))
    refuse_errors(faults)
    given = {
        path: {**signed, "how": ACCEPTED} if path.partition(".")[0] in names else one
        for path, one in form.data["given"].items()
    }
    return form.made({**form.data, "given": given})


def _nothing(form: Snapshot, name: str) -> Diagnostic:
    questions = form.library.questionnaire.questions
    if name not in questions:
        cure = did_you_mean(name, questions)
        return Diagnostic("unknown-question", f"no question is called {quoted(name)}", None, cure)
    says = f"no answer to `{name}` is proposed"
    return Diagnostic(RULE, says, None, "leave it out", questions=(name,))
