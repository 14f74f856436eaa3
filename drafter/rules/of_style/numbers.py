"""L27-L29, L32-L35: figures, periods, dates and money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.rules.of_style.model import E, Hit, Lint, Page, W, words

_NUMBER = (r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
           r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|"
           r"eighty|ninety|hundred|thousand)")  # fmt: skip
_SPELLED = rf"{_NUMBER}(?:-{_NUMBER})?"
_PERCENT = re.compile(r"\b(\d+(?:\.\d+)?)%")
_SHARE = re.compile(r"\bshares?\b", re.IGNORECASE)


def _shares(page: Page) -> Iterator[Hit]:
    """Shares in the items of one list that do not add up to 100%."""
    for line in page.lines:
        bullets = line.paragraph.bullets if line.paragraph and line.level == 0 else ()
        if bullets and _SHARE.search(line.masked):
            items = [one for one in page.lines if one.block == line.block and one.level == 1]
            figures = [_PERCENT.search(one.masked) for one in items]
            if all(figures) and len(figures) > 1:
                total = sum(float(found[1]) for found in figures if found)
                if total != 100:
                    yield Hit(
                        line,
                        0,
                        len(line.typed),
                        W,
                        f"the shares add up to {total:g}%",
                        "make them 100%, and say who takes the rest",
                    )


LINTS = (
    Lint(
        "L27", E, "`{found}` gives a number twice", "write the figure only",
        (words(rf"\b{_SPELLED} \(\d[\d,.]*\)|\d+ \({_SPELLED}\)"),),
        fires=("It lasts thirty (30) days.", "It needs 2 (two) samples."),
        passes=("It lasts 30 days.", "It covers two things (a and b)."),
    ),
    Lint(
        "L28", E, "`{found}` spells a number out", "write the figure",
        (words(rf"\b(?!one\b){_SPELLED} (business |calendar )?"
               r"(days?|weeks?|months?|years?|hours?|percent)\b"),),
        fires=("It lasts thirty days.", "It has twenty-one Business Days to answer."),
        passes=("It lasts 30 days.", "It needs two-thirds of the votes."),
    ),
    Lint(
        "L29", E, "`{found}`: which is the month?", "write `5 March 2027`",
        (words(r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"),),
        fires=("It ends on 05/03/2027.", "It ends on 5.3.27."),
        passes=("It ends on 5 March 2027.", "It lasts 2.5 years."),
    ),
    Lint(
        "L32", W, "`{found}` does not say whether its ends count",
        "write `within … after`, `from and including … until the end of …`, `no later than`",
        (words(r"\bwithin (\{[\w.]+\}|\d+ \w+( \w+)?) (of|from)\b", typed=True),
         words(r"\bfrom (\{[\w.]*date[\w.]*\}|\d)", typed=True),
         words(r"\bbetween (\{[\w.]*date[\w.]*\}|\d{1,2} [A-Z]\w+ \d{4}) and\b", typed=True),
         words(r"\buntil (\{[\w.]+\}(?! \w+(s|ve|ed)\b)|\d)", typed=True)),
        fires=("It must pay within 10 days of the invoice.", "It lasts until {end_date}."),
        passes=("It must pay within 10 days after the invoice.",
                "It lasts from and including {start_date} until the end of {end_date}."),
    ),
    Lint(
        "L33", W, "`{found}` has two readings", "write the number of days, or the hour",
        (words(r"\b(bi(weekly|monthly|annually)|midnight|close of business|noon)\b"),
         words(r"(?<!calendar )(?<!Contract )\bquarter(ly)?\b", exact_case=True)),
        fires=("They meet bimonthly.", "It must report each quarter."),
        passes=("They meet every 2 months.", "It must report each calendar quarter."),
    ),
    Lint(
        "L34", E, "`{found}` names no currency for sure", "write the ISO code first: `GBP 20`",
        (words(r"[$€£¥]|\b\d[\d,.]* (dollars|euros|pounds)\b"),),
        fires=("The fee is £20.", "The fee is 20 dollars."),
        passes=("The fee is GBP 20.", "The case weighs 20 kg."),
    ),
    Lint(
        "L35", W, "`{found}` is a word for a sign", "write `%`",
        (words(r"\bper ?cent\b"),), _shares,
        fires=("It receives 20 percent.",
               "The shares are: {and}\n  - 60% for {licensor}\n  - 30% for {licensee}"),
        passes=("It receives 20%.",
                "The shares are: {and}\n  - 60% for {licensor}\n  - 40% for {licensee}"),
        approximate="shares that are answers are added up by the consistency rules",
    ),
)  # fmt: skip
