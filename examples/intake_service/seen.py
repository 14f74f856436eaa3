"""What somebody sees of a deal: made once, here, before any page or file is made from it.

An answer that somebody may not see is taken out of the record and stands as not known, so that no
page, preview, Word file, finding or reason that is made from what is left can tell it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter import Form, Library
from examples.intake_service.forms import Forms, Whose
from examples.intake_service.parts import Person
from examples.intake_service.sharing import Sharing
from examples.intake_service.store import Deal

_BOTH = {"precedent", "answers", "unknown", "given"}  # of a record, what both sides may have


@dataclass(frozen=True, slots=True)
class View:
    """A deal as one person sees it. `withheld` are the questions whose answers were taken out."""

    deal: Deal
    person: Person
    sharing: Sharing
    form: Form
    withheld: tuple[str, ...]

    def asks(self, path: str) -> bool:
        """Whether this person is to answer a question that is in play, or a record or field."""
        name, *inside = path.split(".")
        part, sharing = self.person.part, self.sharing
        asked = name in self.form.asked and sharing.asks(part, name)
        return asked and (not inside or sharing.has(part, self.form, name, inside[0]))

    def shows(self, path: str) -> bool:
        """Whether a page of this person has a question, or a record or field: the other side has
        its own only."""
        ours = self.person.is_of_the_firm and path.partition(".")[0] not in self.withheld
        return ours or self.asks(path)

    def records(self, name: str) -> list[str]:
        """The records of a list that a page of this person has."""
        return [id for id in self.form.words.records(name) if self.shows(f"{name}.{id}")]

    def missing(self, name: str) -> list[str]:
        """What this person has still to answer of a list, as `record.field`."""
        there = self.form.asked[name].missing
        return [one for one in there if "." not in one or self.asks(f"{name}.{one}")]

    def is_filled_by_each(self, name: str) -> bool:
        """Whether each side fills its own records of a list."""
        return name in self.deal.each


def view(deal: Deal, person: Person, library: Library, forms: Forms) -> View:
    """The deal as a person may see it."""
    sharing = Sharing(library, deal)
    there = {
        *deal.data["answers"],
        *(one.partition(".")[0] for one in deal.data.get("unknown", ())),
    }
    withheld = tuple(sorted(one for one in there if not sharing.sees(person.part, one)))
    whose = Whose(deal.id, withheld, person.is_of_the_firm)
    form = forms.of(whose, _without(deal.data, withheld, person))
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
