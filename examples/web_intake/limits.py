"""How many deals one client may begin: nobody fills the disk by pressing one button."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

MOST_DEALS = 20
AN_HOUR = 3600.0  # seconds


class Beginnings:
    """The deals that each client began in the last hour; a client is an address.

    Behind a server that hides its clients' addresses all are one client: let that server count.
    """

    def __init__(self, most: int = MOST_DEALS, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._begun: dict[str, deque[float]] = {}
        self._lock = Lock()

    def may_begin(self, client: str) -> bool:
        """Whether a client may begin another deal now; if so, it counts."""
        with self._lock:
            now = self._clock()
            self._forget(now - AN_HOUR)
            mine = self._begun.setdefault(client, deque())
            if len(mine) >= self._most:
                return False
            mine.append(now)
            return True

    def _forget(self, before: float) -> None:
        for client, begun in [*self._begun.items()]:
            while begun and begun[0] <= before:
                begun.popleft()
            if not begun:
                del self._begun[client]
