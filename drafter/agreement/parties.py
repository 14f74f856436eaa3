"""The parties as the agreement names them, and their execution blocks.

A record of `parties` may have the fields name, short_name, kind, law_of_incorporation, number,
address, signatory_title and signs_by; what is missing and not optional is printed as a blank.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from drafter.agreement.expand import TextPlace
from drafter.agreement.fill import AS_TERM, Filler
from drafter.agreement.model import Run, SignatureBlock, SignatureLine
from drafter.conditions.judge import AtRecord
from drafter.kinds.model import Missing, Points, Record
from drafter.printed_words import EXECUTIONS, Around, Execution, PrintedWords, Signing
from drafter.prose.model import Fill, Inline, Words
from drafter.questionnaire.deal import Deal

PARTIES, PARTY = "parties", "party"
SHORT_NAME, TITLE, SIGNS_BY = "short_name", "title", "signs_by"
KIND, LEGAL_FORM, INDIVIDUAL = "kind", "legal_form", "individual"


def parties(deal: Deal) -> tuple[Record, ...]:
    """The party records of the deal, in order; empty while nobody is named."""
    value = deal.value(PARTIES)
    return cast(tuple[Record, ...], value) if isinstance(value, tuple) else ()


def introduction(record: Record, deal: Deal, words: PrintedWords) -> tuple[Inline, ...]:
    """`Name, a company under the law of …, of … (“Short”)`."""
    inlines: list[Inline] = []
    for name, (before, after) in _introducing(record, words).items():
        if _printed(record, name, deal):
            form = AS_TERM if name == SHORT_NAME else ""
            inlines += [Words(before), Fill((PARTY, name), form), Words(after)]
    return tuple(one for one in inlines if one != Words(""))


def _introducing(record: Record, words: PrintedWords) -> Mapping[str, Around]:
    """The words round each fact: nobody organises an individual under a law."""
    return {**words.parties, **words.persons} if _is_person(record) else words.parties


def _is_person(record: Record) -> bool:
    return record.values.get(KIND) == INDIVIDUAL


def _printed(record: Record, name: str, deal: Deal) -> bool:
    """Whether a fact is printed: it is given or awaited, or it is one that may not stay blank."""
    if name == KIND and LEGAL_FORM in record.values:
        return False
    field = deal.questionnaire.questions[PARTIES].fields.get(name)
    absent = record.values.get(name, Missing.ABSENT) is Missing.ABSENT
    return field is not None and not (absent and field.optional)


# --- execution ------------------------------------------------------------------------------------


def signature_blocks(block: str, form: str, filler: Filler) -> Iterator[SignatureBlock]:
    """One execution block a party, in the order of the parties."""
    execution = filler.words.execution[form or EXECUTIONS[0]]
    for record in parties(filler.deal):
        signing = _signing(record, execution)
        before, after = map(filler.spell, signing.words)
        lead = [Run(before), _answer(record, "name", filler), Run(after)]
        if _undecided(record, execution, filler.deal):
            lead += [Run(" "), _answer(record, SIGNS_BY, filler)]
        lines = tuple(_lines(record, signing, filler))
        yield SignatureBlock(f"{block}.{record.id}", tuple(run for run in lead if run.text), lines)


def _signing(record: Record, execution: Execution) -> Signing:
    """How a party executes: as a person, as its answer says, or as any organisation does."""
    if _is_person(record):
        lines = {what: label for what, label in execution.lines.items() if what != TITLE}
        return Signing(execution.person, lines)
    said = record.values.get(SIGNS_BY, Missing.ABSENT)
    usual = Signing(execution.organisation, execution.lines)
    return usual if isinstance(said, Missing) else execution.signed_by.get(str(said), usual)


def _undecided(record: Record, execution: Execution, deal: Deal) -> bool:
    """Whether the form of execution turns on who signs, and nobody has said who."""
    asked = SIGNS_BY in deal.questionnaire.questions[PARTIES].fields
    said = not isinstance(record.values.get(SIGNS_BY, Missing.ABSENT), Missing)
    return asked and bool(execution.signed_by) and not (_is_person(record) or said)


def _lines(record: Record, signing: Signing, filler: Filler) -> Iterator[SignatureLine]:
    for what, label in signing.lines.items():
        if what != TITLE:
            yield SignatureLine(filler.spell(label), asks=what)
        elif _printed(record, "signatory_title", filler.deal):
            office = _answer(record, "signatory_title", filler)
            yield SignatureLine(filler.spell(label), (office,), what)


def _answer(record: Record, name: str, filler: Filler) -> Run:
    at = TextPlace(AtRecord(PARTY, record, filler.deal), (Points(PARTIES, record.id),))
    return filler.fill(Fill((PARTY, name)), at, cell=False)


def party_names(filler: Filler) -> str:
    """The full names of the parties, one a line."""
    return "\n".join(_answer(record, "name", filler).text for record in parties(filler.deal))
