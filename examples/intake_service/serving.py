"""Serves the application by gunicorn: the library is read once, and shared by every process."""

from __future__ import annotations

import gc
import socket
from typing import Any

from gunicorn.app.base import BaseApplication

from examples.intake_service.app import app_of
from examples.intake_service.service import Service

PATIENT = 30  # seconds
YOUNG, OLD = 10_000, 1_000_000
"""Objects after which the young ones are looked at, and young looks after which the old ones."""


class Served(BaseApplication):  # type: ignore[misc]
    """The application under gunicorn, with no line in a log for a request: its address may hold a
    link."""

    def __init__(self, application: Any, options: dict[str, Any]) -> None:
        self.application, self.options = application, options
        super().__init__()

    def load_config(self) -> None:
        """Set what is asked for."""
        for key, value in self.options.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The application, made before the processes part."""
        return self.application


def serve(service: Service, bind: str, workers: int) -> None:
    """Serve until told to stop. What is in hand when it is told is finished.

    A process takes in no more than it works on at once, so that whichever is free takes the next.
    """
    threads = service.settings.at_once
    Served(app_of(service), {
        "bind": bind, "workers": workers, "threads": threads, "worker_class": "gthread",
        "worker_connections": threads, "keepalive": 0, "backlog": 1024, "graceful_timeout": 30,
        "preload_app": True, "accesslog": None, "errorlog": "-", "loglevel": "warning",
        "when_ready": _let_in_who_speaks, "post_fork": lambda server, worker: _part(service),
    }).run()  # fmt: skip


def _let_in_who_speaks(arbiter: Any) -> None:
    """A browser that connects and says nothing yet is let wait outside, and takes no place."""
    for listener in arbiter.LISTENERS:
        if hasattr(socket, "TCP_DEFER_ACCEPT") and listener.sock.family != socket.AF_UNIX:
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, PATIENT)


def _part(service: Service) -> None:
    """In each process: connections of its own, and no look at all that is kept for garbage, which
    stops every request for half a second. What requests leave is found while it is young."""
    service.store.database.engine.dispose(close=False)
    gc.freeze()
    gc.set_threshold(YOUNG, OLD)
