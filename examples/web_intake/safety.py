"""What every page keeps to: a token on each form, and headers that leave no trace behind."""

from __future__ import annotations

import hmac
import secrets

from flask import Flask, Response, abort, request, session

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}


def guard(app: Flask) -> None:
    """Refuse a form without the session's token; put the headers on every answer."""
    app.before_request(_check_token)
    app.after_request(_with_headers)
    app.jinja_env.globals["token"] = token


def token() -> str:
    """The session's token, made when it is first asked for."""
    if "token" not in session:
        session["token"] = secrets.token_urlsafe(32)
    return str(session["token"])


def _check_token() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    sent, own = request.form.get("token", ""), session.get("token", "")
    if not own or not hmac.compare_digest(sent.encode(), str(own).encode()):
        abort(400)


def _with_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    return response
