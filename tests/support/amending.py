"""A small library whose signed agreements can be amended, and agreements signed from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from drafter import Stamp, open_desk, override
from drafter.desk import Desk
from support.workspaces import LIBRARY, Practice, deal

AMENDING = {
    "questionnaire/02-amendment.yaml": """\
section: Amendment
questions:
  original_title: {asks: Which title?, type: text}
  original_reference: {asks: Which reference?, type: text}
  earlier_amendments: {asks: Was it amended?, type: yes/no}
  amendment_start:
    asks: From when?
    type: choice
    options: {at-signature: At once, on-a-day: On a day}
    recommend: [{take: at-signature, because: nobody waits}]
  amendment_day: {asks: Which day?, type: date, ask when: amendment_start is on-a-day}
""",
    "topics/changes/topic.yaml": "heading: Changes\n",
    "topics/changes/listed.md": "The {original_title} {original_reference} changes as follows.\n\n"
    "{if earlier_amendments} It was amended before.\n\n"
    "{if amendment_start is on-a-day} It changes on {amendment_day}.\n\n{place changes}\n",
    "precedents/amendment.yaml": "title: Amendment\n"
    "parts: [{heading: The amendment, topics: [changes]}]\nessential: [parties]\n",
}
ANYWAY = tuple(
    override(what, "Head of Legal", "2027-03-05", "a test")
    for what in ("not-approved", "unconfirmed", "blank")
)


def at(day: str) -> Stamp:
    """A day of work."""
    return Stamp(f"{day}T09:00:00Z", "Head of Legal", f"5f0c{day}")


def firm(folder: Path) -> Practice:
    """A firm with that library."""
    practice = Practice(folder, dict(LIBRARY | AMENDING))
    practice.settings()
    practice.registry().close()
    return practice


def signed(desk: Desk, **answers: Any) -> str:
    """An agreement recorded, issued and signed; its id."""
    held = desk.record(desk.library.draft(deal(**answers)), at("2027-03-01"), "A deal").held
    return sign(desk, held.id)


def sign(desk: Desk, id: str, day: str = "2027-03-02") -> str:
    """Issued and signed."""
    desk.issue(id, at(day), ANYWAY)
    desk.sign(id, at(day), overrides=ANYWAY)
    return id


def desk_of(practice: Practice, cache: Path) -> Desk:
    """The desk of a firm, with its library as it is now."""
    return open_desk(practice.folder, cache=cache)
