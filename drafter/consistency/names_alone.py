"""Texts that say no more than the name of a party, where more is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.consistency.alike import folded
from drafter.consistency.texts import OddText
from drafter.kinds.model import Record
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.relation import (
    NAMES_NONE_BUT,
    NAMES_OTHERS,
    NO_PART,
    NO_TERM,
    UNLIKE,
    Relation,
)

NAMED = (NO_TERM, UNLIKE, NO_PART, NAMES_OTHERS, NAMES_NONE_BUT)
"""The relations of texts that are names, or that may be no more than one."""
Path = tuple[str, ...]
Text = tuple[Path, str]
_PARTIES = "parties"


def names_alone(texts: Iterable[Text], deal: Deal) -> Iterator[OddText]:
    """Every text that says no more than the name of a party; one that is held to names may."""
    names = {folded(name) for name in _names_of_parties(deal)}
    for path, text in texts:
        if folded(text) in names and not _is_a_name(path, deal):
            says = f"`{'.'.join(path)}` says no more than the name of a party: {text}"
            yield OddText("only-a-name", says, path, "inform")


def _is_a_name(path: Path, deal: Deal) -> bool:
    return path[0] == _PARTIES or any(one.how in NAMED for one in relations_of(path, deal))


def relations_of(path: Path, deal: Deal) -> tuple[Relation, ...]:
    """The relations of the question, or of the field of a list, that a text answers."""
    question = deal.questionnaire.questions[path[0]]
    return tuple((question.fields[path[-1]] if len(path) > 1 else question).relations)


def _names_of_parties(deal: Deal) -> Iterator[str]:
    """The name by which the agreement calls each party, and the names that it is held unlike."""
    value = deal.answers.values.get(_PARTIES)
    question = deal.questionnaire.questions.get(_PARTIES)
    called = question.kind.called if question else ""
    own = question.fields[called].relations if question and called else ()
    fields = {called, *(to.partition(".")[2] for one in own if one.how == UNLIKE for to in one.to)}
    for record in value if isinstance(value, tuple) else ():
        if isinstance(record, Record):
            names = (record.values.get(field) for field in sorted(fields))
            yield from (name for name in names if isinstance(name, str))
