"""What reads the same in every agreement is said once for each library, and remembered here.

A library holds no memory of it: the table is kept beside the library as long as that lives.
"""

from __future__ import annotations

from typing import NamedTuple
from weakref import finalize

from drafter.agreement.model import KeptRuns
from drafter.data_classes import dataclass, field
from drafter.library.model import ClauseLibrary
from drafter.prose.model import Settled

Reading = tuple[bool, str]  # what it hangs on: whether two parties read it, and the edition


class SettledRuns(NamedTuple):
    """Lines as they read, and the terms that they use."""

    lines: tuple[Settled, ...]  # kept, so that no other line takes their identity
    runs: KeptRuns
    uses: dict[str, None]


@dataclass(slots=True)
class Sayings:
    """What is said in one reading: lines by their identity, and rows of lines by theirs."""

    lines: dict[int, SettledRuns] = field(default_factory=dict)
    rows: dict[tuple[int, ...], SettledRuns] = field(default_factory=dict)


_OF_LIBRARIES: dict[int, dict[Reading, Sayings]] = {}


def sayings(library: ClauseLibrary, reading: Reading) -> Sayings:
    """What was said so far of the lines of a library."""
    known = _OF_LIBRARIES.get(id(library))
    if known is None:
        known = _OF_LIBRARIES.setdefault(id(library), {})
        finalize(library, _OF_LIBRARIES.pop, id(library), None)
    return known.setdefault(reading, Sayings())
