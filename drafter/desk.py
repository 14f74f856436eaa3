"""The desk: every act on the agreements of a workspace, with its policy.

An act takes a `Stamp` (when, by whom, a random salt), for nothing here reads a clock. It is
refused with every fault at once, or it has happened and stands in the registry.

>>> open_desk("nowhere")
Traceback (most recent call last):
...
drafter.diagnostics.Refused: no-workspace: no drafter.toml is in ... or in a folder above
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.diagnostics import Diagnostic, Refused
from drafter.drafting import HOUSE, Draft, Library
from drafter.executors.crew import ALONE, Crew
from drafter.gate import Approvals
from drafter.matters import issuing, returning
from drafter.matters.amending.keeping import keep_amendment, proposal
from drafter.matters.amending.standing import amendments
from drafter.matters.approving import Unapproved, approve, matching, unapproved
from drafter.matters.edited_file import edited_since
from drafter.matters.filing import with_file
from drafter.matters.ingredients import style_used
from drafter.matters.model import Issued, Proposed, Received, Recorded
from drafter.matters.names import LONGEST_NAME, one_line, printable
from drafter.matters.recording import as_draft, as_recorded
from drafter.matters.workshop import Told, Workshop, workshop_of
from drafter.questionnaire.record import Override
from drafter.registry.model import DraftedRevision, ListedAgreement, Stamp, Status
from drafter.workspace.approvals import Approval
from drafter.workspace.settings import Workspace, workspace_of

if TYPE_CHECKING:
    from drafter.negotiation.model import Turn
    from drafter.regeneration.model import Plan
    from drafter.regeneration.outcome import ApplyOutcome
    from drafter.regeneration.plan import Seen
    from drafter.registry.registry import Registry
    from drafter.word.house_style import HouseStyle


def open_desk(
    folder: Path | str,
    library: Path | str | None = None,
    cache: Path | None = None,
    told: Told = lambda one: None,
) -> Desk:
    """The desk of the workspace that a folder lies in.

    `library` is another clause library than the workspace's own; `cache` a folder that keeps
    what was compiled; `told` hears what is to be known of a registry when it is opened, as
    `registry.told` has it. Raises `Refused` where there is no workspace, or it is at fault.
    """
    return Desk(workspace_of(Path(folder).resolve()), library, cache, told)


class Desk:
    """What happens to the agreements of one workspace. Safe for many people at once.

    Library, house styles and registry are opened when an act first needs them; make a desk anew
    where the library changed. An act takes a `Stamp`: when, by whom, and a random salt
    (`secrets.token_hex(16)`); overrides are made with `override`. It is refused with every fault
    at once (`Refused.diagnostics`), or it has happened. An id is that of an agreement, `A-0007`.
    """

    def __init__(
        self,
        workspace: Workspace,
        library: Path | str | None = None,
        cache: Path | None = None,
        told: Told = lambda one: None,
    ) -> None:
        self.workspace = workspace
        self.workshop = Workshop(workshop_of(workspace, library, cache), told)

    @property
    def library(self) -> Library:
        """The clause library, loaded once. Raises `Refused` with its faults."""
        return self.workshop.library

    @property
    def registry(self) -> Registry:
        """The registry: what happened so far. Raises `Refused` where it cannot be used."""
        return self.workshop.registry

    def house_style(self, name: str = "") -> HouseStyle:
        """A house style of the workspace by its name, one that comes with drafter, or a file.

        Without a name it is the usual one. Raises `Refused` for one that is not there or at fault.
        """
        return self.workshop.style(name)

    def approvals(self, today: str) -> Approvals:
        """The approvals of the workspace, as judged on a day (ISO date), for a preview:
        `desk.library.draft(answers, "issue", approvals=desk.approvals("2027-03-01"))`.
        """
        return self.workshop.approvals(today)

    # --- the acts ---

    def record(
        self,
        agreement: Draft,
        stamp: Stamp,
        matter: str = "",
        style: str = "",
        output: Path | None = None,
        force: bool = False,
    ) -> Recorded:
        """Take a draft (`library.draft(answers)`) into the registry under a new id, as its first
        revision; what comes back says the id (`held.id`) and has the Word file.

        `stamp`: when and by whom. `matter` names it, its parties unless given; `style` is the name
        of a house style. With `output` its file is laid there in the same act, over another file
        only with `force`. Raises `Refused`, and `ValueError` for a preview.
        """
        registry = self.registry
        matter = one_line(matter, "the name of a matter") or _parties(agreement)
        draft = self._draft(agreement, style)
        held = with_file(
            registry,
            Status.DRAFTED,
            draft.file,
            output,
            force,
            lambda place: registry.record(draft, matter, stamp, place),
        )
        return Recorded(held, draft.file)

    def revise(
        self,
        id: str,
        agreement: Draft,
        stamp: Stamp,
        style: str = "",
        output: Path | None = None,
        force: bool = False,
    ) -> Recorded:
        """Take a draft in as the next revision of the agreement `id`, its file as `record` does.

        `style`, `output` and `force` mean what they mean there. Raises `Refused` for an unknown,
        signed or ended agreement, and when somebody else revised it meanwhile. Edits that came
        back and that the draft cannot have are warned of.
        """
        registry, seen = self.registry, self.registry.agreement(id).revision
        edited = edited_since(registry, id)
        _numbered_next(agreement, id, seen)
        draft = self._draft(agreement, style)
        held = with_file(
            registry,
            Status.DRAFTED,
            draft.file,
            output,
            force,
            lambda place: registry.revise(id, seen, draft, stamp, output=place),
        )
        return Recorded(held, draft.file, (edited.warning(),) if edited else ())

    def amend(
        self,
        id: str,
        answers: Mapping[str, Any],
        stamp: Stamp,
        start: str = "",
        output: Path | None = None,
        force: bool = False,
    ) -> Proposed:
        """What other answers make of an agreement.

        A signed one is never rewritten: it gets an amendment, an agreement of its own in the
        registry, whose changes start on a day (`start`, an ISO date) or with the `signature`; one
        that is under way is revised. Before the signature the agreement itself gets a new
        revision. Raises `Refused`.
        """
        held = self.registry.agreement(id)
        if held.status is not Status.SIGNED:
            return self._revised(held, answers, stamp, output, force)
        found = proposal(self.workshop, id, answers, start)
        kept = keep_amendment(self.registry, found, stamp, output, force)
        return Proposed(
            kept.held,
            found.made.draft,
            kept.file,
            id,
            found.leads(),
            found.is_news,
            kept.warnings,
        )

    def _revised(
        self,
        held: ListedAgreement,
        answers: Mapping[str, Any],
        stamp: Stamp,
        output: Path | None,
        force: bool,
    ) -> Proposed:
        style = style_used(self.registry.revision(held.id)).name
        house = self.house_style(style)
        draft = self.library.draft(answers, edition=house.edition, tags=house.reads)
        made = self.revise(held.id, draft, stamp, style, output, force)
        return Proposed(made.held, draft, made.file, warnings=made.warnings)

    def issue(
        self,
        id: str,
        stamp: Stamp,
        overrides: Iterable[Override] = (),
        purpose: str = "issue",
        style: str = "",
        on: str = "",
        output: Path | None = None,
        force: bool = False,
        counsel: tuple[str, bytes] | None = None,
        signing: str = "",
    ) -> Issued:
        """Make the file of the newest revision that goes to the other side (`issue`) or is to be
        signed (`signature`), and keep it byte for byte.

        The gate must be open on the day of the stamp: each wording approved, each topic decided,
        each warning settled or overridden by name, each recommendation confirmed; for signature
        nothing blank. The library must word the agreement as the recorded revision does. `style`
        is that of the draft unless given; `on` a date to print as it stands; `overrides`, each by a
        named person, open the gate for what they name. With `output` the file is laid there in the
        same act, over another file only with `force`. `counsel`, a name and the bytes of a Word
        file, is the file as counsel finished it, and goes out in place of a fresh draft: each
        paragraph of it that reads otherwise is named and needs an override. `signing` is the
        e-signature service for whose fields a file for signature is made (`docusign`,
        `acrobat-sign`, `dropbox-sign`), that of the workspace unless given. Raises `Refused`, and
        `ValueError` for another purpose.
        """
        what = issuing.Issuing(
            self.workshop, id, stamp, tuple(overrides), purpose, style, on, counsel, signing
        )
        return what.done(output, force)

    def receive(
        self,
        id: str,
        file: bytes,
        stamp: Stamp,
        name: str = "",
        overrides: Iterable[Override] = (),
        sender: str = "",
    ) -> Received:
        """Keep a file that came back on an issued agreement, byte for byte.

        `name` is what the file was called, `sender` who sent it: `other-side` or `counsel`. What
        was typed into its blanks comes back as proposed answers; nothing takes them by itself.
        Raises `Refused` for what is no safe Word file, and
        (`wrong-file`, which can be overridden) for the file of another agreement.
        """
        found = returning.receive(self.registry, id, file, stamp, name, tuple(overrides), sender)
        return returning.with_proposals(self.workshop, found, file)

    def compare(
        self, id: str, today: str, since: str = "issued", file: tuple[str, bytes] | None = None
    ) -> Turn:
        """What the other side changed, topic by topic, with the playbook's positions beside it.

        The file is what came back last, or `file`, a name and its bytes, which is not kept. It is
        held against the file that we `issued`, or with `since="last"` against what came back
        before it. `today` (ISO date) judges approvals. Raises `Refused`, and `ValueError` for
        another `since`.
        """
        from drafter.negotiation.exchanged import SINCE, two_files
        from drafter.negotiation.turn import ComparedFile, turn_between

        if since not in SINCE:
            raise ValueError(f"{since!r} is none of {', '.join(SINCE)}")
        given = ComparedFile(*file) if file else None
        sent, back, revision = two_files(self.registry, id, since, given)
        recorded = self.registry.revision(id, revision)
        return turn_between(sent, back, recorded, self.library, self.approvals(today))

    def sign(
        self, id: str, stamp: Stamp, file: bytes = b"", overrides: Iterable[Override] = ()
    ) -> ListedAgreement:
        """Note that an agreement was signed as last issued; from here on it never changes.

        `file` is the signed copy, kept byte for byte. Raises `Refused` for an agreement that was
        not issued, and where what was issued had a blank, a bracket or an unconfirmed
        recommendation that nobody overrides by name.
        """
        return returning.sign(self.registry, id, stamp, file, tuple(overrides))

    def end(self, id: str, stamp: Stamp, reason: str = "") -> ListedAgreement:
        """Note that an agreement has ended or was given up; it stays in the registry.

        `reason` is a line of words. Raises `Refused` for an unknown agreement, one that has ended
        already, or a reason that cannot be printed on a line.
        """
        held = self.registry.agreement(id)
        note = {"reason": one_line(reason, "a reason")}
        return self.registry.move(id, held.revision, Status.ENDED, stamp, note=note)

    def erase(self, id: str, stamp: Stamp, reason: str) -> ListedAgreement:
        """Erase the names, answers, texts and kept files of an agreement, for good.

        That it was there remains, and `reason`, which names nobody. Files that were laid or sent
        elsewhere are not touched. Raises `Refused` for an unknown agreement or a reason that
        cannot be printed on a line. Its amendments hold the same names, and are erased with it.
        """
        why, held = one_line(reason, "a reason"), self.registry.agreement(id)
        for one in () if held.erased else amendments(self.registry, id):
            self.registry.erase(one.held.id, stamp, why)
        return self.registry.erase(id, stamp, why)

    def plan(self, seen: Seen | None = None) -> Plan:
        """Which agreements read differently with the library and house styles as they are now,
        why, and the difference in words. Nothing is changed.

        `seen` is told how many of how many were looked at. Raises `Refused` for a library or
        registry at fault.
        """
        from drafter.regeneration.plan import make_plan

        return make_plan(self.workshop, seen)

    def apply(
        self, plan: Plan, stamp: Stamp, output: Path | None = None, crew: Crew = ALONE
    ) -> Iterator[ApplyOutcome]:
        """Do exactly what a plan says: a new revision and a redline for each agreement to revise,
        laid into `output`, the workspace's own folder unless given.

        One outcome for each agreement of the plan, as it comes; one at fault stops no other. Where
        an agreement came back edited the changes are put into that file, if they can be; a signed
        one and one that moved are left as they are; the outcomes say so. What was interrupted is
        taken up by applying the plan again. `crew`: who does the work. Raises `Refused` when the
        first outcome is asked for, having done nothing, where the library or a house style is not
        what the plan was made from, or a cluster cannot do the work.
        """
        from drafter.regeneration.apply import apply_plan

        folder = output or self.workspace.output
        return apply_plan(plan, self.workshop, folder, stamp, crew)

    def approve(
        self, wordings: Iterable[str], by: str, on: str, until: str = ""
    ) -> tuple[Approval, ...]:
        """Approve wordings (`topic/variant`), word for word: an edit of one voids its approval.

        `on` and `until` are ISO dates. All of them are approved or none: raises `Refused` with
        every unknown wording and wrong date.
        """
        clauses = self.library.clauses
        return approve(clauses, self.workspace.approvals, tuple(wordings), by, on, until)

    def unapproved(
        self, today: str, wordings: Iterable[str] = (), of: str = ""
    ) -> tuple[Unapproved, ...]:
        """The wordings that no approval holds for, each with what changed since its last one.

        `wordings` are names or patterns (`money/*`); `of` an agreement, for the wordings that its
        recorded answers select today. Raises `Refused` for a name or an agreement that is unknown.
        """
        clauses = self.library.clauses
        named = [*matching(clauses, wordings), *(self._selected(of) if of else ())]
        return unapproved(
            clauses,
            dict.fromkeys(named),
            self.approvals(today),
            lambda digest: self.registry.wording(digest),
        )

    def _selected(self, id: str) -> Iterator[str]:
        revision = self.registry.revision(id, self.registry.agreement(id).revision)
        decision = self.library.select(as_recorded(revision, self.library))
        for one in decision.selection.chosen.values():
            if one.variant is not None:
                yield f"{one.variant.topic}/{one.variant.id}"

    def _draft(self, agreement: Draft, style: str) -> DraftedRevision:
        if agreement.document.is_preview:
            raise ValueError("a draft is recorded; a preview of what is to be issued is not")
        return as_draft(agreement, self.house_style(style), style or HOUSE)


def _parties(agreement: Draft) -> str:
    names = agreement.document.cover["parties"].split("\n")
    return printable(" / ".join(names))[:LONGEST_NAME]


def _numbered_next(agreement: Draft, id: str, seen: int) -> None:
    """Raises `Refused` for a draft whose pages give it another number than its revision's."""
    if agreement.asked.draft_number not in ("", str(seen + 1)):
        says = f"the draft says {agreement.asked.draft_number}, and would be revision {seen + 1}"
        raise Refused([Diagnostic("moved-since", says, None, f"draft {id} again")])
