"""Tracked changes as WordprocessingML: insertions, deletions, changed styles, rows.

One author and one date a run; ids from one counter above every id in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from drafter.redline.package import w
from drafter.redline.tokens import Line, Token, read_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_IDS = re.compile(rb' w:id="\d+"')
_DELETED_NAME = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


class Changes:
    """Writes the tracked changes of one run."""

    def __init__(self, author: str, date: str, first_id: int) -> None:
        self.author, self.date, self.id = author, date, first_id
        self.words = 0  # words inserted or deleted, a field counting as one

    # --- marks ---

    def mark(self, name: str) -> _Element:
        """A new `w:ins`, `w:del` or `w:pPrChange` with author, date and id."""
        from lxml import etree

        element = etree.Element(w(name))
        element.set(w("id"), str(self.id))
        element.set(w("author"), self.author)
        if self.date:
            element.set(w("date"), self.date)
        self.id += 1
        return element

    # --- paragraphs ---

    def whole_paragraph(self, paragraph: _Element, name: str) -> _Element:
        """A paragraph that came (`ins`) or went (`del`) with its mark."""
        result = deepcopy(paragraph)
        line = read_line(result)
        properties = _properties(result)
        _looks_of_mark(properties).insert(0, self.mark(name))
        for child in list(result):
            if child is not properties:
                result.remove(child)
        result.extend(self._spelled(line, name))
        return result

    def _spelled(self, line: Line, name: str) -> Iterator[_Element]:
        """All tokens of a line under one kind of mark, what has no width between them."""
        start = 0
        for position, element in [*line.between, (len(line.tokens), None)]:
            if position > start:
                yield from self.wrapped(line.tokens[start:position], name)
                start = position
            if element is not None and (name == "ins" or "bookmark" in str(element.tag)):
                yield element  # a comment on what went would stand twice

    def paragraph(self, old: _Element, new: _Element) -> _Element:
        """The new paragraph with its difference from the old one marked."""
        if _written(old) == _written(new):
            return deepcopy(new)
        before, after = read_line(old), read_line(new)
        if before.tokens == after.tokens:
            result = deepcopy(new)
        else:
            result = _empty_copy(new)
            result.extend(self._merged(before, after))
        self._restyle(old, result)
        return result

    def _merged(self, before: Line, after: Line) -> Iterator[_Element]:
        between = list(after.between)
        for tag, i, j, k, m in _operations(before.tokens, after.tokens):
            yield from _due(between, k, starts=True)
            if tag != "equal":
                yield from self.wrapped(before.tokens[i:j], "del")
            yield from _due(between, k, starts=False)
            for position in range(k, m):
                yield from _due(between, position, starts=False)
                tokens = after.tokens[position : position + 1]
                yield from _plain(tokens) if tag == "equal" else self.wrapped(tokens, "ins")
        yield from (element for _, element in between)

    def _restyle(self, old: _Element, result: _Element) -> None:
        """A changed style is a tracked change of the paragraph's properties."""
        if _style(old) == _style(result):
            return
        from lxml import etree

        change = self.mark("pPrChange")
        kept = etree.SubElement(change, w("pPr"))
        before = old.find(w("pPr"))
        for child in () if before is None else before:
            if child.tag not in (w("rPr"), w("sectPr"), w("pPrChange")):
                kept.append(deepcopy(child))
        _properties(result).append(change)

    # --- runs ---

    def wrapped(self, tokens: Iterable[Token], name: str) -> Iterator[_Element]:
        """Tokens inside `w:ins` or `w:del`; links and controls keep the mark inside them."""
        run: list[Token] = []
        for token in tokens:
            self.words += token.is_word
            if token.whole and token.elements[0].tag == w("hyperlink"):
                yield from self._closed(run, name)
                run = []
                yield self._inside(token.elements[0], name)
            else:
                run.append(token)
        yield from self._closed(run, name)

    def _closed(self, tokens: list[Token], name: str) -> Iterator[_Element]:
        if tokens:
            mark = self.mark(name)
            mark.extend(_runs(tokens, deleted=name == "del"))
            yield mark

    def _inside(self, link: _Element, name: str) -> _Element:
        result = deepcopy(link)
        mark = self.mark(name)
        mark.extend(list(result))
        if name == "del":
            _rename(mark)
        result.append(mark)
        return result


