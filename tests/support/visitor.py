"""Answers the form as a person does: open a page, fill its fields, press Continue."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urlsplit

from support.examples import starter

TOKEN = re.compile(r'name="token" value="([^"]+)"')
SEEN = re.compile(r'name="seen" value="([^"]+)"')


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
        seen = SEEN.search(page.text)
        own = {"token": TOKEN.search(page.text)[1], **({"seen": seen[1]} if seen else {})}
        reply = self.browser.post(self.addresses[-1], data=own | fields)
        self.addresses.append(reply.headers.get("Location", ""))
        return reply

    def answer(self, name: str, value: Any) -> None:
        """Answer a question, or a list record by record."""
        if not isinstance(value, dict):
            reply = self.send(f"questions/{name}", answer=typed(value))
            assert reply.status_code == 303, (name, reply.text)
            return
        for number, fields in enumerate(value.values(), 1):
            self.add(name, number, fields)
        assert self.send(f"lists/{name}").status_code == 303

    def add(self, name: str, number: int, fields: dict[str, Any]) -> None:
        """Add a record by the hub's link and the page that each Continue leads to."""
        link = re.search(
            rf'id="add" href="([^"]+-{number}/[^"]+)"', self.open(f"lists/{name}").text
        )
        page = link[1]
        while page.count("/") > self.deal.count("/") + 2:
            field = urlsplit(page).path.rpartition("/")[2]
            reply = self.send(page, answer=typed(fields.get(field, "")))
            assert reply.status_code == 303, (field, reply.text)
            page = reply.headers["Location"]


def numbered(data: dict[str, Any]) -> dict[str, Any]:
    """Answers whose records are named as the form names them: `party-1`, `party-2`."""
    questions = starter().clauses.questionnaire.questions
    names = {
        name: {old: f"{called(questions[name])}-{n}" for n, old in enumerate(own, 1)}
        for name, own in data["answers"].items()
        if isinstance(own, dict)
    }

    def renamed(question: Any, value: Any) -> Any:
        if isinstance(value, dict):
            return {names[question.id][id]: record(question, own) for id, own in value.items()}
        return names.get(question.kind.of, {}).get(value, value) if question.kind.of else value

    def record(question: Any, own: dict[str, Any]) -> dict[str, Any]:
        return {key: renamed(question.fields[key], one) for key, one in own.items()}

    answers = {name: renamed(questions[name], value) for name, value in data["answers"].items()}
    return {**data, "answers": answers}


def called(question: Any) -> str:
    """What one record of a list is called in an id."""
    return str(question.kind.one.replace("_", "-"))


def typed(value: Any) -> Any:
    """An answer as a page sends it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, list) else str(value)
