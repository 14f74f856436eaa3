"""YAML read as nodes: every value keeps its place, every scalar stays the text that was typed.

`NO`, `012` and `1:30` are words here. Tags, anchors, aliases and duplicate keys are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import yaml

from drafter.diagnostics import Diagnostic, Place, did_you_mean

Node = yaml.Node
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SUSPECT = re.compile(r"[&*!]\S")
_DEEPEST = 24
T = TypeVar("T")


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
        if _SUSPECT.search(self.text) and not self._plain():
            return None
        try:
            node = yaml.compose(self.text, Loader=_LOADER)
        except yaml.YAMLError as error:
            self._syntax(error)
            return None
        except RecursionError:
            self.fault("yaml-syntax", "the file is nested too deeply", None)
            return None
        if node is None:
            self.fault("empty-file", "the file says nothing", None, "write it, or remove it")
        return node

    def _plain(self) -> bool:
        """Whether the text is free of tags, anchors and aliases; says so where it is not."""
        count = len(self.faults)
        try:
            for event in yaml.parse(self.text, Loader=_LOADER):
                special = getattr(event, "anchor", None) or getattr(event, "tag", None)
                if special or isinstance(event, yaml.AliasEvent):
                    self.fault_at_mark("yaml-special", "tags, anchors and aliases are not used",
                                       event.start_mark, "write the value out, in quotes")
        except yaml.YAMLError as error:
            self._syntax(error)
        return len(self.faults) == count

    def _syntax(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "this is no YAML text"
        cure = "put words with `: `, ` #` or a leading `[`, `{`, `*`, `&` in quotes"
        if mark is None:
            self.fault("yaml-syntax", f"{problem}", None, cure)
        else:
            self.fault_at_mark("yaml-syntax", str(problem), mark, cure)

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
            if name in entries:
                self.fault("duplicate-key", f"`{name}` stands twice", key, "keep one of the two")
            elif known is not None and name not in known:
                self.fault("unknown-key", f"`{name}` is not used here", key,
                           did_you_mean(name, known))
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
        return {self.scalar(key): key for key, _ in node.value}

    def items(self, node: Node) -> Iterator[Node]:
        """The members of a sequence; a scalar where one is expected is a fault."""
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        else:
            self.fault("wrong-shape", "a list is expected here", node, "write `[a, b]`")

    def scalar(self, node: Node) -> str:
        """The text of a scalar, as typed."""
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self.fault("wrong-shape", "one value is expected here", node)
        return ""

    def scalars(self, node: Node) -> tuple[str, ...]:
        """The texts of a list of scalars; a single scalar counts as a list of one."""
        if isinstance(node, yaml.ScalarNode):
            return (str(node.value),) if node.value else ()
        return tuple(self.scalar(item) for item in self.items(node))

    def flag(self, node: Node | None) -> bool:
        """`yes` or `no`."""
        if node is None:
            return False
        word = self.scalar(node)
        if word not in ("yes", "no"):
            self.fault("wrong-type", f"`{word}` is neither yes nor no", node, "write yes or no")
        return word == "yes"

    def number(self, node: Node | None) -> int | None:
        """A whole number, 0 or more."""
        if node is None:
            return None
        word = self.scalar(node)
        if word.isascii() and word.isdigit():
            return int(word)
        self.fault("wrong-type", f"`{word}` is not a whole number", node)
        return None

    def optional(self, node: Node | None, read: Callable[[Node], T], default: T) -> T:
        """`read(node)`, or the default where there is no node."""
        return default if node is None else read(node)

    # --- places and faults ---

    def place(self, node: Node | None) -> Place:
        """Where a node stands."""
        if node is None:
            return Place(self.file)
        start, end = node.start_mark, node.end_mark
        one_line = start.line == end.line
        return self._place(start.line, start.column, end.column - start.column if one_line else 1)

    def _place(self, line: int, column: int, width: int = 1) -> Place:
        if not self._lines:
            self._lines = self.text.splitlines() or [""]
        source = self._lines[line] if line < len(self._lines) else ""
        return Place(self.file, line + 1 + self.offset, column + 1, source, max(1, width))

    def text_place(self, node: Node) -> Place:
        """Where the words of a scalar begin: behind the quote, if it has one."""
        place = self.place(node)
        quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        return Place(place.file, place.line, place.column + quoted, place.source, place.width)

    def fault(self, rule: str, says: str, node: Node | None, cure: str = "") -> None:
        """Note a fault at a node."""
        self.faults.append(Diagnostic(rule, says, self.place(node), cure))

    def fault_at_mark(self, rule: str, says: str, mark: yaml.Mark, cure: str = "") -> None:
        """Note a fault at a mark of the YAML reader."""
        self.faults.append(Diagnostic(rule, says, self._place(mark.line, mark.column), cure))


def plain(file: YamlFile, node: Node, path: tuple[str, ...] = (), deep: int = 0) -> object:
    """A node as plain data: mappings, lists and strings. Faults as in `YamlFile.mapping`."""
    if deep > _DEEPEST:
        file.fault("wrong-shape", "nested too deeply", node)
        return ""
    if isinstance(node, yaml.MappingNode):
        entries = file.mapping(node)
        return {name: plain(file, value, (*path, name), deep + 1) for name, value in entries.items()}
    if isinstance(node, yaml.SequenceNode):
        return [plain(file, one, (*path, str(i)), deep + 1) for i, one in enumerate(node.value)]
    return str(node.value)


def places(file: YamlFile, node: Node, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Place]:
    """The place of every value below a node, by its path."""
    found = {path: file.place(node)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= places(file, value, (*path, str(key.value)))
            found[(*path, str(key.value), "")] = file.place(key)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            found |= places(file, value, (*path, str(index)))
    return found
