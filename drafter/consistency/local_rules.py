"""The territories of a deal for whose law the library has no rules of its own."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.data_classes import dataclass
from drafter.kinds import JURISDICTIONS
from drafter.kinds.english import ENGLISH
from drafter.kinds.model import Record
from drafter.kinds.territories import GROUPS, WORLDWIDE
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question
from drafter.worked_out import once_for_each

RULE = "no-local-rules"
REASON = (
    "what their law adds to the agreement, forbids in it or asks for beside it is not in the draft"
)
_WIDE = {one: f"other countries of {ENGLISH.territories[one]}" for one in GROUPS} | {
    WORLDWIDE: "every other country"
}


@dataclass(frozen=True, slots=True)
class Unruled:
    """Territories without rules, as a sentence names them, and the questions that name them."""

    territories: tuple[str, ...]
    questions: tuple[str, ...]

    @property
    def says(self) -> str:
        """What a report and a terminal say of them."""
        return f"no local rules are loaded for {ENGLISH.listed(self.territories)}"


def unruled(library: ClauseLibrary, deal: Deal) -> Unruled | None:
    """The territories of this deal that the library has no rules for; None if there are none, or
    if the library does not say which it has."""
    if not library.words.local_rules:
        return None
    found = [
        (code, name)
        for name, question in _of_territories(library).items()
        for code in _territories(question, deal.value(name))
        if code.partition("-")[0] not in library.words.local_rules
    ]
    if not found:
        return None
    codes = sorted({code for code, _ in found}, key=lambda code: (code in _WIDE, code))
    named = tuple(_WIDE.get(code) or ENGLISH.territories.get(code, code) for code in codes)
    return Unruled(named, tuple(dict.fromkeys(name for _, name in found)))


def territories_named(library: ClauseLibrary, deal: Deal) -> Iterator[str]:
    """The territories that the answers of a deal name."""
    for name, question in _of_territories(library).items():
        yield from _territories(question, deal.value(name))


@once_for_each
def _of_territories(library: ClauseLibrary) -> dict[str, Question]:
    """The questions that an answer names territories to, itself or in a field."""
    asked = library.questionnaire.questions.items()
    return {
        name: one
        for name, one in asked
        if any(each.kind.sort is JURISDICTIONS for each in (one, *one.fields.values()))
    }


def _territories(question: Question, value: object) -> Iterator[str]:
    """The territories that an answer, or a field of its records, names."""
    if question.kind.sort is JURISDICTIONS and isinstance(value, tuple):
        yield from (str(one) for one in value)
    for record in value if question.fields and isinstance(value, tuple) else ():
        if isinstance(record, Record):
            for id, field in question.fields.items():
                yield from _territories(field, record.values.get(id))
