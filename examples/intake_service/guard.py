"""What every answer keeps to: who is asking, a token on each form, headers that leave no trace."""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from flask import Flask, Response, abort, g, request, session

from examples.intake_service.parts import Person
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import LinkRefused

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex",
}
_HTTPS = "max-age=31536000"


def guard(app: Flask) -> None:
    """Refuse a form without the session's token; put the headers on every answer."""
    app.before_request(_check_token)
    app.after_request(_with_headers)
    app.jinja_env.globals.update(token=token, once=once)


def signed_in() -> str:
    """Who is signed in, as the proxy says; nobody unless the settings name its header."""
    header = service().settings.signed_in_header
    return request.headers.get(header, "").strip() if header else ""


def staff() -> Person | None:
    """The person of the firm who is signed in, with a part in every deal."""
    name = signed_in()
    part = service().settings.staff.get(name)
    return Person(part, name) if part else None


def person_at(deal: int) -> Person:
    """Who is asking, in a deal: by the link that the session opened, or as the proxy says."""
    link = session.get("links", {}).get(str(deal))
    if link is None:
        return staff() or abort(404)
    try:
        living = service().store.links.living(int(link), service().now)
    except LinkRefused as refused:
        abort(403, str(refused))
    if living.deal != deal:
        abort(404)
    return Person(living.part, signed_in() or living.name, living.id)


def looked_at(deal: int, may: str = "") -> View:
    """The deal as the person who asks sees it; refused where the part may not do this."""
    person = person_at(deal)
    if may and not person.may(may):
        abort(403, f"The part of {person.part.called} may not do this.")
    try:
        g.view = service().view(deal, person)
    except KeyError:
        abort(404)
    return g.view  # type: ignore[no-any-return]


def token() -> str:
    """The session's token, made when it is first asked for."""
    if "token" not in session:
        session["token"] = secrets.token_urlsafe(32)
    return str(session["token"])


def once() -> str:
    """A word for a page, so that one that is sent twice is done once."""
    return secrets.token_urlsafe(16)


def _check_token() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS") or request.blueprint == "api":
        return
    sent, own = request.form.get("token", ""), session.get("token", "")
    if not own or not hmac.compare_digest(sent.encode(), str(own).encode()):
        abort(400)


def _with_headers(response: Response) -> Any:
    response.headers.update(_HEADERS)
    if service().settings.https:
        response.headers["Strict-Transport-Security"] = _HTTPS
    return response
