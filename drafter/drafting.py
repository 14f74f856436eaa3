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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.assemble import Assembled, assemble
from drafter.agreement.model import Agreement as Assembly
from drafter.agreement.printed import print_agreement
from drafter.bundled import house_styles, starter_library
from drafter.checks import run_checks
from drafter.conditions.model import Missing
from drafter.consistency.judge import Finding, findings
from drafter.diagnostics import ERROR, Diagnostic, Refused, did_you_mean, refuse_errors
from drafter.library.files import LibraryFiles, read_files
from drafter.library.model import Library as ClauseLibrary
from drafter.library.model import Precedent, Topic
from drafter.questionnaire.answers import Answers, Places, read_answers, read_answers_file
from drafter.questionnaire.deal import Deal, settle
from drafter.questionnaire.values import spelled
from drafter.selection.explain import Explanation, explain
from drafter.selection.model import Selection
from drafter.selection.select import select

if TYPE_CHECKING:
    from drafter.word.house import HouseStyle

PURPOSES = ("draft", "issue", "signature")
HOUSE = "house"


def load_library(path: Path | str | None = None, cache: Path | None = None) -> Library:
    """The clause library in a folder; without one, the starter library.

    With a cache folder its compiled form is kept there, verified by digest. Raises `Refused` with
    every fault of its files.
    """
    files = read_files(Path(path) if path else starter_library())
    if cache is None:
        return Library(_without_faults(files))
    from drafter.library.cache import compiled

    return Library(compiled(files, cache, _without_faults))


def _without_faults(files: LibraryFiles) -> ClauseLibrary:
    from drafter.library.load import load_files

    clauses, faults = load_files(files)
    refuse_errors(faults)
    refuse_errors(run_checks(clauses))
    return clauses


def check_library(path: Path | str | None = None) -> tuple[Diagnostic, ...]:
    """Every fault of a clause library, those of single files and those of the whole."""
    from drafter.library.load import load

    clauses, faults = load(Path(path) if path else starter_library())
    return (*faults, *run_checks(clauses))


def load_style(path: Path | str | None = None, cache: Path | None = None) -> HouseStyle:
    """A house style, by file or by the name of one that comes with drafter.

    With a cache folder its prepared form is kept there, verified by digest. Raises `Refused`.
    """
    from drafter.word import house

    file = style_file(path)
    return house.prepared(file, cache) if cache else house.load_house(file)


def style_file(style: Path | str | None) -> Path:
    """The .docx of a style: a path, or the name of one that comes with drafter."""
    named = house_styles() / f"{style or HOUSE}.docx"
    return named if named.is_file() else Path(str(style))


@dataclass(frozen=True, slots=True)
class Library:
    """A clause library ready for drafting."""

    clauses: ClauseLibrary

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

    def select(self, answers: Answers | Mapping[str, Any]) -> Decision:
        """Which wording each topic takes, without drafting. Raises `Refused`."""
        typed = answers if isinstance(answers, Answers) else self.read(answers)
        precedent, faults = self._precedent(typed)
        if precedent is None:
            raise Refused(faults)
        deal = settle(self.clauses.questionnaire, typed)
        found = findings(self.clauses, deal)
        faults += [*_unfit(precedent, deal), *_special_term_faults(precedent, typed)]
        faults += [one.as_diagnostic(deal) for one in found
                   if one.rule.severity == "block" and not one.pending]  # fmt: skip
        if faults:
            raise Refused(faults)
        return Decision(select(self.clauses, precedent, deal), found)

    def draft(
        self, answers: Answers | Mapping[str, Any], purpose: str = "draft", on: str = "",
        reference: str = "",
    ) -> Agreement:
        """The agreement for these answers.

        `purpose` is draft, issue or signature; `on` a date to print as it stands; `reference` a
        matter reference for headers. Raises `Refused` with every fault at once.
        """
        decision = self.select(answers)
        assembled = assemble(decision.selection, purpose, on, reference)
        agreement = Agreement(decision, assembled)
        refuse_errors(tuple(_kept_back(agreement, purpose)))
        return agreement

    def _precedent(self, answers: Answers) -> tuple[Precedent | None, list[Diagnostic]]:
        known = self.clauses.precedents
        precedent = known.get(answers.precedent)
        if precedent is None:
            says = f"there is no precedent `{answers.precedent}`"
            cure = did_you_mean(answers.precedent, known)
            place = answers.place("precedent")
            return None, [Diagnostic("unknown-precedent", says, place, cure)]
        return precedent, []


