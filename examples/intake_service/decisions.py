"""Review and approval: who stands behind which revision, and what keeps the gate closed."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from drafter import Diagnostic, Draft, Refused, Stamp
from examples.intake_service.parts import Person
from examples.intake_service.seen import View
from examples.intake_service.service import Service
from examples.intake_service.store import Act, Deal, Decision


@dataclass(frozen=True, slots=True)
class Standing:
    """The newest review and approval, and whether they are of the newest revision."""

    revision: int
    reviewed: Decision | None
    approved: Decision | None

    @property
    def is_approved(self) -> bool:
        """Whether the deal as it stands is approved."""
        return self.approved is not None and self.approved.revision == self.revision

    @property
    def is_reviewed(self) -> bool:
        """Whether the deal as it stands was reviewed."""
        return self.reviewed is not None and self.reviewed.revision == self.revision


def standing(deal: Deal, made: Iterable[Decision]) -> Standing:
    """What was decided of a deal, from its decisions, the newest first."""
    of = {one.kind: one for one in reversed(list(made))}
    return Standing(deal.revision, of.get("reviewed"), of.get("approved"))


def closed(service: Service, draft: Draft) -> list[Diagnostic]:
    """Why a draft may not leave: the gate's own faults, as the desk judges them today."""
    return draft.leaving.faults("issue", service.desk.approvals(service.today))


def printed_private(view: View, draft: Draft) -> tuple[str, ...]:
    """The private answers whose words stand in the text of a draft: who gets it, reads them."""
    names = dict.fromkeys(run.about.partition(".")[0] for run in _runs(draft.document.elements))
    return tuple(name for name in names if name and view.sharing.is_private(name))


def _runs(elements: Iterable[Any]) -> Iterable[Any]:
    """Every run of words that an agreement prints."""
    for one in elements:
        yield from getattr(one, "runs", ())
        yield from getattr(one, "lead", ())
        for line in getattr(one, "lines", ()):
            yield from line.printed
        for _, cells in getattr(one, "rows", ()):
            for cell in cells:
                yield from cell


def review(service: Service, view: View) -> bool:
    """Note that counsel read the deal as it stands; whether nobody changed it meanwhile."""
    made = _decision(service, view, "reviewed", b"", ())
    return bool(service.store.talk.decide(view.deal.id, made, _noted(made)))


def approve(service: Service, view: View, draft: Draft, disclosed: tuple[str, ...]) -> bool:
    """Approve the deal as it stands: its file is kept, and the desk records it. Whether nobody
    changed it meanwhile.

    Raises `Refused` while the gate is closed, or where the registry cannot record it.
    """
    if faults := closed(service, draft):
        raise Refused(faults)
    talk, deal = service.store.talk, view.deal.id
    earlier = next((one.agreement for one in talk.decisions(deal) if one.agreement), "")
    made = _decision(service, view, "approved", draft.to_docx(service.style), disclosed)
    number = talk.decide(deal, made, _noted(made))
    if not number:
        return False
    try:
        talk.recorded(number, _record(service, view, draft, earlier))
    except BaseException:
        says = "took the approval back, for the registry did not record it"
        talk.withdraw(number, deal, _noted(made)._replace(did=says))
        raise
    return True


def _record(service: Service, view: View, draft: Draft, id: str) -> str:
    """The id of the agreement in the registry, recorded or revised."""
    given, style = _stamp(service, view.person), service.settings.style
    if id:
        return service.desk.revise(id, draft, given, style=style).held.id
    return service.desk.record(draft, given, matter=view.deal.name, style=style).held.id


def _stamp(service: Service, person: Person) -> Stamp:
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(service.now))
    return Stamp(at, person.name, salt=secrets.token_hex(16))


def _decision(
    service: Service, view: View, kind: str, file: bytes, disclosed: tuple[str, ...]
) -> Decision:
    who = view.person
    return Decision(view.deal.revision, service.now, who.part, who.name, kind, "", file, disclosed)


def _noted(made: Decision) -> Act:
    did = f"{made.kind} revision {made.revision}"
    return Act(made.at, made.part, made.name, did, (), made.revision)
