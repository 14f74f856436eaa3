"""What cover, headers and footers of an agreement may print, beside the deal itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafter.agreement.elements import SectionSayer
from drafter.agreement.instructions import Instructions
from drafter.agreement.parties import party_names
from drafter.kinds import DATE, Kind, NotAValue, read_typed
from drafter.kinds.picking import Ambiguous
from drafter.printed_words import DraftMarks


def cover_of(asked: Instructions, sayer: SectionSayer) -> dict[str, str]:
    """What they print; the marks of a draft stand in no other file."""
    is_draft = asked.purpose == "draft" and not asked.is_preview
    marks = asked.marks if is_draft else {}
    known = [asked.reference, *(_marks(marks, asked.on, sayer.words.marks) if marks else ())]
    return {
        "title": sayer.title,
        "parties": party_names(sayer.filler),
        "date": asked.on,
        "reference": ", ".join(one for one in known if one),
        "status": sayer.words.status.of(asked.purpose, asked.is_preview),
        **marks,
    }


def _marks(marks: Mapping[str, str], day: str, words: DraftMarks) -> Iterator[str]:
    """The marks of a draft, its date behind its number."""
    for name, mark in marks.items():
        yield getattr(words, name).format(number=mark)
        if name == "draft":
            yield day


def day_of(printed: str) -> str:
    """The date that an agreement prints as an ISO date, where it is one."""
    try:
        return str(read_typed(printed, Kind(DATE))) if printed else ""
    except (NotAValue, Ambiguous):
        return ""
