"""The parties as the agreement names them, and their execution blocks.

A record of `parties` may have the fields name, short_name, kind, law_of_incorporation, number,
address and signatory_title; what is missing and not optional is printed as a blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from drafter.agreement.expand import At
from drafter.agreement.fill import AS_TERM, Filler
from drafter.agreement.model import Run, SignatureBlock, SignatureLine
from drafter.conditions.judge import AtRecord
from drafter.conditions.model import Missing, Points, Record
from drafter.prose.model import Fill, Inline, Words
from drafter.questionnaire.deal import Deal

PARTIES, PARTY = "parties", "party"
# Where each fact stands in the sentence that introduces a party.
_DESCRIBED = (
    ("name", "", ""),
    ("kind", ", ", ""),
    ("law_of_incorporation", " under the law of ", ""),
    ("number", " (registered number ", ")"),
    ("address", ", of ", ""),
)


def parties(deal: Deal) -> tuple[Record, ...]:
    """The party records of the deal, in order; empty while nobody is named."""
    value = deal.value(PARTIES)
    return cast(tuple[Record, ...], value) if isinstance(value, tuple) else ()


def introduction(record: Record, deal: Deal) -> tuple[Inline, ...]:
    """`Name, a company under the law of …, of … (“Short”)`."""
    inlines: list[Inline] = []
    for name, before, after in _DESCRIBED:
        if _printed(record, name, deal):
            inlines += [Words(before), Fill((PARTY, name)), Words(after)]
    if _printed(record, "short_name", deal):
        inlines += [Words(" (“"), Fill((PARTY, "short_name"), AS_TERM), Words("”)")]
    return tuple(one for one in inlines if one != Words(""))


def _printed(record: Record, name: str, deal: Deal) -> bool:
    """Whether a fact is printed: it is given, or it is one that may not stay blank."""
    field = deal.questionnaire.questions[PARTIES].fields.get(name)
    given = not isinstance(record.values.get(name, Missing.ABSENT), Missing)
    return field is not None and (given or not field.optional)


# --- execution ------------------------------------------------------------------------------------

_LEADS = {  # before the name of an organisation, of a person; after that of an organisation
    "plain": ("Signed for and on behalf of ", "Signed by ", ""),
    "deed": ("Executed as a deed by ", "Signed as a deed by ",
             ", acting by its authorised signatory"),
    "by": ("", "", ""),
}  # fmt: skip
_LINES = {
    "plain": ("Signature", "Name", "Title", "Date"),
    "deed": ("Signature", "Name", "Title", "Date", "Signature of witness", "Name of witness",
             "Address of witness"),
    "by": ("By", "Name", "Title", "Date"),
}  # fmt: skip


def signature_blocks(block: str, form: str, filler: Filler) -> Iterator[SignatureBlock]:
    """One execution block a party, in the order of the parties."""
    form = form or "plain"
    organisation, person, tail = _LEADS[form]
    for record in parties(filler.deal):
        individual = record.values.get("kind") == "individual"
        before, after = (person, "") if individual else (organisation, tail)
        lead = (Run(before), _said(record, "name", filler), Run(after))
        lines = tuple(_lines(record, form, individual, filler))
        kept = tuple(run for run in lead if run.text)
        yield SignatureBlock(f"{block}.{record.id}", kept, lines)


def _lines(record: Record, form: str, individual: bool, filler: Filler) -> Iterator[SignatureLine]:
    for label in _LINES[form]:
        if label != "Title":
            yield SignatureLine(label)
        elif not individual and _printed(record, "signatory_title", filler.deal):
            yield SignatureLine(label, (_said(record, "signatory_title", filler),))


def _said(record: Record, name: str, filler: Filler) -> Run:
    at = At(AtRecord(PARTY, record, filler.deal), (Points(PARTIES, record.id),))
    return filler.fill(Fill((PARTY, name)), at, cell=False)


def party_names(filler: Filler) -> str:
    """The full names of the parties, one a line."""
    return "\n".join(_said(record, "name", filler).text for record in parties(filler.deal))
