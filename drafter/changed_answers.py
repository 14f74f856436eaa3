"""What other answers would change in an agreement, without writing anything.

>>> from drafter import load_library, what_if
>>> parties = {"north": {"name": "North"}, "south": {"name": "South"}}
>>> form = load_library().form({"precedent": "co-marketing", "answers": {"parties": parties}})
>>> found = what_if(form, {"cure_time": "10 days"})
>>> [(one.path, str(one.other)) for one in found.answers]
[('cure_time', '10 days (given)')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Refused, refuse_errors
from drafter.drafting import Draft, Library
from drafter.intake.comparing import AnswersDifference
from drafter.intake.effect import Effect, TopicChange
from drafter.intake.form import Form
from drafter.matters.recording import block_texts
from drafter.regeneration.difference import difference
from drafter.regeneration.model import ChangedParagraph
from drafter.regeneration.paired_lines import TextLine, new_lines
from drafter.regeneration.reason_text import print_change

BY = "what-if"


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What other answers would change.

    `answers`: every answer that is another one then, also recommended ones; `effect`: the topics
    that change, come and go; `raised` and `settled`: warnings that come and go; `words`: how many
    the agreement has now and would have; `refused`: why it could not be drafted then.
    """

    answers: tuple[AnswersDifference, ...]
    effect: Effect
    changes: tuple[ChangedParagraph, ...] = ()
    renumbered: int = 0
    raised: tuple[Diagnostic, ...] = ()
    settled: tuple[Diagnostic, ...] = ()
    words: tuple[int, int] = (0, 0)
    refused: tuple[Diagnostic, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "answers": [one.as_data() for one in self.answers],
            "topics": [one._asdict() for one in self.effect.topics],
            "set_aside": list(self.effect.set_aside),
            "asked": list(self.effect.asked),
            "changes": [print_change(one) for one in self.changes],
            "renumbered": self.renumbered,
            "raised": [one.as_data() for one in self.raised],
            "settled": [one.as_data() for one in self.settled],
            "words": {"before": self.words[0], "after": self.words[1]},
            "refused": [one.as_data() for one in self.refused],
        }


def what_if(form: Form, changes: Mapping[str, Any]) -> WhatIf:
    """What an agreement would be with other answers; `changes` as `Form.answer` takes them.

    Raises `Refused` where the answers as they are cannot be drafted, or a changed one is none.
    """
    other = form.answer(changes, by=BY)
    refuse_errors(other.faults)
    answers, did = form.differences(other), other.since(form)
    library = Library(form.library)
    before = library.draft(form.data)
    try:
        after = library.draft(other.data)
    except Refused as refused:
        return WhatIf(answers, did, refused=refused.diagnostics)
    old, new = _lines(before), _lines(after)
    terms = {id: one.term for id, one in form.library.definitions.items()}
    found = difference(old, new, terms)
    return WhatIf(
        answers,
        did._replace(topics=tuple(_topics(before, after))),
        found.changes,
        found.renumbered,
        tuple(_only(after.warnings, before.warnings)),
        tuple(_only(before.warnings, after.warnings)),
        (_words(old), _words(new)),
    )


def _lines(draft: Draft) -> list[TextLine]:
    return new_lines(draft.document, block_texts(draft.document))


def _words(lines: Sequence[TextLine]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _topics(before: Draft, after: Draft) -> Iterator[TopicChange]:
    """The topics that take another wording; a form calls one open that a recommendation settles."""
    old, new = before.decision.selection.chosen, after.decision.selection.chosen
    for topic in dict.fromkeys((*old, *new)):
        was, then = (one[topic].rows if topic in one else () for one in (old, new))
        if was != then:
            yield TopicChange(topic, (new.get(topic) or old[topic]).topic.heading, was, then)


def _only(some: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What the one has and the other has not, by rule and words."""
    left = Counter((one.rule, one.says) for one in others)
    for one in some:
        if left[one.rule, one.says]:
            left[one.rule, one.says] -= 1
        else:
            yield one
