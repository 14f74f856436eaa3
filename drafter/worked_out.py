"""What is worked out once for each library or house style, and kept beside it as long as it lives.

The value itself holds no memory of it: it stays frozen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import finalize

Of = TypeVar("Of")
Found = TypeVar("Found")


def once_for_each(work_out: Callable[[Of], Found]) -> Callable[[Of], Found]:
    """The same function, which works its result out when it is first asked for one value."""
    known: dict[int, Found] = {}

    @wraps(work_out)
    def kept(of: Of) -> Found:
        found = known.get(id(of))
        if found is None:
            found = known.setdefault(id(of), work_out(of))
            finalize(of, known.pop, id(of), None)
        return found

    return kept
