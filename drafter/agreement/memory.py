"""What reads the same in every agreement is said once for each library, and remembered here."""

from __future__ import annotations

from typing import NamedTuple

from drafter.agreement.model import KeptRuns
from drafter.agreement.stock import Line
from drafter.data_classes import dataclass, field
from drafter.library.model import ClauseLibrary
from drafter.prose.model import Settled
from drafter.worked_out import once_for_each

_MOST = 50_000  # rows remembered of one reading
Reading = tuple[bool, str]  # what it hangs on: whether two parties read it, and the edition


class SettledRuns(NamedTuple):
    """Lines as they read, and the terms that they use."""

    lines: tuple[Settled, ...]  # kept, so that no other line takes their identity
    runs: KeptRuns
    uses: dict[str, None]


@dataclass(slots=True)
class Sayings:
    """What is said in one reading: lines by their identity, rows of lines by theirs, lines
    in stock likewise; and any of them with the stop that a list writes behind it, beside what was
    said without."""

    lines: dict[int, SettledRuns] = field(default_factory=dict)
    rows: dict[tuple[int, ...], SettledRuns] = field(default_factory=dict)
    in_stock: dict[int, tuple[Line, SettledRuns]] = field(default_factory=dict)
    stopped: dict[tuple[int, str], tuple[KeptRuns, KeptRuns]] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin anew."""
        return len(self.rows) + len(self.in_stock) + len(self.stopped) > _MOST


def sayings(library: ClauseLibrary, reading: Reading) -> Sayings:
    """What was said so far of the lines of a library."""
    readings = _readings(library)
    known = readings.get(reading)
    if known is None or known.is_full:
        known = readings[reading] = Sayings()
    return known


@once_for_each
def _readings(library: ClauseLibrary) -> dict[Reading, Sayings]:
    return {}
