"""A small set of names: the questions of a deal, as a plain frozen mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter import kinds
from drafter.kinds import Kind


@dataclass(frozen=True, slots=True)
class PlainNames:
    """Names that stand in a mapping."""

    kinds: Mapping[str, Kind]

    def kind(self, name: str) -> Kind | None:
        return self.kinds.get(name)

    def names(self) -> Iterable[str]:
        return self.kinds


GRANT = {
    "licensor": Kind(kinds.PARTY, of="parties"),
    "licensee": Kind(kinds.PARTY, of="parties"),
    "field": Kind(kinds.REFERENCE, of="fields"),
    "territories": Kind(kinds.JURISDICTIONS),
    "exclusivity": Kind(kinds.CHOICE, options=("exclusive", "sole", "non-exclusive")),
    "diligence": Kind(kinds.DURATION, optional=True),
}

DEAL = PlainNames(
    {
        "parties": Kind(kinds.LIST, one="party", called="name", fields={"name": Kind(kinds.TEXT)}),
        "fields": Kind(
            kinds.LIST,
            one="field",
            called="name",
            fields={"name": Kind(kinds.TEXT), "definition": Kind(kinds.LONG_TEXT)},
        ),
        "grants": Kind(kinds.LIST, one="grant", fields=GRANT),
        "survival": Kind(
            kinds.LIST,
            one="row",
            fields={
                "licence": Kind(kinds.REFERENCE, of="grants"),
                "ending": Kind(kinds.CHOICE, options=("expiry", "exit")),
                "effect": Kind(kinds.CHOICE, options=("ends", "continues")),
            },
        ),
        "new_results": Kind(kinds.YES_NO),
        "foreground_ownership": Kind(kinds.CHOICE, options=("maker", "by-subject", "joint")),
        "residue_rule": Kind(kinds.CHOICE, options=("maker", "joint")),
        "party_count": Kind(kinds.NUMBER),
        "cap": Kind(kinds.MONEY),
        "exit_notice": Kind(kinds.DURATION),
        "licensor": Kind(kinds.PARTY, of="parties"),
        "product": Kind(kinds.TEXT),
        "effective_date": Kind(kinds.DATE),
        "territories": Kind(kinds.JURISDICTIONS),
    }
)
