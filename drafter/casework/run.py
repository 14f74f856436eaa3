"""Runs cases: decides each, and compares what came with what the case expects.

Only a case that expects words is drafted whole: that every draft comes together is proved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.agreement.instructions import Instructions
from drafter.casework.read import Case
from drafter.consistency.finding import Finding
from drafter.consistency.judge import OF_EVERY_LIBRARY, findings
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Refused, did_you_mean
from drafter.drafting import Decision, Library, prepare
from drafter.gate import NONE_GIVEN
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import settle
from drafter.rules.of_upkeep.renamed_id import old_names
from drafter.selection.model import Chosen

RULE = "case"
OPEN = "open"
OF_TABLES = ("gap", "overlap")
_AS_TYPED = str.maketrans({"\u00a0": " ", "“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """What came of a case: the rules that fire, its variants if it has any, what is wrong; and
    the faults of tables that kept it from having variants, which are no fault of the case."""

    case: Case
    fired: frozenset[str] = frozenset()
    decision: Decision | None = None
    faults: tuple[Diagnostic, ...] = ()
    of_tables: tuple[Diagnostic, ...] = ()


def run_case(library: Library, case: Case) -> CaseOutcome:
    """The case, decided and judged."""
    given = case.data["answers"]
    renamed = tuple(old_names(library.clauses, given, lambda name: case.place("answers", name)))
    if renamed:
        return CaseOutcome(case, faults=renamed)
    try:
        answers = library.read(case.data, case.places)
    except Refused as refused:
        return CaseOutcome(case, faults=refused.diagnostics)
    try:
        decision = library.select(answers)
    except Refused as refused:
        return _without_draft(library, case, answers, refused)
    fired = _fired(decision.findings)
    faults = (
        *_unfired(library, case, fired),
        *_variants(case, decision),
        *_words(case, decision),
    )
    return CaseOutcome(case, fired, decision, faults)


def _without_draft(library: Library, case: Case, answers: Answers, refused: Refused) -> CaseOutcome:
    deal = settle(library.clauses.questionnaire, answers)
    fired = _fired(findings(library.clauses, deal))
    faults = (
        *_refused(case, refused.diagnostics),
        *_unfired(library, case, fired),
        *_undrafted(case),
    )
    of_tables = tuple(one for one in refused.diagnostics if one.rule in OF_TABLES)
    return CaseOutcome(case, fired, None, faults, of_tables)


def _fired(found: Iterable[Finding]) -> frozenset[str]:
    return frozenset(one.rule.id for one in found if not one.pending)


def _refused(case: Case, faults: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Refusals that the case does not expect; it expects those it names under `findings:`."""
    for fault in faults:
        if fault.rule not in case.expected.findings:
            yield Diagnostic(
                RULE,
                f"case `{case.id}` is refused by {fault.rule}: {fault.says}",
                fault.place or case.place("answers"),
                f"answer otherwise, or expect it: `findings: [{fault.rule}]`",
                questions=fault.questions,
            )


def _unfired(library: Library, case: Case, fired: frozenset[str]) -> Iterator[Diagnostic]:
    for index, rule in enumerate(case.expected.findings):
        place = case.place("expect", "findings", str(index))
        own = (*library.clauses.rules, *library.clauses.questionnaire.relations)
        known = {*own, *OF_EVERY_LIBRARY}
        if rule not in known:
            yield Diagnostic(
                RULE,
                f"case `{case.id}` expects {rule}, and there is no such rule",
                place,
                did_you_mean(rule, known),
            )
        elif rule not in fired:
            yield Diagnostic(
                RULE,
                f"case `{case.id}` expects {rule}, which does not fire",
                place,
                f"see when it does: drafter rule {rule}",
            )


def _undrafted(case: Case) -> Iterator[Diagnostic]:
    expected = case.expected
    if expected.variants or expected.words or expected.no_words:
        says = f"case `{case.id}` expects wordings or words, and nothing is drafted"
        yield Diagnostic(
            RULE, says, case.place("expect"), "expect findings only, or mend the answers"
        )


def _variants(case: Case, decision: Decision) -> Iterator[Diagnostic]:
    chosen = decision.selection.chosen
    for topic, variant in case.expected.variants.items():
        place = case.place("expect", "variants", topic)
        if topic not in chosen:
            yield Diagnostic(
                RULE,
                f"case `{case.id}`: `{topic}` is no topic of this precedent",
                place,
                did_you_mean(topic, chosen),
            )
        elif (came := _came(chosen[topic])) != variant:
            yield Diagnostic(
                RULE,
                f"case `{case.id}`: `{topic}` is `{came}`, not `{variant}`",
                place,
                "drafter explain says why, for the same answers",
            )


def _came(chosen: Chosen) -> str:
    return OPEN if chosen.is_open else chosen.rows[0]


def _words(case: Case, decision: Decision) -> Iterator[Diagnostic]:
    if not (case.expected.words or case.expected.no_words):
        return
    text = prepare(decision, Instructions(), NONE_GIVEN).text().translate(_AS_TYPED)
    for key, listed, wanted in (
        ("words", case.expected.words, True),
        ("no words", case.expected.no_words, False),
    ):
        for index, words in enumerate(listed):
            if (words in text) is not wanted:
                says = "is not in the text" if wanted else "is in the text"
                yield Diagnostic(
                    RULE,
                    f'case `{case.id}`: "{words}" {says}',
                    case.place("expect", key, str(index)),
                    "read it with: drafter show agreement",
                )
