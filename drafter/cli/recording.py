"""`drafter draft --record`: the draft goes into the registry before it is written out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.desk import LONGEST_NAME, one_line, printable, registry, stamp
from drafter.questionnaire.answers import read_answers_file

if TYPE_CHECKING:
    from drafter.drafting import Agreement
    from drafter.registry.model import Held
    from drafter.word.house import HouseStyle


class Recording:
    """A registry that waits for a draft: for a new agreement, or the next revision of one."""

    def __init__(self, name: str, of: str, by: str) -> None:
        self._name, self._stamp = one_line(name, "--name"), stamp(by)
        self._registry = registry()
        self._of = self._registry.agreement(of) if of else None

    def take_in(
        self, agreement: Agreement, answers: Path, house: HouseStyle, style: str | None,
        data: bytes,
    ) -> Held:  # fmt: skip
        """Record the draft; refused when somebody else revised the agreement meanwhile."""
        from drafter.registry.taking_in import as_draft

        record = read_answers_file(answers)[0]
        draft = as_draft(agreement, record, house, style or "house", file=data)
        if self._of:
            return self._registry.revise(self._of.id, self._of.revision, draft, self._stamp)
        parties = agreement.document.cover["parties"].split("\n")
        name = self._name or printable(" / ".join(parties))[:LONGEST_NAME]
        return self._registry.record(draft, name, self._stamp)
