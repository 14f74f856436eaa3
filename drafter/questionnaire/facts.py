"""Facts as `facts/*.yaml` spells them, their names and types checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from drafter import kinds
from drafter.conditions.model import Condition, Names
from drafter.conditions.names import FieldNames
from drafter.diagnostics import did_you_mean, quoted
from drafter.kinds import Kind, Sort
from drafter.kinds.sort import UNBOUNDED
from drafter.questionnaire.conditions import condition_at
from drafter.questionnaire.model import (
    ORDER_WORDS,
    YES_NO,
    Classification,
    Comparison,
    Completeness,
    Fact,
    Measure,
    NamedCondition,
    Questionnaire,
    Sameness,
)
from drafter.yaml_nodes import Node, YamlFile

_MEASURED = ("count", "total", "earliest", "latest")
FORMS = ("when", "classify", "compare", "same", *_MEASURED, "complete")


def read_fact(file: YamlFile, name: str, node: Node, names: Questionnaire) -> Fact | None:
    """The fact that a node spells, or None with its faults noted in the file."""
    entries = file.mapping(node, (*FORMS, "where"))
    forms = [key for key in FORMS if key in entries]
    if len(forms) != 1 and (entries or not node.value):
        says = f"`{name}` says two rules" if forms else f"`{name}` says no rule"
        file.fault("wrong-shape", says, node, "say one of: " + ", ".join(FORMS))
    if len(forms) != 1:
        return None
    if "where" in entries and forms[0] not in _MEASURED:
        says = "`where` belongs to a count or a measure"
        file.fault("unknown-key", says, entries["where"], "remove it")
    return _READERS.get(forms[0], _read_measure)(file, name, entries, names)


def _read_when(
    file: YamlFile, name: str, entries: Mapping[str, Node], names: Questionnaire
) -> Fact | None:
    condition = condition_at(file, entries["when"], names)
    return None if condition is None else Fact(name, NamedCondition(condition), YES_NO)


def _read_classification(
    file: YamlFile, name: str, entries: Mapping[str, Node], names: Questionnaire
) -> Fact | None:
    rows: dict[str, Condition] = {}
    for row, node in file.mapping(entries["classify"]).items():
        condition = condition_at(file, node, names)
        if condition is None:
            return None
        rows[row] = condition
    return Fact(name, Classification(rows), Kind(kinds.CHOICE, options=tuple(rows)))


# --- two names ------------------------------------------------------------------------------------


def _read_comparison(
    file: YamlFile, name: str, entries: Mapping[str, Node], names: Questionnaire
) -> Fact | None:
    pair = _pair(file, "compare", entries["compare"], names)
    if pair is None:
        return None
    sorts = [_kind(one, names).sort for one in pair]
    if not sorts[0].compares_with(sorts[1]):
        _unlike(file, pair, sorts, entries["compare"])
        return None
    return Fact(name, Comparison(*pair), Kind(kinds.CHOICE, options=ORDER_WORDS))


def _read_sameness(
    file: YamlFile, name: str, entries: Mapping[str, Node], names: Questionnaire
) -> Fact | None:
    pair = _pair(file, "same", entries["same"], names)
    if pair is None:
        return None
    types = [_kind(one, names) for one in pair]
    if not types[0].sort.has_same or not _comparable(*types):
        _unlike(file, pair, [kind.sort for kind in types], entries["same"])
        return None
    return Fact(name, Sameness(*pair), YES_NO)


def _comparable(one: Kind, other: Kind) -> bool:
    """A party and a reference to the parties are of one sort."""
    return one.of == other.of if one.of and other.of else one.sort == other.sort


def _unlike(file: YamlFile, pair: tuple[str, str], sorts: list[Sort], node: Node) -> None:
    says = f"`{pair[0]}` ({sorts[0].name}) and `{pair[1]}` ({sorts[1].name}) do not compare"
    file.fault("wrong-type", says, node, "name two of one type")


def _pair(file: YamlFile, form: str, node: Node, names: Questionnaire) -> tuple[str, str] | None:
    pair = file.scalars(node)
    if len(pair) != 2:
        file.fault("wrong-shape", f"`{form}` takes two names", node, "write [a, b]")
        return None
    return (pair[0], pair[1]) if _all_known(file, pair, node, names) else None


def _all_known(file: YamlFile, wanted: tuple[str, ...], node: Node, names: Questionnaire) -> bool:
    unknown = [one for one in wanted if names.kind(one) is None]
    for one in unknown:
        cure = did_you_mean(one, names.names())
        file.fault("unknown-name", f"nothing is called {quoted(one)}", node, cure)
    return not unknown


def _kind(name: str, names: Names) -> Kind:
    return names.kind(name) or YES_NO


# --- measures -------------------------------------------------------------------------------------


def _read_measure(
    file: YamlFile, name: str, entries: Mapping[str, Node], names: Questionnaire
) -> Fact | None:
    how = next(form for form in _MEASURED if form in entries)
    node = entries[how]
    list_name, _, field = file.scalar(node).partition(".")
    kind = names.kind(list_name)
    if kind is None or not kind.sort.has_records:
        lists = [one for one in names.names() if _kind(one, names).sort.has_records]
        cure = did_you_mean(list_name, lists)
        file.fault("unknown-list", f"no list is called {quoted(list_name)}", node, cure)
        return None
    result = _measured(file, how, list_name, field, kind, node)
    if result is None:
        return None
    where = None
    if "where" in entries:
        where = condition_at(file, entries["where"], FieldNames(kind.fields, names))
    return Fact(name, Measure(how, list_name, field, where), result)


def _measured(
    file: YamlFile, how: str, list_name: str, field: str, kind: Kind, node: Node
) -> Kind | None:
    if how == "count":
        if field:
            file.fault("wrong-shape", "`count` counts records", node, f"write `count: {list_name}`")
        return Kind(kinds.NUMBER)
    measured = kind.fields.get(field)
    if measured is None:
        says = f"`{list_name}` has no field {quoted(field)}"
        file.fault("unknown-name", says, node, did_you_mean(field, kind.fields))
    elif how not in measured.sort.measures:
        says = f"`{field}` is of type {measured.sort.name} and has no {how}"
        file.fault(
            "wrong-type",
            says,
            node,
            "of type: "
            + ", ".join(name for name, sort in kinds.KINDS.items() if how in sort.measures),
        )
        return None
    return None if measured is None else replace(measured, bounds=UNBOUNDED)


# --- completeness ---------------------------------------------------------------------------------


def _read_completeness(
    file: YamlFile, name: str, entries: Mapping[str, Node], names: Questionnaire
) -> Fact | None:
    node = entries["complete"]
    inner = file.mapping(node, ("list", "each"), ("list", "each"))
    if len(inner) != 2:
        return None
    rows, each = file.scalar(inner["list"]), file.scalars(inner["each"])
    if not _all_known(file, (rows, *each), node, names):
        return None
    for one in each:
        if not _kind(one, names).sort.has_members:
            cure = "name lists or questions of several choices"
            file.fault("wrong-type", f"`{one}` has no members to cover", inner["each"], cure)
            return None
    columns = tuple(_column(_kind(rows, names), one, names) for one in each)
    for one, column in zip(each, columns, strict=True):
        if not column:
            says = f"`{rows}` has no field that names a member of `{one}`"
            file.fault("unknown-name", says, node, f"give it a field that refers to `{one}`")
    return Fact(name, Completeness(rows, each, columns), YES_NO) if all(columns) else None


def _column(rows: Kind, axis: str, names: Names) -> str:
    """The field of a row that names a member of the axis."""
    options = set(_kind(axis, names).options)
    for id, field in rows.fields.items():
        if field.of == axis or (options and options <= set(field.options)):
            return id
    return ""


_Reader = Callable[[YamlFile, str, Mapping[str, Node], Questionnaire], Fact | None]
_READERS: Mapping[str, _Reader] = {
    "when": _read_when,
    "classify": _read_classification,
    "compare": _read_comparison,
    "same": _read_sameness,
    "complete": _read_completeness,
}
