"""Clause files: front matter and prose cut apart, read into a `Variant` or definition text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.conditions.model import Condition
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Place, quoted
from drafter.library.loading import day
from drafter.library.model import FrontMatter, Law, Need, Ruling, Variant
from drafter.prose.model import Text
from drafter.prose.read import read_prose
from drafter.questionnaire.conditions import condition_at
from drafter.questionnaire.model import Questionnaire
from drafter.yaml_nodes import Node, YamlFile

_FENCE = "---\n"
_FRONT = re.compile(r"---\n(.*?)^---(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_VARIANT_KEYS = (
    "position",
    "review by",
    "legal basis",
    "survives",
    "needs",
    "conflicts",
    "outcomes",
    "approval from",
    "summary",
    "note",
    "confirm",
    "covers",
    "forms",
    "waive",
    "parties",
)
_POSITIONS = ("preferred", "fallback", "floor", "neutral")


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A markdown file cut in two: its front matter as YAML, its prose and where that begins."""

    front: YamlFile | None
    prose: str
    first_line: int
    file: str


def cut(text: str, file: str) -> tuple[ClauseFile, list[Diagnostic]]:
    """The two halves of a variant's file."""
    if not text.startswith(_FENCE):
        return ClauseFile(None, text, 1, file), []
    match = _FRONT.match(text)
    if match is None:
        place = Place(file, 1, 1, "---", 3)
        says = "the front matter is not closed"
        return ClauseFile(None, "", 1, file), [
            Diagnostic("front-matter", says, place, "end it with a line `---`")
        ]
    front, first_line = match[1], match[0].count("\n") + 1
    return ClauseFile(YamlFile(file, front, offset=1), text[match.end() :], first_line, file), []


def read_text(
    clause: ClauseFile, names: Questionnaire, language: str
) -> tuple[Text, tuple[Diagnostic, ...]]:
    """The prose of a variant."""
    return read_prose(clause.prose, clause.file, names, clause.first_line, language)


def read_variant(
    text: str, file: str, topic: str, id: str, names: Questionnaire, digest: str, language: str
) -> tuple[Variant, list[Diagnostic]]:
    """A variant with every fault of its file."""
    clause, faults = cut(text, file)
    front = FrontMatter()
    if clause.front is not None:
        front = read_front(clause.front, names)
        faults += clause.front.faults
    tree, prose_faults = read_text(clause, names, language)
    return Variant(topic, id, tree, front, file, digest), [*faults, *prose_faults]


def read_front(file: YamlFile, names: Questionnaire) -> FrontMatter:
    """The front matter of a variant."""
    root = file.root() if file.text.strip() else None
    if root is None:
        return FrontMatter()
    entries = file.mapping(root, _VARIANT_KEYS)
    word = file.words(entries, "approval from", "summary", "note")
    survives, labels = _survives(file, entries.get("survives"))
    return FrontMatter(
        position=_position(file, entries.get("position")),
        review_by=day(file, entries.get("review by")),
        legal_basis=tuple(_laws(file, entries.get("legal basis"))),
        survives=survives,
        surviving_labels=labels,
        needs=tuple(_needs(file, entries.get("needs"), names)),
        conflicts=file.scalars(entries.get("conflicts")),
        outcomes=tuple(_outcomes(file, entries.get("outcomes"), names)),
        approval_from=word.get("approval from", ""),
        summary=word.get("summary", ""),
        note=word.get("note", ""),
        confirm=file.scalars(entries.get("confirm")),
        covers=_words(file, entries.get("covers")),
        forms={term: file.scalars(node) for term, node in _entries(file, entries.get("forms"))},
        waive=_words(file, entries.get("waive")),
    )


def _position(file: YamlFile, node: Node | None) -> str:
    word = file.scalar(node)
    if node is not None and word not in _POSITIONS:
        cure = "one of: " + ", ".join(_POSITIONS)
        file.fault("wrong-word", f"{quoted(word)} is no position", node, cure)
    return word


def _entries(file: YamlFile, node: Node | None) -> Iterator[tuple[str, Node]]:
    if node is not None:
        yield from file.mapping(node).items()


def _words(file: YamlFile, node: Node | None) -> dict[str, str]:
    return {key: file.scalar(value) for key, value in _entries(file, node)}


def _survives(file: YamlFile, node: Node | None) -> tuple[bool, tuple[str, ...]]:
    if node is None:
        return False, ()
    words = file.scalars(node)
    if words in (("yes",), ("no",)):
        return words == ("yes",), ()
    return True, words


def _laws(file: YamlFile, node: Node | None) -> Iterator[Law]:
    for one in file.items(node):
        entries = file.mapping(one, ("law", "valid from", "valid to"), ("law",))
        valid_from, valid_to = (day(file, entries.get(key)) for key in ("valid from", "valid to"))
        yield Law(file.scalar(entries.get("law")), valid_from, valid_to)


def _needs(file: YamlFile, node: Node | None, names: Questionnaire) -> Iterator[Need]:
    for topic, value in _entries(file, node):
        yield Need(topic, _when(file, value, names))


def _outcomes(file: YamlFile, node: Node | None, names: Questionnaire) -> Iterator[Ruling]:
    for matter, results in _entries(file, node):
        for result, value in _entries(file, results):
            yield Ruling(matter, result, _when(file, value, names))


def _when(file: YamlFile, value: Node, names: Questionnaire) -> Condition | None:
    """A condition; none where the file says `always`."""
    always = getattr(value, "value", None) == "always"
    return None if always else condition_at(file, value, names)
