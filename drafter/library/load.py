"""Loads a library folder: every file parsed once, every fault with its place, all together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, did_you_mean
from drafter.library.files import LibraryFiles, read_files
from drafter.library.model import (
    LEFT_OUT,
    Definition,
    Library,
    Part,
    Precedent,
    Row,
    Rule,
    Topic,
    Variant,
    WordList,
)
from drafter.library.reads import with_questions
from drafter.library.tables import read_table
from drafter.library.terms import Bends, TermFinder, marked
from drafter.library.wordings import cut, read_text, read_variant
from drafter.prose.model import Text
from drafter.prose.walk import terms_defined
from drafter.questionnaire.load import condition_at, load_questionnaire
from drafter.questionnaire.model import Questionnaire
from drafter.yaml_nodes import Node, YamlFile

_TOPIC_KEYS = ("heading", "settles", "covers", "within", "choose")
_PRECEDENT_KEYS = (
    "title", "language", "parties", "opening", "parts", "schedules", "closing", "essential",
)  # fmt: skip
_RULE_KEYS = ("severity", "when", "message", "reason", "source", "law")
_SEVERITIES = ("block", "warn", "inform")
_PARTIES = re.compile(r"(\d+)(?: (or more|to (\d+)))?")


def load(folder: Path) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library in a folder and the faults of its files. Raises `Refused` if unreadable."""
    return load_files(read_files(folder))


