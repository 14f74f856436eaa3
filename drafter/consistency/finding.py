"""What is found in one deal: a rule that fires, a relation that is broken, a text that is odd."""

from __future__ import annotations

from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import ERROR, NOTE, WARNING
from drafter.library.model import ConsistencyRule

SEVERITY = {"block": ERROR, "warn": WARNING, "inform": NOTE}


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fires, or one that an unanswered question leaves pending.

    A relation that the answers break is a rule of one deal; `path` is then the answer at fault.
    """

    rule: ConsistencyRule
    questions: tuple[str, ...]
    pending: bool = False
    path: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What an override names: the rule, and of a relation or a text the record too.

        `milestones.launch.due.within`, `parties.acme.address.placeholder`, `R27`
        """
        above = ".".join(part for part in self.path[self.path[:1] == ("answers",) :] if part)
        own = self.rule.id.rpartition(".")[2]
        is_whole = len(self.path) < 3 and self.rule.id.startswith(above)
        return self.rule.id if is_whole else f"{above}.{own}"

    def as_data(self) -> dict[str, Any]:
        """The entry of a report."""
        rule = self.rule
        entry: dict[str, Any] = {
            "rule": rule.id,
            **({"override": self.id} if self.id != rule.id else {}),
            "severity": rule.severity,
            "says": rule.message,
            "reason": rule.reason,
            "questions": list(self.questions),
            "source": rule.source,
        }
        if any(rule.law):
            entry["law"] = {"from": rule.law[0], "until": rule.law[1]}
        return entry | ({"pending": True} if self.pending else {})
