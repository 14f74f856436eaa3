"""A text composed into nodes, if it is YAML that may be read; else what is wrong with it.

Some of it is asked before a tree is composed: composing a very deep one would end the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

import yaml
from yaml.reader import ReaderError

from drafter.diagnostics import note_from

Node = yaml.Node
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Mark: TypeAlias = Any  # the two YAML readers have a class of marks each; both count from 0
_Broken = (yaml.YAMLError, UnicodeError)
_DEEPEST = 24
_SPECIAL = re.compile(r"[&*]\S|!")
_MANY_BRACKETS = 200
_INDENTED = re.compile(rf"^[ \t\-?:]{{{_DEEPEST}}}", re.MULTILINE)
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_LONG_KEY = re.compile(r'"[^"]{1023,}"\s*:|^[^\s:][^:]{1023,}:')
_QUOTE_IT = "put words with `: `, ` #` or a leading `[`, `{`, `*`, `&` in quotes"


class TextFault(NamedTuple):
    """What keeps a text from being read: rule, sentence, cure; line and column count from 0, and
    there are none where the parser names no place. `is_shown`: whether the line can be printed."""

    rule: str
    says: str
    at: tuple[int, int] | None
    cure: str = ""
    notes: tuple[str, ...] = ()
    is_shown: bool = True


def composed(text: str) -> tuple[Node | None, tuple[TextFault, ...]]:
    """The top node, None where the text is empty or may not be read, and the faults then."""
    if not text.isascii() and (found := _LINE_ENDS.search(text)):
        return None, (_unreadable(text, found),)
    if _SPECIAL.search(text) or _may_be_deep(text):
        faults = tuple(_unfit(text))
        if faults:
            return None, faults
    try:
        return yaml.compose(text, Loader=LOADER), ()
    except _Broken as error:
        return None, (_syntax(text, error),)


def _may_be_deep(text: str) -> bool:
    """A quick look that misses no deep text: far indented, or with very many brackets."""
    many = text.count("[") + text.count("{") > _MANY_BRACKETS
    return many or _INDENTED.search(text) is not None


def _unfit(text: str) -> Iterator[TextFault]:
    """Tags, anchors, aliases, and the first place that is nested without end."""
    try:
        for event, depth in _by_depth(text):
            if depth > _DEEPEST:
                yield _too_deep(event.start_mark)
                return
            special = getattr(event, "anchor", None) or getattr(event, "tag", None)
            if special or isinstance(event, yaml.AliasEvent):
                says = "tags, anchors and aliases are not used"
                cure = "write the value out, in quotes"
                yield TextFault("yaml-special", says, _at(event.start_mark), cure)
    except _Broken as error:
        yield _deep_or_broken(text, error)


def _by_depth(text: str) -> Iterator[tuple[yaml.Event, int]]:
    """Each event of a text, and how many collections are open with it."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        yield event, depth


def _deep_or_broken(text: str, error: Exception) -> TextFault:
    """A parser with a limit of its own stops far ahead: ask again for what stands before."""
    mark = getattr(error, "problem_mark", None)
    deep = _too_deep_at(text[: mark.index]) if mark else None
    return _too_deep(deep) if deep else _syntax(text, error)


def _too_deep_at(text: str) -> _Mark | None:
    try:
        return next((event.start_mark for event, n in _by_depth(text) if n > _DEEPEST), None)
    except _Broken:
        return None


def _too_deep(mark: _Mark) -> TextFault:
    return TextFault("yaml-syntax", "nested too deeply", _at(mark))


def _at(mark: _Mark | None) -> tuple[int, int] | None:
    return (mark.line, mark.column) if mark else None


def _syntax(text: str, error: Exception) -> TextFault:
    """What the parser stumbled over; its own words change with its releases, so they are a note."""
    unreadable = _UNREADABLE.search(text) if isinstance(error, ReaderError | UnicodeError) else None
    if unreadable:
        return _unreadable(text, unreadable)
    mark = getattr(error, "problem_mark", None)
    words = (getattr(error, name, None) for name in ("context", "problem"))
    parser = ", ".join(str(word) for word in words if word)
    return TextFault(
        "yaml-syntax",
        "this cannot be read as YAML",
        _at(mark),
        _cure(text, mark.line if mark else 0),
        (note_from("YAML parser", parser),) if parser else (),
    )


def _unreadable(text: str, found: re.Match[str]) -> TextFault:
    line = text.count("\n", 0, found.start())
    column = found.start() - (text.rfind("\n", 0, found.start()) + 1)
    says = f"the character U+{ord(found[0]):04X} cannot stand in a file"
    return TextFault("yaml-syntax", says, (line, column), "remove it", is_shown=False)


def _cure(text: str, line: int) -> str:
    """What usually helps in a line, counted from 0."""
    here = text.splitlines()[line : line + 1]
    if any(re.match(r" *\t", one) for one in here):
        return "indent with spaces: a tab stands at the start of the line"
    if any(re.search(_LONG_KEY, one) for one in here):
        return "shorten the name: one of more than 1,024 characters cannot be read"
    return _QUOTE_IT
