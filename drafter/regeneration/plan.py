"""The plan: which agreements read differently with the library as it is now, and how.

    registry and library -> stale uses -> agreements that used them -> drafted again -> entries

An agreement without a stale use is found unchanged by that look-up alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from drafter.diagnostics import Refused
from drafter.matters.amending.amendment import amending_precedents
from drafter.matters.amending.keeping import AmendmentProposal, proposal
from drafter.matters.amending.standing import amendments
from drafter.matters.edited_file import edited_since
from drafter.matters.ingredients import style_used
from drafter.matters.recording import block_texts
from drafter.matters.workshop import Workshop
from drafter.regeneration.difference import difference
from drafter.regeneration.model import DRAFTS, AffectedAgreement, Plan, PlannedAct, Recommended
from drafter.regeneration.paired_lines import new_lines, old_lines, text_lines
from drafter.regeneration.reasons import reasons, recommended_now, stale_uses
from drafter.regeneration.redraft import Redraft, drafted_again
from drafter.registry.model import ListedAgreement, Revision, Status, Use
from drafter.registry.registry import Registry

Seen = Callable[[int, int], None]
"""Told how many agreements of how many have been drafted again."""


def make_plan(shop: Workshop, seen: Seen | None = None) -> Plan:
    """The plan for a workspace; see `Desk.plan`."""
    return _Planning(shop, shop.registry).plan(seen or (lambda done, of: None))


@dataclass(slots=True)
class _Planning:
    shop: Workshop
    registry: Registry
    under_way: dict[str, str] = field(default_factory=dict)

    def plan(self, seen: Seen) -> Plan:
        living = [one for one in self.registry.agreements() if self._lives(one)]
        stale, shown = self._stale()
        stale |= {one.id for one in living if self._is_amended(one)}
        entries: list[AffectedAgreement] = []
        recommended: dict[str, tuple[Recommended, ...]] = {}
        due = [held for held in living if held.id in stale | shown]
        for number, held in enumerate(due, 1):
            revision = self.registry.revision(held.id)
            entry = self._entry(held, revision) if held.id in stale else None
            entries += [entry] if entry else []
            other = recommended_now(revision, self.shop)
            recommended |= {held.id: other} if other else {}
            seen(number, len(due))
        styles = self._styles(entries)
        library = self.shop.library.clauses.digest
        unchanged = len(living) - len(entries)
        return Plan(library, styles, tuple(entries), unchanged, recommended, self.under_way)

    def _stale(self) -> tuple[set[str], set[str]]:
        """The agreements that may read differently, and those with another recommendation now."""
        uses = self.registry.uses()
        ladders = {
            use
            for use in uses
            if use.kind == "recommendation" and self.shop.ingredients.now(use) != use.digest
        }
        return self._users(stale_uses(uses, self.shop)), self._users(ladders)

    def _users(self, uses: Iterable[Use]) -> set[str]:
        return {id for ids in self.registry.used(*uses).values() for id in ids}

    def _entry(self, held: ListedAgreement, revision: Revision) -> AffectedAgreement | None:
        """What is to be done with an agreement; None where it reads as before."""
        if held.status is Status.SIGNED:
            return self._of_signed(held, revision)
        try:
            again = drafted_again(self.shop, revision)
        except Refused as refused:
            return replace(_entry(held, revision, PlannedAct.REPORT), faults=refused.diagnostics)
        changed = again.is_changed(lambda: self.registry.file(revision.file))
        return self._compared(held, again) if changed else None

    def _compared(self, held: ListedAgreement, again: Redraft) -> AffectedAgreement:
        document = again.agreement.document
        terms = {id: one.term for id, one in self.shop.library.clauses.definitions.items()}
        before = old_lines(again.revision.blocks)
        found = difference(before, new_lines(document, again.blocks), terms)
        edited = edited_since(self.registry, held.id)
        act = PlannedAct.MERGE if edited else PlannedAct.REVISE
        return replace(
            _entry(held, again.revision, act),
            fresh=again.digest,
            changes=found.changes,
            reasons=reasons(again, found.changes),
            renumbered=found.renumbered,
            edited=edited.as_text() if act is PlannedAct.MERGE and edited else "",
        )

    # --- what is signed ---

    def _of_signed(self, held: ListedAgreement, revision: Revision) -> AffectedAgreement | None:
        """The amendment that it is to have; None where it stands as the library says, or where an
        amendment under way says so already."""
        entry = _entry(held, revision, PlannedAct.AMEND)
        try:
            one = proposal(self.shop, held.id)
        except Refused as refused:
            return self._by_hand(held, revision, refused)
        if one.pending and not one.is_news:
            self.under_way[held.id] = one.pending.held.id
            return None
        return self._amendment(entry, revision, one)

    def _by_hand(
        self, held: ListedAgreement, revision: Revision, refused: Refused
    ) -> AffectedAgreement | None:
        """A signed agreement for which drafter can draft no amendment: what it would say, and why
        not; None where nothing changes."""
        faults = tuple(one for one in refused.diagnostics if one.rule != "nothing-to-amend")
        try:
            again = drafted_again(self.shop, revision)
        except Refused as other:
            return replace(_entry(held, revision, PlannedAct.REPORT), faults=other.diagnostics)
        if not faults or not again.is_changed(lambda: self.registry.file(revision.file)):
            return None
        entry = self._compared(held, again)
        return replace(entry, act=PlannedAct.AMEND, fresh="", faults=faults, edited="")

    def _amendment(
        self, entry: AffectedAgreement, revision: Revision, one: AmendmentProposal
    ) -> AffectedAgreement:
        name, made = style_used(revision).name, one.made
        style, blocks = self.shop.style(name), block_texts(made.whole.numbered().document)
        uses = self.shop.ingredients.of(made.whole, style, name)
        again = Redraft(revision, made.whole, style, name, blocks, uses)
        terms = {id: term.term for id, term in self.shop.library.clauses.definitions.items()}
        before, after = text_lines(made.signed.lines), text_lines(made.found.lines)
        found = difference(before, after, terms)
        return replace(
            entry,
            fresh=one.digest,
            changes=found.changes,
            reasons=reasons(again, found.changes),
            renumbered=found.renumbered,
            faults=tuple(made.found.told),
        )

    def _lives(self, held: ListedAgreement) -> bool:
        """Whether a plan looks at it; an amendment follows the agreement that it amends."""
        if held.status is Status.ENDED or held.erased:
            return False
        may_amend = held.precedent in amending_precedents(self.shop.library.clauses)
        return not (may_amend and self.registry.revision(held.id).amends)

    def _is_amended(self, held: ListedAgreement) -> bool:
        """Of a signed agreement that is amended, what it was made of tells no longer what it is."""
        return held.status is Status.SIGNED and bool(amendments(self.registry, held.id))

    def _styles(self, entries: list[AffectedAgreement]) -> dict[str, str]:
        """The digest of each house style that the plan needs."""
        due = {
            style_used(self.registry.revision(one.agreement, one.revision)).name
            for one in entries
            if one.act in (*DRAFTS, PlannedAct.AMEND) and one.fresh
        }
        return {name: self.shop.style(name).digest for name in sorted(due)}


def _entry(held: ListedAgreement, revision: Revision, act: PlannedAct) -> AffectedAgreement:
    """An agreement as it stands, and what is to be done with it."""
    return AffectedAgreement(
        held.id, held.matter, held.status.value, held.revision, held.at, revision.file, act
    )
