"""Who is asked what, who sees which answer, and whose a record is."""

from __future__ import annotations

from dataclasses import dataclass

from drafter import Form, Library
from examples.intake_service.own_records import side_of
from examples.intake_service.parts import SIDES, Part
from examples.intake_service.store import Deal


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who is asked a question, and who sees its answer: as the library and the deal say."""

    library: Library
    deal: Deal

    def side(self, name: str) -> Part:
        """The side that is asked a question."""
        unless = Part.OTHER_SIDE if self._seen_by(name) == {Part.OTHER_SIDE} else Part.REQUESTER
        return self.deal.asked_of.get(name, unless)

    def is_private(self, name: str) -> bool:
        """Whether the answer stays with its side and counsel."""
        return bool(self._seen_by(name)) or name in self.deal.private

    def sees(self, part: Part, name: str) -> bool:
        """Whether a part may see the answer to a question."""
        if part in (Part.COUNSEL, Part.APPROVER) or not self.is_private(name):
            return True
        return part in (self._seen_by(name) or {self.side(name)})

    def asks(self, part: Part, name: str) -> bool:
        """Whether a part is to answer a question; counsel answers for the requester."""
        by_each = name in self.deal.each and _own(part) in SIDES
        return (by_each or self.side(name) is _own(part)) and self.sees(part, name)

    def has(self, part: Part, form: Form, name: str, id: str) -> bool:
        """Whether a record of a list that a part answers is one of its own."""
        whose = side_of(form, self.deal.theirs, name, id) if name in self.deal.each else None
        return whose is None or whose is _own(part)

    def _seen_by(self, name: str) -> set[str]:
        question = self.library.clauses.questionnaire.questions.get(name)
        return set(question.seen_by) if question else set()


def _own(part: Part) -> Part:
    """The side that a part answers for."""
    return Part.REQUESTER if part is Part.COUNSEL else part
