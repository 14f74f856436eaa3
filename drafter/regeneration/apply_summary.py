"""What applying a plan did, as one page: what changes and why, and what became of each agreement.

A person who answers for the agreements reads it in two minutes: counts first, then each change
once, then a line an agreement with what is left to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from drafter.library.markup import Html, document, element, items, joined, table
from drafter.regeneration.outcome import ApplyOutcome, Did
from drafter.regeneration.plan_text import changes_alike

if TYPE_CHECKING:
    from drafter.regeneration.model import Plan

SUMMARY = "applied.html"
_COUNTED = {
    Did.REVISED: ("new revision", "new revisions"),
    Did.MERGED: ("put into the file that came back", "put into the files that came back"),
    Did.AMENDED: ("amendment", "amendments"),
    Did.ALREADY: ("done before", "done before"),
    Did.SIGNED: ("to amend by hand", "to amend by hand"),
    Did.KEPT: ("left as it came back", "left as they came back"),
    Did.MOVED: ("moved since", "moved since"),
    Did.FAILED: ("not done", "not done"),
}
_BECAME = {
    Did.REVISED: ("New revision {revision}", "Read the redline, then issue it."),
    Did.MERGED: (
        "Revision {revision}: the changes are in the file that came back",
        "Read the tracked changes and the comments, then settle them.",
    ),
    Did.AMENDED: ("Signed: {amendment} amends it", "Read the amendment, issue it, have it signed."),
    Did.ALREADY: ("Done by an earlier run", "Nothing."),
    Did.SIGNED: ("Signed, not amended", "Write the amendment by hand."),
    Did.KEPT: ("Left as it came back", "Carry the changes over by hand."),
    Did.MOVED: ("Left out: it moved since the plan", "Make a new plan."),
    Did.FAILED: ("Not done", "See what is at fault."),
}
_HEADS = ("Agreement", "What became of it", "Files", "What is left to do", "What there is to know")
_STYLE = (
    "body{font:16px/1.4 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left}"
    "th,td{border-bottom:1px solid #bbb;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "ul{margin:0;padding-left:1.1rem}"
)


def counted(done: Iterable[ApplyOutcome], unchanged: int) -> str:
    """What became of all agreements, counted.

    >>> counted([], 2)
    '2 unchanged'
    """
    found = Counter(one.did for one in done)
    parts = [
        f"{found[did]:,} {words[found[did] > 1]}" for did, words in _COUNTED.items() if found[did]
    ]
    return ", ".join([*parts, *([f"{unchanged:,} unchanged"] if unchanged else [])])


def applied_page(plan: Plan, done: Sequence[ApplyOutcome]) -> str:
    """The page, with links to the files beside it."""
    heading = counted(done, plan.unchanged) or "Nothing to do"
    note = "Every file is a draft for legal review; nobody checked it against the law."
    became = table(note, _HEADS, (_row(one) for one in done))
    body = (element("h1", heading), element("h2", "What changes, and why"), *_changes(plan))
    return document(heading, "en", _STYLE, *body, element("h2", "Agreement by agreement"), became)


def _changes(plan: Plan) -> Iterator[Html]:
    for reasons, changes, entries in changes_alike(plan):
        names = ", ".join(entries)
        yield element("h3", "; ".join(reasons) or "other words")
        yield items(changes)
        yield element("p", f"In {len(entries):,}: {names}" if len(entries) > 1 else f"In {names}")


def _row(one: ApplyOutcome) -> tuple[str, ...]:
    became, todo = _BECAME[one.did]
    said = became.format(revision=one.revision, amendment=one.amendment)
    told = [fault.says for fault in one.faults]
    told += [f"{found['rule']}: {found['says']}" for found in one.said.get("findings", ())]
    return f"{one.agreement} {one.matter}", said, _links(one.files), todo, items(told)


def _links(files: Iterable[str]) -> Html:
    return joined(
        part for file in files for part in (element("a", file, href=quote(file)), Html("<br>"))
    )
