"""Loads a library folder: every file parsed once, every fault with its place, all together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.definitions import read_definitions
from drafter.library.files import LibraryFiles, read_files
from drafter.library.loading import Loading
from drafter.library.model import ClauseLibrary, Definition, Topic
from drafter.library.names_read import with_questions
from drafter.library.precedents import read_precedents, read_rules
from drafter.library.printing import (
    check_editions,
    missing_edition,
    read_printed_words,
    terms_of_units,
    with_names,
    with_terms,
)
from drafter.library.terms import PartyCountWords, TermFinder, marked
from drafter.library.topics import read_topics
from drafter.library.word_list import read_word_list
from drafter.prose.model import Text
from drafter.prose.walk import terms_defined
from drafter.questionnaire.load import load_questionnaire

_FOLDERS = (
    "questionnaire",
    "facts",
    "topics",
    "definitions",
    "precedents",
    "consistency",
    "printing",
)
_READ = re.compile(
    r"(questionnaire|facts)/.+\.yaml|(precedents|consistency)/[^/]+\.yaml|cases/.+"
    r"|topics/[^/]+/(topic\.yaml|[^/]+\.md)|definitions/([^/]+/definition\.yaml|([^/]+/)?[^/]+\.md)"
    r"|printing/[a-z]{2,3}(-[a-z0-9]+)?\.yaml|(words|renamed|approvals)\.yaml|(.+/)?README\.md"
)
Mark = Callable[[Text], Text]
RENAMED = ("topics", "variants", "questions", "options")


def load(folder: Path) -> tuple[ClauseLibrary, tuple[Diagnostic, ...]]:
    """The library in a folder and the faults of its files. Raises `Refused` if unreadable."""
    return load_files(read_files(folder))


def load_files(files: LibraryFiles) -> tuple[ClauseLibrary, tuple[Diagnostic, ...]]:
    """The library that these files spell, and their faults."""
    loading = Loading(files)
    sections = [files.yaml(path) for path in files.under("questionnaire", ".yaml")]
    facts = [files.yaml(path) for path in files.under("facts", ".yaml")]
    loading.names, faults = load_questionnaire(sections, facts)
    loading.faults += faults
    library = _library(loading)
    loading.faults += _unread(files)
    return library, tuple(loading.faults)


def _library(loading: Loading) -> ClauseLibrary:
    precedents = read_precedents(loading)
    printing = read_printed_words(loading)
    missing_edition(loading, printing)
    check_editions(loading, printing, precedents.values())
    topics, definitions = read_topics(loading), read_definitions(loading)
    words = read_word_list(loading)
    finder, bends = _finder(topics.values(), definitions.values()), PartyCountWords(words.bends)
    printing = {
        id: with_names(with_terms(one, finder), words.names) for id, one in printing.items()
    }
    mark = partial(marked, finder=finder, bends=bends, of_units=terms_of_units(printing.values()))
    library = ClauseLibrary(
        questionnaire=loading.names,
        topics={id: _marked_topic(one, mark) for id, one in topics.items()},
        definitions={id: _marked_definition(one, mark) for id, one in definitions.items()},
        precedents=precedents,
        rules=read_rules(loading),
        words=words,
        renamed=_renamed(loading),
        splits=_moved(loading, "splits"),
        merges=_moved(loading, "merges"),
        digest=loading.files.digest,
        terms=frozenset(finder.spellings),
        printing=printing,
    )
    return with_questions(library)


def _unread(files: LibraryFiles) -> Iterator[Diagnostic]:
    """Files that no reader looks for: a lawyer would wait for them in vain."""
    for path in files.texts:
        if not _READ.fullmatch(path):
            place = Place(files.shown(path))
            top = path.split("/")[0]
            misspelt = "/" in path and top not in _FOLDERS
            cure = did_you_mean(top, _FOLDERS) if misspelt else "move it, or remove it"
            yield Diagnostic("unread-file", f"nothing reads {path}", place, cure)


# --- words ----------------------------------------------------------------------------------------


MOVED = ("splits", "merges")


def _renamed(loading: Loading) -> dict[str, dict[str, str]]:
    file, entries = loading.yaml("renamed.yaml", (*RENAMED, *MOVED))
    renamed = {
        kind: {old: file.scalar(new) for old, new in file.mapping(node).items()}
        for kind, node in entries.items()
        if node.value and kind in RENAMED
    }
    loading.faults += file.faults
    return renamed


def _moved(loading: Loading, kind: str) -> dict[str, dict[str, dict[str, str]]]:
    """Questions that became several, or one: for each value, the answers on the other side."""
    file, entries = loading.yaml("renamed.yaml", (*RENAMED, *MOVED))
    if kind not in entries or not entries[kind].value:
        return {}
    faults = len(file.faults)
    moved = {
        name: {
            value: {key: file.scalar(one) for key, one in file.mapping(row).items()}
            for value, row in file.mapping(node).items()
        }
        for name, node in file.mapping(entries[kind]).items()
    }
    loading.faults += file.faults[faults:]
    return moved


# --- terms ----------------------------------------------------------------------------------------


def _finder(topics: Iterable[Topic], definitions: Iterable[Definition]) -> TermFinder:
    spellings = {form: one.id for one in definitions for form in one.forms}
    for form, owner in _defined_in_clauses(topics):
        spellings.setdefault(form, owner)
    return TermFinder(spellings)


def _defined_in_clauses(topics: Iterable[Topic]) -> Iterator[tuple[str, str]]:
    for topic in topics:
        for variant in topic.variants.values():
            for term in terms_defined(variant.text):
                for form in (term.words, *variant.front.forms.get(term.words, ())):
                    yield form, f"{topic.id}:{term.words}"


def _marked_topic(topic: Topic, mark: Mark) -> Topic:
    variants = {id: replace(one, text=mark(one.text)) for id, one in topic.variants.items()}
    return replace(topic, variants=variants)


def _marked_definition(one: Definition, mark: Mark) -> Definition:
    return replace(one, texts={id: mark(text) for id, text in one.texts.items()})
