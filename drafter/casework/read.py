"""Reads `cases/*.yaml`: some answers, and what must come of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.data_classes import dataclass, field
from drafter.diagnostics import Diagnostic, Place
from drafter.library.files import LibraryFiles
from drafter.questionnaire.answers import Places
from drafter.yaml_nodes import Node, YamlFile, places, plain

_ANSWERS = (
    "precedent",
    "answers",
    "unknown",
    "confirmed",
    "overrides",
    "special_terms",
    "checked",
    "given",
)
EXPECT = ("variants", "findings", "words", "no words")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case expects: variants by topic, rules that fire, words in the text and words not."""

    variants: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A lawyer's test. `data` is the deal as an answers file holds it."""

    id: str
    file: str
    data: Mapping[str, Any]
    expected: Expected
    places: Places = field(default_factory=dict, compare=False, repr=False)

    def place(self, *path: str) -> Place:
        """Where an entry of the case stands."""
        return self.places.get((*path, "")) or self.places.get(path) or Place(self.file)


def read_cases(files: LibraryFiles) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """The cases of a library and the faults of their files."""
    cases: list[Case] = []
    faults: list[Diagnostic] = []
    for path in files.under("cases", ".yaml"):
        file = files.yaml(path)
        cases += _case(file, path.rsplit("/", 1)[1].removesuffix(".yaml"))
        faults += file.faults
    return tuple(cases), tuple(faults)


def _case(file: YamlFile, id: str) -> list[Case]:
    root = file.root()
    if root is None:
        return []
    entries = file.mapping(root, (*_ANSWERS, "expect"), ("precedent", "answers", "expect"))
    data = {key: plain(file, node) for key, node in entries.items() if key in _ANSWERS}
    expected = _expected(file, entries["expect"]) if "expect" in entries else Expected()
    return [] if file.faults else [Case(id, file.file, data, expected, places(file, root))]


def _expected(file: YamlFile, node: Node) -> Expected:
    entries = file.mapping(node, EXPECT)
    variants = file.mapping(entries["variants"]) if "variants" in entries else {}
    findings, words, no_words = (
        file.scalars(entries[key]) if key in entries else () for key in EXPECT[1:]
    )
    chosen = {topic: file.scalar(value) for topic, value in variants.items()}
    return Expected(chosen, findings, words, no_words)
