"""Sheets about an agreement: its key terms in plain words, and the record of its decisions.

A sheet is an agreement in form, so that whatever writes one writes the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from drafter.agreement.key_terms import key_terms_of
from drafter.agreement.model import Agreement, Element, Paragraph, Role, Run, Table
from drafter.selection.model import Selection

Row = tuple[str, ...]


class SheetPart(NamedTuple):
    """A part of a sheet: its heading, the columns of its table, the rows."""

    name: str
    columns: Row
    rows: Sequence[Row]


def key_terms(selection: Selection, document: Agreement) -> Agreement:
    """What each clause that is key says, in the words of its summary, by its number; every other
    clause and schedule is named by its number."""
    rows, left = key_terms_of(selection, document.numbers)
    parties = document.cover.get("parties", "").replace("\n", "; ")
    others = f"Read in the agreement, and not on this sheet: {', '.join(left) or 'nothing'}."
    return _sheet(document, "Key terms", [
        _words("parties", parties),
        _table("terms", ("Clause", "Subject", "What it says"), rows),
        _words("rest", f"{others} The agreement itself decides what is agreed."),
    ])  # fmt: skip


def decision_record(report: Mapping[str, Any], document: Agreement, counts: str) -> Agreement:
    """The record of a draft as a sheet: what stands in it, why, and what is still open."""
    numbers = document.numbers
    parts: list[Element] = [_words("counts", f"{counts}.")]
    for name, columns, rows in (*_of_answers(report), *_of_wordings(report, numbers)):
        parts.append(_heading_line(name))
        nothing = _words(f"{_block(name)}.none", "None.")
        parts.append(_table(_block(name), columns, rows) if rows else nothing)
    return _sheet(document, "Decision record", parts)


def _of_answers(report: Mapping[str, Any]) -> Iterator[SheetPart]:
    """What the answers leave open, and what is to be known of them."""
    columns: Row = ("Question", "Answer", "Why", "Clauses")
    yield SheetPart("Assumed: recommendations that nobody has confirmed", columns, [
        (one["asks"], one["answer"], one["because"], ", ".join(one["where"]) or "none printed")
        for one in report["assumed"]
    ])  # fmt: skip
    waiting = (*report["blanks"], *report["awaited"])
    yield SheetPart("Blank, or waiting for an answer", ("Question",), _each(waiting, "asks"))
    findings = _each(report["findings"], "rule", "severity", "says")
    yield SheetPart("Warnings and notes", ("Rule", "Kind", "What it says"), findings)
    aside = [(one,) for one in report["set_aside"]]
    yield SheetPart("Answers set aside", ("Question",), aside)
    overrides = _each(report["overrides"], "what", "by", "on", "reason")
    yield SheetPart("Overrides", ("What", "By", "On", "Reason"), overrides)


def _of_wordings(report: Mapping[str, Any], numbers: Mapping[str, str]) -> Iterator[SheetPart]:
    """What stands in the agreement, and why."""
    columns: Row = ("Clause", "Wording", "Position", "Given by")
    yield SheetPart("Below our preferred position", columns, [
        (numbers.get(one["topic"], ""), f"{one['topic']}/{one['variant']}", one["position"],
         one.get("approval_from", "")) for one in report["deviations"]
    ])  # fmt: skip
    special = _each(report["special_terms"], "heading", "reason", "by")
    yield SheetPart("Special terms", ("Heading", "Reason", "By"), special)
    points = [(numbers.get(one["topic"], ""), one["point"]) for one in report["confirm"]]
    yield SheetPart("To confirm", ("Clause", "Point"), points)
    yield SheetPart("Wordings and why", ("Clause", "Subject", "Wording", "Because"), [
        (numbers.get(one["topic"], ""), one["heading"], one["variant"] or "open", _because(one))
        for one in report["selection"]
    ])  # fmt: skip


def _each(entries: Iterable[Mapping[str, Any]], *keys: str) -> list[Row]:
    return [tuple(str(one.get(key, "")) for key in keys) for one in entries]


def _because(one: Mapping[str, Any]) -> str:
    return "; ".join(f"{reason['asks']} {reason['answer']}" for reason in one["because"])


# --- the form of a sheet --------------------------------------------------------------------------


def _sheet(document: Agreement, name: str, parts: Sequence[Element]) -> Agreement:
    title = f"{name}: {document.title}"
    head = Paragraph("title", Role.TITLE, "", (Run(title),))
    cover = {**document.cover, "title": title}
    elements = (head, *parts)
    return replace(document, title=title, cover=cover, elements=elements, notes=(), blanks={},
                   purpose="draft", is_sheet=True, annex=())  # fmt: skip


def _words(block: str, words: str) -> Paragraph:
    return Paragraph(block, Role.BODY, "", (Run(words),))


def _heading_line(name: str) -> Paragraph:
    return Paragraph(f"{_block(name)}.heading", Role.FRONT_HEADING, "", (Run(name),))


def _block(name: str) -> str:
    return "-".join(name.lower().replace(",", "").replace(":", "").split())


def _table(block: str, columns: Row, rows: Iterable[Row]) -> Table:
    cells = [tuple((Run(cell),) for cell in row) for row in rows]
    named = tuple((f"{block}.{number}", row) for number, row in enumerate(cells, 1))
    return Table(block, tuple((Run(one),) for one in columns), named)
