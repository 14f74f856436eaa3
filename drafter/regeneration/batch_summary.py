"""The summary of a batch as one page: each deal, what became of it, and what there is to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from drafter.library.markup import document, element, items, table

if TYPE_CHECKING:
    from drafter.regeneration.batch import Result

SUMMARY = "summary.html"
_COUNTS = {
    "recommended": "Recommended",
    "blank": "Blank",
    "open": "Open",
    "to_confirm": "To confirm",
    "warnings": "Warnings",
    "notes": "Notes",
    "set_aside": "Set aside",
}
_STYLE = (
    "body{font:16px/1.4 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left}"
    "th,td{border-bottom:1px solid #bbb;padding:.4rem .6rem;text-align:left;vertical-align:top}"
    "ul{margin:0;padding-left:1.1rem}"
)


def summary(done: Sequence[Result], what: str) -> str:
    """The page. `what` says what the files are.

    >>> "0 drafted, 0 unchanged, 0 rejected" in summary([], "Drafts for legal review.")
    True
    """
    counted = _counted(done)
    heads = ("Deal", "File", *_COUNTS.values(), "What there is to know")
    deals = table(what, heads, map(_row, done))
    return document(f"Batch: {counted}", "en", _STYLE, element("h1", counted), deals)


def _counted(done: Sequence[Result]) -> str:
    rejected = sum(bool(one.faults) for one in done)
    skipped = sum(one.skipped for one in done)
    drafted = len(done) - rejected - skipped
    return f"{drafted:,} drafted, {skipped:,} unchanged, {rejected:,} rejected"


def _row(one: Result) -> tuple[str, ...]:
    deal = one.row.source + (f", row {one.row.line}" if one.row.line else "")
    counts = one.said.get("counts", {})
    told = [f"{fault.rule}: {fault.says}" for fault in one.faults]
    told += [f"{found['rule']}: {found['says']}" for found in one.said.get("findings", ())]
    file = "rejected" if one.faults else element("a", one.file, href=quote(one.file))
    return (deal, file, *(str(counts.get(name, "")) for name in _COUNTS), items(told))
