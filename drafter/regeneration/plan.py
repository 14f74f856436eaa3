"""The plan: which agreements read differently with the library as it is now, and how.

    registry and library -> stale uses -> agreements that used them -> drafted again -> entries

An agreement without a stale use is found unchanged by that look-up alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterable

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
from drafter.registry.chain import canonical
from drafter.registry.model import ListedAgreement, Revision, Status, Use
from drafter.registry.registry import Registry

MOST_ALIKE = 2_000  # ways in which agreements were made, kept in memory
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
    alike: dict[str, AffectedAgreement | None] = field(default_factory=dict)
    findings: dict[str, tuple[NewFinding, ...]] = field(default_factory=dict)

    def plan(self, seen: Seen) -> Plan:
        amending = amending_precedents(self.shop.library.clauses)
        living = [one for one in self.registry.agreements() if self._lives(one, amending)]
        stale, shown = self._stale()
        amended = self.registry.amended()
        stale |= {one.id for one in living if one.status is Status.SIGNED and one.id in amended}
        entries: list[AffectedAgreement] = []
        recommended: dict[str, tuple[Recommended, ...]] = {}
        due = [held for held in living if held.id in stale | shown]
        for number, held in enumerate(due, 1):
            revision = self.registry.revision(held.id)
            entry = self._entry(held, revision) if held.id in stale else None
            entries += [entry] if entry else []
            self._note_style(entry, revision)
            other = recommended_now(revision, self.shop) if held.id in shown else ()
            recommended |= {held.id: other} if other else {}
            seen(number, len(due))
        styles = dict(sorted(self.styles.items()))
        library = self.shop.library.clauses.digest
        unchanged = len(living) - len(entries)
        without = self._judge_again(living)
        return Plan(library, styles, tuple(entries), unchanged, recommended, self.under_way,
                    self.findings, without)  # fmt: skip

    def _judge_again(self, living: Iterable[ListedAgreement]) -> int:
        """Hold those that other rules judged to the rules of today; how many say of no rules."""
        judged = keeps_findings(self.registry.uses())
        old = {use for use in judged if self.shop.ingredients.now(use) != use.digest}
        known, stale, without = self._users(judged), self._users(old), 0
        for held in living:
            without += held.id not in known
            if held.id in stale:
                found = new_findings(self.registry.revision(held.id), self.shop)
                self.findings |= {held.id: found} if found else {}
        return without

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
        key = _made_from(revision)
        if key not in self.alike:
            self._draft_again(held, revision, key)
        entry = self.alike[key]
        return entry and self._with_edits(_as_it_stands(entry, held, revision))

    def _draft_again(self, held: ListedAgreement, revision: Revision, key: str) -> None:
        """What every agreement made from the same is to read like, found by drafting one."""
        if len(self.alike) >= MOST_ALIKE:
            self.alike.clear()
        try:
            again = drafted_again(self.shop, revision)
        except Refused as refused:
            at_fault = _entry(held, revision, PlannedAct.REPORT)
            self.alike[key] = replace(at_fault, faults=refused.diagnostics)
            return
        changed = again.is_changed(lambda: self.registry.file(revision.file))
        self.alike[key] = self._compared(held, again) if changed else None

    def _with_edits(self, entry: AffectedAgreement) -> AffectedAgreement:
        """Merged, not drafted afresh, where somebody edited what we sent."""
        if entry.act is PlannedAct.REPORT or not (
            edited := edited_since(self.registry, entry.agreement)
        ):
            return entry
        return replace(entry, act=PlannedAct.MERGE, edited=edited.as_text())

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


def _made_from(revision: Revision) -> str:
    """The same for agreements that were drafted from the same and came out as the same file: they
    come out the same again, whoever they are recorded for."""
    said = (revision.purpose, revision.answers, revision.taken)
    made = (*said, revision.uses, revision.blocks, revision.file)
    return hashlib.sha256(canonical(made).encode("utf-8", "surrogatepass")).hexdigest()


def _as_it_stands(
    entry: AffectedAgreement, held: ListedAgreement, revision: Revision
) -> AffectedAgreement:
    """The entry of an agreement like it, for this one."""
    return replace(
        entry,
        agreement=held.id,
        matter=held.matter,
        status=held.status.value,
        revision=held.revision,
        at=held.at,
        base=revision.file,
    )


def _entry(held: ListedAgreement, revision: Revision, act: PlannedAct) -> AffectedAgreement:
    """An agreement as it stands, and what is to be done with it."""
    return AffectedAgreement(
        held.id, held.matter, held.status.value, held.revision, held.at, revision.file, act
    )
