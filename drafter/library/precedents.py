"""Precedents and consistency rules, one file each; the file's name is the id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.diagnostics import Place, quoted
from drafter.library.loading import Loading, day
from drafter.library.model import ConsistencyRule, Part, Precedent
from drafter.printed_words import language_of
from drafter.questionnaire.conditions import condition_at
from drafter.yaml_nodes import Node, YamlFile

_PRECEDENT_KEYS = (
    "title",
    "language",
    "edition",
    "parties",
    "opening",
    "parts",
    "schedules",
    "closing",
    "essential",
    "contents",
    "key terms",
)
_RULE_KEYS = ("severity", "when", "message", "reason", "source", "law")
SEVERITIES = ("block", "warn", "inform")
PARTIES = re.compile(r"([0-9]{1,3})(?: (or more|to ([0-9]{1,3})))?")


def read_precedents(loading: Loading) -> dict[str, Precedent]:
    """Every precedent."""
    files = loading.named("precedents", ".yaml")
    precedents = {id: _precedent(loading, id, path) for id, path in files}
    _speak_one_language(loading, tuple(precedents.values()))
    return precedents


def _speak_one_language(loading: Loading, precedents: Sequence[Precedent]) -> None:
    """Questions, headings and definitions are written once, so a library is in one language."""
    if precedents:
        loading.language = language_of(precedents[0].language)
    for one in precedents:
        if language_of(one.language) != loading.language:
            first = precedents[0]
            says = f"`{one.id}` is in `{one.language}`, `{first.id}` in `{first.language}`"
            cure = "keep the precedents of each language in a library of their own"
            loading.fault("two-languages", says, one.place, cure)


def _precedent(loading: Loading, id: str, path: str) -> Precedent:
    loading.check_id(id, path)
    file, entries = loading.yaml(path, _PRECEDENT_KEYS, ("title", "parts"))
    fewest, most = _party_range(file, entries.get("parties"))
    precedent = Precedent(
        id,
        file.scalar(entries.get("title"), id),
        tuple(_parts(file, entries.get("parts"))),
        file.scalar(entries.get("language"), "en") or "en",
        fewest,
        most,
        opening=file.scalars(entries.get("opening")),
        closing=file.scalars(entries.get("closing")),
        schedules=file.scalars(entries.get("schedules")),
        essential=file.scalars(entries.get("essential")),
        edition=file.scalar(entries.get("edition")),
        lists_contents="contents" not in entries or file.flag(entries["contents"]),
        key_terms=file.scalars(entries.get("key terms")),
        place=Place(file.file),
    )
    loading.faults += file.faults
    return precedent


def _party_range(file: YamlFile, node: Node | None) -> tuple[int, int | None]:
    words = file.scalar(node, "2 or more")
    match = PARTIES.fullmatch(words)
    fewest = int(match[1]) if match else 2
    most = int(match[3] or match[1]) if match and match[2] != "or more" else None
    if match is None or (most is not None and most < fewest):
        cure = "write `2`, `2 or more` or `3 to 7`"
        file.fault("wrong-shape", f"{quoted(words)} is no number of parties", node, cure)
        return 2, None
    return fewest, most


def _parts(file: YamlFile, node: Node | None) -> Iterator[Part]:
    for one in file.items(node):
        entries = file.mapping(one, ("heading", "topics"), ("heading", "topics"))
        if len(entries) == 2:
            yield Part(file.scalar(entries["heading"]), file.scalars(entries["topics"]))


def read_rules(loading: Loading) -> dict[str, ConsistencyRule]:
    """Every consistency rule whose condition can be judged; the faults tell of the others."""
    files = loading.named("consistency", ".yaml")
    rules = (_rule(loading, id, path) for id, path in files)
    return {rule.id: rule for rule in rules if rule is not None}


def _rule(loading: Loading, id: str, path: str) -> ConsistencyRule | None:
    file, entries = loading.yaml(path, _RULE_KEYS, ("severity", "when", "message"))
    severity = file.scalar(entries.get("severity"))
    known = severity in SEVERITIES
    if "severity" in entries and not known:
        cure = "one of: " + ", ".join(SEVERITIES)
        file.fault("wrong-word", f"{quoted(severity)} is no severity", entries["severity"], cure)
    when = condition_at(file, entries["when"], loading.names) if "when" in entries else None
    message, reason, source = (
        file.scalar(entries.get(key)) for key in ("message", "reason", "source")
    )
    law = _law(file, entries.get("law"))
    loading.faults += file.faults
    if when is None or not known:
        return None
    return ConsistencyRule(id, severity, when, message, reason, source, law, Place(file.file))


def _law(file: YamlFile, node: Node | None) -> tuple[str, str]:
    entries = {} if node is None else file.mapping(node, ("from", "until"))
    return day(file, entries.get("from")), day(file, entries.get("until"))
