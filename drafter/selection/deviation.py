"""Where a deal stands on less than the library prefers: why, who may give it, and what would take
it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from drafter.consistency.smallest_change import is_fact
from drafter.data_classes import dataclass
from drafter.library.model import GIVES_GROUND
from drafter.questionnaire.answers import SpecialTerm
from drafter.questionnaire.deal import Deal
from drafter.selection.explain import explain
from drafter.selection.explanation import Alternative, Reason
from drafter.selection.explanation_text import print_reason, wanted
from drafter.selection.model import Selection

PREFERRED = "preferred"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A topic on a fallback or the floor.

    `approval_from` may give it, "" where the library names nobody; `preferred` are the variants
    that it stands instead of, each with what it would need. One that is made for other facts,
    such as another number of parties, is none of them.
    """

    topic: str
    heading: str
    variant: str
    position: str
    approval_from: str
    because: tuple[Reason, ...]
    preferred: tuple[Alternative, ...]

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "topic": self.topic,
            "heading": self.heading,
            "variant": self.variant,
            "position": self.position,
            "approval_from": self.approval_from or None,
            "because": [one.as_data() for one in self.because],
            "preferred": [one.as_data() for one in self.preferred],
        }


def deviations(selection: Selection, with_changes: bool = True) -> Iterator[Deviation]:
    """Those of the topics that stand on a fallback or the floor.

    Without `with_changes` nothing is looked for that would take one back.
    """
    for id, chosen in selection.chosen.items():
        if chosen.variant and chosen.variant.front.position in GIVES_GROUND:
            one = explain(selection, id, with_changes)
            could_be = (each for each in one.instead if _could_be(each, selection.deal))
            yield Deviation(
                id,
                one.heading,
                chosen.variant.id,
                one.position,
                one.front.approval_from,
                one.because,
                tuple(could_be) if with_changes else (),
            )


def _could_be(one: Alternative, deal: Deal) -> bool:
    """Whether a preferred variant could stand in this deal, the world being as it is."""
    changes = one.change.changes if one.change else ()
    return one.position == PREFERRED and not any(is_fact(each.question, deal) for each in changes)


def positions(selection: Selection) -> Iterator[str]:
    """The position of each topic that gives ground."""
    for one in selection.chosen.values():
        if one.variant and one.variant.front.position in GIVES_GROUND:
            yield one.variant.front.position


def print_deviations(found: Iterable[Deviation], special: Iterable[SpecialTerm]) -> str:
    """The same for the terminal, special terms after it; each of them is no variant of the
    library at all."""
    lines = [line for one in found for line in _lines(one)]
    lines += [line for term in special for line in _special_lines(term)]
    return "\n".join(lines) or "every topic stands where the library prefers it to stand"


def _lines(one: Deviation) -> Iterator[str]:
    yield f"{one.heading} [{one.topic}]: {one.variant} ({one.position})"
    yield f"  given by  {one.approval_from or 'the library names nobody'}"
    yield from (f"  because   {print_reason(reason)}" for reason in one.because)
    for each in one.preferred:
        yield f"  preferred {each.variant}: would need {wanted(each)}"


def _special_lines(term: SpecialTerm) -> Iterator[str]:
    where = f"instead of {term.replaces}" if term.replaces else f"after {term.after}"
    yield f"{term.heading} [special term {term.id}]: {where}, in no words of the library"
    yield f"  given by  {term.by}"
    yield f"  because   {term.reason}"
