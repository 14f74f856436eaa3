"""Answers the form as a person does: open a page, fill its fields, press Continue."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urlsplit

TOKEN = re.compile(r'name="token" value="([^"]+)"')
HIDDEN = re.compile(r'name="(seen|record|term)" value="([^"]*)"')


class Visitor:
    """One browser session on one deal; remembers every address that it saw."""

    def __init__(self, app: Any) -> None:
        self.browser = app.test_client()
        self.addresses: list[str] = []
        self.deal = ""

    def start(self, precedent: str) -> None:
        """Start a deal from the first page."""
        self.deal = self.send("/start", answer=precedent).headers["Location"]

    def open(self, path: str) -> Any:
        """A page, by its whole path or by what follows the deal's link."""
        whole = path if path.startswith("/") else f"{self.deal}/{path}".rstrip("/")
        self.addresses.append(whole)
        return self.browser.get(whole)

    def words(self, path: str) -> str:
        """What a page says, its marks of HTML resolved."""
        return html.unescape(self.open(path).text)

    def send(self, path: str, **fields: Any) -> Any:
        """Fill a page and press its button."""
        page = self.open(path)
        own = {"token": TOKEN.search(page.text)[1], **dict(HIDDEN.findall(page.text))}
        reply = self.browser.post(self.addresses[-1], data=own | fields)
        self.addresses.append(reply.headers.get("Location", ""))
        return reply

    def answer(self, name: str, value: Any) -> None:
        """Answer a question, or a list record by record."""
        if not isinstance(value, dict):
            reply = self.send(f"questions/{name}", answer=typed(value))
            assert reply.status_code == 303, (name, reply.text)
            return
        for number, (id, fields) in enumerate(value.items(), 1):
            self.add(name, number, fields)
            self.call(name, number, id)
        assert self.send(f"lists/{name}").status_code == 303

    def add(self, name: str, number: int, fields: dict[str, Any]) -> None:
        """Add a record by the hub's link and the page that each Continue leads to."""
        link = re.search(r'id="add" href="([^"]+)"', self.open(f"lists/{name}").text)
        page = link[1]
        assert f"/lists/{name}/{number}/" in page
        while page.count("/") > self.deal.count("/") + 2:
            field = urlsplit(page).path.rpartition("/")[2]
            reply = self.send(page, answer=typed(fields.get(field, "")))
            assert reply.status_code == 303, (field, reply.text)
            page = reply.headers["Location"]

    def call(self, name: str, number: int, id: str) -> None:
        """Give a record its short name."""
        assert self.send(f"lists/{name}/{number}/short-name", answer=id).status_code == 303

    def add_term(self, number: int, term: dict[str, str]) -> Any:
        """Write a special term on its page."""
        place = "replaces" if term.get("replaces") else "after"
        fields = {key: term.get(key, "") for key in ("heading", "text", "by", "reason")}
        clause = term.get(place, "")
        return self.send(f"special-terms/{number}", place=place, clause=clause, **fields)


def typed(value: Any) -> Any:
    """An answer as a page sends it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else str(value)
