"""Makes the application: the service, its pages, and what every answer keeps to."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask, current_app, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError

from examples.intake_service import guard, shown
from examples.intake_service.api import api
from examples.intake_service.api.blueprint import failed, refused
from examples.intake_service.door import at_the_door
from examples.intake_service.pages import PAGES
from examples.intake_service.service import Crowded, Service, start_service
from examples.intake_service.settings import Settings, WrongSettings

LARGEST_BODY = 512 * 1024  # bytes
MOST_FIELDS = 4000
MESSAGES = {
    400: "This page is too old. Go back, load it again and press the button once more; "
    "the answers that were saved are still there.",
    404: "There is no such page, or this browser has not opened your link yet. "
    "Open the link that was sent to you.",
    405: "There is no such page. Go back and use the links and buttons.",
    413: "That is more text than a page can hold. Go back and shorten it; nothing of it was saved.",
    500: "Something is wrong on our side. The answers that were saved are still there.",
    503: "Many people are saving at this moment. Nothing of this page was saved: "
    "send it again in a few seconds.",
}


def create_app(settings: Settings, clock: Callable[[], float] = time.time) -> Flask:
    """The application over a workspace. Raises drafter's `Refused`, `WrongStore`, and
    `WrongSettings`."""
    return app_of(start_service(settings, clock))


def app_of(service: Service) -> Flask:
    """The application of a service that is started."""
    app, settings = Flask(__name__), service.settings
    app.config.update(
        SECRET_KEY=_secret(settings.secret),
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=MOST_FIELDS,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
    )
    app.extensions["intake"] = service
    guard.guard(app)
    for part in (*PAGES, api):
        app.register_blueprint(part)
    app.jinja_env.globals.update(shown.for_templates())
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.register_error_handler(HTTPException, _failed)
    app.register_error_handler(Crowded, _crowded)
    app.log_exception = _log_kind  # type: ignore[method-assign]
    app.wsgi_app = at_the_door(app.wsgi_app, settings.at_once, settings.patience)  # type: ignore[method-assign]
    return app


def _secret(file: str) -> bytes:
    """What signs the sessions."""
    try:
        found = Path(file).read_bytes()
    except OSError as fault:
        raise WrongSettings(f"the secret cannot be read: {fault}") from None
    if len(found) < 32:
        raise WrongSettings(f"the secret in {file} is shorter than 32 bytes")
    return found


def _failed(error: HTTPException) -> Any:
    code = error.code or 500
    if request.path.startswith("/api/"):
        return failed(error)
    if isinstance(error, InternalServerError):
        return _told(500, error.name)
    own = error.description if code == 403 else ""
    return _told(code, error.name, own or "")


def _told(code: int, title: str, says: str = "") -> Any:
    page = render_template("failed.html", title=title, told=says or MESSAGES.get(code, title))
    return page, code, ({"Retry-After": "3"} if code == 503 else {})


def _crowded(_: Crowded) -> Any:
    if request.blueprint == "api":
        return refused(503, "Service Unavailable", MESSAGES[503])
    return _told(503, "Service Unavailable")


def _log_kind(error: Any) -> None:
    """Logs what kind of fault it was; its words and its address may hold an answer or a link."""
    current_app.logger.error("a page failed: %s", getattr(error[0], "__name__", "fault"))
