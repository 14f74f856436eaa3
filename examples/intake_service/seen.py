"""What somebody sees of a deal: made once, here, before any page or file is made from it.

An answer that somebody may not see is taken out of the record and stands as not known, so that no
page, preview, Word file, finding or reason that is made from what is left can tell it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from drafter import Form, Library
from examples.intake_service.parts import Part, Person
from examples.intake_service.store import Deal

KEPT_FORMS = 256
_BOTH = {"precedent", "answers", "unknown", "given"}  # of a record, what both sides may have


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
        own = Part.REQUESTER if part is Part.COUNSEL else part
        return self.side(name) is own and self.sees(part, name)

    def _seen_by(self, name: str) -> set[str]:
        question = self.library.clauses.questionnaire.questions.get(name)
        return set(question.seen_by) if question else set()


@dataclass(frozen=True, slots=True)
class View:
    """A deal as one person sees it. `withheld` are the questions whose answers were taken out."""

    deal: Deal
    person: Person
    sharing: Sharing
    form: Form
    withheld: tuple[str, ...]

    def asks(self, name: str) -> bool:
        """Whether this person is to answer a question that is in play."""
        return name in self.form.asked and self.sharing.asks(self.person.part, name)

    def shows(self, name: str) -> bool:
        """Whether a page of this person has a question: the other side has its own only."""
        ours = self.person.is_of_the_firm and name not in self.withheld
        return ours or self.asks(name)


Forms = Callable[[Mapping[str, Any]], Form]


def forms_of(library: Library) -> Forms:
    """Forms by their records; the last few are kept, for one page after another asks for them."""

    @lru_cache(maxsize=KEPT_FORMS)
    def made(text: str) -> Form:
        return library.form(json.loads(text)).carried_over()[0]

    return lambda data: made(json.dumps(data, ensure_ascii=False))


def view(deal: Deal, person: Person, library: Library, forms: Forms) -> View:
    """The deal as a person may see it."""
    sharing = Sharing(library, deal)
    there = {
        *deal.data["answers"],
        *(one.partition(".")[0] for one in deal.data.get("unknown", ())),
    }
    withheld = tuple(sorted(one for one in there if not sharing.sees(person.part, one)))
    form = forms(_without(deal.data, withheld, person))
    return View(deal, person, sharing, form, withheld)


def _without(data: Mapping[str, Any], names: tuple[str, ...], person: Person) -> dict[str, Any]:
    """The record without some answers; for the other side also without what counsel wrote."""
    ours = set(data) if person.is_of_the_firm else _BOTH
    left = {key: value for key, value in data.items() if key in ours}
    if not names:
        return left
    for key in ("answers", "given"):
        there = left.get(key, {}).items()
        left[key] = {path: one for path, one in there if path.partition(".")[0] not in names}
    kept = [one for one in left.get("unknown", ()) if one.partition(".")[0] not in names]
    left["unknown"] = [*kept, *names]
    return left
