"""Questions as `questionnaire/*.yaml` spells them: their words and kinds, conditions apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from drafter import kinds
from drafter.conditions.tokens import KEYWORDS
from drafter.diagnostics import Diagnostic, did_you_mean, note_from, quoted
from drafter.kinds import Kind, Sort
from drafter.questionnaire.bounds import OF_AMOUNTS, read_bounds
from drafter.questionnaire.model import Nature, Option, Question
from drafter.questionnaire.relation import Relation
from drafter.questionnaire.relations import read_relations
from drafter.yaml_nodes import Node, YamlFile

Entries = dict[str, Node]
_OLD_NATURE = "counsel decides"  # `counsel decides: yes`, as libraries wrote it before natures
_SOME = ("asked first", "of the deal")  # which fields of a list
KEYS = (
    "asks",
    "type",
    "options",
    "help",
    "why",
    "source",
    "ask when",
    "recommend",
    "optional",
    "can wait",
    "figures will do",
    "nature",
    _OLD_NATURE,
    "seen by",
    "at least",
    "at most",
    "pattern",
    "fields",
    "one",
    "of",
    "called",
    *_SOME,
    "period",
    *OF_AMOUNTS,
    "relations",
    "no relations",
)
NOT_IN_RECORDS = ("ask when", "recommend", "can wait", _OLD_NATURE)
_OPTION = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PARTIES = "parties"


def read_questions(file: YamlFile) -> Iterator[tuple[Question, Entries]]:
    """Each question of a section, with its entries: its conditions are read later."""
    root = file.root()
    if root is None:
        return
    top = file.mapping(root, ("section", "questions"), ("section", "questions"))
    section = file.scalar(top.get("section"))
    questions = top.get("questions")
    if questions is None:
        return
    keys = file.keys(questions)
    for name, node in file.mapping(questions).items():
        check_name(file, name, keys[name])
        entries = file.mapping(node, KEYS, ("asks", "type"))
        question = _question(file, name, entries, section)
        first, own = (_some_fields(file, entries.get(key), question.fields) for key in _SOME)
        place, waits = file.place(keys[name]), file.flag(entries.get("can wait"))
        question = replace(question, asked_first=first, of_the_deal=own, can_wait=waits)
        yield replace(question, place=place), entries


def check_name(file: YamlFile, name: str, node: Node) -> None:
    """A question, field or fact bears a name of the condition language."""
    plain = name.replace("_", "a")
    if not (plain.isascii() and plain.isalnum() and plain.islower() and name[0].isalpha()):
        cure = "lower case words joined by _"
        file.fault("bad-id", f"{quoted(name)} is no question id", node, cure)
    elif name in KEYWORDS:
        file.fault("bad-id", f"`{name}` is a word of the condition language", node, "rename it")


def _question(
    file: YamlFile, name: str, entries: Entries, section: str, list_name: str = ""
) -> Question:
    options = tuple(_options(file, entries["options"])) if "options" in entries else ()
    nature = _nature(file, entries)
    fields = _fields(file, name, entries["fields"], nature) if "fields" in entries else {}
    kind = _kind(file, name, entries, options, fields)
    counts = kind.sort.has_records or kind.sort.several
    return Question(
        id=name,
        asks=file.scalar(entries.get("asks")),
        kind=kind,
        section=section,
        options=options,
        fields=fields,
        period=_period(file, entries.get("period"), fields),
        help=file.scalar(entries.get("help")),
        why=file.scalar(entries.get("why")),
        source=file.scalar(entries.get("source")),
        optional=kind.optional,
        nature=nature,
        seen_by=file.scalars(entries.get("seen by")),
        at_least=(file.number(entries.get("at least")) or 0) if counts else 0,
        at_most=file.number(entries.get("at most")) if counts else None,
        no_bounds=file.scalar(entries.get("no bounds")),
        no_relations=file.scalar(entries.get("no relations")),
        pattern=_pattern(file, entries.get("pattern")),
        figures_will_do=file.flag(entries.get("figures will do")),
        relations=_relations(file, entries, (list_name, name) if list_name else (name, ""), kind),
    )


def _relations(
    file: YamlFile, entries: Entries, at: tuple[str, str], kind: Kind
) -> tuple[Relation, ...]:
    return tuple(read_relations(file, entries.get("relations"), *at, kind))


def _nature(file: YamlFile, entries: Entries) -> Nature | None:
    node = entries.get("nature")
    if node is None:
        return Nature.COUNSEL if file.flag(entries.get(_OLD_NATURE)) else None
    word = file.scalar(node)
    if word not in list(Nature):
        cure = did_you_mean(word, Nature)
        file.fault("unknown-nature", f"{quoted(word)} is no nature of a question", node, cure)
        return None
    return Nature(word)


def _pattern(file: YamlFile, node: Node | None) -> str:
    pattern = file.scalar(node)
    try:
        re.compile(f"^(?:{pattern})$")  # as the schema has it, in which nothing is switched on
    except re.error as error:
        says, note = f"{quoted(pattern)} is no pattern", note_from("pattern compiler", error)
        file.faults.append(Diagnostic("wrong-type", says, file.place(node), notes=(note,)))
        return ""
    return pattern


def _fields(
    file: YamlFile, list_name: str, node: Node, nature: Nature | None
) -> dict[str, Question]:
    """The fields of a list; each is of the list's nature unless it says its own."""
    keys = file.keys(node)
    fields = {}
    for name, value in file.mapping(node).items():
        check_name(file, name, keys[name])
        entries = file.mapping(value, KEYS, ("asks", "type"))
        field = _question(file, name, entries, "", list_name)
        if field.kind.sort.has_records:
            cure = "key a list of its own by two references"
            file.fault("wrong-type", f"`{name}` is a list inside a list", value, cure)
        for key in NOT_IN_RECORDS:
            if key in entries:
                says = f"`{key}` is not used for the field of a record"
                file.fault("unknown-key", says, entries[key], "put it at the list, or drop it")
        own = field.nature or nature
        fields[name] = replace(field, nature=own, place=file.place(keys[name]))
    return fields


