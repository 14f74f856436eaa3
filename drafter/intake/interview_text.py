"""What an interview tells in words: what a question decides, what warns, the counts."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.consistency.finding import Finding
from drafter.intake.effect import effect
from drafter.intake.model import Asked, Clash, Progress, Snapshot, State
from drafter.kinds.picking import Candidate
from drafter.library.model import Topic
from drafter.library.names_read import row_names
from drafter.questionnaire.order import questions_behind

_WILL = {
    "Settled": "settles",
    "Changed": "gives",
    "In": "brings",
    "In, still open": "opens",
    "Out": "leaves out",
    "Open again": "opens again",
    "Narrowed": "narrows",
}


def decided_by(form: Snapshot, name: str) -> list[str]:
    """The headings of the topics whose wording a question may choose."""
    headings = (topic.heading for topic in _topics_read(form, name))
    return list(dict.fromkeys(heading for heading in headings if heading))


def _topics_read(form: Snapshot, name: str) -> Iterator[Topic]:
    questionnaire = form.library.questionnaire
    for id in form.precedent.topics if form.precedent else ():
        topic = form.library.topics[id]
        rows = row_names(topic.rows, form.library)
        if any(name in questions_behind(read, questionnaire) for read in rows):
            yield topic


def would(form: Snapshot, asked: Asked, choice: Candidate) -> str:
    """What picking a line would do."""
    several = asked.question.kind.sort.several
    after = form.answer({asked.question.id: [choice.id] if several else choice.id})
    more = after.progress.sure - form.progress.sure + (asked.state is State.OPEN)
    parts = [f"{more} more to answer"] if more > 0 else []
    parts += [
        f"{_WILL[how]} {', '.join(headings)}" for how, headings in effect(form, after).outcomes
    ]
    new = _fired(after) - _fired(form)
    parts += [f"it clashes ({', '.join(sorted(new))})"] if new else []
    return "; ".join(parts) or "nothing more to answer"


def _fired(form: Snapshot) -> set[str]:
    return {clash.finding.rule.id for clash in form.clashes}


def standing(form: Snapshot) -> list[Finding]:
    """The warnings that stand and that nobody decided to keep."""
    kept = {one.what for one in form.answers.overrides}
    warned = [one for one in form.findings if one.rule.severity == "warn" and not one.pending]
    return [one for one in warned if one.id not in kept]


def notes(form: Snapshot) -> list[Finding]:
    """What the rules only explain."""
    return [one for one in form.findings if one.rule.severity == "inform" and not one.pending]


def settling(form: Snapshot, clash: Clash) -> list[str]:
    """The questions without an answer that would settle a clash."""
    return [
        one
        for one in clash.finding.questions
        if one not in clash.questions
        and form.data["answers"].get(one) is None
        and one in form.asked
    ]


def counts(count: Progress) -> str:
    """`31 answered, 2 sure to come, up to 4 more`."""
    parts = [f"{count.answered} answered"] if count.answered or not count.total else []
    parts += [f"{count.sure} sure to come"] if count.sure else []
    parts += [f"up to {count.may} more"] if count.may else []
    return ", ".join(parts)
