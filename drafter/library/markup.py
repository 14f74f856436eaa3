"""HTML written as text: every word is escaped, and nothing is fetched from anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


_BLOCKS = frozenset("h1 h2 h3 p li dt dd tr section article".split())


def element(name: str, *inside: str, **attributes: str) -> Html:
    """An element around words, which are escaped, and other elements, which are not.

    >>> element("a", "A & B ", element("b", "c"), href="#a")
    '<a href="#a">A &amp; B <b>c</b></a>'
    """
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    opened = "".join(f' {key}="{escape(value)}"' for key, value in named.items())
    end = "\n" if name in _BLOCKS else ""
    return Html(f"<{name}{opened}>{joined(inside)}</{name}>{end}")


def joined(parts: Iterable[str]) -> Html:
    """Words and elements, one after another."""
    return Html("".join(one if isinstance(one, Html) else escape(one) for one in parts))


def items(entries: Iterable[str]) -> Html:
    """A list with a point for each entry; nothing where there is none."""
    points = [element("li", one) for one in entries]
    return element("ul", *points) if points else Html()


def table(caption: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Html:
    """A table with a caption, heads of columns, and the head of a row in its first cell."""
    top = element("tr", *(element("th", one, scope="col") for one in heads))
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", one) for one in row[1:]))
        for row in rows
    ]
    return element(
        "table", element("caption", caption), element("thead", top), element("tbody", *body)
    )


def document(title: str, language: str, style: str, *body: str) -> str:
    """A whole page in one file."""
    head = element(
        "head",
        Html('<meta charset="utf-8">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        element("title", title),
        element("style", Html(style)),
    )
    page = element("html", head, element("body", *body), lang=language)
    return f"<!doctype html>\n{page}\n"
