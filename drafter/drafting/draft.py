"""A drafted agreement: text, Word file, and the record of why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.agreement_text import print_agreement
from drafter.agreement.assemble import AS_DRAFT, Assembled, assemble, assemble_again
from drafter.agreement.editions import Edition
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement
from drafter.agreement.report import report
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.agreement.sheets import decision_record, key_terms
from drafter.agreement.tag_reading import TagReading
from drafter.agreement.tally import Tally, tally
from drafter.consistency.cure import as_diagnostic
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import NOTE, WARNING, Diagnostic, refuse_errors
from drafter.drafting.decision import Decision
from drafter.drafting.house_styles import load_style
from drafter.gate import NONE_GIVEN, PURPOSES, Approvals, Leaving, relied_on
from drafter.intake.confirming import warnings_of_confirmed
from drafter.kinds import TEXT, Kind, NotAValue, read_value
from drafter.printed_words import EDITION
from drafter.selection.aside import set_aside, warnings_of_no_word, warnings_of_set_aside
from drafter.selection.lapsed import lapsed_laws, on_lapsed_law
from drafter.selection.points import warnings_of_points
from drafter.system import uncollected

if TYPE_CHECKING:
    from drafter.word.house_style import HouseStyle


@dataclass(frozen=True, slots=True)
class Amended:
    """What of an amended agreement goes through the gate with its amendment: the wordings that
    come in, and the warnings that the agreement did not have; and what to know of it."""

    leaving: Leaving
    told: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A drafted agreement: its text, its Word file, and the record of why."""

    decision: Decision
    assembled: Assembled
    asked: Instructions = AS_DRAFT
    approvals: Approvals = NONE_GIVEN
    taken: tuple[str, ...] = ()
    amended: Amended | None = None

    def __repr__(self) -> str:
        precedent = self.decision.selection.precedent.id
        return f"<Agreement of {precedent}: {self.tally.as_text()}>"

    @property
    def leaving(self) -> Leaving:
        """What the gate judges."""
        selection, made = self.decision.selection, self.assembled
        findings = self.decision.findings
        return Leaving(
            selection, findings, made.blanks, made.awaited, self.taken, tuple(made.open_definitions)
        )

    def kept_back(self) -> tuple[Diagnostic, ...]:
        """Why it may not leave for its purpose; nothing for a draft."""
        purpose, leaving = self.document.purpose, (self.leaving, *self._amended())
        found = (fault for one in leaving for fault in one.faults(purpose, self.approvals))
        return tuple(dict.fromkeys(found))

    def _amended(self) -> tuple[Leaving, ...]:
        return (self.amended.leaving,) if self.amended else ()

    @property
    def tally(self) -> Tally:
        """What it rests on, counted: answers given and recommended, blanks, warnings."""
        return tally(self.decision.selection, self.decision.findings, self.assembled, self.taken)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The warnings of the rules over answers, those that somebody overrides too; the answers
        that are set aside because their question is not asked, and the choices that change no
        word; the terms that a period is counted in and nothing defines; the laws that a wording
        rests on and that are out of force on the day of its approvals, if they have one; and what
        to know of confirmed answers, such as that something else is recommended by now."""
        deal = self.decision.selection.deal
        undefined = map(_undefined, self.assembled.undefined)
        precedent = self.decision.selection.precedent
        aside = warnings_of_set_aside(precedent, deal)
        no_word = warnings_of_no_word(precedent, deal)
        lapsed = lapsed_laws(self.decision.selection, self.approvals.today)
        points = warnings_of_points(self.decision.selection)
        return (
            *self._fired("warn"),
            *lapsed,
            *points,
            *aside,
            *no_word,
            *undefined,
            *warnings_of_confirmed(deal),
            *(self.amended.told if self.amended else ()),
        )

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What the rules over answers explain, what is seldom answered so, whose printed words are
        taken where nobody chose them, and what was carried over from an older library."""
        questions = self.decision.selection.library.questionnaire.questions
        edition = self.assembled.edition
        is_told = edition.is_assumed and (EDITION in questions or self.asked.edition)
        moved = map(_moved, self.decision.selection.deal.answers.moved)
        empty = map(_empty_tag, self.assembled.empty_tags)
        return (*self._fired("inform"), *([_assumed(edition)] if is_told else ()), *moved, *empty)

    def _fired(self, severity: str) -> Iterator[Diagnostic]:
        deal, library = self.decision.selection.deal, self.decision.selection.library
        for one in self.decision.findings:
            if one.rule.severity == severity and not one.pending:
                yield on_lapsed_law(as_diagnostic(one, deal, library), one, self.approvals.today)

    def summary(self) -> dict[str, Any]:
        """What every way out says of it, as plain data: counts, warnings, answers set aside."""
        selection = self.decision.selection
        return {
            "counts": self.tally.as_data(),
            "findings": [one.as_data() for one in (*self.warnings, *self.notes)],
            "set_aside": list(set_aside(selection.precedent, selection.deal)),
        }

    @property
    def document(self) -> Agreement:
        """The assembled tree."""
        return self.assembled.agreement

    def numbered(self, scheme: Scheme = SHIPPED) -> Draft:
        """The same agreement numbered by another scheme: labels and references, nothing else."""
        return self._assembled_as(replace(self.asked, scheme=scheme))

    def worded(self, edition: str, tags: tuple[TagReading, ...] = ()) -> Draft:
        """The same agreement in the edition that a house style names, if nothing else names one,
        and with what its tags read."""
        return self._assembled_as(replace(self.asked, edition=edition, tags=tags))

    def _assembled_as(self, asked: Instructions) -> Draft:
        if self.asked == asked:
            return self
        again = assemble_again(self.assembled, self.decision.selection, asked, self.taken)
        return replace(self, assembled=again, asked=asked)

    def in_style(self, house: HouseStyle) -> Draft:
        """The same agreement numbered as a house style numbers, in the edition that it names if
        nothing else names one, with what its tags read. Raises `Refused` for a tag that names
        nothing in the library."""
        asked = replace(self.asked, scheme=house.scheme, edition=house.edition, tags=house.reads)
        return self._assembled_as(asked)

    def text(self) -> str:
        """The whole agreement as plain text, numbers and references included."""
        return print_agreement(self.document)

    def key_terms(self) -> Agreement:
        """What its clauses say, in plain words and by their numbers, as a sheet."""
        return key_terms(self.decision.selection, self.document)

    def decision_record(self) -> Agreement:
        """The record of the draft as a sheet: what stands in it, why, and what is still open."""
        report = {**self.report(), "findings": self.summary()["findings"]}
        return decision_record(report, self.document, self.tally.as_text())

    @uncollected()
    def to_docx(
        self, style: HouseStyle | Path | str | None = None, pages: Mapping[str, str] | None = None
    ) -> bytes:
        """The bytes of the Word file, numbered as its style numbers, in the edition that it names
        where nothing else names one.

        Load a style once (`load_style`) for many agreements. `pages` are the numbers of the pages
        on the contents page, by bookmark, as a layout has found them; an empty table makes the file
        that such a program is to lay out.
        """
        from drafter.word.contents import Pages
        from drafter.word.house_style import HouseStyle
        from drafter.word.write import to_docx

        house = style if isinstance(style, HouseStyle) else load_style(style)
        shown = None if pages is None else Pages(pages)
        return to_docx(self.in_style(house).document, house, shown)

    @uncollected()
    def report(self, with_changes: bool = False) -> dict[str, Any]:
        """The record of the draft, as plain data: what stands in it and why.

        `with_changes`: for each wording that is not chosen, the fewest answers that would give it
        are looked for, as `Decision.explain` does; that takes many times as long as the draft.
        """
        selection, findings = self.decision.selection, self.decision.findings
        used = (selection, *(one.selection for one in self._amended()))
        approvals = [each for one in used for each in relied_on(one, self.approvals)]
        return report(selection, findings, self.assembled, approvals, self.tally, with_changes)


