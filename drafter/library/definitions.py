"""Definitions: a text with its term above it, or a folder with a term, a table and texts."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.diagnostics import Place
from drafter.library.clause_files import cut, read_text
from drafter.library.loading import Loading, entries_of
from drafter.library.model import Definition, Row
from drafter.library.tables import broken_rows, read_table
from drafter.prose.model import Text
from drafter.yaml_nodes import Node, YamlFile


def read_definitions(loading: Loading) -> dict[str, Definition]:
    """Every definition by its id, the name of its file or folder."""
    singles = loading.named("definitions", ".md")
    definitions = {id: _single(loading, id, path) for id, path in singles}
    for id in loading.folders("definitions"):
        if id in definitions:
            place = Place(loading.files.shown(f"definitions/{id}.md"))
            says = f"`{id}` is a file and a folder of definitions"
            loading.fault("bad-id", says, place, "keep one of the two")
        definitions[id] = _with_table(loading, id)
    return definitions


def _single(loading: Loading, id: str, path: str) -> Definition:
    shown = loading.files.shown(path)
    loading.check_id(id, path)
    clause, faults = cut(loading.files.texts[path], shown)
    if clause.front is None and not faults:
        cure = "begin it with a line `---`, `term: …` and a line `---`"
        loading.fault("front-matter", f"`{id}` names no term", Place(shown), cure)
    file = clause.front or YamlFile(shown, "")
    entries = entries_of(file, ("term", "forms"), ("term",)) if clause.front else {}
    text, prose_faults = read_text(clause, loading.names, loading.language)
    definition = _definition(id, file, entries, (Row(id, None),), {id: text})
    loading.faults += [*faults, *file.faults, *prose_faults]
    return definition


def _with_table(loading: Loading, id: str) -> Definition:
    folder, path = f"definitions/{id}", f"definitions/{id}/definition.yaml"
    loading.check_id(id, path)
    if path not in loading.files.texts:
        loading.missing_file(path)
    keys = ("term", "forms", "choose")
    file, entries = loading.yaml(path, keys, ("term", "choose"))
    texts = {name: _text(loading, text) for name, text in loading.named(folder, ".md")}
    rows = read_table(file, entries.get("choose"), loading.names)
    definition = _definition(id, file, entries, rows, texts)
    loading.faults += file.faults
    if path in loading.files.texts:
        broken = broken_rows(file, entries.get("choose"), rows)
        loading.check_rows(rows, texts, folder, broken)
    return definition


def _text(loading: Loading, path: str) -> Text:
    clause, faults = cut(loading.files.texts[path], loading.files.shown(path))
    text, prose_faults = read_text(clause, loading.names, loading.language)
    loading.faults += [*faults, *prose_faults]
    return text


def _definition(
    id: str,
    file: YamlFile,
    entries: dict[str, Node],
    rows: tuple[Row, ...],
    texts: Mapping[str, Text],
) -> Definition:
    term = file.scalar(entries.get("term"), id)
    if not term.strip():
        file.fault("missing-key", f"`{id}` names no term", entries["term"], "write the term")
    forms = (form for form in (term, *file.scalars(entries.get("forms"))) if form.strip())
    return Definition(id, term, tuple(dict.fromkeys(forms)), rows, texts, Place(file.file))
