"""The public library: load a clause library, draft an agreement, ask why.

>>> from drafter import load_library
>>> library = load_library()
>>> "foreground-ip" in library.topics
True

The web form, the command line and a batch make these calls. Nothing here keeps state: a library
may serve many threads at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.assemble import AS_DRAFT, Assembled, assemble
from drafter.agreement.fitness import special_term_faults, unfit
from drafter.agreement.instructions import Instructions
from drafter.agreement.model import Agreement as Assembly
from drafter.agreement.printed import print_agreement
from drafter.agreement.report import report
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.agreement.tally import Tally, tally
from drafter.bundled import house_styles, starter_library
from drafter.consistency.cure import as_diagnostic
from drafter.consistency.judge import Finding, findings
from drafter.diagnostics import (
    WARNING,
    Diagnostic,
    Place,
    Refused,
    did_you_mean,
    quoted,
    refuse_errors,
)
from drafter.gate import NONE_GIVEN, PURPOSES, Approvals, Leaving, relied_on
from drafter.intake.confirming import told_of_confirmed
from drafter.kinds import TEXT, Kind, NotAValue, read_value
from drafter.library.cache import compiled
from drafter.library.files import LibraryFiles, read_files
from drafter.library.model import ClauseLibrary as ClauseLibrary
from drafter.library.model import Precedent, Topic
from drafter.questionnaire.answers import (
    Answers,
    Places,
    read_answers,
    read_answers_file,
)
from drafter.questionnaire.deal import settle
from drafter.selection.aside import set_aside, told_of_set_aside
from drafter.selection.explain import Explanation, explain
from drafter.selection.model import Selection
from drafter.selection.questions_read import questions_read
from drafter.selection.select import select

if TYPE_CHECKING:
    from drafter.intake.form import Form
    from drafter.rules.table import Meaning
    from drafter.word.house_style import HouseStyle

HOUSE = "house"


def load_library(path: Path | str | None = None, cache: Path | None = None) -> Library:
    """The clause library in a folder; without one, the starter library.

    With a cache folder its compiled form is kept there, verified by digest. Raises `Refused` with
    every fault of its files.
    """
    files = read_files(Path(path) if path else starter_library())
    if cache is None:
        return of_files(files)
    return Library(compiled(files, cache, _without_faults))


def of_files(files: LibraryFiles) -> Library:
    """The library of files that are read already. Raises `Refused` with every fault of them."""
    return Library(_without_faults(files))


def _without_faults(files: LibraryFiles) -> ClauseLibrary:
    from drafter.library.load import load_files
    from drafter.rules.of_files import run_checks

    clauses, faults = load_files(files)
    refuse_errors(faults)
    refuse_errors(run_checks(clauses))
    return clauses


def load_style(path: Path | str | None = None, cache: Path | None = None) -> HouseStyle:
    """A house style, by file or by the name of one that comes with drafter.

    With a cache folder its prepared form is kept there, verified by digest. Raises `Refused`.
    """
    from drafter.word import house

    file = style_file(path)
    return house.prepared(file, cache) if cache else house.load_house(file)


def style_file(style: Path | str | None) -> Path:
    """The .docx of a style: a path, or the name of one that comes with drafter.

    Raises `Refused` for a name that nothing has.
    """
    named = house_styles() / f"{style or HOUSE}.docx"
    file = named if named.is_file() else Path(str(style))
    if not file.suffix and not file.exists():
        says = f"there is no house style {quoted(style)}"
        cure = did_you_mean(str(style), (each.stem for each in house_styles().glob("*.docx")))
        raise Refused([Diagnostic("no-house-style", says, Place(str(style)), cure)])
    return file


@dataclass(frozen=True, slots=True, repr=False)
class Library:
    """A clause library ready for drafting.

    >>> load_library()
    <Library: ... questions, ... topics, ... precedents>
    """

    clauses: ClauseLibrary

    def __repr__(self) -> str:
        questions, made = self.clauses.questionnaire.questions, self.clauses
        return (
            f"<Library: {len(questions)} questions, {len(made.topics)} topics, "
            f"{len(made.precedents)} precedents>"
        )

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Every topic by its id."""
        return self.clauses.topics

    def read_file(self, path: Path | str) -> Answers:
        """Typed answers from a YAML or JSON file. Raises `Refused` with every fault."""
        data, places = read_answers_file(Path(path))
        return self.read(data, places)

    def read(self, answers: Mapping[str, Any], places: Places | None = None) -> Answers:
        """Typed answers from plain data, as an answers file holds it. Raises `Refused`."""
        return read_answers(answers, self.clauses.questionnaire, places)

    def form(self, answers: Mapping[str, Any] | None = None) -> Form:
        """The interview at these answers, which may be none: what to ask next and why.

        Nothing is raised for a faulty answer: `form.faults` tells all of them, keyed by question.

        >>> from drafter import UNKNOWN
        >>> form = load_library().form({"precedent": "co-marketing", "answers": {}})
        >>> form.next.question.asks
        'Who are the parties?'
        >>> form = form.answer({"collaboration_model": "tactical"}, by="Counsel")
        >>> form.asked["money_model"].offer.answer
        'own-costs'
        >>> form = form.take("money_model", by="Counsel").answer({"effective_date": UNKNOWN})
        >>> form.asked["effective_date"].state.value, form.data["given"]["money_model"]["how"]
        ('unknown', 'taken')
        >>> [fault.questions for fault in form.answer({"general_cap": "a lot"}).faults]
        [('general_cap',)]
        """
        from drafter.intake.form import form

        return form(self.clauses, answers or {})

    def form_of_file(self, path: Path | str) -> Form:
        """The interview at the answers of a file. Raises `Refused` with every fault of it."""
        from drafter.intake.form import form

        data, places = read_answers_file(Path(path))
        made = form(self.clauses, data, places)
        _, unknown = self._precedent(made.answers)
        refuse_errors([*made.faults, *unknown])
        return made

    def schema(self) -> dict[str, Any]:
        """JSON Schema (2020-12) of an answers file, for stock form renderers and validators."""
        from drafter.intake.schema import answers_schema

        return answers_schema(self.clauses)

    def rules(self) -> Mapping[str, Meaning]:
        """Every rule that a message may name: drafter's own, and this library's over answers.

        >>> load_library().rules()["essential"].title
        'An answer is missing without which the precedent makes no agreement.'
        """
        from drafter.rules.of_answers import rules_of
        from drafter.rules.table import all_rules

        return {**all_rules(), **rules_of(self.clauses)}

    def select(self, answers: Answers | Mapping[str, Any]) -> Decision:
        """Which wording each topic takes, without drafting. Raises `Refused`."""
        typed = answers if isinstance(answers, Answers) else self.read(answers)
        precedent, faults = self._precedent(typed)
        if precedent is None:
            raise Refused(faults)
        deal = settle(self.clauses.questionnaire, typed)
        found = findings(self.clauses, deal)
        faults += [*unfit(precedent, deal), *special_term_faults(precedent, typed)]
        faults += [
            as_diagnostic(one, deal, self.clauses)
            for one in found
            if one.rule.severity == "block" and not one.pending
        ]
        if faults:
            raise Refused(faults)
        return Decision(select(self.clauses, precedent, deal), found)

    def draft(
        self,
        answers: Answers | Mapping[str, Any],
        purpose: str = "draft",
        on: str = "",
        reference: str = "",
        approvals: Approvals = NONE_GIVEN,
        scheme: Scheme = SHIPPED,
    ) -> Draft:
        """The agreement for these answers.

        `purpose` is draft, issue or signature. For the last two every wording needs one of
        `approvals`, and what comes is a preview that says on each page that it was not issued:
        the file that goes out is made from a recorded revision (`Desk.issue`). `on` is a date to
        print as it stands; `reference` a matter reference for headers; `scheme` numbers it as
        a house style does (`load_style(…).scheme`). Raises `Refused` with every fault at once,
        `ValueError` for another purpose.
        """
        asked = Instructions(purpose, on, reference, purpose != "draft", scheme)
        made = prepare(self, answers, asked, approvals)
        refuse_errors(made.kept_back())
        return made

    def _precedent(self, answers: Answers) -> tuple[Precedent | None, list[Diagnostic]]:
        known = self.clauses.precedents
        precedent = known.get(answers.precedent)
        if precedent is None:
            says = f"there is no precedent `{answers.precedent}`"
            cure = did_you_mean(answers.precedent, known)
            place = answers.place("precedent")
            return None, [Diagnostic("unknown-precedent", says, place, cure)]
        return precedent, []


