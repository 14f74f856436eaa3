"""What is wrong with a draft, read off its words as a reader of the paper would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.agreement.model import Paragraph, Role, Run, Said, SignatureBlock, Table
from drafter.drafting import Draft
from drafter.kinds.model import Missing
from drafter.library.model import ClauseLibrary
from drafter.prose.model import ProseParagraph as Written
from drafter.prose.model import Text
from drafter.prose.walk import terms_defined
from drafter.questionnaire.order import questions_behind

_HEADINGS = (Role.TITLE, Role.PART_HEADING, Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING,
             Role.FRONT_HEADING)  # fmt: skip
_RECORDS = r"(?:\.[^.]*[^.\d][^.]*)*"  # what the records of loops add to the name of a block


class Fault(NamedTuple):
    """A fault of a draft: the rule against it, what a message calls it, where it is written."""

    rule: str
    names: frozenset[str]
    place: str = ""


def faults_of_words(agreement: Draft) -> Iterator[Fault]:
    """Terms, schedules, blanks and lists that are not as they should be."""
    reading = _Reading(agreement)
    yield from reading.terms()
    yield from reading.lone_schedules()
    yield from reading.blanks()
    for prefix, text in reading.texts():
        for number, block in enumerate(text.blocks, 1):
            if isinstance(block, Written):
                yield from reading.lists(block, rf"{re.escape(prefix)}\.{number}{_RECORDS}")


def runs_of_blocks(agreement: Draft) -> dict[str, list[Run]]:
    """What each block says, headings left out."""
    found: dict[str, list[Run]] = {}
    for element in agreement.document.elements:
        if getattr(element, "role", None) not in _HEADINGS:
            found.setdefault(element.block, []).extend(_runs(element))
    return found


@dataclass(slots=True)
class _Reading:
    agreement: Draft
    runs: dict[str, list[Run]] = field(default_factory=dict)  # of each block

    def __post_init__(self) -> None:
        self.runs = runs_of_blocks(self.agreement)

    def texts(self) -> Iterator[tuple[str, Text]]:
        """The texts that are printed, each with how the names of its blocks begin."""
        selection = self.agreement.decision.selection
        yield from ((id, one.variant.text) for id, one in selection.chosen.items() if one.variant)
        for id in self.agreement.assembled.terms:
            for text in selection.library.definitions[id].texts.values():
                yield f"definition.{id}", text

    def terms(self) -> Iterator[Fault]:
        """Terms that the words use and nothing defines, or that are defined twice."""
        every = [run for runs in self.runs.values() for run in runs]
        defined = Counter(run.text for run in every if run.said is Said.TERM and not run.about)
        yield from (Fault("term-defined-twice", frozenset({one}))
                    for one, times in defined.items() if times > 1)  # fmt: skip
        forms = _forms(self.agreement.decision.selection.library)
        longest = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
        words = (run.text.replace("\u00a0", " ") for run in every if run.said is Said.WORDS)
        used = {forms[one] for text in words
                for one in re.findall(rf"(?<![\w-])(?:{longest})(?![\w-])", text)}  # fmt: skip
        yield from (Fault("term-without-definition", frozenset({one}))
                    for one in used if one not in defined)  # fmt: skip

    def lone_schedules(self) -> Iterator[Fault]:
        """Schedules to which nothing outside them refers; that they are listed says nothing."""
        selection = self.agreement.decision.selection
        for id in selection.precedent.schedules:
            home, listed = (id, f"{id}."), f".{id}"
            outside = (run for block, runs in self.runs.items()
                       if not block.startswith(home) and not block.endswith(listed)
                       for run in runs if run.said is Said.REFERENCE)  # fmt: skip
            named = any(run.about == id or run.about.startswith(f"{id}.") for run in outside)
            if not selection.chosen[id].left_out and not named:
                yield Fault("schedule-without-clause", frozenset({id}))

    def blanks(self) -> Iterator[Fault]:
        """Blanks and brackets that wait for what is never asked."""
        deal = self.agreement.decision.selection.deal
        waits = {*self.agreement.assembled.blanks, *self.agreement.assembled.awaited}
        unasked = {name for name in waits if deal.value(name) is Missing.NOT_ASKED}
        for name in deal.questionnaire.names():
            if unasked.intersection(questions_behind(name, deal.questionnaire)):
                yield Fault("blank-not-asked", frozenset({name}))

    def lists(self, lead: Written, name: str) -> Iterator[Fault]:
        """Leads with one bullet or none; `name` matches the blocks that the lead is printed as."""
        for number, bullet in enumerate(lead.bullets, 1):
            yield from self.lists(bullet, rf"{name}\.{number}{_RECORDS}")
        for block in filter(re.compile(name).fullmatch, self.runs) if lead.bullets else ():
            beneath = re.compile(rf"{re.escape(block)}\.\d+{_RECORDS}")
            count = sum(map(bool, map(beneath.fullmatch, self.runs)))
            if count < 2:
                rule = "lone-bullet" if count else "empty-list"
                yield Fault(rule, frozenset({block}), str(lead.place))


def _runs(element: Paragraph | Table | SignatureBlock) -> Iterator[Run]:
    match element:
        case Paragraph(runs=runs):
            yield from runs
        case Table(headings=headings, rows=rows):
            for cells in (headings, *(cells for _, cells in rows)):
                yield from (run for cell in cells for run in cell)
        case SignatureBlock(lead=lead, lines=lines):
            yield from (run for line in (lead, *(one.printed for one in lines)) for run in line)


def _forms(clauses: ClauseLibrary) -> dict[str, str]:
    """Every spelling of every term, and the term."""
    forms = {form: one.term for one in clauses.definitions.values()
             for form in (one.term, *one.forms)}  # fmt: skip
    for topic in clauses.topics.values():
        for variant in topic.variants.values():
            for term in terms_defined(variant.text):
                for form in (term.words, *variant.front.forms.get(term.words, ())):
                    forms.setdefault(form, term.words)
    return forms
