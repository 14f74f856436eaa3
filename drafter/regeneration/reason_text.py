"""Reasons and changes in words."""

from __future__ import annotations

from drafter.matters.ingredients import BENDS
from drafter.regeneration.model import ChangedParagraph, Edit, ReasonForChange

LONGEST = 160  # characters of a quotation


def print_reason_for_change(reason: ReasonForChange) -> str:
    """Why, in half a sentence.

    >>> ends = ReasonForChange("selection", "results", "Results", "maker-owns", "left-out")
    >>> print_reason_for_change(ends)
    'Results takes another wording: maker-owns becomes left-out'
    """
    name = reason.called or reason.name
    match reason.kind:
        case "selection":
            return _selection(name, reason.before.split("|"), reason.now.split("|"))
        case "wording":
            return f"the wording of {name} changed" + (f" ({reason.now})" if reason.now else "")
        case "definition":
            return f"the definition of {name} changed"
        case "answer":
            return _answer(name, reason.before, reason.now)
        case "house style":
            return f"the house style {name} changed"
        case "precedent":
            return f"the outline of {name} changed"
        case "questionnaire":
            return f"questions or facts of {name} changed"
    if reason.name == BENDS:
        return "the words that bend for two parties changed"
    return f"the printed words {name} changed, or others are used"


def _selection(name: str, before: list[str], now: list[str]) -> str:
    """A topic by the rows that could hold: one, several where it was open, none where it was not.

    >>> _selection("Funding", [""], ["funder-first", "left-out"])
    'Funding comes in, not decided: funder-first or left-out'
    """
    was, becomes = " or ".join(before), " or ".join(now)
    still = ", not decided" if len(now) > 1 else ""
    if not was:
        return f"{name} comes in{still}: {becomes}"
    if not becomes:
        return f"{name} goes out: it was {was}"
    return f"{name} takes another wording{still}: {was} becomes {becomes}"


def _answer(name: str, before: str, now: str) -> str:
    if not before:
        return f"{name} had no answer and is now taken as {now}"
    if not now:
        return f"{name} has no answer now: it was {before}"
    return f"the answer to {name} is another: {before} becomes {now}"


def print_change(change: ChangedParagraph) -> str:
    """A change as a lawyer names it.

    >>> edit = Edit("thirty", "sixty")
    >>> print_change(ChangedParagraph("results.3", "12.3", "Results", (edit,)))
    '12.3 Results: ‘thirty’ becomes ‘sixty’'
    """
    where = f"{change.number} {change.heading}".strip()
    if change.came:
        return f"{where} comes in: {_quoted(change.edits[0].into)}"
    if change.went:
        return f"{where} goes out: {_quoted(change.edits[0].out)}"
    return f"{where}: {'; '.join(map(_edit, change.edits)) or 'stands at another place'}"


def _edit(edit: Edit) -> str:
    if edit.out and edit.into:
        return f"{_quoted(edit.out)} becomes {_quoted(edit.into)}"
    behind = f" after {_quoted(edit.after)}" if edit.after else " at the beginning"
    if edit.into:
        return f"{_quoted(edit.into)} comes in{behind}"
    return f"{_quoted(edit.out)} goes out{behind}"


def _quoted(words: str) -> str:
    words = " · ".join(words.replace("\n", " / ").split("\t"))
    return f"‘{words if len(words) <= LONGEST else words[:LONGEST].rstrip() + '…'}’"
