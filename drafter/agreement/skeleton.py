"""The agreement before its words: sections laid out and numbered, and what references reach."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.agreement.layout import Section, lay_out, loose_topics
from drafter.agreement.refer import Spot, Targets
from drafter.agreement.restated import Change
from drafter.agreement.scheme import Scheme
from drafter.agreement.survival import survivors, without_survival
from drafter.agreement.targets import number
from drafter.data_classes import dataclass
from drafter.printed_words import PrintedWords
from drafter.selection.model import Selection


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Sections in reading order, their labels set.

    `numbers`: the full number of each numbered block. `targets`: what references may point at.
    `surviving`: the clauses that survive the end. `scheme`: how all of it is numbered.
    """

    sections: tuple[Section, ...]
    numbers: dict[str, str]
    targets: Targets
    surviving: tuple[Spot, ...]
    scheme: Scheme


def skeleton(
    selection: Selection, words: PrintedWords, scheme: Scheme, changes: Sequence[Change] = ()
) -> Skeleton:
    """The skeleton of a selection. Where nothing survives, no sentence lists what does."""
    sections, loose = lay_out(selection, words, changes), loose_topics(selection)
    called = scheme.calling(words.references.schedule)
    numbers, targets = number(sections, loose, words, called)
    surviving = tuple(survivors(selection, targets))
    if not surviving and without_survival(sections):
        numbers, targets = number(sections, loose, words, called)
    return Skeleton(tuple(sections), numbers, targets, surviving, called)
