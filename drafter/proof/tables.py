"""Decision tables: which row is chosen in which answers, and where a table fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from drafter.data_classes import dataclass
from drafter.library.model import LEFT_OUT, Row
from drafter.proof.clauses import FALSE
from drafter.proof.encode import Encoding
from drafter.proof.facts import alone
from drafter.proof.groups import Verdict


@dataclass(frozen=True, slots=True)
class TableCases:
    """The rows of a table: what each comes to, when it is chosen, when none is."""

    rows: tuple[Row, ...]
    verdicts: Mapping[str, Verdict]
    chosen: Mapping[str, int]
    gap: int

    @property
    def stands(self) -> list[int]:
        """The literals of the rows that print something."""
        return [lit for row, lit in self.chosen.items() if row != LEFT_OUT]

    def overlaps(self) -> Iterator[tuple[Row, Row]]:
        """Every two rows, in the order of the table."""
        return combinations(self.rows, 2)


def table(rows: tuple[Row, ...], encoding: Encoding) -> TableCases:
    """A table over the answers of one precedent."""
    clauses = encoding.clauses
    verdicts = {row.variant: encoding.verdict(row.when) for row in rows}
    chosen = {
        row: clauses.either((verdict.true, _by_exclusion(row, verdicts, encoding)))
        for row, verdict in verdicts.items()
    }
    return TableCases(rows, verdicts, chosen, clauses.both(-lit for lit in chosen.values()))


def _by_exclusion(row: str, verdicts: Mapping[str, Verdict], encoding: Encoding) -> int:
    mine = verdicts[row]
    if mine.true == -mine.false:
        return FALSE
    return alone(row, verdicts, encoding.clauses)
