"""Nodes as plain data, and the place of each value."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from drafter.diagnostics import Place
from drafter.yaml_nodes.composing import Node
from drafter.yaml_nodes.file import YamlFile


def plain(file: YamlFile, node: Node) -> object:
    """A node as plain data: mappings, lists and strings. Faults as in `YamlFile.mapping`.

    An unquoted `null` or `~` is None: no answer, as in JSON.
    """
    if isinstance(node, yaml.MappingNode):
        return {name: plain(file, value) for name, value in file.mapping(node).items()}
    if isinstance(node, yaml.SequenceNode):
        return [plain(file, one) for one in node.value]
    quoted_or_block = isinstance(node, yaml.ScalarNode) and node.style
    return None if node.value in ("null", "~") and not quoted_or_block else str(node.value)


def places(file: YamlFile, node: Node) -> dict[tuple[str, ...], Place]:
    """The place of every value below a node by its path; of its key, by the path and ""."""
    return dict(_places(file, node, ()))


def _places(
    file: YamlFile, node: Node, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Place]]:
    yield path, file.place(node)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _places(file, value, (*path, str(key.value)))
            yield (*path, str(key.value), ""), file.place(key)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(file, value, (*path, str(index)))
