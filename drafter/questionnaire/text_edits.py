"""The edits that turn the text of a record into that of another: the rest stands untouched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from drafter.questionnaire.comments import FileComments, content_end
from drafter.yaml_nodes import YamlFile, plain

EditPath = tuple[str, ...]
_Entries = Mapping[str, tuple[yaml.Node, yaml.Node]]


class _Dumper(yaml.SafeDumper):
    """Block style, no anchors; scalars that YAML would re-read are quoted."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(data: Any) -> str:
    """Data as YAML."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)
    return text


def is_ordered(path: EditPath) -> bool:
    """Whether the agreement follows the order: that of records, and of special terms."""
    return path == ("special_terms",) or (len(path) == 2 and path[0] == "answers")


def edited(text: str, root: yaml.MappingNode, wanted: Mapping[str, Any]) -> str:
    """The text of a mapping written in lines, with other data in it.

    An edit that the text is too odd for gives another text than is wanted: read it again.
    """
    text = text if text.endswith("\n") else f"{text}\n"
    newline = "\r\n" if "\r\n" in text else "\n"
    edits = sorted(_Editing(text).mapping(root, wanted), key=_Edit.place)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text.replace("\n", newline) + text[edit.end :]
    return text


class _Edit(NamedTuple):
    """What stands instead of a stretch of the text."""

    start: int
    end: int
    column: int
    text: str

    def place(self) -> tuple[int, int, int]:
        """Of two that begin at one place, that of the inner value comes first."""
        return self.start, self.end, -self.column


class _Editing:
    """The edits of one text; none overlaps another."""

    def __init__(self, text: str) -> None:
        self.text, self.comments = text, FileComments(text)

    def mapping(
        self, node: yaml.Node, wanted: Mapping[str, Any], path: EditPath = ()
    ) -> Iterator[_Edit]:
        """What changes in a mapping; `path` leads to it."""
        entries = {str(key.value): (key, value) for key, value in node.value}
        for name, (key, value) in entries.items():
            if name not in wanted:
                yield self._taken_out(key, value)
            elif self._plain(value) != wanted[name]:
                yield from self._changed(key, value, wanted[name], (*path, name))
        yield from self._put_in(entries, wanted)

    def _changed(
        self, key: yaml.Node, value: yaml.Node, new: Any, path: EditPath
    ) -> Iterator[_Edit]:
        if isinstance(new, Mapping) and self._stays(value, new, path):
            yield from self.mapping(value, new, path)
        elif isinstance(new, list) and self._grows(value, new):
            yield from self._items(value, new)
        elif isinstance(new, str) and _is_one_line(value) and "\n" not in (line := _scalar(new)):
            yield _Edit(value.start_mark.index, content_end(value, self.text), 0, line)
        else:
            yield self._replaced(key, value, {path[-1]: new})

    def _stays(self, node: yaml.Node, new: Mapping[str, Any], path: EditPath) -> bool:
        """Whether a mapping can be changed entry by entry: what is kept of it keeps its order."""
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            return False
        kept = [str(key.value) for key, _ in node.value if str(key.value) in new]
        return bool(kept) and (not is_ordered(path) or kept == [one for one in new if one in kept])

    def _grows(self, node: yaml.Node, new: list[Any]) -> bool:
        """Whether a list loses members and has others behind the rest, and is written in lines."""
        if not isinstance(node, yaml.SequenceNode) or node.flow_style:
            return False
        kept = [one for one in map(self._plain, node.value) if one in new]
        return bool(kept) and new[: len(kept)] == kept

    def _items(self, node: yaml.Node, new: list[Any]) -> Iterator[_Edit]:
        kept = 0
        for item in node.value:
            if self._plain(item) in new:
                kept += 1
            else:
                yield self._taken_out(item, item)
        if new[kept:]:
            end = self._line_end(content_end(node, self.text))
            column = node.start_mark.column
            yield _Edit(end, end, column, _indented(dumped(new[kept:]), column))

    def _taken_out(self, first: yaml.Node, last: yaml.Node) -> _Edit:
        start = self._line_start(first)
        lead = self.text[start : first.start_mark.index]  # of a member with its hyphen
        column = len(lead) - len(lead.lstrip(" "))
        end = self._line_end(content_end(last, self.text))
        return _Edit(start, end, column, self.comments.lines(start, end, column))

    def _replaced(self, key: yaml.Node, value: yaml.Node, entry: Mapping[str, Any]) -> _Edit:
        start, column = self._line_start(key), key.start_mark.column
        end = self._line_end(content_end(value, self.text))
        above = self.comments.lines(start, end, column)
        return _Edit(start, end, column, above + _indented(dumped(entry), column))

    def _put_in(self, entries: _Entries, wanted: Mapping[str, Any]) -> Iterator[_Edit]:
        """New entries, each behind the one that it follows in the record."""
        first, _ = next(iter(entries.values()))
        place, column = self._line_start(first), first.start_mark.column
        new: dict[int, dict[str, Any]] = {}
        for name, value in wanted.items():
            if name in entries:
                place = self._line_end(content_end(entries[name][1], self.text))
            else:
                new.setdefault(place, {})[name] = value
        for here, group in new.items():
            yield _Edit(here, here, column, _indented(dumped(group), column))

    def _plain(self, node: yaml.Node) -> object:
        return plain(YamlFile("", self.text), node)

    def _line_start(self, node: yaml.Node) -> int:
        return self.text.rfind("\n", 0, node.start_mark.index) + 1

    def _line_end(self, place: int) -> int:
        """Behind the line on which something ends; it may end with that line already."""
        return place if self.text[place - 1] == "\n" else self.text.index("\n", place) + 1


def _is_one_line(node: yaml.Node) -> bool:
    is_scalar = isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">")
    return is_scalar and bool(node.value) and node.start_mark.line == node.end_mark.line


def _scalar(words: str) -> str:
    return dumped([words]).removeprefix("- ").removesuffix("\n")


def _indented(text: str, column: int) -> str:
    return "".join(f"{' ' * column}{line}\n" for line in text.split("\n")[:-1])
