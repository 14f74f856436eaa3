"""The stops that a list writes behind its items, and the full stop that an answer brings along."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.agreement.model import Run, Said


def stopped(runs: Sequence[Run], stop: str) -> Sequence[Run]:
    """The runs with the stop that a join writes; a lead whose list is empty loses its colon."""
    if runs[-1].doubt:
        return [*_without_colon(runs[:-1]), runs[-1], Run(stop)]
    said = _without_colon(runs)
    return said if stop == "." and ends_in_stop(said) else [*said, Run(stop)]


def _without_colon(runs: Sequence[Run]) -> Sequence[Run]:
    *before, last = runs
    if last.said is not Said.WORDS or not last.text.endswith(":"):
        return runs
    rest = last._replace(text=last.text.removesuffix(":"))
    return [*before, rest] if rest.text else before


def ends_in_stop(runs: Sequence[Run]) -> bool:
    """Whether the last words are an answer's own full stop, which then ends the sentence too."""
    return bool(runs) and runs[-1].said in (Said.ANSWER, Said.TERM) and runs[-1].text[-1:] == "."
