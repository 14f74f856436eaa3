"""Three files for a merge: a small agreement, what counsel does to it, what the library changes.

A change of the library says itself how the lines read afterwards: that is what a merge is held
against, and it shares nothing with the merge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from drafter.drafting import Library
from drafter.word.read import read_docx
from support.files import house
from support.resolve import accepted
from support.small import loaded, told

FOLDER = "topics/work"
AGREEMENT = {
    "questionnaire/01-deal.yaml": """\
section: The deal
questions:
  parties:
    asks: Who are the parties?
    type: list
    one: party
    at least: 2
    fields: {name: {asks: Name?, type: text}}
  steps:
    asks: Which steps?
    type: list
    one: step
    fields: {name: {asks: Name?, type: text}, month: {asks: Month?, type: whole number}}
  law: {asks: Which law?, type: text}
""",
    "topics/definitions/topic.yaml": "heading: Definitions\n",
    "topics/definitions/list.md": "In this Agreement:\n\n{place definitions}\n",
    f"{FOLDER}/topic.yaml": "heading: The work\n",
    f"{FOLDER}/together.md": """\
The Parties do the steps of [@schedule-plan] together and in good faith.

Each Party must at all times: {and}
  - keep to the plan that the Parties agreed
  - tell the other Parties early of every delay
  - bear its own costs of the work

A change of the plan needs a notice as [@exit.form] states.
""",
    "topics/money/topic.yaml": "heading: Money\n",
    "topics/money/invoices.md": """\
The Parties pay each invoice within thirty days after it arrives.

A late Fee bears interest of one per cent for each month of delay.

The Parties keep books of every Fee for six years.
""",
    "topics/secrecy/topic.yaml": "heading: Secrecy\n",
    "topics/secrecy/mutual.md": """\
A Party keeps secret what another Party tells it in confidence.

The duty of secrecy ends five years after [@exit] takes effect.
""",
    "topics/exit/topic.yaml": "heading: Leaving\n",
    "topics/exit/notice.md": """\
A Party may leave this Agreement by sixty days of notice.

