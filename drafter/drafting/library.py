"""A clause library ready for drafting, and loading one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.agreement.instructions import OPEN_NOTES, Instructions
from drafter.agreement.scheme import SHIPPED, Scheme
from drafter.agreement.tag_reading import TagReading
from drafter.bundled import starter_library
from drafter.data_classes import dataclass, replace
from drafter.diagnostics import (
    refuse_errors,
)
from drafter.drafting.decision import Decision, decide, precedent_of
from drafter.drafting.draft import Draft, prepare
from drafter.gate import NONE_GIVEN, Approvals
from drafter.library.cache import compiled
from drafter.library.files import LibraryFiles, read_files
from drafter.library.model import ClauseLibrary as ClauseLibrary
from drafter.library.model import Topic
from drafter.library.old_answers import carried_over
from drafter.questionnaire.answers import (
    Answers,
    Places,
    read_answers,
    read_answers_file,
)
from drafter.system import uncollected

if TYPE_CHECKING:
    from drafter.intake.form import Form
    from drafter.rules.table import Meaning


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
        """Typed answers from plain data, as an answers file holds it; what an older library asked
        otherwise is carried over as `renamed.yaml` declares, and told. Raises `Refused`."""
        record, told = carried_over(self.clauses, answers)
        typed = read_answers(record, self.clauses.questionnaire, places)
        return replace(typed, moved=told) if told else typed

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
        _, unknown = precedent_of(self.clauses, made.answers)
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
        """Which variant each topic takes, without drafting. Raises `Refused`."""
        typed = answers if isinstance(answers, Answers) else self.read(answers)
        return decide(self.clauses, typed)

    def draft(
        self,
        answers: Answers | Mapping[str, Any],
        purpose: str = "draft",
        on: str = "",
        reference: str = "",
        approvals: Approvals = NONE_GIVEN,
        scheme: Scheme = SHIPPED,
        edition: str = "",
        notes: str = OPEN_NOTES,
        taken: tuple[str, ...] = (),
        tags: tuple[TagReading, ...] = (),
    ) -> Draft:
        """The agreement for these answers.

        `purpose` is draft, issue or signature. For the last two every variant needs one of
        `approvals`, and what comes is a preview that says on each page that it was not issued:
        the file that goes out is made from a recorded revision (`Desk.issue`). `on` is a date to
        print as it stands; `reference` a matter reference for headers; `scheme` numbers it as
        a house style does (`load_style(…).scheme`), and `edition` words it as one does
        (`load_style(…).edition`) where neither an answer nor the precedent says. `notes` says which
        notes a draft carries: `all`, those that leave something `open`, or `none`. `taken` names
        answers that are recommendations of an earlier draft. `tags` are what the tags of a house
        style read of the deal (`load_style(…).reads`): a blank there is a blank of the agreement.
        Raises `Refused` with every fault at once, `ValueError` for another purpose.
        """
        preview = purpose != "draft"
        asked = Instructions(purpose, on, reference, preview, scheme, edition, notes, tags=tags)
        return self.draft_as(answers, asked, approvals, taken)

    @uncollected()
    def draft_as(
        self,
        answers: Answers | Mapping[str, Any],
        asked: Instructions,
        approvals: Approvals = NONE_GIVEN,
        taken: tuple[str, ...] = (),
    ) -> Draft:
        """The agreement for these answers as it is asked for, which also says what tells a draft
        apart (`draft_number`, `matter`, `document`) and what it lists at its end (`annex`).

        What is asked for another purpose than a draft is a preview. Raises as `draft` does.
        """
        asked = replace(asked, is_preview=asked.purpose != "draft")
        made = prepare(self.select(answers), asked, approvals, taken)
        refuse_errors(made.kept_back())
        return made
