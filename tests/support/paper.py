"""What an agreement must look like on paper: every word there, no block cut, no page end amiss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, takewhile

from drafter.agreement.agreement_text import print_agreement
from drafter.agreement.model import Agreement, Paragraph, Role, SignatureBlock, Table
from support.pages import Line

HEADINGS = (Role.FRONT_HEADING, Role.PART_HEADING, Role.CLAUSE_HEADING, Role.SCHEDULE_HEADING)
Page = list[Line]


def words(text: str) -> Counter[str]:
    """How often each word or number stands in a text; what joins words may end a line."""
    return Counter(re.findall(r"\w+(?:\.\w+)*", text.lower().replace("_", " ")))


def ours(agreement: Agreement) -> Counter[str]:
    """The words of an agreement after its cover and contents."""
    return words(print_agreement(agreement) + agreement.cover["status"])


def printed(pages: list[Page]) -> list[Page]:
    """The pages of the agreement itself, after cover and contents."""
    start = next(at for at, page in enumerate(pages) if any(x.text == "Parties" for x in page))
    return pages[start:]


def on_paper(pages: list[Page]) -> Counter[str]:
    """The words of some pages."""
    return words("\n".join(line.text for page in pages for line in page))


def headings(agreement: Agreement) -> set[str]:
    """The headings of an agreement with their numbers, in small letters."""
    return {
        f"{each.number} {''.join(run.text for run in each.runs)}".strip().lower()
        for each in agreement.elements
        if isinstance(each, Paragraph) and each.role in HEADINGS
    }


def repeated(agreement: Agreement) -> str:
    """The headings of all tables: a table that runs over a page has them twice."""
    tables = [each for each in agreement.elements if isinstance(each, Table)]
    return " ".join(run.text for each in tables for cell in each.headings for run in cell)


def blocks(agreement: Agreement) -> list[SignatureBlock]:
    """The signature blocks of an agreement."""
    return [each for each in agreement.elements if isinstance(each, SignatureBlock)]


def loose_ends(agreement: Agreement, pages: list[Page]) -> Iterator[str]:
    """The last lines of pages that should have gone over with what follows them."""
    known = headings(agreement)
    for page in pages:
        last = page[-1].text.replace("\u00a0", " ").lower() if page else ""
        if last.endswith(":") or last in known:
            yield last


def signing_pages(block: SignatureBlock, pages: list[Page]) -> list[int]:
    """The places of the pages that have a signature block whole."""
    return [at for at, page in enumerate(pages) if signed(page, block)]


def signed(page: Page, block: SignatureBlock) -> bool:
    """Whether a page has the lead of a block and, after it, each of its lines in order."""
    labels = [line.label for line in block.lines]
    lines = [line.text for line in page]
    lead = _without_spaces("".join(run.text for run in block.lead))
    starts = [at for at in range(len(lines)) if _begins_with(lines[at:], lead)]
    if not starts:
        return False
    after = [text for text in lines[starts[0] :] if text.startswith(tuple(labels))]
    return all(text.startswith(label) for text, label in zip(after, labels, strict=False)) and (
        len(after) >= len(labels)
    )


def _begins_with(lines: list[str], lead: str) -> bool:
    """Whether the first of these lines, as many as it takes, are the lead and no more."""
    whole = accumulate(map(_without_spaces, lines))
    return lead in takewhile(lead.startswith, whole)


def _without_spaces(text: str) -> str:
    return "".join(text.split())
