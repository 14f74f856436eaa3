"""The plan: which agreements read differently with the library as it is now, and how.

    registry and library -> stale uses -> agreements that used them -> drafted again -> entries

An agreement without a stale use is found unchanged by that look-up alone.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import TypeVar

from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import Refused
from drafter.matters.amending.amendment import amending_precedents
from drafter.matters.amending.keeping import AmendmentProposal, proposal
from drafter.matters.edited_file import edited_since
from drafter.matters.ingredients import style_used
from drafter.matters.recording import block_texts
from drafter.matters.workshop import Workshop
from drafter.regeneration.difference import difference
from drafter.regeneration.model import (
    DRAFTS,
    AffectedAgreement,
    NewFinding,
    Plan,
    PlannedAct,
    Recommended,
)
from drafter.regeneration.new_findings import keeps_findings, new_findings
from drafter.regeneration.paired_lines import new_lines, old_lines, text_lines
from drafter.regeneration.reasons import reasons, recommended_now, stale_uses
from drafter.regeneration.redraft import Redraft, drafted_again
from drafter.registry.model import ListedAgreement, Revision, Status, Use
from drafter.registry.registry import Registry

T = TypeVar("T")
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
    styles: dict[str, str] = field(default_factory=dict)
    recommended: dict[str, tuple[Recommended, ...]] = field(default_factory=dict)
    findings: dict[str, tuple[NewFinding, ...]] = field(default_factory=dict)

    def plan(self, seen: Seen) -> Plan:
        amending = amending_precedents(self.shop.library.clauses)
        living = [one for one in self.registry.agreements() if self._lives(one, amending)]
        stale, shown = self._stale()
        amended = self.registry.amended()
        stale |= {one.id for one in living if one.status is Status.SIGNED and one.id in amended}
        candidates = stale | shown
        due = [held for held in living if held.id in candidates]
        found: dict[str, AffectedAgreement] = {}
        looked_at = 0
        for some in self._alike(due):
            found |= {one.agreement: one for one in self._looked_at(some, stale, shown)}
            looked_at += len(some)
            seen(looked_at, len(due))
        without = self._judge_again(living)
        styles = dict(sorted(self.styles.items()))
        library = self.shop.library.clauses.digest
        return Plan(library, styles, tuple(_in_order(due, found).values()),
                    len(living) - len(found), _in_order(due, self.recommended), self.under_way,
                    _in_order(living, self.findings), without)  # fmt: skip

    def _alike(self, due: list[ListedAgreement]) -> Iterable[list[ListedAgreement]]:
        """The agreements, together where one of them tells of all; what is signed has a history
        of its own."""
        made = self.registry.made_from(*(held.id for held in due))
        groups: dict[str, list[ListedAgreement]] = {}
        for held in due:
            key = held.id if held.status is Status.SIGNED else made.get(held.id, held.id)
            groups.setdefault(key, []).append(held)
        return groups.values()

    def _looked_at(
        self, some: list[ListedAgreement], stale: Container[str], shown: Container[str]
    ) -> Iterator[AffectedAgreement]:
        """What is to be done with agreements that are alike; nothing where they read as before."""
        first = some[0]
        revision = self.registry.revision(first.id)
        if first.id in shown and (other := recommended_now(revision, self.shop)):
            self.recommended |= {held.id: other for held in some}
        entry = self._entry(first, revision) if first.id in stale else None
        self._note_style(entry, revision)
        if entry:
            yield from (self._with_edits(_as_it_stands(entry, held), held) for held in some)

    def _judge_again(self, living: Iterable[ListedAgreement]) -> int:
        """Hold those that other rules judged to the rules of today; how many say of no rules."""
        judged = keeps_findings(self.registry.uses())
        old = {use for use in judged if self.shop.ingredients.now(use) != use.digest}
        known, stale = self._users(judged), self._users(old)
        for some in self._alike([held for held in living if held.id in stale]):
            found = new_findings(self.registry.revision(some[0].id), self.shop)
            self.findings |= {held.id: found for held in some} if found else {}
        return sum(held.id not in known for held in living)

    def _stale(self) -> tuple[set[str], set[str]]:
        """The agreements that may read differently, and those that may have another
        recommendation now: for a ladder, a question or a fact is another one."""
        uses = self.registry.uses()
        asked = {
            use
            for use in uses
            if use.kind in ("recommendation", "questionnaire")
            and self.shop.ingredients.now(use) != use.digest
        }
        return self._users(stale_uses(uses, self.shop)), self._users(asked)

    def _users(self, uses: Iterable[Use]) -> set[str]:
        return {id for ids in self.registry.used(*uses).values() for id in ids}

    def _entry(self, held: ListedAgreement, revision: Revision) -> AffectedAgreement | None:
        """What is to be done with an agreement; None where it reads as before."""
        if held.status is Status.SIGNED:
            return self._of_signed(held, revision)
        try:
            again = drafted_again(self.shop, revision)
        except Refused as refused:
            at_fault = _entry(held, revision, PlannedAct.REPORT)
            return replace(at_fault, faults=refused.diagnostics)
        changed = again.is_changed(lambda: self.registry.file(revision.file))
        return self._compared(held, again) if changed else None

    def _with_edits(self, entry: AffectedAgreement, held: ListedAgreement) -> AffectedAgreement:
        """Merged, not drafted afresh, where somebody edited what we sent."""
        is_drafted_only = held.status is Status.DRAFTED and held.revision == 1
        if is_drafted_only or entry.act in (PlannedAct.AMEND, PlannedAct.REPORT):
            return entry
        edited = edited_since(self.registry, entry.agreement)
        return replace(entry, act=PlannedAct.MERGE, edited=edited.as_text()) if edited else entry

    def _compared(self, held: ListedAgreement, again: Redraft) -> AffectedAgreement:
        document = again.agreement.document
        terms = {id: one.term for id, one in self.shop.library.clauses.definitions.items()}
        before = old_lines(again.revision.blocks)
        found = difference(before, new_lines(document, again.blocks), terms)
        return replace(
            _entry(held, again.revision, PlannedAct.REVISE),
            fresh=again.digest,
            changes=found.changes,
            reasons=reasons(again, found.changes),
            renumbered=found.renumbered,
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

    def _lives(self, held: ListedAgreement, amending: Container[str]) -> bool:
        """Whether a plan looks at it; an amendment follows the agreement that it amends."""
        if held.status is Status.ENDED or held.erased:
            return False
        return not (held.precedent in amending and self.registry.revision(held.id).amends)

    def _note_style(self, entry: AffectedAgreement | None, revision: Revision) -> None:
        """The digest of a house style that the plan needs."""
        if entry and entry.act in (*DRAFTS, PlannedAct.AMEND) and entry.fresh:
            name = style_used(revision).name
            self.styles[name] = self.shop.style(name).digest


def _in_order(due: Iterable[ListedAgreement], found: Mapping[str, T]) -> dict[str, T]:
    """What was found of agreements, oldest first."""
    return {held.id: found[held.id] for held in due if held.id in found}


def _as_it_stands(entry: AffectedAgreement, held: ListedAgreement) -> AffectedAgreement:
    """The entry of an agreement like it, for this one."""
    return replace(
        entry,
        agreement=held.id,
        matter=held.matter,
        status=held.status.value,
        revision=held.revision,
        at=held.at,
    )


def _entry(held: ListedAgreement, revision: Revision, act: PlannedAct) -> AffectedAgreement:
    """An agreement as it stands, and what is to be done with it."""
    return AffectedAgreement(
        held.id, held.matter, held.status.value, held.revision, held.at, revision.file, act
    )
