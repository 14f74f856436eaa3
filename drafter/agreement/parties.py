"""The parties as the agreement names them, and their execution blocks.

A record of `parties` may have the fields name, short_name, kind, law_of_incorporation, number,
address and signatory_title; what is missing and not optional is printed as a blank.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from drafter.agreement.expand import At
from drafter.agreement.model import Run, Said, SignatureBlock, SignatureLine
from drafter.agreement.say import Sayer
from drafter.conditions.judge import AtRecord
from drafter.conditions.model import Missing, Record
from drafter.prose.model import Fill, Words

PARTIES, PARTY = "parties", "party"
# Where each fact stands in the sentence that introduces a party.
_DESCRIBED = (
    ("kind", ", ", ""),
    ("law_of_incorporation", " under the law of ", ""),
    ("number", " (registered number ", ")"),
    ("address", ", of ", ""),
)


def parties(sayer: Sayer) -> tuple[Record, ...]:
    """The party records of the deal, in order; empty while nobody is named."""
    value = sayer.deal.value(PARTIES)
    return cast(tuple[Record, ...], value) if isinstance(value, tuple) else ()


def described(record: Record, sayer: Sayer) -> tuple[Run, ...]:
    """`Name, a company under the law of …, of … (“Short”)`."""
    runs = list(_field(record, "name", sayer))
    for name, before, after in _DESCRIBED:
        if _printed(record, name, sayer):
            runs += [Run(before), *_field(record, name, sayer)]
            runs += [Run(after)] if after else []
    if _printed(record, "short_name", sayer):
        short = [run._replace(said=Said.TERM) if run.said is Said.ANSWER else run
                 for run in _field(record, "short_name", sayer)]  # fmt: skip
        runs += [Run(" (“"), *short, Run("”)")]
    return tuple(runs)


def _printed(record: Record, name: str, sayer: Sayer) -> bool:
    """Whether a fact is printed: it is given, or it is one that may not stay blank."""
    field = sayer.deal.questionnaire.questions[PARTIES].fields.get(name)
    if field is None:
        return False
    given = not isinstance(record.values.get(name, Missing.ABSENT), Missing)
    return given or not field.optional


def _field(record: Record, name: str, sayer: Sayer) -> list[Run]:
    at = At(AtRecord(PARTY, record, sayer.deal), ())
    return sayer.line((Fill((PARTY, name)),), at._replace(chain=((PARTIES, record.id),)), "")  # type: ignore[arg-type]


# --- execution ------------------------------------------------------------------------------------

_LEADS = {
    "plain": ("Signed for and on behalf of ", "Signed by ", ""),
    "deed": ("Executed as a deed by ", "Signed as a deed by ", ", acting by its authorised signatory"),
    "by": ("", "", ""),
}
_LINES = {
    "plain": ("Signature", "Name", "Title", "Date"),
    "deed": ("Signature", "Name", "Title", "Date", "Signature of witness", "Name of witness",
             "Address of witness"),
    "by": ("By", "Name", "Title", "Date"),
}  # fmt: skip


def signature_blocks(block: str, form: str, sayer: Sayer) -> Iterator[SignatureBlock]:
    """One execution block a party, in the order of the parties."""
    for record in parties(sayer):
        individual = record.values.get("kind") == "individual"
        organisation, person, tail = _LEADS[form or "plain"]
        lead = [Run(person if individual else organisation)] if organisation else []
        lead += _field(record, "name", sayer)
        lead += [Run(tail)] if tail and not individual else []
        lines = tuple(_lines(record, form or "plain", individual, sayer))
        yield SignatureBlock(f"{block}.{record.id}", tuple(lead), lines)


def _lines(
    record: Record, form: str, individual: bool, sayer: Sayer
) -> Iterator[SignatureLine]:
    for label in _LINES[form]:
        if label == "Title":
            if not individual and _printed(record, "signatory_title", sayer):
                yield SignatureLine(label, tuple(_field(record, "signatory_title", sayer)))
        else:
            yield SignatureLine(label)
