"""Relations between answers as `relations:` of a question spells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.diagnostics import Diagnostic, did_you_mean, quoted
from drafter.kinds import Kind
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.relation import (
    BETWEEN,
    BREAKS,
    CURRENCY,
    DIFFERENT,
    DISTINCT,
    EVERY,
    MEANINGS,
    NO_TERM,
    OF_DATES,
    RELATIONS,
    TOTAL,
    Relation,
)
from drafter.yaml_nodes import Node, YamlFile

_BESIDE = ("severity", "message", "reason")
_SEVERITIES = ("block", "warn")


def read_relations(
    file: YamlFile, node: Node | None, question: str, field: str, kind: Kind
) -> Iterator[Relation]:
    """The relations of a question or field; what they name is checked when all is read."""
    for item in file.items(node):
        entries = file.mapping(item, (*RELATIONS, *_BESIDE))
        hows = [key for key in RELATIONS if key in entries]
        if len(hows) != 1:
            says = f"`{field or question}` has a relation that says {'two' if hows else 'no'} words"
            file.fault("wrong-shape", says, item, "say one of: " + ", ".join(RELATIONS))
            continue
        yield _relation(
            file, entries, Relation(question, field, hows[0], place=file.place(item)), kind
        )


def _relation(file: YamlFile, entries: Mapping[str, Node], bare: Relation, kind: Kind) -> Relation:
    node = entries[bare.how]
    severity = file.scalar(entries.get("severity"), "block")
    if severity not in _SEVERITIES:
        says = f"{quoted(severity)} is no severity of a relation"
        file.fault("wrong-type", says, entries["severity"], "write block or warn")
    words = file.scalars(node)
    amount = kind.sort.bound(words[0]) if len(words) == 1 and bare.how in (*BREAKS, TOTAL) else None
    flag = bare.how == NO_TERM or (bare.how == DISTINCT and bool(bare.field))
    if flag and not file.flag(node):
        file.fault("wrong-shape", f"`{bare.how}: no` says nothing", node, "drop it")
    return Relation(
        bare.question,
        bare.field,
        bare.how,
        () if flag or amount is not None else words,
        amount,
        severity,
        file.scalar(entries.get("message")),
        file.scalar(entries.get("reason")),
        bare.place,
    )


# --- what they name -------------------------------------------------------------------------------


def check_relations(names: Questionnaire) -> Iterator[Diagnostic]:
    """Relations that name nothing, or answers that cannot stand in the relation."""
    for question in names.questions.values():
        for one in (question, *question.fields.values()):
            yield from _twice(one.relations)
            for relation in one.relations:
                yield from _faults(relation, one, names)


def _twice(relations: Iterable[Relation]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for one in relations:
        if one.id in seen:
            says = f"`{one.id}` is said twice"
            yield Diagnostic("bad-id", says, one.place, "keep one of the two")
        seen.add(one.id)


def _faults(relation: Relation, at: Question, names: Questionnaire) -> Iterator[Diagnostic]:
    kinds = [_kind(name, relation, names) for name in relation.to]
    for name, kind in zip(relation.to, kinds, strict=True):
        if kind is None:
            known = [*names.questions[relation.question].fields, *names.names()]
            says, cure = f"nothing is called {quoted(name)}", did_you_mean(name, known)
            yield Diagnostic("unknown-name", says, relation.place, cure)
    if None not in kinds and not _fits(relation, at, [one for one in kinds if one is not None]):
        says = f"`{relation.path}` ({at.kind.sort.name}) cannot be `{relation.how}` that"
        yield Diagnostic("wrong-type", says, relation.place, MEANINGS[relation.how])


def _kind(name: str, relation: Relation, names: Questionnaire) -> Kind | None:
    """The kind of a name as the relation means it: a field of the record first."""
    question = names.questions.get(relation.question)
    field = question.fields.get(name) if question is not None else None
    return names.kind(name) if field is None else field.kind


def _fits(relation: Relation, at: Question, to: list[Kind]) -> bool:
    how, sort = relation.how, at.kind.sort
    if how in BREAKS:
        dated = sort.name == "date" or how not in OF_DATES
        others = [relation.amount is not None] if not to else [sort.compares_with(to[0].sort)]
        return dated and sort.ordered and len(to) < 2 and all(others)
    if how == BETWEEN:
        return [sort.name, *(one.sort.name for one in to)] == ["date", "date", "duration"]
    if how in (DIFFERENT, CURRENCY):
        alike = len(to) == 1 and to[0].sort == sort and to[0].of == at.kind.of
        return alike and (how == DIFFERENT or sort.name == "money")
    if how == TOTAL:
        return "total" in sort.measures and relation.amount is not None and bool(relation.field)
    if how == EVERY:
        return (
            len(to) == 1 and sort.refers and relation.to == (at.kind.of,) and bool(relation.field)
        )
    if how == NO_TERM:
        return sort.free
    return bool(relation.field) or (sort.has_records and bool(to))
