"""The printed words of a library: `printing/LANGUAGE.yaml` and `printing/LANGUAGE-EDITION.yaml`.

A language without editions has one file. With editions, each edition's file holds what is its own
and the language's file what all share; a word stands in one of the two. A library without a file
for a language is lent the files that come with drafter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from drafter.diagnostics import Place, did_you_mean, quoted
from drafter.library.loading import Loading
from drafter.library.model import Precedent
from drafter.library.starter_words import FOLDER, language_in, lent
from drafter.library.terms import TermFinder
from drafter.printed_words import (
    AROUND,
    AT_LEAST,
    EDITION,
    JOINING,
    KEYS,
    MAY_BE_EMPTY,
    MEMBERS,
    NOT_SPELLED,
    TEMPLATE,
    PrintedWords,
    Spelling,
    language_of,
)
from drafter.yaml_nodes import Node, YamlFile

_BLANK, _BRACE = re.compile(r"\{([a-z_]*)\}"), re.compile(r"[{}]")
_BLANKED = (TEMPLATE, AROUND, JOINING)
Source = tuple[YamlFile, Node]


def read_printed_words(loading: Loading) -> dict[str, PrintedWords]:
    """Every edition by its id: all of the library's own, and those lent to its precedents."""
    own = {path: text for path, text in loading.files.texts.items() if language_in(path)}
    borrowed = {
        path: text for path, text in lent(own).items() if language_in(path) == loading.language
    }
    texts = own | borrowed
    read = {
        id: _edition(loading, id, texts, not borrowed.keys() & _paths(id))
        for id in _editions(texts)
    }
    return {id: words for id, words in read.items() if words is not None}


def _editions(texts: Iterable[str]) -> Iterator[str]:
    """The ids: each file of an edition, and of each language that has no editions."""
    names = [path.removeprefix(f"{FOLDER}/").removesuffix(".yaml") for path in texts]
    with_editions = {language_of(name) for name in names if "-" in name}
    return (name for name in sorted(names) if name not in with_editions)


def _path(id: str) -> str:
    return f"{FOLDER}/{id}.yaml"


def _paths(id: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((_path(language_of(id)), _path(id))))


def _edition(
    loading: Loading, id: str, texts: Mapping[str, str], is_own: bool
) -> PrintedWords | None:
    files = [
        YamlFile(loading.files.shown(path), texts[path]) for path in _paths(id) if path in texts
    ]
    sources = [(file, root) for file in files if (root := file.root()) is not None]
    words = None
    if len(sources) == len(files):
        words = _Reader(files[-1]).dataclass(PrintedWords, sources, "", id=id, is_own=is_own)
    faults = [fault for file in files for fault in file.faults if fault not in loading.faults]
    loading.faults += faults
    return None if any(file.faults for file in files) else words


class _Reader:
    """Reads each class of words from the files that share it; `last` takes what is missing."""

    def __init__(self, last: YamlFile) -> None:
        self.last = last

    def dataclass(self, kind: type, sources: list[Source], path: str, **known: Any) -> Any:
        """A class of words: every field a key of one file or, for a mapping, of several."""
        hints = _hints(kind)
        spelled = (one for one in fields(kind) if _form(hints[one.name])[1].how != NOT_SPELLED)
        asked = {one.name.replace("_", " "): one for one in spelled if one.name not in known}
        found = self._entries(sources, asked)
        for key, one in asked.items():
            if key in found:
                known[one.name] = self._value(hints[one.name], found[key], f"{path}{key}", key)
            elif not _may_be_absent(one):
                self._missing(f"{path}{key}", sources)
        whole = all(one.name in known or _may_be_absent(one) for one in asked.values())
        return kind(**known) if whole else None

    def _entries(
        self, sources: list[Source], keys: Iterable[str] | None
    ) -> dict[str, list[Source]]:
        found: dict[str, list[Source]] = {}
        for file, node in sources:
            for key, value in file.mapping(node, keys).items():
                found.setdefault(key, []).append((file, value))
        return found

    def _value(self, hint: Any, sources: list[Source], path: str, key: str) -> Any:
        kind, form = _form(hint)
        if is_dataclass(kind):
            return self.dataclass(kind, sources, f"{path}: ")  # type: ignore[arg-type]
        if get_origin(kind) is Mapping:
            return self._mapping(get_args(kind)[1], form, sources, path)
        for file, node in sources[1:]:
            says = f"`{path}` stands in {sources[0][0].file} as well"
            file.fault("words-twice", says, node, "keep it in one of the two")
        file, node = sources[-1]
        if form.how == MEMBERS:
            return _members(file, node, path)
        return _words(file, node, path, form.names or (key,) if form.how in _BLANKED else (), form)

    def _mapping(self, hint: Any, form: Spelling, sources: list[Source], path: str) -> Any:
        found = self._entries(sources, form.names if form.how == KEYS else None)
        for key in form.names if form.how in (KEYS, AT_LEAST) else ():
            if key not in found:
                self._missing(f"{path}: {key}", sources)
        value = Annotated[hint, form] if form.how == AROUND else hint
        return {
            key: self._value(value, where, f"{path}: {key}", key) for key, where in found.items()
        }

    def _missing(self, path: str, sources: list[Source]) -> None:
        node = next((node for file, node in sources if file is self.last), None)
        cure = f"add `{path.rpartition(': ')[2]}:`"
        self.last.fault("missing-words", f"`{path}` is missing", node, cure)


