"""What an agreement rests on, counted: nobody should have to look for what was not said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from drafter.agreement.assemble import Assembled
from drafter.consistency.finding import Finding
from drafter.data_classes import asdict, dataclass
from drafter.questionnaire.deal import ANSWERED, Deal
from drafter.selection.aside import set_aside
from drafter.selection.deviation import positions
from drafter.selection.model import Selection
from drafter.selection.points import points


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers were given, and recommended (of these `unconfirmed` by anybody); how many
    questions stand as blanks (`blank`) or hold words in brackets (`awaited`); how many topics and
    definitions are open, variants' points are for counsel to confirm, warnings fire (of these
    `overridden`) and answers are set aside because nothing turns on them; how many topics stand
    on a `fallback` and on the `floor`; how many of the answers given are `proposed` and nobody
    accepted them."""

    given: int
    recommended: int
    unconfirmed: int
    blank: int
    awaited: int
    open: int
    to_confirm: int
    warnings: int
    overridden: int
    notes: int
    set_aside: int
    fallback: int
    floor: int
    proposed: int = 0

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        return asdict(self)

    def as_text(self) -> str:
        """One line that says all of it that is not nothing.

        >>> Tally(12, 3, 2, 1, 0, 0, 5, 0, 0, 0, 1, 2, 0).as_text().split(", ")[3:]
        ['5 points to confirm', '1 set aside', '2 topics on a fallback']
        """
        return ", ".join(self._counts())

    def _counts(self) -> Iterator[str]:
        proposed = f" ({self.proposed} proposed, not accepted)" if self.proposed else ""
        yield _counted(self.given, "answer") + f" given{proposed}"
        if self.recommended:
            yield f"{self.recommended} recommended ({self.unconfirmed} unconfirmed)"
        if self.blank:
            yield _counted(self.blank, "blank")
        if self.awaited:
            yield f"{_counted(self.awaited, 'question')} awaited in brackets"
        if self.open:
            yield _counted(self.open, "open topic")
        if self.to_confirm:
            yield _counted(self.to_confirm, "point") + " to confirm"
        if self.warnings:
            kept = f" ({self.overridden} overridden)" if self.overridden else ""
            yield _counted(self.warnings, "warning") + kept
        if self.notes:
            yield _counted(self.notes, "note")
        if self.set_aside:
            yield f"{self.set_aside} set aside"
        if self.fallback:
            yield _counted(self.fallback, "topic") + " on a fallback"
        if self.floor:
            yield _counted(self.floor, "topic") + " on the floor"


def tally(
    selection: Selection, findings: Sequence[Finding], made: Assembled, taken: Iterable[str] = ()
) -> Tally:
    """The tally of an agreement. `taken` names answers that are recommendations of an earlier
    draft: nobody gave them."""
    deal = selection.deal
    overridden = {one.what for one in deal.answers.overrides}
    warned = [one.id for one in findings if one.rule.severity == "warn" and not one.pending]
    chosen = selection.chosen.values()
    aside = set_aside(selection.precedent, deal)
    below = Counter(positions(selection))
    recommended = {*selection.recommended, *(one for one in taken if one in deal.origin)}
    nobodys = {*recommended, *aside}
    return Tally(
        given=sum(
            origin == ANSWERED and name not in nobodys for name, origin in deal.origin.items()
        ),
        recommended=len(recommended - {*aside}),
        unconfirmed=len(recommended - {*aside} - deal.answers.confirmed),
        blank=len(made.blanks),
        awaited=len(made.awaited),
        open=sum(one.is_open for one in chosen) + len(made.open_definitions),
        to_confirm=sum(one.checked is None for one in points(selection)),
        warnings=len(warned),
        overridden=sum(one in overridden for one in warned),
        notes=sum(one.rule.severity == "inform" and not one.pending for one in findings),
        set_aside=len(aside),
        fallback=below["fallback"],
        floor=below["floor"],
        proposed=sum(one not in nobodys and one in deal.origin for one in _proposed(deal)),
    )


def _proposed(deal: Deal) -> Iterator[str]:
    """The question of each answer that somebody proposed, once for each field of a record."""
    return (path.partition(".")[0] for path in deal.answers.proposed)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
