"""Relations between answers as `relations:` of a question spells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.diagnostics import Diagnostic, did_you_mean, quoted
from drafter.kinds import Kind
from drafter.questionnaire.model import Question, Questionnaire
from drafter.questionnaire.relation import (
    BREAKS,
    CURRENCY,
    DISTINCT,
    FLAGS,
    MEANINGS,
    RELATIONS,
    SEVERITIES,
    THROUGH,
    TOTAL,
    USUAL,
    Relation,
)
from drafter.questionnaire.relations_fit import fits
from drafter.yaml_nodes import Node, YamlFile

WHERE = "where"
BESIDE = ("severity", "message", "reason", WHERE)
_MAY_BE_FLAGS = (*FLAGS, DISTINCT, CURRENCY)


def read_relations(
    file: YamlFile, node: Node | None, question: str, field: str, kind: Kind
) -> Iterator[Relation]:
    """The relations of a question or field; what they name is checked when all is read."""
    for item in file.items(node):
        entries = file.mapping(item, (*RELATIONS, *BESIDE))
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
    severity = file.scalar(entries.get("severity"), "inform" if bare.how in USUAL else "block")
    if severity not in SEVERITIES:
        says = f"{quoted(severity)} is no severity of a relation"
        file.fault("wrong-type", says, entries["severity"], "write block, warn or inform")
    words = file.scalars(node)
    amount = kind.sort.bound(words[0]) if len(words) == 1 and bare.how in (*BREAKS, TOTAL) else None
    flag = bare.how in FLAGS or (bare.how in _MAY_BE_FLAGS and words in (("yes",), ("no",)))
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
        file.scalars(entries.get(WHERE)),
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
    named = (*relation.to, *relation.beside)
    kinds = [_kind(name, relation, names) for name in named]
    for name, kind in zip(named, kinds, strict=True):
        if kind is None:
            known = [*names.questions[relation.question].fields, *names.names()]
            says, cure = f"nothing is called {quoted(name)}", did_you_mean(name, known)
            yield Diagnostic("unknown-name", says, relation.place, cure)
    to = [one for one in kinds[: len(relation.to)] if one is not None]
    if None not in kinds and not fits(relation, at, to):
        says = f"`{relation.path}` ({at.kind.sort.name}) cannot be `{relation.how}` that"
        yield Diagnostic("wrong-type", says, relation.place, MEANINGS[relation.how])


def _kind(name: str, relation: Relation, names: Questionnaire) -> Kind | None:
    """The kind of a name as the relation means it: a field of the record first; `list.field` is a
    field of every record of a list, or of the one that a reference of this record points at."""
    list_name, _, of_list = name.rpartition(".")
    pointer = names.questions[relation.question].fields.get(list_name)
    if pointer is not None and relation.how in THROUGH:
        list_name = pointer.kind.of
    question = names.questions.get(list_name or relation.question)
    field = question.fields.get(of_list) if question is not None else None
    return field.kind if field is not None else None if list_name else names.kind(name)
