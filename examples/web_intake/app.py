"""Makes the application: the library, the deals, the pages and the rules of safety."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, InternalServerError

from drafter import Library, load_library
from examples.web_intake import (
    aside,
    checking,
    did,
    fields,
    precedent,
    questions,
    records,
    safety,
    shown,
    signing,
    start,
    terms,
    warnings,
)
from examples.web_intake.deals import Deals
from examples.web_intake.limits import MOST_DEALS, Beginnings

LARGEST_BODY = 256 * 1024  # bytes
PARTS = (
    start, precedent, questions, records, fields, terms, warnings, aside, checking,
)  # fmt: skip
MESSAGES = {
    400: "This page is too old. Go back, load it again and press the button once more; "
    "the answers that were saved are still there.",
    404: "There is no such page. Check that the link is whole.",
    429: "You have begun many deals within an hour. Go on with one of them, or come back later.",
    413: "That is more text than an answer can hold. Go back and shorten it.",
    500: "Something is wrong on our side. The answers that were saved are still there.",
}


def create_app(
    deals: Path | str,
    library: Library | None = None,
    style: Any = None,
    https: bool = False,
    most_deals: int = MOST_DEALS,
) -> Flask:
    """The application over a folder of deals, made where it is missing.

    `https` marks the session's cookie as Secure. Without a library the starter library serves.
    `most_deals` is how many of them one client may begin within an hour.
    """
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=secrets.token_bytes(32),
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=https,
    )
    app.extensions["deals"] = Deals(Path(deals), library or load_library())
    app.extensions["style"] = style
    app.extensions["beginnings"] = Beginnings(most_deals)
    safety.guard(app)
    for pages in (*(part.pages for part in PARTS), signing.recommended, signing.proposed):
        app.register_blueprint(pages)
    app.jinja_env.globals.update(shown.for_templates(), told=did.told)
    app.register_error_handler(HTTPException, _failed)
    app.log_exception = _log_kind  # type: ignore[method-assign]
    return app


def _failed(error: HTTPException) -> tuple[str, int]:
    code = error.code or 500
    told = MESSAGES.get(code, error.description or "")
    if isinstance(error, InternalServerError):
        told = MESSAGES[500]
    return render_template("failed.html", title=error.name, told=told), code


def _log_kind(error: Any) -> None:
    """Logs what kind of fault it was; its words and its address may hold an answer or a link."""
    from flask import current_app

    current_app.logger.error("a page failed: %s", getattr(error[0], "__name__", "fault"))
