"""Topics: a folder with its decision table and one text per variant."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from drafter.diagnostics import Place
from drafter.library.clause_files import read_variant
from drafter.library.loading import Loading
from drafter.library.model import Row, Topic, Variant
from drafter.library.tables import broken_rows, read_table
from drafter.yaml_nodes import Node, YamlFile

_KEYS = ("heading", "settles", "covers", "within", "choose")


def read_topics(loading: Loading) -> dict[str, Topic]:
    """Every topic by its id, the name of its folder."""
    topics = {id: _topic(loading, id) for id in loading.folders("topics")}
    return {id: _out_of_circle(loading, one, topics) for id, one in topics.items()}


def _out_of_circle(loading: Loading, topic: Topic, topics: dict[str, Topic]) -> Topic:
    """A topic that stands within itself, by its hosts, stands within none."""
    hosts, host = [topic.id], topic.within
    while host in topics and host not in hosts:
        hosts.append(host)
        host = topics[host].within
    if host != topic.id:
        return topic
    says = f"`{topic.id}` stands within itself: {' in '.join([*hosts, host])}"
    loading.fault("placed-rider", says, topic.place, "take `within:` out of one of them")
    return replace(topic, within="")


def _topic(loading: Loading, id: str) -> Topic:
    folder, path = f"topics/{id}", f"topics/{id}/topic.yaml"
    loading.check_id(id, path)
    if path not in loading.files.texts:
        loading.missing_file(path)
    file, entries = loading.yaml(path, _KEYS)
    variants = {
        name: _variant(loading, id, name, text) for name, text in loading.named(folder, ".md")
    }
    rows = _rows(loading, file, entries, id, variants)
    if path in loading.files.texts and "heading" not in entries and "within" not in entries:
        file.fault("missing-key", f"`{id}` has no heading", None, "add `heading:`")
    topic = Topic(
        id,
        file.scalar(entries.get("heading")),
        rows,
        variants,
        settles=file.scalar(entries.get("settles")),
        covers=file.scalars(entries.get("covers")),
        within=file.scalar(entries.get("within")),
        place=Place(file.file),
    )
    loading.faults += file.faults
    if path in loading.files.texts:
        broken = broken_rows(file, entries.get("choose"), rows)
        loading.check_rows(rows, variants, folder, broken)
    return topic


def _rows(
    loading: Loading,
    file: YamlFile,
    entries: dict[str, Node],
    id: str,
    variants: dict[str, Variant],
) -> tuple[Row, ...]:
    """The rows of the table; a topic with one variant needs none."""
    if "choose" in entries:
        return read_table(file, entries["choose"], loading.names)
    if len(variants) == 1:
        return (Row(next(iter(variants)), None),)
    if file.text and not file.faults:
        file.fault("missing-key", f"`{id}` has no `choose:`", None, "add its decision table")
    return ()


def _variant(loading: Loading, topic: str, name: str, path: str) -> Variant:
    loading.check_id(name, path)
    text = loading.files.texts[path]
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    shown = loading.files.shown(path)
    variant, faults = read_variant(
        text, shown, topic, name, loading.names, digest, loading.language
    )
    loading.faults += faults
    return variant
