"""The desk: every act on the agreements of a workspace, with its policy.

Each act takes a `Stamp` (when, by whom, a random salt), for nothing here reads a clock. It is
refused with every fault at once, or it has happened and stands in the registry.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.drafting import HOUSE, Agreement, Library, load_library, load_style
from drafter.gate import Approvals
from drafter.matters import issuing, returning
from drafter.matters.approving import approve
from drafter.matters.edited import edited_since
from drafter.matters.filing import with_file
from drafter.matters.model import Issued, Received, Recorded
from drafter.matters.names import LONGEST_NAME, one_line, printable
from drafter.matters.taking_in import as_draft
from drafter.questionnaire.record import Override
from drafter.registry import open_registry
from drafter.registry.model import Draft, Held, Stamp, Status
from drafter.workspace.approvals import Approval, read_approvals
from drafter.workspace.settings import Workspace, workspace_of

if TYPE_CHECKING:
    from drafter.registry.registry import Registry
    from drafter.word.house import HouseStyle


def open_desk(
    folder: Path | str, library: Path | str | None = None, cache: Path | None = None
) -> Desk:
    """The desk of the workspace that a folder lies in.

    `library` is another clause library than the workspace's own; `cache` a folder that keeps
    what was compiled. Raises `Refused` where there is no workspace, or it is at fault.
    """
    return Desk(workspace_of(Path(folder).resolve()), library, cache)


class Desk:
    """What happens to the agreements of one workspace. Safe for many people at once.

    Library, house styles and registry are opened when an act first needs them.
    """

    def __init__(
        self, workspace: Workspace, library: Path | str | None = None, cache: Path | None = None
    ) -> None:
        self.workspace = workspace
        self._library, self._cache = library or workspace.library, cache
        self._styles: dict[str, HouseStyle] = {}

    @cached_property
    def library(self) -> Library:
        """The clause library, loaded once. Raises `Refused` with its faults."""
        return load_library(self._library, self._cache)

    @cached_property
    def registry(self) -> Registry:
        """The registry: what happened so far. Raises `Refused` where it cannot be used."""
        return open_registry(self.workspace.registry, self.workspace.files)

    def house_style(self, name: str = "") -> HouseStyle:
        """A house style of the workspace by its name, one that comes with drafter, or a file."""
        if name not in self._styles:
            style = self.workspace.house_style(name or HOUSE) or name
            self._styles[name] = load_style(style or None, self._cache)
        return self._styles[name]

    def approvals(self, today: str) -> Approvals:
        """The approvals of the workspace, as judged on a day (ISO date)."""
        return Approvals(read_approvals(self.workspace.approvals), today)

    # --- the acts ---

    def record(
        self, agreement: Agreement, stamp: Stamp, matter: str = "", style: str = "",
        output: Path | None = None, force: bool = False,
    ) -> Recorded:  # fmt: skip
        """Take a draft into the registry under a new id, as its first revision.

        `matter` names it, its parties unless given; `style` is the name of a house style. With
        `output` its file is laid there in the same act, over another file only with `force`.
        Raises `Refused`.
        """
        registry = self.registry
        matter = one_line(matter, "the name of a matter") or _parties(agreement)
        draft = self._draft(agreement, style)
        held = with_file(registry, Status.DRAFTED, draft.file, output, force,
                         lambda place: registry.record(draft, matter, stamp, place))  # fmt: skip
        return Recorded(held, draft.file)

    def revise(
        self, id: str, agreement: Agreement, stamp: Stamp, style: str = "",
        output: Path | None = None, force: bool = False,
    ) -> Recorded:  # fmt: skip
        """Take a draft in as the next revision of an agreement, with its file as `record` does.

        Raises `Refused` for an unknown, signed or ended agreement, and when somebody else
        revised it meanwhile. Edits that came back and that the draft cannot have are warned of.
        """
        registry, seen = self.registry, self.registry.agreement(id).revision
        edited = edited_since(registry, id)
        draft = self._draft(agreement, style)
        held = with_file(
            registry, Status.DRAFTED, draft.file, output, force,
            lambda place: registry.revise(id, seen, draft, stamp, output=place),
        )  # fmt: skip
        return Recorded(held, draft.file, (edited.warning(),) if edited else ())

    def issue(
        self, id: str, stamp: Stamp, overrides: Iterable[Override] = (), purpose: str = "issue",
        style: str = "", on: str = "", output: Path | None = None, force: bool = False,
    ) -> Issued:  # fmt: skip
        """Make the file of the newest revision that goes to the other side (`issue`) or is to be
        signed (`signature`), and keep it byte for byte.

        The gate must be open on the day of the stamp: each wording approved, each topic decided,
        each warning settled or overridden by name; for signature nothing blank or unconfirmed.
        The library must word the agreement as the recorded revision does. `style` is that of the
        draft unless given; `on` a date to print as it stands. With `output` the file is laid there
        in the same act. Raises `Refused`.
        """
        what = issuing.Issuing(self, id, stamp, tuple(overrides), purpose, style, on)
        return what.done(output, force)

    def receive(
        self, id: str, file: bytes, stamp: Stamp, name: str = "", overrides: Iterable[Override] = ()
    ) -> Received:
        """Keep a file that came back on an issued agreement, byte for byte.

        `name` is what the file was called. Raises `Refused` for what is no safe Word file, and
        (`wrong-file`, which can be overridden) for the file of another agreement.
        """
        return returning.receive(self.registry, id, file, stamp, name, tuple(overrides))

    def sign(
        self, id: str, stamp: Stamp, file: bytes = b"", overrides: Iterable[Override] = ()
    ) -> Held:
        """Note that an agreement was signed as last issued; from here on it never changes.

        `file` is the signed copy. Raises `Refused` where what was issued had a blank, a bracket
        or an unconfirmed recommendation that nobody overrides by name.
        """
        return returning.sign(self.registry, id, stamp, file, tuple(overrides))

    def end(self, id: str, stamp: Stamp, reason: str = "") -> Held:
        """Note that an agreement has ended or was given up; it stays in the registry."""
        held = self.registry.agreement(id)
        note = {"reason": one_line(reason, "a reason")}
        return self.registry.move(id, held.revision, Status.ENDED, stamp, note=note)

    def approve(
        self, wordings: Iterable[str], by: str, on: str, until: str = ""
    ) -> tuple[Approval, ...]:
        """Approve wordings (`topic/variant`), word for word: an edit of one voids its approval.

        `on` and `until` are ISO dates. All of them are approved or none: raises `Refused` with
        every unknown wording and wrong date.
        """
        clauses = self.library.clauses
        return approve(clauses, self.workspace.approvals, tuple(wordings), by, on, until)

    def _draft(self, agreement: Agreement, style: str) -> Draft:
        if agreement.document.is_preview:
            raise ValueError("a draft is recorded; a preview of what is to be issued is not")
        return as_draft(agreement, self.house_style(style), style or HOUSE)


def _parties(agreement: Agreement) -> str:
    names = agreement.document.cover["parties"].split("\n")
    return printable(" / ".join(names))[:LONGEST_NAME]
