"""The words of a Word file and of its tracked changes, counted without drafter.

Words are those of Unicode (UAX 29); a field counts as one, known by its code and what it shows.
Contents are no field here but lines of words, as they are printed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

from support.files import W, tree

_FIELD = "\ufffc[^\ufffd]*\ufffd"
_BETWEEN = r"(?<=[^\W\d_])[:·.'’‘](?=[^\W\d_])|(?<=\d)[.,;'’‘](?=\d)"
_WORD = re.compile(rf"{_FIELD}|(?:\w[\u0300-\u036f]*|{_BETWEEN})+")
_SKIPPED = {f"{W}{tag}" for tag in ("pPr", "rPr", "sdtPr", "tblPr", "tcPr", "trPr")}


class View:
    """The text of a file with all changes taken (`del` hidden) or refused (`ins` hidden)."""

    def __init__(self, docx: bytes, hidden: str) -> None:
        self._hidden, self._shown = hidden, {"del": "ins", "ins": "del"}[hidden]
        self._fields: list[list[str]] = []
        self._said: list[str] = []
        self._changed = bytearray()
        self._walk(tree(docx), False)
        self.text = "".join(self._said)

    def words(self) -> list[str]:
        return _WORD.findall(self.text)

    def marked(self) -> int:
        """The words that lie, with a letter or more, in a change."""
        return sum(any(self._changed[each.start() : each.end()])
                   for each in _WORD.finditer(self.text))  # fmt: skip

    def _walk(self, node: Element, changed: bool) -> None:
        for child in node:
            tag = child.tag.removeprefix(W)
            if tag == self._hidden or child.tag in _SKIPPED or self._hides(child, "trPr"):
                continue
            if tag in ("t", "delText"):
                self._say(child.text or "", changed)
            elif tag in ("instrText", "delInstrText"):
                self._fields[-1][0] += child.text or ""
            elif tag == "fldChar":
                self._mark(child.get(f"{W}fldCharType", ""), changed)
            elif tag in ("tab", "br"):
                self._say(" ", changed)
            else:
                self._walk(child, changed or tag == self._shown)
            if tag == "p" and not self._hides(child, "pPr", "rPr"):
                self._add("\n", False)

    def _hides(self, node: Element, *path: str) -> bool:
        return node.find("/".join(f"{W}{tag}" for tag in (*path, self._hidden))) is not None

    def _mark(self, kind: str, changed: bool) -> None:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "end":
            code, shown = self._fields.pop()
            if not code.startswith("TOC"):
                self._add(f"\ufffc{code.strip()} {shown}\ufffd", changed)

    def _say(self, text: str, changed: bool) -> None:
        if self._fields and not self._fields[-1][0].startswith("TOC"):
            self._fields[-1][1] += text
        else:
            self._add(text, changed)

    def _add(self, text: str, changed: bool) -> None:
        self._said.append(text)
        self._changed += bytes([changed]) * len(text)


@cache
def _view(docx: bytes, hidden: str) -> View:
    return View(docx, hidden)


def words_marked(redline: bytes) -> int:
    """How many words a redline strikes and puts in."""
    return _view(redline, "ins").marked() + _view(redline, "del").marked()


def least_marked(old: bytes, new: bytes) -> int:
    """How many words a plain word diff of two files marks, lines that are equal apart."""
    before, after = (_view(each, "del").text.split("\n") for each in (old, new))
    return sum(
        _differ(_WORD.findall("\n".join(before[i:j])), _WORD.findall("\n".join(after[k:m])))
        for i, j, k, m in _gaps(before, after)
    )


def _differ(before: list[str], after: list[str]) -> int:
    return sum(j - i + m - k for i, j, k, m in _gaps(before, after))


def _gaps(before: list[str], after: list[str]) -> Iterator[tuple[int, int, int, int]]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return ((i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal")