def _may_be_absent(one: Field[Any]) -> bool:
    return one.default is not MISSING or one.default_factory is not MISSING


def _form(hint: Any) -> tuple[Any, Spelling]:
    """The type of a field, and how its words are spelled."""
    if get_origin(hint) is Annotated:
        kind, form = get_args(hint)
        return kind, form
    return hint, Spelling("")


def _members(file: YamlFile, node: Node, path: str) -> tuple[str, ...]:
    words = file.scalars(node)
    if len(words) != 12:
        says = f"`{path}` names {len(words)}, and a year has 12"
        file.fault("wrong-shape", says, node, "name all, the first month first")
    return words


def _words(file: YamlFile, node: Node, path: str, blanks: tuple[str, ...], form: Spelling) -> Any:
    """The words of one key, parted at their blanks where the form says so."""
    text = file.scalar(node)
    if not text.strip() and form.how != MAY_BE_EMPTY:
        file.fault("missing-words", f"`{path}` says nothing", node, "write the words")
    elif sorted(_BLANK.findall(text)) != sorted(blanks) or _BRACE.search(_BLANK.sub("", text)):
        shown = " and ".join(f"{{{blank}}}" for blank in blanks)
        cure = f"hold {shown}, once each" if blanks else "write it without braces"
        file.fault("wrong-blanks", f"{quoted(text)} has not the blanks of `{path}`", node, cure)
    elif form.how == AROUND:
        return tuple(_BLANK.split(text)[::2])
    elif form.how == JOINING:
        return _between(file, node, text, blanks)
    return text


def _between(file: YamlFile, node: Node, text: str, blanks: tuple[str, ...]) -> tuple[str, ...]:
    first, *between, last = _BLANK.split(text)[::2]
    if tuple(_BLANK.findall(text)) != blanks or first or last:
        cure = f"begin with {{{blanks[0]}}} and end with {{{blanks[-1]}}}"
        file.fault("wrong-blanks", f"{quoted(text)} does not join its blanks", node, cure)
    return tuple(between)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def missing_edition(loading: Loading, words: Mapping[str, PrintedWords]) -> None:
    """A fault where nothing says how the library's language is printed."""
    language = loading.language
    if any(language_in(path) == language for path in (*loading.files.texts, *map(_path, words))):
        return
    place = Place(loading.files.shown(f"{FOLDER}/{language}.yaml"))
    says = f"no file says which words an agreement in `{language}` prints"
    loading.fault("missing-file", says, place, f"write {place.file}, as {FOLDER}/en.yaml is")


def with_terms(words: PrintedWords, finder: TermFinder) -> PrintedWords:
    """The words, each unit of time knowing the definition of the term that it is."""
    values = words.values
    units = {
        name: replace(unit, uses=finder.uses(unit.term)) for name, unit in values.units.items()
    }
    return replace(words, values=replace(values, units=units))


def with_names(words: PrintedWords, names: Iterable[str]) -> PrintedWords:
    """The words, whose spelling leaves alone each name that holds one: the Trade Marks Act."""
    kept = {
        name.lower(): name
        for name in names
        if name.lower() not in words.spelling and any(one in name.lower() for one in words.spelling)
    }
    return replace(words, spelling={**words.spelling, **kept})


def terms_of_units(printing: Iterable[PrintedWords]) -> tuple[str, ...]:
    """The terms that a printed period may use, in any edition."""
    units = (unit for words in printing for unit in words.values.units.values())
    return tuple(dict.fromkeys(use for unit in units for use in unit.uses))


def check_editions(
    loading: Loading, words: Mapping[str, PrintedWords], precedents: Iterable[Precedent]
) -> None:
    """What a precedent or an option of the question `edition` names has a file."""
    known = {one.edition for one in words.values() if one.language == loading.language}
    question = loading.names.questions.get(EDITION)
    named = [(one.id, question.place) for one in question.options] if question else []
    named += [(one.edition, one.place) for one in precedents if one.edition]
    for edition, place in named if known else ():
        if edition not in known:
            says = f"there are no printed words of the edition `{edition}`"
            loading.fault("unknown-edition", says, place, did_you_mean(edition, known))
