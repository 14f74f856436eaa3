"""Makes every attack of the table and counts what came of it: `make hostile`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hostile.table import ATTACKS, REFUSED, SURVIVED, by_test

TESTS = Path(__file__).resolve().parents[1]


class Counting:
    """Counts how the tests of each attack ended."""

    def __init__(self) -> None:
        self.tried: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: Any) -> None:
        for attack in by_test(_below(report.nodeid)):
            if report.when == "call":
                self.tried[attack.id] += 1
            self.lost[attack.id] += not report.passed

    def table(self) -> str:
        """A line an attack: tried, refused, survived, lost."""
        lines = [f"{'':4} {'attack':52} {'tried':>6} {REFUSED:>8} {SURVIVED:>9} {'lost':>5}"]
        for attack in ATTACKS:
            tried, lost = self.tried[attack.id], self.lost[attack.id]
            good = {attack.ends: tried - lost}
            lines.append(f"{attack.id:4} {attack.says:52} {tried:6} {good.get(REFUSED, 0):8} "
                         f"{good.get(SURVIVED, 0):9} {lost:5}")  # fmt: skip
        tried, lost = self.tried.total(), self.lost.total()
        return "\n".join((*lines, f"{tried} tried, {lost} lost"))


def _below(node: str) -> str:
    return node.removeprefix("tests/")


def main() -> int:
    """0 where nothing was lost and every attack was tried."""
    counting = Counting()
    tests = dict.fromkeys(f"{TESTS / name}" for one in ATTACKS for name in one.tests)
    code = pytest.main(["-q", *sys.argv[1:], *tests], plugins=[counting])
    print(counting.table())
    untried = [one.id for one in ATTACKS if not counting.tried[one.id]]
    if untried:
        print(f"not tried: {', '.join(untried)}")
    return int(bool(code or untried or counting.lost.total()))


if __name__ == "__main__":
    sys.exit(main())
