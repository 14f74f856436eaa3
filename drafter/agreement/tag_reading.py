"""What the tags of a house style read of a deal, and whether a questionnaire has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.kinds import DATE, MONEY, Kind
from drafter.questionnaire.model import Questionnaire

ANSWERS, FACTS, KEY_TERMS = ROOTS = ("answers", "facts", "key_terms")
EACH = "*"  # the member of a list that a loop stands at
PRINT, WALK, IS = "print", "walk", "is"
KEY_TERM_FIELDS = ("clause", "subject", "says")
_FORMS = {"date": DATE, "money": MONEY}


class TagReading(NamedTuple):
    """A name that a tag reads: `("answers", "parties", "*", "name")`, and what for: to `print` it,
    to `walk` its members, to ask whether it `is` the option `given`, or in a form (`date`,
    `money`). `part` and `where` tell the tag's place in the house style."""

    path: tuple[str, ...]
    use: str = PRINT
    given: str = ""
    part: str = ""
    where: str = ""

    @property
    def name(self) -> str:
        """The name as a reader knows it: `answers.parties.name`."""
        return ".".join(step for step in self.path if step != EACH)


class _Unknown(Exception):
    """A step that leads nowhere, and what would do."""

    def __init__(self, step: str, known: Iterable[str]) -> None:
        self.cure = did_you_mean(step, known) or "print it without a dot behind it"


def reading_faults(
    readings: Iterable[TagReading], questionnaire: Questionnaire
) -> Iterator[Diagnostic]:
    """Each name that the questionnaire has not, and each use that its kind does not bear."""
    for one in readings:
        try:
            kind = _kind_at(one.path, questionnaire)
        except _Unknown as unknown:
            says = f"the tag `{one.name}`{one.where} names nothing that this library knows"
            yield Diagnostic("unknown-tag", says, Place(one.part), unknown.cure)
        else:
            yield from _misuse(one, kind)


def _kind_at(path: tuple[str, ...], questionnaire: Questionnaire) -> Kind | None:
    """The kind of what a path leads to; None for a record, a member, and a key term."""
    root, *steps = path
    if root == KEY_TERMS:
        _check_key_term(steps)
        return None
    names: Mapping[str, object] = (
        questionnaire.questions if root == ANSWERS else questionnaire.facts
    )
    if not steps or steps[0] not in names:
        raise _Unknown(steps[0] if steps else "", names)
    kind = questionnaire.kind(steps[0])
    fields: Mapping[str, Kind] = _fields_of(kind, questionnaire)
    for step in steps[1:]:
        if step == EACH and kind is not None:
            fields = kind.fields if kind.sort.has_records else {}
            kind = None
        elif step in fields:
            kind = fields[step]
            fields = _fields_of(kind, questionnaire)
        else:
            raise _Unknown(step, fields)
    return kind


def _check_key_term(steps: list[str]) -> None:
    if steps and not (steps[0] == EACH and all(one in KEY_TERM_FIELDS for one in steps[1:2])):
        raise _Unknown(steps[-1], KEY_TERM_FIELDS)


def _fields_of(kind: Kind | None, questionnaire: Questionnaire) -> Mapping[str, Kind]:
    """The fields behind a dot: those of the record that a reference names."""
    of = questionnaire.kind(kind.of) if kind and kind.sort.refers else None
    return of.fields if of else {}


def _misuse(one: TagReading, kind: Kind | None) -> Iterator[Diagnostic]:
    if one.use in _FORMS and (kind is None or kind.sort != _FORMS[one.use]):
        says = f"the tag `{one.name}|{one.use}`{one.where} is no {one.use}"
        yield Diagnostic("wrong-tag", says, Place(one.part), "print it without that form")
    elif one.use == WALK and not _has_members(one, kind):
        says = f"the tag `{one.name}`{one.where} has no members to walk"
        yield Diagnostic("wrong-tag", says, Place(one.part), f"print it: {{{{ {one.name} }}}}")
    elif one.use == IS and kind is not None and kind.options and one.given not in kind.options:
        says = f"`{one.given}` is no option of `{one.name}`{one.where}"
        yield Diagnostic("wrong-tag", says, Place(one.part), did_you_mean(one.given, kind.options))


def _has_members(one: TagReading, kind: Kind | None) -> bool:
    return one.path == (KEY_TERMS,) or (
        kind is not None and (kind.sort.has_records or kind.sort.several)
    )
