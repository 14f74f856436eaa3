"""The reference that an issued file prints on its pages and carries as a property: which agreement,
and which revision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from drafter.ooxml.properties import CUSTOM, REFERENCE

_REFERENCE = re.compile(r"\b(A-\d{4,}), revision (\d{1,6})(?!\d)")
_LINE = re.compile(rb"</\w+:p>")
_TEXT = re.compile(rb"(?<=>)[^<]*(?=</\w+:(?:t|lpwstr)>)")
_PROPERTY = re.compile(
    rb"<(?:\w+:)?property\b[^>]*\bname=[\"']%s[\"'][^>]*>\s*<\w+:lpwstr>([^<]*)<"
    % REFERENCE.encode()
)
_PRINTED = re.compile(r"word/(document|header|footer)[^/]*\.xml", re.IGNORECASE)


def printed_references(parts: Mapping[str, bytes]) -> Iterator[tuple[str, int]]:
    """Each reference on the pages of a file, where Word may have cut one into several runs.

    >>> list(printed_references({"word/footer1.xml": b"<t>A-00</t><t>07, revision 2</t>"}))
    [('A-0007', 2)]
    """
    for name, data in parts.items():
        if _PRINTED.fullmatch(name):
            lines = data.decode("utf-8-sig").replace("</w:p>", "\n")
            for found in _REFERENCE.finditer(re.sub(r"<[^>]*>", "", lines)):
                yield found[1], int(found[2])


def carried_references(parts: Mapping[str, bytes]) -> Iterator[tuple[str, int]]:
    """The reference in the properties of a file, which stays where pages lose theirs, then those
    on its pages."""
    for words in _PROPERTY.findall(parts.get(CUSTOM, b"")):
        if found := _REFERENCE.fullmatch(words.decode().strip()):
            yield found[1], int(found[2])
    yield from printed_references(parts)


def reference_of(words: str) -> str:
    """The reference with which some words begin; empty if with none.

    >>> reference_of("A-0007, revision 2, Draft 3"), reference_of("M-77")
    ('A-0007, revision 2', '')
    """
    found = _REFERENCE.match(words)
    return found[0] if found else ""


def with_reference(parts: Mapping[str, bytes], agreement: str, revision: int) -> dict[str, bytes]:
    """The parts with each reference of this agreement naming another revision.

    >>> page = b"<w:p><w:t>A-00</w:t><w:t>07, revision 1</w:t></w:p>"
    >>> with_reference({"word/footer1.xml": page}, "A-0007", 2)["word/footer1.xml"]
    b'<w:p><w:t>A-0007, revision 2</w:t><w:t></w:t></w:p>'
    """
    words = f"{agreement}, revision {revision}".encode()
    return {
        name: _renamed(data, agreement, words)
        if _PRINTED.fullmatch(name) or name == CUSTOM
        else data
        for name, data in parts.items()
    }


def _renamed(data: bytes, agreement: str, words: bytes) -> bytes:
    """A part with `words` in place of each reference to the agreement; line by line, from its end,
    so that what stands before keeps its place."""
    ends = [0, *(found.end() for found in _LINE.finditer(data)), len(data)]
    for start, end in reversed(list(pairwise(ends))):
        texts = list(_TEXT.finditer(data, start, end))
        line = b"".join(one[0] for one in texts).decode()
        for old in reversed(list(_REFERENCE.finditer(line))):
            if old[1] == agreement:
                span = len(line[: old.start()].encode()), len(line[: old.end()].encode())
                data = _replaced(data, texts, span, words)
    return data


def _replaced(
    data: bytes, texts: list[re.Match[bytes]], span: tuple[int, int], words: bytes
) -> bytes:
    """Other words for a span of a line that is cut into several texts."""
    (first, last), cuts, at = span, [], 0
    for one in texts:
        start, end = max(first - at, 0), min(last - at, len(one[0]))
        at += len(one[0])
        if start < end:
            cuts.append((one.start() + start, one.start() + end, words))
            words = b""
    for start, end, new in reversed(cuts):
        data = data[:start] + new + data[end:]
    return data
