"""A deal as plain data, for a front end that shows it: nothing that a page shows is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from examples.intake_service import shown
from examples.intake_service.api.blueprint import told
from examples.intake_service.comments import readable
from examples.intake_service.fields import digest, stands
from examples.intake_service.pages.overview import sections_of, standing_of, waiting
from examples.intake_service.seen import View


def described(view: View) -> dict[str, Any]:
    """The deal as a person sees it."""
    form, firm = view.form, view.person.is_of_the_firm
    comments = [one.question for one in readable(view)]
    sections = [{"section": section, "questions": [_question(view, name, comments)
                                                   for name in names]}
                for section, names in sections_of(view).items()]  # fmt: skip
    standing = standing_of(view)
    return {
        "deal": view.deal.id,
        "name": view.deal.name,
        "revision": view.deal.revision,
        "part": view.person.part.value,
        "who": view.person.name,
        "withheld": len(view.withheld),
        "approved": standing.is_approved,
        "reviewed": standing.is_reviewed and firm,
        "sections": sections,
        "waiting": len(waiting(view)),
        "set_aside": [name for name in form.set_aside if firm and name not in view.withheld],
        "findings": list(_findings(view)) if firm else [],
        "faults": list(told(view, form.faults)) if firm else [],
        "proposed": list(_proposed(view)),
        "recommended": sum(map(len, form.recommended.values())) if firm else 0,
    }


def _question(view: View, name: str, comments: list[str]) -> dict[str, Any]:
    asked = view.form.asked[name]
    advised = asked.offer if view.person.is_of_the_firm else None
    offer = advised and {"answer": advised.answer, "because": advised.because}
    return {
        **_field(view, name, asked.question),
        "state": asked.state.value,
        "recommended": offer or None,
        "private": view.sharing.is_private(name),
        "comments": comments.count(name),
        "missing": view.missing(name),
        "faults": list(told(view, asked.faults)),
        "records": list(_records(view, name, asked.question)),
    }


def _records(view: View, name: str, question: Any) -> Iterator[dict[str, Any]]:
    """The records of a list, each with its fields; none where it has none."""
    if question.kind.sort.has_records:
        for id in view.records(name):
            fields = [_field(view, f"{name}.{id}.{field}", inner)
                      for field, inner in question.fields.items()]  # fmt: skip
            yield {"id": id, "called": shown.called(view.form, name, id), "fields": fields,
                   "yours": view.asks(f"{name}.{id}")}  # fmt: skip


def _field(view: View, path: str, question: Any) -> dict[str, Any]:
    """What a field needs to be shown and sent; `seen` goes back with what is sent."""
    now = stands(view.form, path)
    return {
        "path": path,
        "asks": question.asks,
        "help": question.help or "",
        "why": question.why or "",
        "kind": question.kind.sort.name,
        "optional": bool(question.optional),
        "lines": [{"id": one.id, "label": one.label} for one in view.form.words.lines(question)],
        "answer": now if not question.kind.sort.has_records else None,
        "stands": shown.stands_as(view, path),
        "seen": digest(now),
        "fields": [{"field": name, "asks": one.asks} for name, one in question.fields.items()],
    }


def _proposed(view: View) -> Iterator[dict[str, Any]]:
    """What somebody proposed and nobody accepted, as far as this person sees it."""
    for one in view.form.proposed:
        if view.shows(one.path):
            yield one.as_data()


def _findings(view: View) -> Iterator[dict[str, Any]]:
    """What warns, clashes or only explains, and whether somebody keeps it."""
    kept = {one.what for one in view.form.answers.overrides}
    for one in view.form.findings:
        if not one.pending:
            yield {"rule": one.id, "severity": str(one.rule.severity), "says": one.rule.message,
                   "why": one.rule.reason or "", "kept": one.id in kept,
                   "questions": [name for name in one.questions if view.shows(name)]}  # fmt: skip
