"""Decision tables: the `choose:` rows of a topic or definition."""

from __future__ import annotations

from drafter.conditions.model import (
    Answered,
    Compares,
    Condition,
    Names,
    RecordsTest,
    SomeTwo,
    Unknown,
)
from drafter.conditions.names import FieldNames, kind_of
from drafter.conditions.walk import beneath
from drafter.library.model import Row
from drafter.questionnaire.conditions import condition_at
from drafter.questionnaire.model import Measure, Questionnaire
from drafter.yaml_nodes import Node, YamlFile

ALWAYS = "always"


def read_table(file: YamlFile, node: Node | None, names: Questionnaire) -> tuple[Row, ...]:
    """The rows of a table; a row may say `always` when it is the only one."""
    if node is None:
        return ()
    keys = file.keys(node)
    rows = []
    for variant, value in file.mapping(node).items():
        place = file.place(keys[variant])
        if getattr(value, "value", None) == ALWAYS:
            rows.append(Row(variant, None, place))
            continue
        if keys[variant].end_mark.line != value.start_mark.line:
            cure = "write the condition behind the wording"
            file.fault("long-row", "a row stands on one line", value, cure)
        condition = condition_at(file, value, names)
        if condition is not None:
            _Use(file, value, names).check(condition, names)
            rows.append(Row(variant, condition, place))
    if len(rows) > 1 and any(row.when is None for row in rows):
        cure = "write each row's condition"
        file.fault("always", "`always` stands beside other rows", node, cure)
    return tuple(rows)


def broken_rows(file: YamlFile, node: Node | None, rows: tuple[Row, ...]) -> set[str]:
    """The names of rows that stand in the file and could not be read."""
    names = set() if node is None else set(file.keys(node))
    return names - {row.variant for row in rows}


class _Use:
    """What a row may read: nothing that cannot be proved."""

    def __init__(self, file: YamlFile, node: Node, names: Questionnaire) -> None:
        self.file, self.node, self.names = file, node, names

    def check(self, condition: Condition, names: Names) -> None:
        """Notes what a table may not read; `names` are those that the condition speaks of."""
        match condition:
            case SomeTwo():
                cure = "make it a consistency rule"
                self._fault("pair-in-table", "a table does not compare pairs of records", cure)
                return
            case Answered(subject):
                self._check_answered(subject, names)
            case Unknown(subject):
                name = ".".join(subject)
                says = f"a table may not ask whether `{name}` is unknown"
                cure = "an unknown answer leaves the topic open by itself"
                self._fault("unknown-in-table", says, cure)
            case Compares(subject):
                self._check_total(subject[0])
            case RecordsTest():
                listed = self.names.kind(condition.list)
                names = FieldNames(listed.fields if listed else {}, self.names)
        for part in beneath(condition):
            self.check(part, names)

    def _check_answered(self, subject: tuple[str, ...], names: Names) -> None:
        kind, name = kind_of(subject, names), ".".join(subject)
        if kind is not None and not kind.optional:
            says = f"`{name}` is not optional, so it is always answered"
            cure = f"mark it `optional: yes`, or test what `{name}` is"
            self._fault("answered-in-table", says, cure)

    def _check_total(self, name: str) -> None:
        fact = self.names.facts.get(name)
        if fact is not None and isinstance(fact.rule, Measure) and fact.rule.how == "total":
            says = f"a table may not read the total `{fact.id}`"
            self._fault("total-in-table", says, "make it a consistency rule")

    def _fault(self, rule: str, says: str, cure: str) -> None:
        self.file.fault(rule, says, self.node, cure)
