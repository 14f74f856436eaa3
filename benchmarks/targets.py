"""What drafter is to reach, as ratios of figures of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.commands import BARE, CLICK, DRAFT, FIRST, HELP, OWN
from benchmarks.contenders import DRAFTER, FLOOR, NAIVE, RUST
from benchmarks.kept_wordings import MANY, ONCE


@dataclass(frozen=True, slots=True)
class Target:
    """At least so many times faster than another (`faster`), or at most so many times its cost."""

    ours: str
    other: str
    limit: float
    faster: bool = False

    def ratio(self, cpu: Mapping[str, float]) -> float:
        """The figure to hold against the limit."""
        ours, other = cpu[self.ours], cpu[self.other]
        return other / ours if self.faster else ours / other

    def met(self, cpu: Mapping[str, float]) -> bool:
        """Whether the figure is within the limit."""
        ratio = self.ratio(cpu)
        return ratio >= self.limit if self.faster else ratio <= self.limit

    def line(self, cpu: Mapping[str, float]) -> str:
        """`drafter against rust-docxtpl: 4.1 times faster, target at least 2.5: met`."""
        says, bound = ("times faster than", "at least") if self.faster else ("times", "at most")
        verdict = "met" if self.met(cpu) else "MISSED"
        figure = f"{self.ratio(cpu):6.2f} {says} {self.other}"
        return f"  {self.ours:<28}{figure:<40}target {bound} {self.limit:g}: {verdict}"


WARM = (
    Target(DRAFTER, NAIVE, 25, faster=True),
    Target(DRAFTER, RUST, 2.5, faster=True),
    Target(DRAFTER, FLOOR, 2.5),
)
COLD = (Target(DRAFT, OWN, 0.75), Target(FIRST, BARE, 1.2), Target(HELP, CLICK, 1.5))
GROWN = (Target(MANY, ONCE, 1.15),)
STEP_MILLISECONDS = 3.0  # a step of the form on this machine; also told as a part of a draft
