"""Small libraries in tests, built from texts; their faults as a lawyer reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from drafter.diagnostics import Diagnostic, Refused, print_diagnostic
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.answers import Answers, read_answers
from drafter.questionnaire.deal import Deal, settle
from drafter.questionnaire.model import Questionnaire

Files = Mapping[str, str]

QUESTIONS = """\
section: The deal
questions:
  parties:
    asks: Who are the parties?
    type: list
    one: party
    at least: 2
    fields: {name: {asks: Name?, type: text}, size: {asks: Size?, type: choice, options: {small: Small, large: Large}, optional: yes}}
  ownership:
    asks: Who owns the results?
    type: choice
    options: {maker: The maker, joint: All}
    recommend:
      - take: joint
        when: two_parties
        because: two can agree
      - no-opinion
  residue:
    asks: Who owns the rest?
    type: choice
    options: {maker: The maker, lead: The lead}
    ask when: ownership is maker
  lead:
    asks: Who leads?
    type: party
    optional: yes
  notice: {asks: How long is the notice?, type: duration}
  fee: {asks: What is the fee?, type: money, optional: yes}
  seats: {asks: How many seats?, type: whole number, optional: yes}
  pilot: {asks: Is there a pilot?, type: yes/no, optional: yes}
  places: {asks: Where?, type: jurisdictions, optional: yes}
"""  # noqa: E501

SMALL = {
    "questionnaire/01-deal.yaml": QUESTIONS,
    "facts/deal.yaml": "count: {count: parties}\ntwo_parties: {when: count = 2}\n",
    "topics/results/topic.yaml": """\
heading: Results
settles: Who owns what is made
choose:
  maker-owns: ownership is maker
  jointly-owned: ownership is joint
""",
    "topics/results/maker-owns.md": "Each party owns what it makes.\n",
    "topics/results/jointly-owned.md": "---\nposition: preferred\n---\nThe parties own it all.\n",
    "topics/exit/topic.yaml": "heading: Leaving\n",
    "topics/exit/by-notice.md": "A party may leave by {notice} notice. {#notice}\n",
    "definitions/business-day.md": "---\nterm: Business Day\n---\nmeans a day when banks open.\n",
    "precedents/simple.yaml": """\
title: Simple agreement
parts: [{heading: The deal, topics: [results, exit]}]
essential: [parties]
""",
    "consistency/R1.yaml": """\
severity: warn
when: notice < 30 days
message: The notice is short.
reason: a month is usual
""",
}
PARTIES = {"north": {"name": "North"}, "south": {"name": "South"}}


def files(texts: Files) -> LibraryFiles:
    """A library folder `lib` that holds these texts."""
    digest = hashlib.sha256(repr(sorted(texts.items())).encode(errors="replace")).hexdigest()
    return LibraryFiles("lib", dict(texts), digest)


def loaded(texts: Files) -> tuple[ClauseLibrary, tuple[Diagnostic, ...]]:
    """A library and the faults of its files."""
    return load_files(files(texts))


def small(**changes: str) -> ClauseLibrary:
    """The small library with other texts; it must have no fault."""
    library, faults = loaded(SMALL | changes)
    assert not faults, told(faults)
    return library


def questionnaire() -> Questionnaire:
    """The questions of the small library."""
    return small().questionnaire


def answers(values: Mapping[str, Any], **beside: Any) -> Answers:
    """Typed answers to the small library."""
    return read_answers({"precedent": "simple", "answers": values, **beside}, questionnaire())


def deal(values: Mapping[str, Any], **beside: Any) -> Deal:
    """The deal that these answers to the small library describe."""
    return settle(questionnaire(), answers(values, **beside))


def refused(values: Mapping[str, Any], **beside: Any) -> list[str]:
    """What answers to the small library are refused for: what is said, and the cure."""
    try:
        answers(values, **beside)
    except Refused as refusal:
        return [f"{fault.says} | {fault.cure}" for fault in refusal.diagnostics]
    return []


def told(faults: Iterable[Diagnostic]) -> str:
    """The faults as the command line shows them."""
    return "\n".join(map(print_diagnostic, faults))
