"""Every guarded text is printed in some deal.

Why: text behind a guard that no deal fulfils is kept, reviewed and approved for nothing; mostly a
rule refuses the very answers that it was written for. A guard that asks whether a question is
answered, or known, is for drafts on the way and is passed over.

Bad:

    {if aims are open} The Managers must reconcile the aims.      (a rule blocks open aims)

Good:

    {if aims are reconciled} The table states the aims as reconciled.

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.conditions.model import Answered, Condition, Unknown
from drafter.conditions.source import source
from drafter.conditions.walk import subjects, tests
from drafter.diagnostics import WARNING
from drafter.proof.goals import Wish
from drafter.proof.outline import PossibleVariant, Standing
from drafter.proof.unasked import first_place
from drafter.prose.model import When
from drafter.prose.walk import guards
from drafter.rules.of_all_answers.unreachable_variant import RULE as UNREACHABLE

RULE = "dead-text"


def wishes(standing: Standing) -> Iterator[Wish]:
    """Each guard of a variant holds in some deal that has the variant."""
    for possible in standing.variants:
        yield from _of(possible, standing)


def _of(possible: PossibleVariant, standing: Standing) -> Iterator[Wish]:
    verdict, both = standing.encoding.verdict, standing.encoding.clauses.both
    for guard in guards(possible.variant.text) if possible.variant else ():
        if isinstance(guard, When) and _is_of_the_deal(guard.condition, standing):
            said = source(guard.condition)
            yield Wish(
                RULE,
                (possible.topic, possible.id, said),
                both((possible.stands, verdict(guard.condition).true)),
                f"no deal prints what stands behind `{{if {said}}}`",
                first_place(guard.condition),
                "remove the text, or mend the guard or the rule that refuses its answers",
                within=(UNREACHABLE, "topic", possible.topic, possible.id),
                severity=WARNING,
            )


def _is_of_the_deal(condition: Condition, standing: Standing) -> bool:
    """Whether it reads the final answers of the deal, and not the record of a loop."""
    kind = standing.library.questionnaire.kind
    final = not any(isinstance(test, Answered | Unknown) for test in tests(condition))
    return final and all(kind(name) for name in subjects(condition))
