"""A plan in words, for a lawyer: agreements that change alike stand together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.diagnostics import render
from drafter.regeneration.model import Act, Change, Edit, Entry, Plan, Reason

LONGEST = 160  # characters of a quotation
MOST_NUMBERS = 4  # of one clause in several agreements
NOTHING = "Nothing to do."


def print_plan(plan: Plan) -> str:
    """The plan as plain text.

    >>> print(print_plan(Plan("5f0c", {}, (), 12)))
    Nothing to do. All 12 agreements read as the library says.
    """
    if not plan.entries:
        lines = [f"{NOTHING} {_all(plan.unchanged)}"] if plan.unchanged else [NOTHING]
    else:
        lines = [line for group in _alike(plan.entries) for line in _group(group)]
        lines.append(_sum(plan))
    return "\n".join((*lines, *_recommended(plan)))


def _all(number: int) -> str:
    if number == 1:
        return "The only agreement reads as the library says."
    return f"All {number:,} agreements read as the library says."


def _alike(entries: tuple[Entry, ...]) -> list[list[Entry]]:
    """The agreements in groups that change alike, wherever the clauses stand in each."""
    groups: dict[object, list[Entry]] = {}
    for one in entries:
        changes = tuple(replace(change, number="", block="") for change in one.changes)
        key = (one.act is Act.REPORT, one.reasons, changes, one.faults, one.renumbered)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _group(group: list[Entry]) -> Iterator[str]:
    for entry in group:
        yield f"{entry.agreement}  {entry.matter or '(no name)'}  {_stands(entry)}"
    first = group[0]
    for fault in first.faults:
        yield from (f"    {line}" for line in render(fault).splitlines())
    yield from (f"  because {reason_in_words(reason)}" for reason in first.reasons)
    for changes in zip(*(entry.changes for entry in group), strict=True):
        yield f"    {change_in_words(_numbered(changes))}"
    if first.renumbered:
        count = "1 reference" if first.renumbered == 1 else f"{first.renumbered} references"
        yield f"    {count} to clauses that now have another number"
    yield ""


def _numbered(changes: tuple[Change, ...]) -> Change:
    """One change for all: with each agreement's number, or with none if these are many."""
    numbers = list(dict.fromkeys(change.number for change in changes))
    few = len(numbers) <= MOST_NUMBERS
    return replace(changes[0], number=" / ".join(filter(None, numbers)) if few else "")


def _stands(entry: Entry) -> str:
    """What becomes of an agreement."""
    if entry.act is Act.AMEND:
        return "signed: needs an amendment, not rewritten"
    if entry.act is Act.REPORT:
        return "cannot be drafted with this library"
    known = {"issued": ", issued", "received": ", counsel's file is back"}.get(entry.status, "")
    return f"revision {entry.revision}{known}: gets revision {entry.revision + 1}"


def reason_in_words(reason: Reason) -> str:
    """Why, in half a sentence.

    >>> reason_in_words(Reason("selection", "results", "Results", "maker-owns", "left-out"))
    'Results takes another wording: maker-owns becomes left-out'
    """
    name = reason.called or reason.name
    before, now = reason.before or "none", reason.now or "none"
    match reason.kind:
        case "selection":
            return f"{name} takes another wording: {before} becomes {now}"
        case "wording":
            return f"the wording of {name} changed" + (f" ({now})" if reason.now else "")
        case "definition":
            return f"the definition of {name} changed"
        case "answer":
            return f"the answer to {name} is another: {before} becomes {now}"
        case "house style":
            return f"the house style {name} changed"
        case "precedent":
            return f"the outline of {name} changed"
        case "questionnaire":
            return f"questions or facts of {name} changed"
    return "the words that bend for two parties changed"


def change_in_words(change: Change) -> str:
    """A change as a lawyer names it.

    >>> change_in_words(Change("results.3", "12.3", "Results", (Edit("thirty", "sixty"),)))
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


def _sum(plan: Plan) -> str:
    counts = (
        (len(plan.to(Act.REVISE)), "to revise"),
        (len(plan.to(Act.AMEND)), "signed, to be amended by hand"),
        (len(plan.to(Act.REPORT)), "that cannot be drafted"),
        (plan.unchanged, "unchanged"),
    )
    parts = [f"{count:,} {what}" for count, what in counts if count]
    return ", ".join(parts) + "."


def _recommended(plan: Plan) -> Iterator[str]:
    """Recommendations that are others now, with the agreements that rest on the old ones."""
    by_change: dict[tuple[str, str, str], list[str]] = {}
    for id, some in plan.recommended.items():
        for one in some:
            by_change.setdefault((one.question, one.taken, one.now), []).append(id)
    if by_change:
        yield from ("", "Other recommendations today; nothing is changed for them:")
    for (question, taken, now), ids in by_change.items():
        who = ", ".join(ids[:5]) + (f" and {len(ids) - 5:,} more" if len(ids) > 5 else "")
        yield f"  {question}: {taken} was taken, {now} is recommended now ({who})"
