"""A small set of names: the questions of a deal, as a plain frozen mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.conditions.model import Kind, Sort


@dataclass(frozen=True, slots=True)
class PlainNames:
    """Names that stand in a mapping."""

    kinds: Mapping[str, Kind]

    def kind(self, name: str) -> Kind | None:
        return self.kinds.get(name)

    def names(self) -> Iterable[str]:
        return self.kinds


GRANT = {
    "licensor": Kind(Sort.PARTY, of="parties"),
    "licensee": Kind(Sort.PARTY, of="parties"),
    "field": Kind(Sort.REFERENCE, of="fields"),
    "territories": Kind(Sort.JURISDICTIONS),
    "exclusivity": Kind(Sort.CHOICE, options=("exclusive", "sole", "non-exclusive")),
    "diligence": Kind(Sort.DURATION, optional=True),
}

DEAL = PlainNames(
    {
        "parties": Kind(Sort.LIST, one="party", called="name", fields={"name": Kind(Sort.TEXT)}),
        "fields": Kind(
            Sort.LIST,
            one="field",
            called="name",
            fields={"name": Kind(Sort.TEXT), "definition": Kind(Sort.LONG_TEXT)},
        ),
        "grants": Kind(Sort.LIST, one="grant", fields=GRANT),
        "survival": Kind(
            Sort.LIST,
            one="row",
            fields={
                "licence": Kind(Sort.REFERENCE, of="grants"),
                "ending": Kind(Sort.CHOICE, options=("expiry", "exit")),
                "effect": Kind(Sort.CHOICE, options=("ends", "continues")),
            },
        ),
        "new_results": Kind(Sort.YES_NO),
        "foreground_ownership": Kind(Sort.CHOICE, options=("maker", "by-subject", "joint")),
        "residue_rule": Kind(Sort.CHOICE, options=("maker", "joint")),
        "party_count": Kind(Sort.NUMBER),
        "cap": Kind(Sort.MONEY),
        "exit_notice": Kind(Sort.DURATION),
        "licensor": Kind(Sort.PARTY, of="parties"),
        "product": Kind(Sort.TEXT),
        "effective_date": Kind(Sort.DATE),
        "territories": Kind(Sort.JURISDICTIONS),
    }
)