@dataclass(frozen=True, slots=True)
class Decision:
    """The selection for one deal, with the findings of the consistency rules."""

    selection: Selection
    findings: tuple[Finding, ...]

    def explain(self, topic: str) -> Explanation:
        """Why a topic has its wording. Raises `KeyError` for a topic of another precedent."""
        return explain(self.selection, topic)

    def reads(self, topic: str) -> tuple[str, ...]:
        """The questions whose answers could change what a topic prints."""
        from drafter.selection.reads import questions_read

        return questions_read(self.selection, topic)

    def explanations(self) -> Iterator[Explanation]:
        """The explanation of every topic, in outline order."""
        return (explain(self.selection, topic) for topic in self.selection.chosen)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A drafted agreement: its text, its Word file, and the record of why."""

    decision: Decision
    assembled: Assembled

    @property
    def document(self) -> Assembly:
        """The assembled tree."""
        return self.assembled.agreement

    def text(self) -> str:
        """The whole agreement as plain text, numbers and references included."""
        return print_agreement(self.document)

    def to_docx(self, style: HouseStyle | Path | str | None = None) -> bytes:
        """The bytes of the Word file. Load a style once (`load_style`) for many agreements."""
        from drafter.word.house import HouseStyle
        from drafter.word.write import to_docx

        house = style if isinstance(style, HouseStyle) else load_style(style)
        return to_docx(self.document, house)

    def report(self) -> dict[str, Any]:
        """The record of the draft, as plain data: what stands in it and why."""
        selection, deal = self.decision.selection, self.decision.selection.deal
        entries = [one.as_data() for one in self.decision.explanations()]
        return {
            "precedent": selection.precedent.id,
            "purpose": self.document.purpose,
            "library": selection.library.digest,
            "selection": entries,
            "findings": [finding.as_data() for finding in self.decision.findings],
            "recommended": list(_recommended(deal)),
            "set_aside": list(deal.set_aside),
            "overrides": [_as_data(one) for one in deal.answers.overrides],
            "approvals": [],
            "confirm": list(_to_confirm(selection)),
            "blanks": [{"question": q, "asks": asks} for q, asks in self.assembled.blanks.items()],
            "open": [{"topic": id, "possible": list(one.rows)} for id, one in
                     selection.chosen.items() if one.is_open],
            "special_terms": [_as_data(one) for one in deal.answers.special_terms],
            "definitions": list(self.assembled.terms),
        }  # fmt: skip


def _as_data(value: Any) -> dict[str, str]:
    return {name: getattr(value, name) for name in value.__slots__ if getattr(value, name)}


def _recommended(deal: Deal) -> Iterator[dict[str, Any]]:
    for name, step in deal.taken.items():
        value = deal.value(name)
        taken = "none" if isinstance(value, Missing) or value == () else spelled(value)  # type: ignore[arg-type]
        yield {"question": name, "answer": taken, "because": step.because,
               "confirmed": name in deal.answers.confirmed}  # fmt: skip


def _to_confirm(selection: Selection) -> Iterator[dict[str, Any]]:
    for id, chosen in selection.chosen.items():
        variant = chosen.variant
        for point in variant.front.confirm if variant else ():
            yield {"topic": id, "point": point}


# --- what a draft, an issue and a signature copy may not lack ---------------------------------


def _unfit(precedent: Precedent, deal: Deal) -> Iterator[Diagnostic]:
    """Essential answers that are missing, and a number of parties that the precedent is not for."""
    for name in precedent.essential:
        if isinstance(deal.value(name), Missing):
            asks = deal.questionnaire.questions[name].asks
            says = f"`{name}` is not answered, and the agreement cannot stand without it"
            yield Diagnostic("essential", says, deal.answers.place("answers", ""),
                             f"answer: {asks}", questions=(name,))
    members = deal.value("parties")
    if isinstance(members, tuple) and not (
        precedent.fewest_parties <= len(members) <= (precedent.most_parties or len(members))
    ):
        says = f"`{precedent.id}` is not made for {len(members)} parties"
        yield Diagnostic("party-count", says, deal.answers.place("answers", "parties", ""),
                         "choose another precedent", questions=("parties",))


def _special_term_faults(precedent: Precedent, answers: Answers) -> Iterator[Diagnostic]:
    for term in answers.special_terms:
        place = answers.place("special_terms", term.id, "")
        if bool(term.after) is bool(term.replaces):
            yield Diagnostic("special-term", f"special term `{term.id}` has no place", place,
                             "say `after:` or `replaces:` and a topic, one of the two")
            continue
        topic = term.after or term.replaces
        if topic not in precedent.topics:
            yield Diagnostic("special-term", f"special term `{term.id}` names `{topic}`, which is "
                             "no topic of the precedent", place,
                             did_you_mean(topic, precedent.topics))


def _kept_back(agreement: Agreement, purpose: str) -> Iterator[Diagnostic]:
    """What keeps an agreement from being issued or signed."""
    if purpose == "draft":
        return
    report = agreement.report()
    for one in report["open"]:
        yield _gate("open-topic", f"`{one['topic']}` is not decided yet", "answer its questions")
    for finding in agreement.decision.findings:
        overridden = any(o.what == finding.rule.id for o in _overrides(agreement))
        if finding.rule.severity == "warn" and not finding.pending and not overridden:
            yield _gate(finding.rule.id, finding.rule.message,
                        "settle it, or name an override with a reason under `overrides:`")
    if purpose == "signature":
        yield from _unsigned(report)


def _unsigned(report: dict[str, Any]) -> Iterator[Diagnostic]:
    for one in report["blanks"]:
        yield _gate("blank", f"`{one['question']}` is blank", f"answer: {one['asks']}")
    for one in report["recommended"]:
        if not one["confirmed"]:
            yield _gate("recommendation", f"`{one['question']}` rests on a recommendation alone",
                        "answer it, or list it under `confirmed:`")


def _overrides(agreement: Agreement) -> tuple[Any, ...]:
    return agreement.decision.selection.deal.answers.overrides


def _gate(rule: str, says: str, cure: str) -> Diagnostic:
    return Diagnostic(rule, says, None, cure, severity=ERROR)
