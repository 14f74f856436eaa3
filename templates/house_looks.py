"""The looks of the house styles that come with drafter, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FIRST, STEP = 720, 567  # where the words of a level begin, and each level under it
SECOND, THIRD = FIRST + STEP, FIRST + 2 * STEP


@dataclass(frozen=True)
class Level:
    """A level of a list: the style in it, how it counts, what it shows, where its words begin and
    how far before them the number hangs (below nothing: how far the first line is drawn in)."""

    style: str
    form: str
    shown: str
    left: int
    hanging: int
    gap: str = "tab"


@dataclass(frozen=True)
class Look:
    """What a house style looks like. Measures are twips, sizes points."""

    name: str
    lists: tuple[tuple[Level, ...], ...]
    language: str = "en-GB"
    font: str = "Times New Roman"
    panose: str = "02020603050405020304"
    family: str = "roman"
    ink: str = "1F2A44"
    grey: str = "5B6270"
    line: str = "8A91A0"  # of rules and tables
    shade: str = "E9ECF2"
    page: tuple[int, int] = (11906, 16838)  # A4
    side: int = 1588
    top: int = 1588
    bottom: int = 1474
    flush: int = FIRST  # where unnumbered words of a clause begin
    listed: int = 1270  # where the words of the contents page begin, right of "Schedule 18"
    body: float = 11
    spread: int = 271  # of lines, in 240ths
    text: tuple[int, int] = (100, 70)  # before and after a paragraph
    ranged: str = "both"  # the edges of text
    heading: str = "left"  # where headings of clauses stand
    sizes: Mapping[str, float] = field(default_factory=dict)  # of what is not as in HOUSE

    @property
    def width(self) -> int:
        """Of the words on a page."""
        return self.page[0] - 2 * self.side

    def size(self, what: str, usual: float) -> float:
        return self.sizes.get(what, usual)


def _rest(first: int = FIRST) -> tuple[tuple[Level, ...], ...]:
    """Parties, recitals and definitions."""
    return (
        (Level("Party", "decimal", "(%1)", first, first),),
        (Level("Recital", "upperLetter", "(%1)", first, first),),
        (
            Level("Definition", "none", "", first, 0, gap="nothing"),
            Level("Definition Item", "lowerLetter", "(%2)", first + STEP, STEP),
            Level("Definition Subitem", "lowerRoman", "(%3)", first + 2 * STEP, STEP),
        ),
    )


HOUSE = Look(
    "house",
    (
        (
            Level("Clause Heading", "decimal", "%1.", FIRST, FIRST),
            Level("Clause", "decimal", "%1.%2", FIRST, FIRST),
            Level("Subclause", "lowerLetter", "(%3)", SECOND, STEP),
            Level("Subsubclause", "lowerRoman", "(%4)", THIRD, STEP),
        ),
        (
            Level("Schedule Heading", "decimal", "Schedule\u00a0%1", 1900, 1900),
            Level("Schedule Paragraph", "decimal", "%2.", FIRST, FIRST),
            Level("Schedule Item", "lowerLetter", "(%3)", SECOND, STEP),
            Level("Schedule Subitem", "lowerRoman", "(%4)", THIRD, STEP),
        ),
        *_rest(),
    ),
)
"""British: 1., 1.1, (a), (i); Schedule 1, 1., (a), (i)."""

AMERICAN = Look(
    "american",
    (
        (
            Level("Clause Heading", "decimal", "Article\u00a0%1.", 0, 0, gap="space"),
            Level("Clause", "decimalZero", "Section\u00a0%1.%2", 0, -720),
            Level("Subclause", "lowerLetter", "(%3)", 1440, 720),
            Level("Subsubclause", "lowerRoman", "(%4)", 2160, 720),
        ),
        (
            Level("Schedule Heading", "upperLetter", "Exhibit\u00a0%1", 0, 0, gap="space"),
            Level("Schedule Paragraph", "decimal", "%2.", 720, 720),
            Level("Schedule Item", "lowerLetter", "(%3)", 1440, 720),
            Level("Schedule Subitem", "lowerRoman", "(%4)", 2160, 720),
        ),
        *_rest(),
    ),
    language="en-US",
    ink="000000",
    grey="404040",
    line="7F7F7F",
    shade="EFEFEF",
    page=(12240, 15840),  # Letter
    side=1440,
    top=1440,
    bottom=1440,
    listed=1400,
    body=12,
    spread=252,
    text=(80, 120),
    heading="center",
    sizes={"heading 2": 12, "part": 12, "title": 16, "front": 12, "schedule": 13},
)
"""American: Article 1, Section 1.01, (a), (i); Exhibit A, 1., (a), (i)."""

PLAIN = Look(
    "plain",
    (
        (
            Level("Clause Heading", "decimal", "%1", 1000, 1000),
            Level("Clause", "decimal", "%1.%2", 1000, 1000),
            Level("Subclause", "decimal", "%1.%2.%3", 1000, 1000),
            Level("Subsubclause", "lowerLetter", "(%4)", 1567, STEP),
        ),
        (
            Level("Schedule Heading", "upperLetter", "Annex\u00a0%1", 1700, 1700),
            Level("Schedule Paragraph", "decimal", "%1.%2", 1000, 1000),
            Level("Schedule Item", "decimal", "%1.%2.%3", 1000, 1000),
            Level("Schedule Subitem", "lowerLetter", "(%4)", 1567, STEP),
        ),
        *_rest(1000),
    ),
    font="Arial",
    panose="020B0604020202020204",
    family="swiss",
    ink="123A5C",
    grey="404040",
    line="595959",
    shade="E6EEF5",
    side=1418,
    flush=1000,
    listed=1270,
    body=12,
    spread=312,
    text=(120, 120),
    ranged="left",
    sizes={"heading 2": 14, "part": 14, "title": 22, "front": 15, "schedule": 18, "contents": 18,
           "table": 11, "small": 9.5, "running": 10, "listed": 12},
)  # fmt: skip
"""Plain and easy to read: large letters without serifs, wide lines; 1, 1.1, 1.1.1, (a); Annex A,
A.1, A.1.1, (a)."""

LOOKS = (HOUSE, AMERICAN, PLAIN)
