"""The forms at hand: of each deal the newest, as each kind of person sees it.

The next form of a deal is made from the one at hand, which settles only what rests on an answer
that changed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Any, NamedTuple

from drafter import Form, Library

MOST = 512  # forms in a process


class Whose(NamedTuple):
    """Who sees a form: the firm a whole deal, unless told otherwise."""

    deal: int
    withheld: tuple[str, ...] = ()
    is_of_the_firm: bool = True


class Forms:
    """Forms of deal records. Safe for many threads."""

    def __init__(self, library: Library, most: int = MOST) -> None:
        self._library, self._most, self._lock = library, most, Lock()
        self._at_hand: OrderedDict[Whose, tuple[Mapping[str, Any], Form]] = OrderedDict()

    def of(self, whose: Whose, data: Mapping[str, Any]) -> Form:
        """The form of a record."""
        read, form = self._at_hand.get(whose) or (None, None)
        if form is None or read != data:
            form = (form.made(data) if form else self._library.form(data)).carried_over()[0]
        self.keep(whose, data, form)
        return form

    def keep(self, whose: Whose, data: Mapping[str, Any], form: Form) -> None:
        """Have a form at hand; the one that was asked for longest ago goes where it is full."""
        with self._lock:
            self._at_hand[whose] = data, form
            self._at_hand.move_to_end(whose)
            if len(self._at_hand) > self._most:
                self._at_hand.popitem(last=False)