def load_files(files: LibraryFiles) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library that these files spell, and their faults."""
    loading = _Loading(files)
    return loading.library(), tuple(loading.faults)


@dataclass(slots=True)
class _Loading:
    files: LibraryFiles
    faults: list[Diagnostic] = field(default_factory=list)
    names: Questionnaire = field(default_factory=Questionnaire)

    def library(self) -> Library:
        sections = [self.files.yaml(path) for path in self.files.under("questionnaire", ".yaml")]
        facts = [self.files.yaml(path) for path in self.files.under("facts", ".yaml")]
        self.names, faults = load_questionnaire(sections, facts)
        self.faults += faults
        topics = {id: self._topic(id) for id in self._folders("topics")}
        definitions = dict(self._definitions())
        words = self._word_list()
        finder = self._finder(topics, definitions)
        bends = Bends(words.bends)
        library = Library(
            questionnaire=self.names,
            topics={id: _marked_topic(topic, finder, bends) for id, topic in topics.items()},
            definitions={
                id: _marked_definition(one, finder, bends) for id, one in definitions.items()
            },
            precedents=dict(self._each("precedents", self._precedent)),
            rules=dict(self._each("consistency", self._rule)),
            words=words,
            renamed=self._renamed(),
            digest=self.files.digest,
        )
        return with_questions(library)

    # --- topics ---

    def _folders(self, top: str) -> list[str]:
        depth = [path.split("/") for path in self.files.under(top, "")]
        return sorted({parts[1] for parts in depth if len(parts) == 3})

    def _topic(self, id: str) -> Topic:
        file, entries = self._yaml(f"topics/{id}/topic.yaml", _TOPIC_KEYS, ())
        variants = {name: self._variant(id, name, path) for name, path in
                    self._texts(f"topics/{id}")}  # fmt: skip
        rows = read_table(file, entries.get("choose"), self.names)
        if "choose" not in entries and len(variants) == 1:
            rows = (Row(next(iter(variants)), None),)
        elif "choose" not in entries and file.text:
            file.fault("missing-key", f"`{id}` has no `choose:`", None, "add its decision table")
        word = {key: file.scalar(entries[key]) for key in ("heading", "settles", "within")
                if key in entries}  # fmt: skip
        if not word.get("heading") and "within" not in word and file.text:
            file.fault("missing-key", f"`{id}` has no heading", None, "add `heading:`")
        self._check_rows(file, rows, variants, f"topics/{id}")
        self.faults += file.faults
        covers = file.optional(entries.get("covers"), file.scalars, ())
        return Topic(id, word.pop("heading", ""), rows, variants, covers=covers,
                     place=Place(file.file), **word)

    def _texts(self, folder: str) -> Iterator[tuple[str, str]]:
        for path in self.files.under(folder, ".md"):
            yield path.rsplit("/", 1)[1].removesuffix(".md"), path

    def _variant(self, topic: str, name: str, path: str) -> Variant:
        text = self.files.texts[path]
        digest = hashlib.sha256(text.encode()).hexdigest()
        shown = self.files.shown(path)
        variant, faults = read_variant(text, shown, topic, name, self.names, digest)
        self.faults += faults
        return variant

    def _check_rows(
        self, file: YamlFile, rows: tuple[Row, ...], texts: dict[str, object] | dict[str, Variant],
        folder: str,
    ) -> None:
        named = {row.variant for row in rows}
        for row in rows:
            if row.variant != LEFT_OUT and row.variant not in texts:
                self.faults.append(Diagnostic(
                    "missing-text", f"no text for `{row.variant}`", row.place,
                    f"write {self.files.shown(folder)}/{row.variant}.md"))
        for name in sorted(set(texts) - named):
            place = Place(f"{self.files.shown(folder)}/{name}.md")
            self.faults.append(Diagnostic(
                "unused-text", f"no row of the table chooses `{name}`", place,
                did_you_mean(name, named - set(texts)) or "add a row, or remove the file"))

    # --- definitions ---

    def _definitions(self) -> Iterator[tuple[str, Definition]]:
        for path in self.files.under("definitions", ".md"):
            if path.count("/") == 1:
                id = path.split("/")[1].removesuffix(".md")
                yield id, self._single_definition(id, path)
        for id in self._folders("definitions"):
            yield id, self._definition_with_table(id)

    def _single_definition(self, id: str, path: str) -> Definition:
        wording, faults = cut(self.files.texts[path], self.files.shown(path))
        file = wording.front or YamlFile(wording.file, "")
        entries = self._entries(file, ("term", "forms"), ("term",))
        text, prose_faults = read_text(wording, self.names)
        self.faults += [*faults, *file.faults, *prose_faults]
        return self._definition(id, file, entries, (Row(id, None),), {id: text})

    def _definition_with_table(self, id: str) -> Definition:
        file, entries = self._yaml(f"definitions/{id}/definition.yaml",
                                   ("term", "forms", "choose"), ("term", "choose"))
        texts: dict[str, Text] = {}
        for name, path in self._texts(f"definitions/{id}"):
            wording, faults = cut(self.files.texts[path], self.files.shown(path))
            texts[name], prose_faults = read_text(wording, self.names)
            self.faults += [*faults, *prose_faults]
        rows = read_table(file, entries.get("choose"), self.names)
        self._check_rows(file, rows, dict(texts), f"definitions/{id}")
        self.faults += file.faults
        return self._definition(id, file, entries, rows, texts)

    def _definition(
        self, id: str, file: YamlFile, entries: dict[str, Node], rows: tuple[Row, ...],
        texts: dict[str, Text],
    ) -> Definition:
        term = file.scalar(entries["term"]) if "term" in entries else id
        forms = file.optional(entries.get("forms"), file.scalars, ())
        return Definition(id, term, (term, *forms), rows, texts, Place(file.file))

    def _finder(
        self, topics: dict[str, Topic], definitions: dict[str, Definition]
    ) -> TermFinder:
        spellings = {form: one.id for one in definitions.values() for form in one.forms}
        for topic in topics.values():
            for variant in topic.variants.values():
                for term in terms_defined(variant.text):
                    for form in (term.words, *variant.front.forms.get(term.words, ())):
                        spellings.setdefault(form, f"{topic.id}:{term.words}")
        return TermFinder(spellings)

    # --- precedents, rules, words ---

    def _each(
        self, folder: str, read: Callable[[str, str], tuple[str, object]]
    ) -> Iterator[tuple[str, object]]:
        for path in self.files.under(folder, ".yaml"):
            yield read(path.rsplit("/", 1)[1].removesuffix(".yaml"), path)

    def _precedent(self, id: str, path: str) -> tuple[str, Precedent]:
        file, entries = self._yaml(path, _PRECEDENT_KEYS, ("title", "parts"))
        lists = {key: file.optional(entries.get(key), file.scalars, ()) for key in
                 ("opening", "schedules", "closing", "essential")}  # fmt: skip
        fewest, most = self._party_range(file, entries.get("parties"))
        precedent = Precedent(
            id,
            file.optional(entries.get("title"), file.scalar, id),
            tuple(self._parts(file, entries.get("parts"))),
            file.optional(entries.get("language"), file.scalar, "en"),
            fewest,
            most,
            place=Place(file.file),
            **lists,
        )
        self.faults += file.faults
        return id, precedent

    def _party_range(self, file: YamlFile, node: Node | None) -> tuple[int, int | None]:
        words = file.scalar(node) if node is not None else "2 or more"
        match = _PARTIES.fullmatch(words)
        if match is None:
            file.fault("wrong-shape", f"`{words}` is no number of parties", node,
                       "write `2`, `2 or more` or `3 to 7`")
            return 2, None
        most = None if match[2] == "or more" else int(match[3] or match[1])
        return int(match[1]), most

    def _parts(self, file: YamlFile, node: Node | None) -> Iterator[Part]:
        for one in file.items(node) if node is not None else ():
            entries = file.mapping(one, ("heading", "topics"), ("heading", "topics"))
            if len(entries) == 2:
                yield Part(file.scalar(entries["heading"]), file.scalars(entries["topics"]))

    def _rule(self, id: str, path: str) -> tuple[str, Rule]:
        file, entries = self._yaml(path, _RULE_KEYS, ("severity", "when", "message"))
        word = {key: file.scalar(entries[key]) for key in
                ("severity", "message", "reason", "source") if key in entries}  # fmt: skip
        if word.get("severity") not in _SEVERITIES:
            file.fault("wrong-word", f"`{word.get('severity')}` is no severity",
                       entries.get("severity"), "one of: " + ", ".join(_SEVERITIES))
        when = condition_at(file, entries["when"], self.names) if "when" in entries else None
        law = self._law(file, entries.get("law"))
        self.faults += file.faults
        never = Rule(id, "inform", None, "")  # type: ignore[arg-type]
        return id, replace(never, when=when, law=law, place=Place(file.file), **word)  # type: ignore[arg-type]

    def _law(self, file: YamlFile, node: Node | None) -> tuple[str, str]:
        if node is None:
            return "", ""
        entries = file.mapping(node, ("from", "until"))
        return tuple(file.optional(entries.get(key), file.scalar, "") for key in
                     ("from", "until"))  # type: ignore[return-value]

    def _word_list(self) -> WordList:
        file, entries = self._yaml("words.yaml", ("names", "bends"), ())
        bends = entries.get("bends")
        words = WordList(
            frozenset(file.optional(entries.get("names"), file.scalars, ())),
            {} if bends is None else {k: file.scalar(v) for k, v in file.mapping(bends).items()},
        )
        self.faults += file.faults
        return words

    def _renamed(self) -> dict[str, dict[str, str]]:
        file, entries = self._yaml("renamed.yaml", ("topics", "variants", "questions", "options"),
                                   ())
        renamed = {kind: {old: file.scalar(new) for old, new in file.mapping(node).items()}
                   for kind, node in entries.items() if getattr(node, "value", None)}  # fmt: skip
        self.faults += file.faults
        return renamed

    # --- YAML files ---

    def _yaml(
        self, path: str, keys: tuple[str, ...], required: tuple[str, ...]
    ) -> tuple[YamlFile, dict[str, Node]]:
        """A YAML file and its top entries; an absent optional file is empty."""
        if path not in self.files.texts:
            if required or path.startswith("topics/"):
                place = Place(self.files.shown(path))
                self.faults.append(Diagnostic("missing-file", f"{place.file} is missing", place,
                                              "write it, or remove the folder"))
            return YamlFile(self.files.shown(path), ""), {}
        file = self.files.yaml(path)
        return file, self._entries(file, keys, required)

    def _entries(
        self, file: YamlFile, keys: tuple[str, ...], required: tuple[str, ...]
    ) -> dict[str, Node]:
        if not file.text.strip() and not required:
            return {}
        root = file.root()
        return {} if root is None else file.mapping(root, keys, required)


def _marked_topic(topic: Topic, finder: TermFinder, bends: Bends) -> Topic:
    variants = {id: replace(one, text=marked(one.text, finder, bends))
                for id, one in topic.variants.items()}  # fmt: skip
    return replace(topic, variants=variants)


def _marked_definition(one: Definition, finder: TermFinder, bends: Bends) -> Definition:
    return replace(one, texts={id: marked(text, finder, bends) for id, text in one.texts.items()})
