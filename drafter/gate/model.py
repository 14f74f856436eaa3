"""A gate: a fault that keeps an agreement back, and the name that overrides it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.questionnaire.record import Override
from drafter.workspace.approvals import Approval


@dataclass(frozen=True, slots=True)
class Approvals:
    """The approvals that were given, as they are judged on a day (ISO date).

    >>> Approvals().given
    ()
    """

    given: tuple[Approval, ...] = ()
    today: str = ""

    def of(self, wording: str) -> tuple[Approval, ...]:
        """Those of one wording, named `topic/variant`."""
        return tuple(one for one in self.given if one.wording == wording)


NONE_GIVEN = Approvals()


class Gate(NamedTuple):
    """A fault, and the name by which this one instance of it is overridden (its rule overrides
    all of a kind, but one that is `alone`); a firm one cannot be overridden."""

    what: str
    fault: Diagnostic
    is_firm: bool = False
    alone: bool = False

    @classmethod
    def overridable(cls, rule: str, what: str, says: str, cure: str) -> Gate:
        """A gate that a named person may override."""
        return cls(what, Diagnostic(rule, says, None, cure))

    @property
    def names(self) -> set[str]:
        """What an override may call it."""
        return {self.what} if self.alone else {self.what, self.fault.rule}


def closed(gates: Iterable[Gate], overrides: Iterable[Override]) -> list[Diagnostic]:
    """The faults that nobody has overridden by name."""
    named = {one.what for one in overrides}
    return [gate.fault for gate in gates if gate.is_firm or not gate.names & named]
