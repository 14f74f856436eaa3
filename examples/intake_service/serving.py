"""Serves the application by gunicorn: the library is read once, and shared by every process."""

from __future__ import annotations

from typing import Any

from gunicorn.app.base import BaseApplication

from examples.intake_service.app import app_of
from examples.intake_service.service import Service


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


def serve(service: Service, bind: str, workers: int, threads: int) -> None:
    """Serve until told to stop. What is in hand when it is told is finished."""
    Served(app_of(service), {
        "bind": bind, "workers": workers, "threads": threads, "worker_class": "gthread",
        "preload_app": True, "accesslog": None, "errorlog": "-", "loglevel": "warning",
        "graceful_timeout": 30, "keepalive": 5, "backlog": 1024,
        "post_fork": lambda server, worker: service.store.database.engine.dispose(close=False),
    }).run()  # fmt: skip
