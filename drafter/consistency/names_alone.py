"""Texts that say no more than a name, where more is asked for, and texts that misspell one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.consistency.alike import folded
from drafter.consistency.near_names import misspelt
from drafter.consistency.texts import OddText, shortened
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
    """Every text that says no more than the name of a party, or a name that another answer gives;
    one that is held to names may."""
    parties = {folded(name) for name in _names_of_parties(deal)}
    others = dict(_other_names(deal))
    for path, text in texts:
        said, hows = folded(text), {one.how for one in relations_of(path, deal)}
        if said in parties and not _may_name_a_party(path, deal):
            says = f"says no more than the name of a party: {text}"
        elif others.get(said, path[0]) != path[0] and NO_TERM not in hows:
            says = f"says no more than `{others[said]}`: {text}"
        else:
            continue
        yield OddText("only-a-name", f"`{'.'.join(path)}` {says}", path, "inform")


def misspelt_names(texts: Iterable[Text], deal: Deal) -> Iterator[OddText]:
    """Every text in which the name of a party is misspelt; the particulars of parties are apart."""
    names = tuple(_names_of_parties(deal))
    for path, text in texts:
        is_apart = path[0] == _PARTIES and relations_of(path, deal)
        for said, meant in () if is_apart else misspelt(text, names):
            says = f"`{'.'.join(path)}` ({shortened(text)}) says `{said}`: is it `{meant}`?"
            yield OddText("nearly-a-name", says, path, "inform")


def _may_name_a_party(path: Path, deal: Deal) -> bool:
    """Whether a text may be the name of a party alone, or is told already where it is."""
    relations = relations_of(path, deal)
    hows = {one.how for one in relations}
    named = [to for one in relations if one.how == UNLIKE for to in one.to]
    apart = any(to.startswith(f"{_PARTIES}.") for to in named)
    return path[0] == _PARTIES or apart or NAMES_OTHERS in hows or {NO_TERM, NAMES_NONE_BUT} <= hows


def relations_of(path: Path, deal: Deal) -> tuple[Relation, ...]:
    """The relations of the question, or of the field of a list, that a text answers."""
    question = deal.questionnaire.questions[path[0]]
    return tuple((question.fields[path[-1]] if len(path) > 1 else question).relations)


def _other_names(deal: Deal) -> Iterator[tuple[str, str]]:
    """The names that single answers give, such as that of the project, each with its question."""
    for name, value in deal.answers.values.items():
        if isinstance(value, str) and any(
            one.how == NO_TERM for one in relations_of((name,), deal)
        ):
            yield folded(value), name


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
