"""The door: some requests are worked on at once, some wait a little, the rest are told to come
back. A request that is told so has changed nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import BoundedSemaphore
from typing import Any

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
SAYS = "The service is busy. Nothing of this was saved. Send it again in a few seconds.\n"


def at_the_door(application: Application, at_once: int, patience: int) -> Application:
    """An application that is asked by `at_once` at a time, and by who waits `patience` seconds."""
    places = BoundedSemaphore(at_once)

    def asked(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if not places.acquire(timeout=patience):
            return _come_back(start)
        try:
            return [_whole(application(environ, start))]
        finally:
            places.release()

    return asked


def _whole(answer: Iterable[bytes]) -> bytes:
    """All of an answer, so that whoever reads it slowly keeps no place."""
    try:
        return b"".join(answer)
    finally:
        getattr(answer, "close", lambda: None)()


def _come_back(start: Any) -> Iterable[bytes]:
    start("503 Service Unavailable", [
        ("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "3"),
        ("Cache-Control", "no-store"), ("Content-Length", str(len(SAYS.encode()))),
    ])  # fmt: skip
    return [SAYS.encode()]