def _unprintable(called: str, words: str) -> Iterator[Diagnostic]:
    """Why words that are no answer cannot be printed: they pass the door of the answers."""
    try:
        if words:
            read_value(words, Kind(TEXT))
    except NotAValue as fault:
        yield Diagnostic("wrong-text", f"`{called}`: {fault.says}", None, fault.cure)


def prepare(
    library: Library,
    answers: Answers | Mapping[str, Any],
    asked: Instructions,
    approvals: Approvals,
    taken: tuple[str, ...] = (),
) -> Draft:
    """The agreement as it is asked for, before the gate: `Draft.kept_back` says what closes it.

    `taken`: answers that are recommendations taken earlier. Raises `Refused`, and `ValueError`
    for an unknown purpose.
    """
    if asked.purpose not in PURPOSES:
        raise ValueError(f"{asked.purpose!r} is none of {', '.join(PURPOSES)}")
    refuse_errors([*_unprintable("on", asked.on), *_unprintable("reference", asked.reference)])
    decision = library.select(answers)
    return Draft(decision, assemble(decision.selection, asked), asked, approvals, taken)


@dataclass(frozen=True, slots=True)
class Decision:
    """The selection for one deal, with the findings of the consistency rules."""

    selection: Selection
    findings: tuple[Finding, ...]

    def explain(self, topic: str) -> Explanation:
        """Why a topic has its wording, and the fewest answers that would give it each other one.

        Raises `KeyError` for a topic of another precedent.
        """
        return explain(self.selection, topic, with_changes=True)

    def reads(self, topic: str) -> tuple[str, ...]:
        """The questions whose answers could change what a topic prints."""
        return questions_read(self.selection, topic)

    def explanations(self) -> Iterator[Explanation]:
        """The explanation of every topic, in outline order."""
        return (self.explain(topic) for topic in self.selection.chosen)


