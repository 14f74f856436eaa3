"""Numbers written in words and in figures, side by side: "thirty (30)"."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.kinds.number_words import numbers_at_odds
from drafter.proofreading.model import FinishedText, Remark


def figures(text: FinishedText) -> Iterator[Remark]:
    """Words and figures that differ."""
    for one in text.paragraphs():
        for odd in numbers_at_odds(one.words):
            yield Remark("figures-and-words", odd.says, "find out which is meant, and say it twice",
                         one, odd.start, odd.end)  # fmt: skip
