"""Dates as front matter and rules write them."""

from __future__ import annotations

from datetime import date


def read_date(words: str) -> date | None:
    """The day that `2027-11-30` names; None for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
