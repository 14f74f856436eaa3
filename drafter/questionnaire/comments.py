"""The comments of a YAML text, and where its values end: what a tree of nodes does not keep."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import yaml

from drafter.yaml_nodes import LOADER

_COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")


class FileComments:
    """Every comment of a text that can be read, by where it stands."""

    def __init__(self, text: str) -> None:
        found = [
            match for start, end in _gaps(text) for match in _COMMENT.finditer(text, start, end)
        ]
        self._starts, self._words = [one.start() for one in found], [one[0] for one in found]

    def all(self) -> list[str]:
        """All of them, in order."""
        return self._words

    def lines(self, start: int, end: int, column: int) -> str:
        """Those within a stretch of the text, each on a line of its own."""
        inside = slice(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return "".join(f"{' ' * column}{one}\n" for one in self._words[inside])


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """What stands between the tokens, and behind the sign that begins a block of text."""
    behind = 0
    for token in yaml.scan(text, Loader=LOADER):
        start, end = token.start_mark.index, token.end_mark.index
        yield behind, start
        if getattr(token, "style", None) in ("|", ">"):
            yield start, text.index("\n", start)
        behind = max(behind, end)
    yield behind, len(text)


def content_end(node: yaml.Node, text: str) -> int:
    """Where the words of a value end: before the comments and blank lines that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return content_end(last[1] if isinstance(last, tuple) else last, text)
    start, end = node.start_mark.index, node.end_mark.index
    keeps = isinstance(node, yaml.ScalarNode) and "+" in text[start:end].partition("\n")[0]
    is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return start + len(text[start:end].rstrip()) if is_block and not keeps else int(end)
