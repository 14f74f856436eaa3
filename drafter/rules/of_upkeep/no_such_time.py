"""A clause that is cited for a time states one.

Why: "clause 9 states the time for that" sends the reader to a clause without any, and a right
whose time nobody can find is claimed too late, or for ever.

Bad:

    A Party may object within the time that [@notices.form] states.
    (and the clause:)  A notice is in writing. {#form}

Good:

    A Party may object within the time that [@notices.answer] states.
    (and the clause:)  A Party must answer within 10 days. {#answer}

Effect: An error: `drafter check` ends with 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import Diagnostic
from drafter.prose.model import Text
from drafter.prose.prose_text import print_text
from drafter.prose.walk import fills, labels
from drafter.rules.of_style.model import Page, TextScope
from drafter.rules.of_upkeep.model import Upkeep

RULE = "no-such-time"
_CITED = re.compile(
    r"\btimes? (?:of|in|under|from) \[@([^\]]+)\]"
    r"|\btimes? (?:that|which) \[@([^\]]+)\] (?:states|sets|names)"
    r"|\[@([^\]]+)\] (?:states|sets|names) (?:the|each) times?\b"
)
_PERIOD = re.compile(
    r"\b\d+ (hours?|days?|Business Days?|weeks?|(calendar )?months?|years?)\b|\buntil\b"
)


def check(upkeep: Upkeep) -> Iterator[Diagnostic]:
    """References that promise a time and point at a clause without one."""
    read = [page for page in upkeep.pages if page.scope is TextScope.CLAUSES]
    texts: dict[str, list[Text]] = {}
    for page in read:
        texts.setdefault(page.topic, []).append(page.text)
    for page in read:
        for line in page.lines:
            for found in _CITED.finditer(line.typed):
                cited = next(filter(None, found.groups()))
                if not _timed(cited, page, texts):
                    yield Diagnostic(
                        RULE,
                        f"`{found[0]}` promises a time, and that clause states none",
                        line.place,
                        "point at the clause that states the time, or state it here",
                    )


def _timed(cited: str, page: Page, texts: dict[str, list[Text]]) -> bool:
    """Whether every variant that the reference can meet states a period there."""
    topic, _, label = cited.strip().partition(".")
    targets = texts.get(topic, []) if topic else [page.text]
    met = [text for text in targets if not label or label in labels(text)]
    return bool(met) and all(_states(text, label) for text in met)


def _states(text: Text, label: str) -> bool:
    block = labels(text)[label] if label else None
    part = Text((block,)) if block is not None else text
    return any(one.is_period for one in fills(part)) or bool(_PERIOD.search(print_text(part)))
