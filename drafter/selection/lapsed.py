"""Laws that are out of force on the day of a draft: what rests on them says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.consistency.finding import Finding
from drafter.diagnostics import WARNING, Diagnostic, Place
from drafter.library.model import Law
from drafter.selection.model import Selection

RULE = "lapsed-law"


def lapsed_laws(selection: Selection, today: str) -> Iterator[Diagnostic]:
    """A warning for each chosen variant and each law of it that is out of force; none without a
    day."""
    for one in selection.chosen.values():
        for law in one.variant.front.legal_basis if one.variant else ():
            if one.variant and law.lapsed_by(today):
                variant = f"{one.topic.id}/{one.variant.id}"
                says = f"`{variant}` rests on a law out of force since {law.valid_to}: {law.law}"
                place = Place(one.variant.file)
                cure = "look at the law that replaced it"
                yield Diagnostic(RULE, says, place, cure, severity=WARNING)


def on_lapsed_law(said: Diagnostic, finding: Finding, today: str) -> Diagnostic:
    """What a rule says, with a note where its own law is out of force."""
    law = Law(finding.rule.source, *finding.rule.law)
    if not law.lapsed_by(today):
        return said
    note = f"the law behind this rule is out of force since {law.valid_to}: {law.law}"
    return replace(said, notes=(*said.notes, note))