def _runs(tokens: Iterable[Token], deleted: bool) -> Iterator[_Element]:
    for token in tokens:
        for element in token.elements:
            copy = deepcopy(element)
            if deleted and copy.tag == w("sdt"):
                yield from map(_deleted, copy.find(w("sdtContent")) or ())
            else:
                yield _deleted(copy) if deleted else copy


def _deleted(element: _Element) -> _Element:
    _rename(element)
    return element


def _rename(element: _Element) -> None:
    for one in element.iter():
        if one.tag in _DELETED_NAME:
            one.tag = _DELETED_NAME[one.tag]
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _plain(tokens: Iterable[Token]) -> Iterator[_Element]:
    return (deepcopy(element) for token in tokens for element in token.elements)


def _due(between: list[tuple[int, _Element]], position: int, starts: bool) -> Iterator[_Element]:
    """What stands without width up to here: starts before a deletion, ends behind it."""
    while between and between[0][0] <= position:
        ends = str(between[0][1].tag).endswith("End")
        if starts and ends and between[0][0] == position:
            return
        yield between.pop(0)[1]


Operation = tuple[str, int, int, int, int]


def _operations(before: list[Token], after: list[Token]) -> list[Operation]:
    """The least difference in words. Spaces follow the words they stand behind."""
    return _widened(list(_by_words(before, after)), before, after)


def _by_words(before: list[Token], after: list[Token]) -> Iterator[Operation]:
    old, new = _groups(before), _groups(after)
    matcher = SequenceMatcher(
        None, [before[i] for i, _ in old], [after[k] for k, _ in new], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            for (i, j), (k, m) in zip(old[a:b], new[c:d], strict=True):
                yield "equal", i, i + 1, k, k + 1
                yield from _spaces(before, after, i + 1, j, k + 1, m)
        else:
            yield tag, *_span(old, a, b, len(before)), *_span(new, c, d, len(after))


def _groups(tokens: list[Token]) -> list[tuple[int, int]]:
    """Each word or mark with the spaces behind it, as a range; leading spaces stand alone."""
    starts = [i for i, token in enumerate(tokens) if i == 0 or token.whole or token.text.strip()]
    return list(zip(starts, [*starts[1:], len(tokens)], strict=True))


def _span(groups: list[tuple[int, int]], first: int, last: int, end: int) -> tuple[int, int]:
    start = groups[first][0] if first < len(groups) else end
    return start, groups[last - 1][1] if last > first else start


def _spaces(
    before: list[Token], after: list[Token], i: int, j: int, k: int, m: int
) -> Iterator[Operation]:
    if before[i:j] == after[k:m]:
        yield "equal", i, j, k, m
    else:
        yield "replace", i, j, k, m


def _widened(
    operations: list[Operation], before: list[Token], after: list[Token]
) -> list[Operation]:
    """Neighbours of one kind joined; a mark or space between two changes belongs to them."""
    merged: list[Operation] = []
    for tag, i, j, k, m in operations:
        if i == j and k == m:
            continue
        thin = tag == "equal" and not any(token.is_word for token in after[k:m])
        inside = i > 0 and j < len(before) and k > 0 and m < len(after)
        changed = bool(merged) and merged[-1][0] != "equal"
        if (merged and (tag == "equal") is not changed) or (changed and thin and inside):
            last, a, _, c, _ = merged[-1]
            merged[-1] = ("replace" if changed else last, a, j, c, m)
        else:
            merged.append((tag, i, j, k, m))
    return merged


def _written(paragraph: _Element) -> bytes:
    """The paragraph as it is written, ids apart: they count through each file anew."""
    from lxml import etree

    return _IDS.sub(b"", etree.tostring(paragraph, with_tail=False))


def _empty_copy(paragraph: _Element) -> _Element:
    result = deepcopy(paragraph)
    for child in list(result):
        if child.tag != w("pPr"):
            result.remove(child)
    return result


def _properties(paragraph: _Element) -> _Element:
    from lxml import etree

    found = paragraph.find(w("pPr"))
    if found is None:
        found = etree.Element(w("pPr"))
        paragraph.insert(0, found)
    return found


def _looks_of_mark(properties: _Element) -> _Element:
    from lxml import etree

    found = properties.find(w("rPr"))
    if found is None:
        found = etree.Element(w("rPr"))
        behind = properties.find(w("sectPr"))
        properties.append(found) if behind is None else behind.addprevious(found)
    return found


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else str(style.get(w("val")))
