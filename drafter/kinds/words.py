"""Blanks that keep printed values on one line."""

from __future__ import annotations

NBSP = "\u00a0"


def unbroken(text: str) -> str:
    """A text whose blanks do not break the line."""
    return text.replace(" ", NBSP)


def breakable(text: str) -> str:
    """A printed text with plain blanks, as a screen shows it."""
    return text.replace(NBSP, " ")