def _undefined(term: str) -> Diagnostic:
    says = f"a period is counted in `{term}`, and the library defines it nowhere"
    cure = "answer in days, or define the term in the library"
    return Diagnostic("undefined-term", says, None, cure, severity=WARNING)


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """A drafted agreement: its text, its Word file, and the record of why."""

    decision: Decision
    assembled: Assembled
    asked: Instructions = AS_DRAFT
    approvals: Approvals = NONE_GIVEN
    taken: tuple[str, ...] = ()

    def __repr__(self) -> str:
        precedent = self.decision.selection.precedent.id
        return f"<Agreement of {precedent}: {self.tally.in_words()}>"

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
        return tuple(self.leaving.faults(self.document.purpose, self.approvals))

    @property
    def tally(self) -> Tally:
        """What it rests on, counted: answers given and recommended, blanks, warnings."""
        return tally(self.decision.selection, self.decision.findings, self.assembled)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The warnings of the rules over answers, those that somebody overrides too; the answers
        that are set aside because their question is not asked; the terms that a period is counted
        in and nothing defines; and what to know of confirmed answers, such as that something
        else is recommended by now."""
        deal, library = self.decision.selection.deal, self.decision.selection.library
        fired = [
            as_diagnostic(one, deal, library)
            for one in self.decision.findings
            if one.rule.severity == "warn" and not one.pending
        ]
        undefined = map(_undefined, self.assembled.undefined)
        aside = told_of_set_aside(self.decision.selection.precedent, deal)
        return (*fired, *aside, *undefined, *told_of_confirmed(deal))

    def said(self) -> dict[str, Any]:
        """What every way out says of it, as plain data: counts, warnings, answers set aside."""
        selection = self.decision.selection
        return {
            "counts": self.tally.as_data(),
            "findings": [one.as_data() for one in self.warnings],
            "set_aside": list(set_aside(selection.precedent, selection.deal)),
        }

    @property
    def document(self) -> Assembly:
        """The assembled tree."""
        return self.assembled.agreement

    def numbered(self, scheme: Scheme = SHIPPED) -> Draft:
        """The same agreement numbered by another scheme: labels and references, nothing else."""
        if self.asked.scheme == scheme:
            return self
        asked = replace(self.asked, scheme=scheme)
        again = assemble(self.decision.selection, asked)
        return replace(self, assembled=again, asked=asked)

    def text(self) -> str:
        """The whole agreement as plain text, numbers and references included."""
        return print_agreement(self.document)

    def to_docx(self, style: HouseStyle | Path | str | None = None) -> bytes:
        """The bytes of the Word file, numbered as its style numbers.

        Load a style once (`load_style`) for many agreements.
        """
        from drafter.word.house_style import HouseStyle
        from drafter.word.write import to_docx

        house = style if isinstance(style, HouseStyle) else load_style(style)
        return to_docx(self.numbered(house.scheme).document, house)

    def report(self) -> dict[str, Any]:
        """The record of the draft, as plain data: what stands in it and why."""
        selection, findings = self.decision.selection, self.decision.findings
        approvals = relied_on(selection, self.approvals)
        return report(selection, findings, self.assembled, approvals, self.tally)