def _some_fields(
    file: YamlFile, node: Node | None, fields: Mapping[str, Question]
) -> tuple[str, ...]:
    """Some fields of a list, by their names."""
    names = file.scalars(node)
    for name in names:
        if name not in fields:
            cure = did_you_mean(name, fields)
            file.fault("unknown-name", f"{quoted(name)} is no field", node, cure)
    return tuple(name for name in names if name in fields)


def _options(file: YamlFile, node: Node) -> Iterator[Option]:
    keys = file.keys(node)
    for id, value in file.mapping(node).items():
        if not _OPTION.fullmatch(id) or id in ("answered", "unknown", "not"):
            cure = "a letter, then letters, digits, - or _"
            file.fault("bad-id", f"{quoted(id)} cannot name an option", keys[id], cure)
        if isinstance(value, yaml.MappingNode):
            entries = file.mapping(value, ("label", "prints"), ("label",))
            words = file.words(entries, "label", "prints")
            yield Option(id, words.get("label", id), words.get("prints", ""))
        else:
            yield Option(id, file.scalar(value))


# --- kinds ----------------------------------------------------------------------------------------


def _kind(
    file: YamlFile,
    name: str,
    entries: Entries,
    options: tuple[Option, ...],
    fields: dict[str, Question],
) -> Kind:
    sort = _sort(file, name, entries)
    inner = {id: field.kind for id, field in fields.items()}
    if "period" in entries:
        inner["period"] = Kind(kinds.PERIOD)
    return Kind(
        sort=sort,
        options=tuple(option.id for option in options),
        fields=inner,
        of=_PARTIES if sort == kinds.PARTY else file.scalar(entries.get("of")),
        one=file.scalar(entries.get("one")),
        called=_called(file, entries.get("called"), fields),
        optional=file.flag(entries.get("optional")),
        bounds=read_bounds(file, sort, entries),
    )


def _sort(file: YamlFile, name: str, entries: Entries) -> Sort:
    node = entries.get("type")
    word = file.scalar(node, kinds.TEXT.name)
    sort = kinds.KINDS.get(word)
    if sort is None:
        cure = did_you_mean(word, kinds.KINDS)
        file.fault("unknown-type", f"{quoted(word)} is no type", node, cure)
        return kinds.TEXT
    for needed in sort.needs:
        if needed not in entries:
            says = f"`{name}` is of type {word} and has no `{needed}:`"
            file.fault("missing-key", says, node, f"add `{needed}:`")
    if sort.has_records and "one" not in entries:
        says = f"`{name}` does not say what one record is called"
        file.fault("missing-key", says, node, "add `one:`, such as `one: grant`")
    return sort


def _called(file: YamlFile, node: Node | None, fields: dict[str, Question]) -> str:
    if node is None:
        texts = (id for id, field in fields.items() if field.kind.sort == kinds.TEXT)
        return next(texts, "")
    name = file.scalar(node)
    if name not in fields:
        cure = did_you_mean(name, fields)
        file.fault("unknown-name", f"{quoted(name)} is no field", node, cure)
    return name


def _period(
    file: YamlFile, node: Node | None, fields: dict[str, Question]
) -> tuple[str, str] | None:
    if node is None:
        return None
    names = file.scalars(node)
    dates = [id for id, field in fields.items() if field.kind.sort == kinds.DATE]
    if len(names) != 2 or not set(names) <= set(dates):
        file.fault("wrong-shape", "a period is two date fields", node, "write [start, end]")
        return None
    return names[0], names[1]
