"""A paragraph as tokens: words, spaces and marks with their looks; a whole field is one token.

Bookmarks and comment ranges have no width: they are kept beside the tokens, with the position at
which they stand, and are never compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.redline.package import w

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")
_NO_WIDTH = {w(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart",
                                  "commentRangeEnd", "proofErr")}  # fmt: skip
_LOOKS = w("rPr")


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch that is kept, inserted or deleted whole. Equal tokens read and look alike."""

    text: str
    looks: str
    elements: tuple[_Element, ...] = field(compare=False, repr=False)
    whole: bool = field(default=False, compare=False)  # a field, link or control: never cut

    @property
    def is_word(self) -> bool:
        """Whether a reader would count it as a word."""
        return self.whole or any(letter.isalnum() for letter in self.text)


@dataclass(slots=True)
class Line:
    """The content of one paragraph: tokens, and what stands between them without width."""

    tokens: list[Token] = field(default_factory=list)
    between: list[tuple[int, _Element]] = field(default_factory=list)


def read_line(paragraph: _Element) -> Line:
    """The tokens of a paragraph."""
    line = Line()
    children = [child for child in paragraph if child.tag != w("pPr")]
    position = 0
    while position < len(children):
        child = children[position]
        taken = _field_length(children, position)
        if taken:
            line.tokens.append(_whole(children[position : position + taken]))
        elif child.tag in _NO_WIDTH or _is_structural(child):
            line.between.append((len(line.tokens), child))
        elif child.tag == w("r"):
            line.tokens += _cut(child)
        else:
            line.tokens.append(_whole([child]))
        position += taken or 1
    return line


def _mark(element: _Element) -> str:
    found = element.find(w("fldChar"))
    return "" if found is None else str(found.get(w("fldCharType")))


def _field_length(children: list[_Element], start: int) -> int:
    """How many children a complex field takes that begins and ends here; 0 for none."""
    if _mark(children[start]) != "begin":
        return 0
    depth = 0
    for offset, child in enumerate(children[start:]):
        depth += {"begin": 1, "end": -1}.get(_mark(child), 0)
        if depth == 0:
            return offset + 1
    return 0


def _is_structural(child: _Element) -> bool:
    """Marks of a field that runs over several paragraphs (the contents), anchors of comments."""
    if child.tag != w("r"):
        return False
    names = {w("fldChar"), w("instrText"), w("commentReference"), w("annotationRef")}
    inside = [one.tag for one in child if one.tag != _LOOKS]
    return bool(inside) and set(inside) <= names


def _whole(elements: list[_Element]) -> Token:
    text = "".join(_texts(elements))
    code = "".join(one.text or "" for element in elements for one in element.iter(w("instrText")))
    target = "".join(str(element.get(w("anchor"), "")) for element in elements)
    return Token(text, f"{elements[0].tag}|{code}|{target}", tuple(elements), whole=True)


def _texts(elements: list[_Element]) -> Iterator[str]:
    for element in elements:
        for one in element.iter(w("t"), w("tab"), w("br")):
            yield one.text or "" if one.tag == w("t") else "\t" if one.tag == w("tab") else "\n"


def _cut(run: _Element) -> Iterator[Token]:
    """One run as a run a word."""
    from lxml import etree

    looks = run.find(_LOOKS)
    key = "" if looks is None else etree.tostring(looks).decode()
    for child in run:
        if child.tag == w("t"):
            for word in _WORDS.findall(child.text or ""):
                yield Token(word, key, (_run(looks, word),))
        elif child.tag != _LOOKS:
            yield Token("\n" if child.tag == w("br") else "\t", f"{key}|{child.tag}",
                        (_run_of(looks, deepcopy(child)),))  # fmt: skip


def _run(looks: _Element | None, text: str) -> _Element:
    from lxml import etree

    words = etree.Element(w("t"))
    words.text = text
    if text != text.strip():
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _run_of(looks, words)


def _run_of(looks: _Element | None, child: _Element) -> _Element:
    from lxml import etree

    run = etree.Element(w("r"))
    if looks is not None:
        run.append(deepcopy(looks))
    run.append(child)
    return run
