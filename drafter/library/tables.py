"""Decision tables: the `choose:` rows of a topic or definition."""

from __future__ import annotations

from drafter.conditions.model import (
    All,
    Answered,
    Any,
    Condition,
    Not,
    SomeTwo,
    Unknown,
)
from drafter.library.model import Row
from drafter.questionnaire.load import condition_at
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
        _check_line(file, keys[variant], value)
        if getattr(value, "value", None) == ALWAYS:
            rows.append(Row(variant, None, file.place(keys[variant])))
            continue
        condition = condition_at(file, value, names)
        if condition is not None:
            _check_use(file, value, condition, names)
            rows.append(Row(variant, condition, file.place(keys[variant])))
    if len(rows) > 1 and any(row.when is None for row in rows):
        file.fault("always", "`always` stands beside other rows", node, "write each row's condition")
    return tuple(rows)


def _check_line(file: YamlFile, key: Node, value: Node) -> None:
    """A row is one line, and no comment may eat half of a condition."""
    line = file.place(key).source
    rest = line[value.end_mark.column :] if key.end_mark.line == value.end_mark.line else ""
    if value.start_mark.line != value.end_mark.line:
        file.fault("long-row", "a row stands on one line", value, "name a part of it as a fact")
    elif rest.lstrip().startswith("#") and not rest.startswith("  "):
        file.fault("comment-in-row", "`#` ends the row here: what follows is a comment", value,
                   "put two spaces before a comment, or remove the #")


def _check_use(
    file: YamlFile, node: Node, condition: Condition, names: Questionnaire
) -> None:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                _check_use(file, node, part, names)
        case Not(part):
            _check_use(file, node, part, names)
        case SomeTwo():
            file.fault("pair-in-table", "a table does not compare pairs of records", node,
                       "make it a consistency rule")
        case Answered(subject):
            _check_answered(file, node, subject[0], names)
        case Unknown(subject):
            file.fault("unknown-in-table", f"a table may not ask whether `{subject[0]}` is unknown",
                       node, "an unknown answer leaves the topic open by itself")
        case _:
            _check_total(file, node, condition, names)


def _check_answered(file: YamlFile, node: Node, name: str, names: Questionnaire) -> None:
    question = names.questions.get(name)
    if question is not None and not question.optional:
        file.fault("answered-in-table", f"`{name}` is not optional, so it is always answered",
                   node, f"mark it `optional: yes`, or test what `{name}` is")


def _check_total(
    file: YamlFile, node: Node, condition: Condition, names: Questionnaire
) -> None:
    subject = getattr(condition, "subject", None)
    fact = names.facts.get(subject[0]) if subject else None
    if fact is not None and isinstance(fact.rule, Measure) and fact.rule.how == "total":
        file.fault("total-in-table", f"a table may not read the total `{fact.id}`", node,
                   "make it a consistency rule")
