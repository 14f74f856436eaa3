"""Names of people and matters, and reasons: one line each, as they stand in lists and logs."""

from __future__ import annotations

from drafter.diagnostics import Diagnostic, Refused

LONGEST_NAME = 200  # characters


def name_fault(words: str, called: str) -> Diagnostic | None:
    """Why words cannot stand as a name; `called` says whose name it is.

    >>> name_fault("two\\nlines", "the matter").says
    'the matter takes one line of at most 200 signs'
    """
    if not words or (words.isprintable() and words.strip() and len(words) <= LONGEST_NAME):
        return None
    says = f"{called} takes one line of at most {LONGEST_NAME} signs"
    return Diagnostic("wrong-name", says, None, "write it as one line that can be printed")


def one_line(words: str, called: str) -> str:
    """The words, without space around them. Raises `Refused`."""
    fault = name_fault(words, called)
    if fault:
        raise Refused([fault])
    return words.strip()


def printable(words: str) -> str:
    """Words of others in a list: what steers a terminal is shown as `�`.

    >>> printable("a\\nb")
    'a�b'
    """
    return "".join(sign if sign.isprintable() else "�" for sign in words)
