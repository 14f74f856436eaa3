"""What every answer keeps to: who is asking, a token on each form, headers that leave no trace."""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from flask import Flask, Response, abort, g, request, session

from examples.intake_service.parts import Person
from examples.intake_service.seen import View
from examples.intake_service.service import service
from examples.intake_service.store import Link, LinkRefused

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


def link_of_request(deal: int = 0) -> Link | None:
    """The link that a request comes by: to JSON its bearer token, to a page what the session has
    opened for the deal. A link that is revoked or old opens nothing."""
    scheme, _, sent = request.headers.get("Authorization", "").partition(" ")
    opened = session.get("links", {}).get(str(deal))
    links, now = service().store.links, service().now
    try:
        if request.blueprint == "api":
            return links.opened(sent.strip(), now) if scheme.lower() == "bearer" else None
        return links.living(int(opened), now) if opened is not None else None
    except LinkRefused as refused:
        abort(403, str(refused))


def person_at(deal: int) -> Person:
    """Who is asking, in a deal: by a link, or as the proxy says."""
    link = link_of_request(deal)
    if link is None:
        return staff() or abort(401 if request.blueprint == "api" else 404)
    if link.deal != deal:
        abort(404)
    return Person(link.part, signed_in() or link.name, link.id)


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
    if request.method in ("GET", "HEAD", "OPTIONS") or request.path.startswith("/api/"):
        return
    sent, own = request.form.get("token", ""), session.get("token", "")
    if not own or not hmac.compare_digest(sent.encode(), str(own).encode()):
        abort(400)


def _with_headers(response: Response) -> Any:
    response.headers.update(_HEADERS)
    if service().settings.https:
        response.headers["Strict-Transport-Security"] = _HTTPS
    return response
