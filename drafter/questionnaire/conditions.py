"""Conditions as they stand in the files of a library."""

from __future__ import annotations

import yaml

from drafter.conditions.model import Condition, Names
from drafter.conditions.read import read_condition
from drafter.conditions.walk import stands
from drafter.yaml_nodes import Node, YamlFile


def condition_at(file: YamlFile, node: Node, names: Names) -> Condition | None:
    """The condition that a scalar spells; faults go to the file."""
    if not isinstance(node, yaml.ScalarNode):
        file.fault("wrong-shape", "a condition is expected here", node, "write it on one line")
        return None
    text = file.scalar(node)
    _check_line(file, node)
    if not text:
        file.fault("syntax", "a condition is missing here", node)
        return None
    condition, faults = read_condition(text, names, file.text_place(node))
    file.faults += faults
    for test in stands(condition) if condition else ():
        says = f"`@{test.topic}` stands only in a guard of clause text"
        file.fault("topic-in-condition", says, node, "ask the questions that decide the topic")
    return condition


def _check_line(file: YamlFile, node: Node) -> None:
    """A condition is one line, and no comment may eat half of it."""
    rest = file.behind(node)
    if node.start_mark.line != node.end_mark.line:
        cure = "name a part of it as a fact"
        file.fault("long-row", "a condition stands on one line", node, cure)
    elif rest.lstrip(" \t").startswith("#") and not rest.startswith("  "):
        says = "`#` ends the row here: what follows is a comment"
        cure = "put two spaces before a comment, or remove the #"
        file.fault("comment-in-row", says, node, cure)
