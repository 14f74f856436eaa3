"""YAML read as nodes: every value keeps its place, every scalar stays the text that was typed.

`NO`, `012` and `1:30` are words here. Tags, anchors, aliases and duplicate keys are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml.reader import ReaderError

from drafter.diagnostics import Diagnostic, Place, did_you_mean, note_from, quoted

Node = yaml.Node
_Mark: TypeAlias = Any  # the two YAML readers have a class of marks each; both count from 0
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 24
_SPECIAL = re.compile(r"[&*]\S|!")
_MANY_BRACKETS = 200
_INDENTED = re.compile(rf"^[ \t\-?:]{{{_DEEPEST}}}", re.MULTILINE)
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_YAML = "this cannot be read as YAML"
_TOO_DEEP = "nested too deeply"
_LONG_KEY = re.compile(r'"[^"]{1023,}"\s*:|^[^\s:][^:]{1023,}:')
_QUOTE_IT = "put words with `: `, ` #` or a leading `[`, `{`, `*`, `&` in quotes"


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
        if (_SPECIAL.search(self.text) or _may_be_deep(self.text)) and not self._plain():
            return None
        try:
            node = yaml.compose(self.text, Loader=LOADER)
        except (yaml.YAMLError, UnicodeError) as error:
            self._syntax(error)
            return None
        if node is None:
            self.fault("empty-file", "the file says nothing", None, "write it, or remove it")
        return node

    def _plain(self) -> bool:
        """Whether the text has no tag, anchor, alias or bottomless nesting; says so if not.

        It is asked before a tree is composed: composing a very deep one would end the program.
        """
        count = len(self.faults)
        try:
            for event, depth in _by_depth(self.text):
                if depth > _DEEPEST:
                    self._fault_at("yaml-syntax", _TOO_DEEP, event.start_mark)
                    return False
                self._check_special(event)
        except (yaml.YAMLError, UnicodeError) as error:
            self._deep_or_broken(error)
        return len(self.faults) == count

    def _deep_or_broken(self, error: yaml.YAMLError | UnicodeError) -> None:
        """A parser with a limit of its own stops far ahead: ask again for what stands before."""
        mark = getattr(error, "problem_mark", None)
        deep = _too_deep_at(self.text[: mark.index]) if mark else None
        if deep:
            self._fault_at("yaml-syntax", _TOO_DEEP, deep)
        else:
            self._syntax(error)

    def _check_special(self, event: yaml.Event) -> None:
        special = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if special or isinstance(event, yaml.AliasEvent):
            says = "tags, anchors and aliases are not used"
            self._fault_at("yaml-special", says, event.start_mark, "write the value out, in quotes")

    def _syntax(self, error: yaml.YAMLError | UnicodeError) -> None:
        mark = getattr(error, "problem_mark", None)
        unreadable = isinstance(error, ReaderError | UnicodeError)
        if unreadable and (match := _UNREADABLE.search(self.text)):
            self._unreadable(match)
        else:
            cure = self._cure(mark.line if mark else 0)
            self._fault_at("yaml-syntax", _NO_YAML, mark, cure, _told_by_parser(error))

    def _cure(self, line: int) -> str:
        """What usually helps in a line, counted from 0."""
        here = self.text.splitlines()[line : line + 1]
        if any(re.match(r" *\t", one) for one in here):
            return "indent with spaces: a tab stands at the start of the line"
        if any(re.search(_LONG_KEY, one) for one in here):
            return "shorten the name: one of more than 1,024 characters cannot be read"
        return _QUOTE_IT

    def _unreadable(self, match: re.Match[str]) -> None:
        line = self.text.count("\n", 0, match.start())
        column = match.start() - (self.text.rfind("\n", 0, match.start()) + 1)
        says = f"the character U+{ord(match[0]):04X} cannot stand in a file"
        place = Place(self.file, line + 1 + self.offset, column + 1)
        self.faults.append(Diagnostic("yaml-syntax", says, place, "remove it"))

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

    def _fault_at(
        self, rule: str, says: str, mark: _Mark | None, cure: str = "", notes: tuple[str, ...] = ()
    ) -> None:
        place = self._place(mark.line, mark.column) if mark else Place(self.file)
        self.faults.append(Diagnostic(rule, says, place, cure, notes))


def _by_depth(text: str) -> Iterator[tuple[yaml.Event, int]]:
    """Each event of a text, and how many collections are open with it."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        yield event, depth


def _too_deep_at(text: str) -> _Mark | None:
    try:
        return next((event.start_mark for event, n in _by_depth(text) if n > _DEEPEST), None)
    except (yaml.YAMLError, UnicodeError):
        return None


def _told_by_parser(error: yaml.YAMLError | UnicodeError) -> tuple[str, ...]:
    """What the parser says, in the words of its release: a note, never the message."""
    words = (getattr(error, name, None) for name in ("context", "problem"))
    says = ", ".join(str(word) for word in words if word)
    return (note_from("YAML parser", says),) if says else ()


def _may_be_deep(text: str) -> bool:
    """A quick look that misses no deep text: far indented, or with very many brackets."""
    many = text.count("[") + text.count("{") > _MANY_BRACKETS
    return many or _INDENTED.search(text) is not None


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
