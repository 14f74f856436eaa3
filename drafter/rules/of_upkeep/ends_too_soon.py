"""A clause that speaks of time after the end, or of what a leaving party pays, survives.

Why: each duty that is not said to survive ends with the agreement; a sum that falls due after the
end would have lost its time, its proof and its limits on the day it is claimed.

Bad:

    ---
    summary: A party that leaves pays its share.
    ---
    The Leaving Party must pay its share within 20 Business Days after this Agreement ends.

Good:

    ---
    summary: A party that leaves pays its share.
    survives: [share]
    ---
    The Leaving Party must pay its share within 20 Business Days after this Agreement ends. {#share}

Effect: A warning: `drafter check` tells it, and does not end with 1 for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import WARNING, Diagnostic
from drafter.library.model import SCHEDULE
from drafter.prose.model import ProseParagraph
from drafter.rules.of_style.model import Hit, Page, PageLine, TextScope, place_of
from drafter.rules.of_upkeep.model import Upkeep

RULE = "ends-too-soon"
_LATER = re.compile(
    r"\bafter (this Agreement|(the|its) (notice|use|licence)|the term) (ends|runs out|expires)\b"
    r"|\bon which it leaves\b|\bas long as a licence\b"
    r"|\bafter the end\b(?! of)|\b[Aa]fter this Agreement\b|\bcontinues after\b"
    r"|\bbefore (this Agreement|the notice) ended\b"
    r"|\bLeaving Party (must pay|owes|pays|bears)\b"
)


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """Clauses that are still needed when the agreement has ended, and end with it."""
    library, pages = upkeep.library, upkeep.pages
    riders = {topic.id for topic in library.topics.values() if topic.within}
    for page in pages:
        alone = page.topic not in riders and not page.topic.startswith(SCHEDULE)
        if alone and page.scope is TextScope.CLAUSES:
            yield from _found(page)


def _found(page: Page) -> Iterator[Diagnostic]:
    for line in page.lines:
        found = _LATER.search(line.masked)
        if found and not _survives(page, line):
            yield Diagnostic(
                RULE,
                f"`{found[0]}` looks past the end, and the clause ends with the agreement",
                place_of(Hit(line, found.start(), found.end())),
                "label the clause and name it under `survives:`, or write `survives: yes`",
                severity=WARNING,
            )


def _survives(page: Page, line: PageLine) -> bool:
    surviving = page.front.surviving_labels
    if not page.front.survives or not surviving:
        return page.front.survives
    clause = page.text.blocks[line.block]
    label = clause.label if isinstance(clause, ProseParagraph) else ""
    own = line.paragraph.label if line.paragraph else ""
    return bool({label, own} & set(surviving))
