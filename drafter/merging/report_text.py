"""The report of a merge: one line a block, in the order of the agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from drafter.diagnostics import so_many
from drafter.merging.decide import BlockDecision
from drafter.merging.model import BlockOutcome, FileBlock, Report, ReportLine
from drafter.merging.refusing import found_again
from drafter.merging.sides import Sides
from drafter.merging.wording import text_of

SHOWN = 60  # characters of a block that say which it is
_SAID = {
    BlockOutcome.CONFLICT: "counsel's words stay; a comment says the library's",
    BlockOutcome.PUT_IN: "the library's words put in as tracked changes",
    BlockOutcome.ADDED: "added as a tracked change",
    BlockOutcome.STRUCK: "struck as a tracked change",
    BlockOutcome.LEFT_OUT: "not done",
    BlockOutcome.KEPT: "counsel's words stay",
    BlockOutcome.AGREED: "left as counsel has it",
    BlockOutcome.OWN: "left as it is",
}


def report(sides: Sides, done: Sequence[BlockDecision]) -> Report:
    """What was done, block by block."""
    places = {each: place for place, each in enumerate(sides.fresh.blocks)}
    lines = sorted(
        ((_place(sides, one, places), number, _line(one)) for number, one in enumerate(done)),
        key=lambda each: each[:2],
    )
    named = [each for each in sides.issued.blocks if each.name or each.row]
    changed = {one.issued for one in done}
    return Report(
        tuple(line for *_, line in lines),
        sum(each not in changed for each in named),
        *found_again(sides),
    )


def print_report(report: Report) -> str:
    """The report as plain text.

    >>> kept = ReportLine(BlockOutcome.KEPT, "4.1", "A party may go", "counsel")
    >>> print(print_report(Report((kept,), 3, 4, 4)))
    4.1 "A party may go": counsel's words stay (counsel)
    3 paragraphs are changed by neither. 4 of 4 issued paragraphs are found in the marked-up file.
    """
    return "\n".join(_print(report))


def report_data(report: Report) -> dict[str, Any]:
    """The report as plain data.

    >>> report_data(Report((), 3, 4, 4))
    {'lines': [], 'untouched': 3, 'found': 4, 'issued': 4}
    """
    return {
        "lines": [line._asdict() for line in report.lines],
        "untouched": report.untouched,
        "found": report.found,
        "issued": report.issued,
    }


def _print(report: Report) -> Iterator[str]:
    for line in report.lines:
        which = f'{line.number} "{line.words}"'.strip()
        yield f"{which}: {_SAID[line.did]} ({line.why})"
        if line.library:
            yield f"    the library now says: {line.library}"
    count = so_many(report.untouched, "paragraph is", "paragraphs are")
    yield (
        f"{count} changed by neither. {report.found} of {report.issued} issued paragraphs are "
        "found in the marked-up file."
    )


def _line(one: BlockDecision) -> ReportLine:
    known = (one.issued, one.marked) if one.did is BlockOutcome.STRUCK else (one.marked, one.fresh)
    which = next(each for each in (*known, one.issued) if each is not None)
    shows = one.did in (BlockOutcome.CONFLICT, BlockOutcome.LEFT_OUT) and one.fresh is not None
    library = text_of(one.fresh.element) if shows and one.fresh else ""
    library = "" if one.issued and library == text_of(one.issued.element) else library
    words = text_of(which.element)
    short = (
        words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    )
    return ReportLine(one.did, which.number.label.rstrip("."), short, one.why, library)


def _place(sides: Sides, one: BlockDecision, places: dict[FileBlock, int]) -> float:
    """Where a line stands: by the fresh draft, and what that has not beside its neighbour."""
    if one.fresh is not None:
        return places[one.fresh]
    issued = one.issued
    if issued is None and one.marked is not None:
        blocks = sides.marked.blocks
        before = reversed(blocks[: blocks.index(one.marked)])
        issued = next(
            (sides.counsel.back[each] for each in before if each in sides.counsel.back), None
        )
    if issued is None:
        return -1
    blocks = sides.issued.blocks
    known = reversed(blocks[: blocks.index(issued) + 1])
    fresh = (places[sides.library.to[each]] for each in known if each in sides.library.to)
    return next(fresh, -1) + 0.5
