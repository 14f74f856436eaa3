"""A YAML text with its nodes, their places, and the faults found so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from drafter.data_classes import dataclass, field, replace
from drafter.diagnostics import Diagnostic, Place, did_you_mean, quoted
from drafter.yaml_nodes.composing import Node, TextFault, composed


@dataclass(slots=True)
class YamlFile:
    """One YAML text with its name, its lines, and the faults found so far.

    `offset` counts the lines that stand before the YAML (the `---` of a front matter).
    """

    file: str
    text: str
    offset: int = 0
    faults: list[Diagnostic] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)

    def root(self) -> Node | None:
        """The top node, or None when the text is empty or is no YAML."""
        node, faults = composed(self.text)
        self.faults += map(self._placed, faults)
        if node is None and not faults:
            self.fault("empty-file", "the file says nothing", None, "write it, or remove it")
        return node

    def _placed(self, fault: TextFault) -> Diagnostic:
        place = self._place(*fault.at) if fault.at else Place(self.file)
        place = place if fault.is_shown else replace(place, source="")
        return Diagnostic(fault.rule, fault.says, place, fault.cure, fault.notes)

    # --- reading nodes ---

    def mapping(
        self, node: Node, keys: Iterable[str] | None = None, required: Iterable[str] = ()
    ) -> dict[str, Node]:
        """The entries of a mapping; unknown, duplicate and missing keys are faults."""
        if not isinstance(node, yaml.MappingNode):
            self.fault("wrong-shape", "names with values are expected here", node)
            return {}
        known = None if keys is None else set(keys)
        entries: dict[str, Node] = {}
        for key, value in node.value:
            name = self.scalar(key)
            if not isinstance(key, yaml.ScalarNode):
                continue
            if name in entries:
                self.fault(
                    "duplicate-key", f"{quoted(name)} stands twice", key, "keep one of the two"
                )
            elif known is not None and name not in known:
                cure = did_you_mean(name, known)
                self.fault("unknown-key", f"{quoted(name)} is not used here", key, cure)
            else:
                entries[name] = value
        for name in required:
            if name not in entries:
                self.fault("missing-key", f"`{name}:` is missing", node, f"add `{name}:`")
        return entries

    def keys(self, node: Node) -> dict[str, Node]:
        """The key nodes of a mapping by name, for places."""
        if not isinstance(node, yaml.MappingNode):
            return {}
        return {str(key.value): key for key, _ in node.value if isinstance(key, yaml.ScalarNode)}

    def items(self, node: Node | None) -> Iterator[Node]:
        """The members of a sequence; a scalar where one is expected is a fault."""
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        elif node is not None:
            self.fault("wrong-shape", "a list is expected here", node, "write `[a, b]`")

    def scalar(self, node: Node | None, default: str = "") -> str:
        """The text of a scalar, as typed; the default where there is no node."""
        if node is None:
            return default
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self.fault("wrong-shape", "one value is expected here", node)
        return default

    def scalars(self, node: Node | None) -> tuple[str, ...]:
        """The texts of a list of scalars; a single scalar counts as a list of one."""
        if isinstance(node, yaml.ScalarNode):
            return (str(node.value),) if node.value else ()
        return tuple(self.scalar(item) for item in self.items(node))

    def words(self, entries: dict[str, Node], *names: str) -> dict[str, str]:
        """The texts of those entries that are there."""
        return {name: self.scalar(entries[name]) for name in names if name in entries}

    def flag(self, node: Node | None) -> bool:
        """`yes` or `no`."""
        word = self.scalar(node, "no")
        if word not in ("yes", "no"):
            self.fault(
                "wrong-type", f"{quoted(word)} is neither yes nor no", node, "write yes or no"
            )
        return word == "yes"

    def number(self, node: Node | None) -> int | None:
        """A whole number, 0 or more."""
        if node is None:
            return None
        word = self.scalar(node)
        if word.isascii() and word.isdigit() and len(word) < 10:
            return int(word)
        self.fault("wrong-type", f"{quoted(word)} is not a whole number", node)
        return None

    # --- places and faults ---

    def place(self, node: Node | None) -> Place:
        """Where a node stands."""
        if node is None:
            return Place(self.file)
        start, end = node.start_mark, node.end_mark
        one_line = start.line == end.line
        return self._place(start.line, start.column, end.column - start.column if one_line else 1)

    def _place(self, line: int, column: int, width: int = 1) -> Place:
        place_line = line + 1 + self.offset
        return Place(self.file, place_line, column + 1, self._line(line), max(1, width))

    def _line(self, number: int) -> str:
        if not self._lines:
            self._lines = self.text.splitlines() or [""]
        return self._lines[number] if number < len(self._lines) else ""

    def behind(self, node: Node) -> str:
        """What stands behind a node on its last line: a comment, or nothing."""
        return self._line(node.end_mark.line)[node.end_mark.column :]

    def text_place(self, node: Node) -> Place:
        """Where the words of a scalar begin: behind the quote, if it has one."""
        place = self.place(node)
        inside = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        return Place(place.file, place.line, place.column + inside, place.source, place.width)

    def fault(self, rule: str, says: str, node: Node | None, cure: str = "") -> None:
        """Note a fault at a node."""
        self.faults.append(Diagnostic(rule, says, self.place(node), cure))
