"""The clauses that survive the end of the agreement, and what becomes of a list of none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.agreement.expand import ParagraphItem, SentenceAt
from drafter.agreement.layout import Section
from drafter.agreement.refer import Spot, Targets
from drafter.prose.model import SurvivingClauses
from drafter.selection.model import Selection


def survivors(selection: Selection, targets: Targets) -> Iterator[Spot]:
    """What the chosen variants say survives: whole topics, or single labels, in outline order."""
    for id, chosen in selection.chosen.items():
        front = chosen.variant.front if chosen.variant else None
        if front is not None and front.survives:
            for label in front.surviving_labels or ("",):
                spots = targets.spots.get((id, label), ())
                yield from (spot for spot in spots if spot.number)


def without_survival(sections: Iterable[Section]) -> bool:
    """Take out the sentences that list surviving clauses; say whether there was one."""
    found = False
    for section in sections:
        for item in section.items:
            if isinstance(item, ParagraphItem) and any(map(_lists_survivors, item.sentences)):
                item.sentences = [one for one in item.sentences if not _lists_survivors(one)]
                found = True
        section.items = [item for item in section.items if not _says_nothing(item)]
    return found


def _lists_survivors(spoken: SentenceAt) -> bool:
    return any(type(inline) is SurvivingClauses for inline in spoken.inlines)


def _says_nothing(item: object) -> bool:
    return isinstance(item, ParagraphItem) and not (
        item.sentences or item.said or item.still or item.line
    )