def _undefined(term: str) -> Diagnostic:
    says = f"a period is counted in `{term}`, and the library defines it nowhere"
    cure = "answer in days, or define the term in the library"
    return Diagnostic("undefined-term", says, None, cure, severity=WARNING)


def _moved(says: str) -> Diagnostic:
    cure = "to save it so: drafter ask -o ANSWERS --resume"
    return Diagnostic("moved-answer", says, None, cure, severity=NOTE)


def _empty_tag(name: str) -> Diagnostic:
    says = (
        f"the house style prints `{name}`, for which this deal is not asked: nothing stands there"
    )
    return Diagnostic("empty-tag", says, None, severity=NOTE)


def _assumed(edition: Edition) -> Diagnostic:
    says = f"the words printed beside clause text are those of `{edition.words.id}`: "
    cure = f"answer `{EDITION}`"
    return Diagnostic("edition-assumed", says + edition.because, None, cure, severity=NOTE)


def prepare(
    decision: Decision,
    asked: Instructions,
    approvals: Approvals,
    taken: tuple[str, ...] = (),
) -> Draft:
    """The agreement of a decision as it is asked for, before the gate: `kept_back` says what
    closes it.

    `taken`: answers that are recommendations taken earlier. Raises `Refused`, and `ValueError`
    for an unknown purpose.
    """
    if asked.purpose not in PURPOSES:
        raise ValueError(f"{asked.purpose!r} is none of {', '.join(PURPOSES)}")
    printed = ("on", "reference", "draft_number", "matter", "document")
    refuse_errors([one for each in printed for one in _unprintable(each, getattr(asked, each))])
    return Draft(decision, assemble(decision.selection, asked, taken), asked, approvals, taken)


def _unprintable(called: str, words: str) -> Iterator[Diagnostic]:
    """Why words that are no answer cannot be printed: they pass the door of the answers."""
    try:
        if words:
            read_value(words, Kind(TEXT))
    except NotAValue as fault:
        yield Diagnostic("wrong-text", f"`{called}`: {fault.says}", None, fault.cure)
