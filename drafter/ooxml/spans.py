"""Where elements lie in a part, in bytes: for cutting and putting in without touching the rest."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat


class Span(NamedTuple):
    """An element by its local name, and the bytes that it takes up."""

    name: str
    start: int
    end: int


def spans(data: bytes, *paths: str) -> list[Span]:
    """The elements at paths of local names, in the order in which they begin; `*` is any name.

    >>> part = b"<document><body><p/><p>words</p></body></document>"
    >>> [part[one.start : one.end] for one in spans(part, "document/body/*")]
    [b'<p/>', b'<p>words</p>']
    """
    wanted = [path.split("/") for path in paths]
    open_now: list[tuple[str, int]] = []
    found: list[Span] = []
    parser = expat.ParserCreate("UTF-8")

    def start(name: str, _: dict[str, str]) -> None:
        open_now.append((name.rpartition(":")[2], parser.CurrentByteIndex))

    def end(_: str) -> None:
        names = [name for name, _ in open_now]
        name, began = open_now.pop()
        if any(_fits(names, path) for path in wanted):
            opened = data.index(b">", began) + 1
            closed = data[opened - 2 : opened] == b"/>"
            last = opened if closed else data.index(b">", parser.CurrentByteIndex) + 1
            found.append(Span(name, began, last))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return sorted(found, key=lambda span: (span.start, -span.end))


def _fits(names: list[str], path: list[str]) -> bool:
    return len(names) == len(path) and all(
        one in ("*", name) for one, name in zip(path, names, strict=True)
    )


def without(data: bytes, cut: list[Span]) -> bytes:
    """The part without some elements that do not lie in one another."""
    ends = [0, *(span.end for span in cut)]
    starts = [*(span.start for span in cut), len(data)]
    return b"".join(data[end:start] for end, start in zip(ends, starts, strict=True))


def inside(data: bytes, span: Span) -> tuple[int, int]:
    """Where what an element holds begins and ends; both at its end for an empty one."""
    opening = data.index(b">", span.start) + 1
    if data[opening - 2 : opening] == b"/>":
        return span.end, span.end
    return opening, data.rindex(b"</", span.start, span.end)
