"""What a drafting lint is, and what it reads: a page of lines, each as typed and as masked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import ERROR, NOTE, WARNING, Diagnostic, Place
from drafter.library.model import FrontMatter
from drafter.library.terms import TermFinder
from drafter.prose.model import Inline, ProseParagraph, Text

E, W, I = ERROR, WARNING, NOTE  # noqa: E741 - the letters of the table of lints


class TextScope(StrEnum):
    """The texts that a lint reads."""

    ALL = "clauses and definitions"
    CLAUSES = "clauses"
    DEFINITIONS = "definitions"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a library: its language, names, terms in every spelling, and which English."""

    names: TermFinder = field(default_factory=lambda: TermFinder({}))
    terms: TermFinder = field(default_factory=lambda: TermFinder({}))
    american: bool = False
    small_terms: re.Pattern[str] | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PageLine:
    """A sentence, or a heading or cell of a table.

    `masked` is as long as `typed`: blanks, references, quotations and names are struck out in it.
    `block` counts the numbered paragraph that the line belongs to; `level` is 0 for a clause, 1 or
    2 for a bullet; `paragraph` is None in a table.
    """

    typed: str
    masked: str
    place: Place | None = None
    block: int = 0
    level: int = 0
    paragraph: ProseParagraph | None = None
    inlines: tuple[Inline, ...] = ()
    for_two: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One variant or definition, ready to be read by every lint."""

    lines: tuple[PageLine, ...]
    text: Text
    scope: TextScope = TextScope.CLAUSES
    topic: str = ""
    front: FrontMatter = field(default_factory=FrontMatter)
    lexicon: Lexicon = field(default_factory=Lexicon)
    place: Place | None = None
    masked: str = field(init=False, default="")
    typed: str = field(init=False, default="")
    small: str = field(init=False, default="")
    small_typed: str = field(init=False, default="")
    _starts: tuple[int, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line.typed) + 1
        object.__setattr__(self, "masked", "\n".join(line.masked for line in self.lines))
        object.__setattr__(self, "typed", "\n".join(line.typed for line in self.lines))
        object.__setattr__(self, "small", _small(self.masked))
        object.__setattr__(self, "small_typed", _small(self.typed))
        object.__setattr__(self, "_starts", tuple(starts))

    def at(self, position: int) -> tuple[PageLine, int]:
        """The line at a position of the whole, and the position in that line."""
        index = bisect_right(self._starts, position) - 1
        return self.lines[index], position - self._starts[index]

    def block(self, line: PageLine) -> str:
        """The masked words of the numbered paragraph that a line belongs to."""
        return "\n".join(one.masked for one in self.lines if one.block == line.block)

    @property
    def law(self) -> str:
        """The laws that the variant rests on, in one string; empty without any."""
        return "; ".join(one.law for one in self.front.legal_basis)


class Hit(NamedTuple):
    """Where a lint fires: the line, the span in it, and what differs from the lint's own words."""

    line: PageLine
    start: int
    end: int
    severity: str = ""
    says: str = ""
    cure: str = ""


_CAPITAL = re.compile(r"(?<!\\)[A-Z]")


def _small(text: str) -> str:
    """In small letters, and exactly as long: lower() lengthens a few letters of other alphabets."""
    small = text.lower()
    return small if len(small) == len(text) else text


Unless: TypeAlias = Callable[[Page, Hit], bool]
Search: TypeAlias = Callable[[Page], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that a lint looks for; `unless` holds for what must not fire."""

    regex: re.Pattern[str]
    severity: str = ""
    unless: Unless | None = None
    typed: bool = False
    says: str = ""
    cure: str | Callable[[str], str] = ""
    exact_case: bool = False

    def hits(self, page: Page) -> Iterator[Hit]:
        """Every place of a page where the words stand."""
        for found in self.regex.finditer(self._words(page)):
            line, start = page.at(found.start())
            cure = self.cure if isinstance(self.cure, str) else self.cure(found[0])
            hit = Hit(line, start, start + len(found[0]), self.severity, self.says, cure)
            if self.unless is None or not self.unless(page, hit):
                yield hit

    def _words(self, page: Page) -> str:
        if self.exact_case:
            return page.typed if self.typed else page.masked
        return page.small_typed if self.typed else page.small


def words(
    regex: str,
    severity: str = "",
    unless: Unless | None = None,
    *,
    typed: bool = False,
    exact_case: bool = False,
    says: str = "",
    cure: str | Callable[[str], str] = "",
) -> Pattern:
    """A pattern of words; case does not matter unless `exact_case`."""
    regex = regex if exact_case else _CAPITAL.sub(lambda found: found[0].lower(), regex)
    return Pattern(re.compile(regex, re.ASCII), severity, unless, typed, says, cure, exact_case)


@dataclass(frozen=True, slots=True)
class Lint:
    """One drafting rule: what it looks for, what it says, and texts that must and must not fire.

    `says` may hold `{found}`, the words that were found. `approximate` says how it falls short of
    a reader who knows the language. `languages`: those of the texts that it can judge.
    """

    id: str
    severity: str
    says: str
    cure: str
    patterns: tuple[Pattern, ...] = ()
    search: Search | None = None
    fires: tuple[str, str] = ("", "")
    passes: tuple[str, str] = ("", "")
    scope: TextScope = TextScope.ALL
    approximate: str = ""
    languages: tuple[str, ...] = ("en",)

    def reads(self, page: Page) -> bool:
        """Whether the lint is meant for this kind of text, and for its language."""
        in_language = page.lexicon.language in self.languages
        return in_language and self.scope in (TextScope.ALL, page.scope)

    def hits(self, page: Page) -> Iterator[Hit]:
        """Where it fires on a page."""
        for pattern in self.patterns:
            yield from pattern.hits(page)
        if self.search is not None:
            yield from self.search(page)

    def fault(self, hit: Hit) -> Diagnostic:
        """A hit as a message."""
        found = hit.line.typed[hit.start : hit.end]
        says = (hit.says or self.says).replace("{found}", found)
        return Diagnostic(
            self.id,
            says,
            place_of(hit),
            hit.cure or self.cure,
            severity=hit.severity or self.severity,
        )


def place_of(hit: Hit) -> Place | None:
    """Where the words of a hit stand."""
    place = hit.line.place
    if place is None or hit.line.paragraph is None:
        return place
    return replace(place, column=place.column + hit.start, width=max(1, hit.end - hit.start))
