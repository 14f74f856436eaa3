"""What a form carries over from the one before it: whatever reads no answer that changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from drafter.consistency.before import Before, still_standing
from drafter.consistency.names_read import names_read
from drafter.diagnostics import Diagnostic
from drafter.intake.model import Snapshot
from drafter.intake.questions import Stands
from drafter.kinds.model import Value
from drafter.questionnaire.answers import Answers
from drafter.questionnaire.deal import Deal


class Carried:
    """What stands of an earlier form without a fault in the form of another record of its deal."""

    def __init__(self, before: Snapshot, data: Mapping[str, Any]) -> None:
        self._before, self._said = before, _said_otherwise(before.data, data)

    @property
    def values(self) -> Mapping[str, Value]:
        """The answers that were read and are the same words still."""
        read = self._before.answers.values
        return {name: value for name, value in read.items() if name not in self._said}

    @property
    def settled(self) -> Deal:
        """The earlier deal as far as nothing that its values rest on is said otherwise."""
        rests = names_read(self._before.library).at_all.items()
        return self._before.deal.only(name for name, on in rests if not on & self._said)

    def onto(self, deal: Deal, faults: Iterable[Diagnostic]) -> tuple[Before | None, Stands]:
        """The findings and the questions that stand in the deal as it is now."""
        if not self._is_alike(deal.answers):
            return None, {}
        before, differ = self._before, self._differ(deal)
        found = still_standing(before.findings, before.library, differ)
        faulty = (path for one in faults for path in one.questions)
        differ = differ.union(path.partition(".")[0] for path in faulty)
        read = names_read(before.library).of_questions.items()
        return found, {name: before.asked.get(name) for name, names in read if not names & differ}

    def _is_alike(self, answers: Answers) -> bool:
        """Whether all is the same that stands beside the answers and that a finding reads."""
        before = self._before.answers
        return (answers.precedent, answers.special_terms) == (
            before.precedent, before.special_terms)  # fmt: skip

    def _differ(self, deal: Deal) -> frozenset[str]:
        """The questions that are answered otherwise, and what else has another value."""
        before = self._before.deal.values
        return self._said.union(
            name for name, value in deal.values.items() if value != before[name]
        )


def _said_otherwise(one: Mapping[str, Any], other: Mapping[str, Any]) -> frozenset[str]:
    """The questions of which two records say something else, in whichever place."""
    paths = set[str]()
    for key in ("answers", "given"):
        here, there = ({} if not isinstance(each.get(key), Mapping) else each[key]
                       for each in (one, other))  # fmt: skip
        paths |= {name for name in {**here, **there} if not _same(here.get(name), there.get(name))}
    paths |= set.symmetric_difference(*(_words(each.get("unknown")) for each in (one, other)))
    return frozenset(str(path).partition(".")[0] for path in paths)


def _words(value: object) -> set[str]:
    return {one for one in value if isinstance(one, str)} if isinstance(value, list) else set()


def _same(one: object, other: object) -> bool:
    """Whether both are spelled alike: `True` is not 1, and `1.0` is not `1.00`."""
    return one is other or (type(one) is type(other) and repr(one) == repr(other))
