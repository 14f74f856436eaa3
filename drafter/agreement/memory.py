"""What reads the same in every agreement is said once for each library, and remembered here."""

from __future__ import annotations

from typing import NamedTuple

from drafter.agreement.model import KeptRuns
from drafter.data_classes import dataclass, field
from drafter.library.model import ClauseLibrary
from drafter.prose.model import Settled
from drafter.worked_out import once_for_each

Reading = tuple[bool, str]  # what it hangs on: whether two parties read it, and the edition


class SettledRuns(NamedTuple):
    """Lines as they read, and the terms that they use."""

    lines: tuple[Settled, ...]  # kept, so that no other line takes their identity
    runs: KeptRuns
    uses: dict[str, None]


@dataclass(slots=True)
class Sayings:
    """What is said in one reading: lines by their identity, rows of lines by theirs, and either
    with the stop that a list writes behind it, beside what was said without."""

    lines: dict[int, SettledRuns] = field(default_factory=dict)
    rows: dict[tuple[int, ...], SettledRuns] = field(default_factory=dict)
    stopped: dict[tuple[int, str], tuple[KeptRuns, KeptRuns]] = field(default_factory=dict)


def sayings(library: ClauseLibrary, reading: Reading) -> Sayings:
    """What was said so far of the lines of a library."""
    return _readings(library).setdefault(reading, Sayings())


@once_for_each
def _readings(library: ClauseLibrary) -> dict[Reading, Sayings]:
    return {}
