"""The agreement before its words: sections laid out and numbered, and what references reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drafter.agreement.layout import Section, lay_out, loose_topics
from drafter.agreement.refer import Spot
from drafter.agreement.restated import Change
from drafter.agreement.scheme import Scheme
from drafter.agreement.survival import survivors, without_survival
from drafter.agreement.targets import Counted, number
from drafter.data_classes import dataclass
from drafter.printed_words import PrintedWords
from drafter.selection.model import Selection


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Sections in reading order, and their numbers.

    `loose`: topics whose labels do not stand. `counted`: labels, full numbers and what references
    may point at. `surviving`: the clauses that survive the end. `scheme`: how all of it is
    numbered.
    """

    sections: Sequence[Section]
    loose: Mapping[str, str]
    counted: Counted
    surviving: tuple[Spot, ...]
    scheme: Scheme


def skeleton(
    selection: Selection, words: PrintedWords, scheme: Scheme, changes: Sequence[Change] = ()
) -> Skeleton:
    """The skeleton of a selection. Where nothing survives, no sentence lists what does."""
    sections, loose = lay_out(selection, words, changes), loose_topics(selection)
    bones = _numbered(selection, sections, loose, words, scheme)
    if not bones.surviving and without_survival(sections):
        return _numbered(selection, sections, loose, words, scheme)
    return bones


def renumbered(
    bones: Skeleton, selection: Selection, words: PrintedWords, scheme: Scheme
) -> Skeleton | None:
    """The same sections numbered by another scheme; None where that changes what is printed: by
    one of the two nothing survives that has a number."""
    again = _numbered(selection, bones.sections, bones.loose, words, scheme)
    return again if bool(again.surviving) == bool(bones.surviving) else None


def _numbered(
    selection: Selection,
    sections: Sequence[Section],
    loose: Mapping[str, str],
    words: PrintedWords,
    scheme: Scheme,
) -> Skeleton:
    called = scheme.calling(words.references.schedule)
    counted = number(sections, loose, words, called)
    surviving = tuple(survivors(selection, counted.targets))
    return Skeleton(sections, loose, counted, surviving, called)
