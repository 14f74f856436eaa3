"""People at the intake service: they open a link, read its pages, fill their fields and press a
button. What a page sends is read from the page, as a browser does."""

from __future__ import annotations

import html
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

from werkzeug.datastructures import MultiDict


class Fields(MultiDict[str, str]):
    """The fields of a page; `|` types into some of them."""

    def __or__(self, typed: Any) -> Any:
        made = Fields(self)
        for name, value in typed.items():
            made.setlist(name, value if isinstance(value, list) else [value])
        return made


class Filled(HTMLParser):
    """The fields of the largest form of a page, as they are sent where nothing is typed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[list[tuple[str, str]]] = []
        self.name, self.text = "", ""
        self.feed(page)

    @property
    def fields(self) -> Fields:
        return Fields(max(self.forms, key=len, default=[]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = dict(attrs)
        name, value = have.get("name") or "", have.get("value") or ""
        if tag == "form":
            self.forms.append([])
        elif tag == "input" and have.get("type") in ("radio", "checkbox"):
            self.forms[-1] += [(name, value)] if "checked" in have else []
        elif tag == "input":
            self.forms[-1].append((name, value))
        elif tag in ("select", "textarea"):
            self.name, self.text = name, ""
        elif tag == "option" and "selected" in have:
            self.text = value

    def handle_data(self, data: str) -> None:
        self.text += data if self.lasttag == "textarea" and self.name else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea") and self.name:
            self.forms[-1].append((self.name, self.text.removeprefix("\n")))
            self.name = ""


class Someone:
    """One browser session; keeps every body and address that the service gave it."""

    def __init__(self, app: Any, link: str = "") -> None:
        self.browser = app.test_client()
        self.bodies: list[bytes] = []
        self.addresses: list[str] = []
        self.deal = ""
        if link:
            self.deal = urlsplit(self.send(f"/l/{link}").headers["Location"]).path

    def open(self, path: str = "") -> Any:
        """A page, by its whole path or by what follows the deal's address."""
        return self._keep(self.browser.get(self.whole(path)))

    def words(self, path: str = "") -> str:
        """What a page says, its marks of HTML resolved."""
        return html.unescape(self.open(path).text)

    def filled(self, path: str = "") -> Fields:
        """What a page sends where nothing is typed."""
        return Filled(self.open(path).text).fields

    def post(self, path: str, fields: Any) -> Any:
        """Press a button, with these fields."""
        return self._keep(self.browser.post(self.whole(path), data=fields))

    def send(self, path: str, **typed: Any) -> Any:
        """Open a page, type into its fields, and press its button."""
        return self.post(path, self.filled(path) | typed)

    def answer(self, section: str, **answers: Any) -> Any:
        """Answer questions of a section."""
        typed = {f"a:{name}": spelled(one) for name, one in answers.items()}
        return self.send(f"sections/{section}", **typed)

    def add(self, name: str, fields: dict[str, Any]) -> Any:
        """Add a record to a list."""
        typed = {f"a:{name}.+.{field}": spelled(one) for field, one in fields.items()}
        return self.send(f"lists/{name}", **typed)

    def whole(self, path: str) -> str:
        """The address of a page."""
        whole = path if path.startswith("/") else f"{self.deal}/{path}".rstrip("/")
        self.addresses.append(whole)
        return whole

    def _keep(self, reply: Any) -> Any:
        self.bodies.append(reply.data)
        self.addresses.append(reply.headers.get("Location", ""))
        return reply

    @property
    def heard(self) -> bytes:
        """Everything that the service ever said to this browser."""
        return b"\n".join([*map(_unpacked, self.bodies), *map(str.encode, self.addresses)])


def _unpacked(body: bytes) -> bytes:
    """A body; of a Word file, the names and the bytes of its parts."""
    if not body.startswith(b"PK"):
        return body
    with ZipFile(BytesIO(body)) as file:
        return b"\n".join(name.encode() + b"\n" + file.read(name) for name in file.namelist())


def spelled(value: Any) -> Any:
    """An answer as a page sends it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return [str(one) for one in value] or ["!none"] if isinstance(value, list) else str(value)


def answer_all(who: Someone, library: Any, answers: dict[str, Any], slug: Any) -> None:
    """Answer a whole deal section by section, as often as questions come into play."""
    questions = library.clauses.questionnaire.questions
    for name, value in answers.items():
        if isinstance(value, dict):
            for fields in value.values():
                assert who.add(name, fields).status_code == 303, name
    sections: dict[str, dict[str, Any]] = {}
    for name, value in answers.items():
        if not isinstance(value, dict):
            sections.setdefault(slug(questions[name].section), {})[name] = value
    for _ in range(2):  # an answer brings questions that its page had not
        for section, named in sections.items():
            reply = who.answer(section, **named)
            assert reply.status_code == 303, (section, html.unescape(reply.text))