A notice of leaving must be in writing and signed by hand. {#form}

Whoever leaves pays every Fee that fell due before, as [@money] states.
""",
    "topics/law/topic.yaml": "heading: Law\n",
    "topics/law/one.md": """\
The law of {law} governs this Agreement and every dispute from it.

The courts of that country alone decide.
""",
    "topics/schedule-plan/topic.yaml": "heading: Plan\n",
    "topics/schedule-plan/steps.md": """\
The Parties reach each step in its month.

{table step in steps} {#table}
  Step: {step.name}
  Month: {step.month}
""",
    "definitions/party.md": "---\nterm: Party\nforms: [Party, Parties]\n---\n"
    "means each company that signs this Agreement.\n",
    "definitions/fee.md": "---\nterm: Fee\nforms: [Fee, Fees]\n---\n"
    "means any sum that one Party owes another under this Agreement.\n",
    "definitions/agreement.md": "---\nterm: Agreement\n---\n"
    "means this document with its schedule.\n",
    "precedents/work.yaml": """\
title: Working agreement
parts: [{heading: The deal, topics: [definitions, work, money, secrecy, exit, law]}]
schedules: [schedule-plan]
essential: [parties]
""",
}
DEAL = {
    "precedent": "work",
    "answers": {
        "parties": {"north": {"name": "North Mills"}, "south": {"name": "South Works"}},
        "steps": {"design": {"name": "Design of the first sample", "month": 1},
                  "trial": {"name": "Trial with ten users", "month": 4},
                  "launch": {"name": "Launch in two shops", "month": 9}},
        "law": "Ireland",
    },
}  # fmt: skip


class Op(NamedTuple):
    """What a change does to one line: it gives way to others, or stays and they come behind it."""

    line: str
    new: tuple[str, ...] = ()
    stays: bool = False


class Change(NamedTuple):
    """A change of the library: words that go and come in its files, and what its lines become."""

    edits: tuple[tuple[str, str, str], ...]
    ops: tuple[Op, ...]


WORK, MONEY = f"{FOLDER}/together.md", "topics/money/invoices.md"
EXIT, SECRECY = "topics/exit/notice.md", "topics/secrecy/mutual.md"
LATE = "A late Fee bears interest of one per cent for each month of delay."
INVOICE = "The Parties pay each invoice within thirty days after it arrives."
BOOKS = "The Parties keep books of every Fee for six years."
SECRET = "A Party keeps secret what another Party tells it in confidence."
FIVE_YEARS = "The duty of secrecy ends five years after clause # takes effect."
LEAVE = "A Party may leave this Agreement by sixty days of notice."
HAND = "A notice of leaving must be in writing and signed by hand."
PLAN = "keep to the plan that the Parties agreed;"
OWN_WORK = "Each Party insures its own work and shows clause # no harm."
CHANGES: Mapping[str, Change] = {
    "reworded": Change(
        ((MONEY, "interest of one", "a yearly interest of two"),),
        (Op(LATE, (LATE.replace("interest of one", "a yearly interest of two"),)),),
    ),
    "added": Change(
        ((MONEY, "A late Fee", "An invoice names the order.\n\nA late Fee"),),
        (Op(INVOICE, ("An invoice names the order.",), True),),
    ),
    "removed": Change(((MONEY, f"\n{BOOKS}\n", ""),), (Op(BOOKS),)),
    "item": Change(
        ((WORK, "  - tell", "  - insure what it brings to the work\n  - tell"),),
        (Op(PLAN, ("insure what it brings to the work;",), True),),
    ),
    "in front": Change(
        ((WORK, "The Parties do the", "This comes first.\n\nThe Parties do the"),),
        (Op("The work", ("This comes first.",), True),),
    ),
    "a clause": Change(
        (("precedents/work.yaml", "secrecy, exit", "secrecy, cover, exit"),
         ("topics/cover/topic.yaml", "", "heading: Insurance\n"),
         ("topics/cover/own.md", "", OWN_WORK.replace("clause #", "[@secrecy]") + "\n")),
        (Op(FIVE_YEARS, ("Insurance", OWN_WORK), True),),
    ),
    "no clause": Change(
        (("precedents/work.yaml", "exit, law", "exit"),),
        (Op("Law"), Op("The law of Ireland governs this Agreement and every dispute from it."),
         Op("The courts of that country alone decide.")),
    ),
    "definition": Change(
        (("definitions/holiday.md", "", "---\nterm: Holiday\n---\nmeans a day without work.\n"),
         (SECRECY, "in confidence", "in confidence on a Holiday")),
        (Op("Fee means any sum that one Party owes another under this Agreement.",
            ("Holiday means a day without work.",), True),
         Op(SECRET, (SECRET.replace("confidence", "confidence on a Holiday"),))),
    ),
    "two": Change(
        ((EXIT, "sixty days", "ninety days"), (EXIT, "by hand", "by two hands")),
        (Op(LEAVE, (LEAVE.replace("sixty", "ninety"),)),
         Op(HAND, (HAND.replace("by hand", "by two hands"),))),
    ),
}  # fmt: skip


@cache
def library(*changes: str) -> Library:
    """The small library with these changes."""
    texts = dict(AGREEMENT)
    for name in changes:
        for path, old, new in CHANGES[name].edits:
            assert old in texts.get(path, ""), (path, old)
            texts[path] = texts.get(path, "").replace(old, new, 1)
    clauses, faults = loaded(texts)
    assert not faults, told(faults)
    return Library(clauses)


@cache
def drafted(*changes: str) -> bytes:
    """The agreement as the library with these changes drafts it."""
    return library(*changes).draft(DEAL).to_docx(house())


@cache
def read_lines(data: bytes) -> tuple[str, ...]:
    """The words of each paragraph with all changes accepted; references without their numbers."""
    found = (NUMBER.sub(r"\1 #", one.text.replace("\u00a0", " "))
             for one in read_docx(accepted(data)) if not one.style.startswith("toc"))  # fmt: skip
    return tuple(" ".join(line.split()) for line in found if line.strip())


NUMBER = re.compile(r"\b(clauses?|Schedule) \d+(?:\.\d+)*(?:\([a-z]\))*")
