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
from drafter.kinds.model import Missing, Points, Record
from drafter.printed_words import EXECUTIONS, Execution, PrintedWords
from drafter.prose.model import Fill, Inline, Words
from drafter.questionnaire.deal import Deal

PARTIES, PARTY = "parties", "party"
SHORT_NAME, TITLE = "short_name", "title"


def parties(deal: Deal) -> tuple[Record, ...]:
    """The party records of the deal, in order; empty while nobody is named."""
    value = deal.value(PARTIES)
    return cast(tuple[Record, ...], value) if isinstance(value, tuple) else ()


def introduction(record: Record, deal: Deal, words: PrintedWords) -> tuple[Inline, ...]:
    """`Name, a company under the law of …, of … (“Short”)`."""
    inlines: list[Inline] = []
    for name, (before, after) in words.parties.items():
        if _printed(record, name, deal):
            form = AS_TERM if name == SHORT_NAME else ""
            inlines += [Words(before), Fill((PARTY, name), form), Words(after)]
    return tuple(one for one in inlines if one != Words(""))


def _printed(record: Record, name: str, deal: Deal) -> bool:
    """Whether a fact is printed: it is given or awaited, or it is one that may not stay blank."""
    field = deal.questionnaire.questions[PARTIES].fields.get(name)
    absent = record.values.get(name, Missing.ABSENT) is Missing.ABSENT
    return field is not None and not (absent and field.optional)


# --- execution ------------------------------------------------------------------------------------


def signature_blocks(block: str, form: str, filler: Filler) -> Iterator[SignatureBlock]:
    """One execution block a party, in the order of the parties."""
    execution = filler.words.execution[form or EXECUTIONS[0]]
    for record in parties(filler.deal):
        individual = record.values.get("kind") == "individual"
        before, after = execution.person if individual else execution.organisation
        lead = (Run(before), _said(record, "name", filler), Run(after))
        lines = tuple(_lines(record, execution, individual, filler))
        kept = tuple(run for run in lead if run.text)
        yield SignatureBlock(f"{block}.{record.id}", kept, lines)


def _lines(
    record: Record, execution: Execution, individual: bool, filler: Filler
) -> Iterator[SignatureLine]:
    for what, label in execution.lines.items():
        if what != TITLE:
            yield SignatureLine(label)
        elif not individual and _printed(record, "signatory_title", filler.deal):
            yield SignatureLine(label, (_said(record, "signatory_title", filler),))


def _said(record: Record, name: str, filler: Filler) -> Run:
    at = At(AtRecord(PARTY, record, filler.deal), (Points(PARTIES, record.id),))
    return filler.fill(Fill((PARTY, name)), at, cell=False)


def party_names(filler: Filler) -> str:
    """The full names of the parties, one a line."""
    return "\n".join(_said(record, "name", filler).text for record in parties(filler.deal))
