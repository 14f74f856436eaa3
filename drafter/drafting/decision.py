"""What is decided for one deal before anything is drafted: selection and findings."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.fitness import special_term_faults, unfit
from drafter.consistency.cure import as_diagnostic
from drafter.consistency.finding import Finding
from drafter.consistency.judge import findings
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.library.model import ClauseLibrary, Precedent
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import settle
from drafter.selection.deviation import Deviation, deviations
from drafter.selection.explain import explain
from drafter.selection.explanation import Explanation
from drafter.selection.model import Selection
from drafter.selection.questions_read import questions_read
from drafter.selection.select import select


@dataclass(frozen=True, slots=True)
class Decision:
    """The selection for one deal, with the findings of the consistency rules."""

    selection: Selection
    findings: tuple[Finding, ...]

    def explain(self, topic: str) -> Explanation:
        """Why a topic has its variant, and the fewest answers that would give it each other one.

        Raises `KeyError` for a topic of another precedent.
        """
        return explain(self.selection, topic, with_changes=True)

    def reads(self, topic: str) -> tuple[str, ...]:
        """The questions whose answers could change what a topic prints."""
        return questions_read(self.selection, topic)

    def explanations(self) -> Iterator[Explanation]:
        """The explanation of every topic, in outline order."""
        return (self.explain(topic) for topic in self.selection.chosen)

    def deviations(self) -> tuple[Deviation, ...]:
        """The topics that stand on a fallback or the floor, and who may give each."""
        return tuple(deviations(self.selection))


def decide(library: ClauseLibrary, answers: Answers) -> Decision:
    """The selection for these answers. Raises `Refused` with every fault that keeps them from
    being drafted: no such precedent, what is missing, what a rule blocks."""
    precedent, faults = precedent_of(library, answers)
    if precedent is None:
        raise Refused(faults)
    deal = settle(library.questionnaire, answers)
    found = findings(library, deal)
    faults += [*unfit(precedent, deal), *special_term_faults(precedent, answers)]
    faults += [
        as_diagnostic(one, deal, library)
        for one in found
        if one.rule.severity == "block" and not one.pending
    ]
    if faults:
        raise Refused(faults)
    return Decision(select(library, precedent, deal), found)


def precedent_of(
    library: ClauseLibrary, answers: Answers
) -> tuple[Precedent | None, list[Diagnostic]]:
    """The precedent that answers name, or why there is none."""
    known = library.precedents
    precedent = known.get(answers.precedent)
    if precedent is None:
        says = f"there is no precedent `{answers.precedent}`"
        cure = did_you_mean(answers.precedent, known)
        place = answers.place("precedent")
        return None, [Diagnostic("unknown-precedent", says, place, cure)]
    return precedent, []
