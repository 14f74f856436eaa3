"""Reads `questionnaire/*.yaml` and `facts/*.yaml` into a `Questionnaire`.

Kinds come first, conditions after, so that a condition may be checked against every name; then
each condition is held to the questions that stand before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.conditions.model import Condition, Kind, Names, Record, Sort, Value
from drafter.conditions.names import FieldNames
from drafter.conditions.read import KEYWORDS, read_condition
from drafter.conditions.say import subjects
from drafter.diagnostics import Diagnostic, did_you_mean
from drafter.questionnaire.facts import fact_reads, read_fact
from drafter.questionnaire.model import (
    Fact,
    Option,
    Question,
    Questionnaire,
    Recommendation,
)
from drafter.questionnaire.values import NotAValue, read_value
from drafter.yaml_nodes import Node, YamlFile

_QUESTION_KEYS = (
    "asks", "type", "options", "help", "why", "source", "ask when", "recommend", "optional",
    "counsel decides", "seen by", "at least", "at most", "pattern", "fields", "one", "of",
    "called", "period",
)  # fmt: skip
_RECORD_SORTS = (Sort.PARTY, Sort.REFERENCE)
_PARTIES = "parties"


def load_questionnaire(
    sections: Sequence[YamlFile], fact_files: Sequence[YamlFile]
) -> tuple[Questionnaire, tuple[Diagnostic, ...]]:
    """The questionnaire of a library and every fault in its files."""
    drafts = [draft for file in sections for draft in _questions(file)]
    questions = {draft.question.id: draft.question for draft in drafts}
    bare = Questionnaire(questions)
    facts: dict[str, Fact] = {}
    for file in fact_files:
        facts |= _facts(file, replace(bare, facts=facts))
    whole = Questionnaire(questions, facts)
    for draft in drafts:
        questions[draft.question.id] = draft.finished(whole)
    finished = Questionnaire(questions, facts)
    _check_order(finished, {draft.question.id: draft for draft in drafts})
    files = (*sections, *fact_files)
    return finished, tuple(fault for file in files for fault in file.faults)


class _Draft:
    """A question whose kind is known and whose conditions are still nodes."""

    def __init__(self, file: YamlFile, question: Question, entries: dict[str, Node]) -> None:
        self.file, self.question, self.entries = file, question, entries

    def finished(self, names: Names) -> Question:
        """The question with its conditions and recommendations read."""
        self._check_references(names)
        ask_when = self.entries.get("ask when")
        recommend = self.entries.get("recommend")
        return replace(
            self.question,
            ask_when=None if ask_when is None else self._condition(ask_when, names),
            recommend=() if recommend is None else tuple(self._ladder(recommend, names)),
        )

    def _check_references(self, names: Names) -> None:
        for question in (self.question, *self.question.fields.values()):
            if question.kind.sort in _RECORD_SORTS:
                target = names.kind(question.kind.of)
                if target is None or target.sort is not Sort.LIST:
                    self.file.fault("unknown-list", f"`{question.id}` refers to `{question.kind.of}`,"
                                    " which is no list", self.entries.get("type"),
                                    "name a list question under `of:`")

    def _condition(self, node: Node, names: Names) -> Condition | None:
        return condition_at(self.file, node, names)

    def _ladder(self, node: Node, names: Names) -> Iterator[Recommendation]:
        for step in self.file.items(node):
            if getattr(step, "value", None) == "no-opinion":
                yield Recommendation(None)
                continue
            entries = self.file.mapping(step, ("take", "when", "because"), ("take", "because"))
            if "take" in entries:
                yield self._step(entries, names)

    def _step(self, entries: dict[str, Node], names: Names) -> Recommendation:
        when = entries.get("when")
        because = entries.get("because")
        return Recommendation(
            self._taken(entries["take"]),
            None if when is None else self._condition(when, names),
            "" if because is None else self.file.scalar(because),
        )

    def _taken(self, node: Node) -> Value | None:
        kind = self.question.kind
        several = kind.sort in (Sort.SEVERAL, Sort.JURISDICTIONS)
        try:
            words = self.file.scalars(node) if several else self.file.scalar(node)
            return read_value(words, kind) if kind.sort is not Sort.LIST else _no_records(words)
        except NotAValue as fault:
            self.file.fault("recommendation", f"`take`: {fault.says}", node, fault.cure)
            return None


def _no_records(words: object) -> tuple[Record, ...]:
    if words not in ("none", ()):
        raise NotAValue("a list is recommended only as `none`")
    return ()


def condition_at(file: YamlFile, node: Node, names: Names) -> Condition | None:
    """The condition that a scalar spells; faults go to the file."""
    place = file.text_place(node)
    text = file.scalar(node)
    if not text:
        file.fault("syntax", "a condition is missing here", node)
        return None
    condition, faults = read_condition(text, names, place)
    file.faults += faults
    return condition


# --- questions ------------------------------------------------------------------------------------


def _questions(file: YamlFile) -> Iterator[_Draft]:
    root = file.root()
    if root is None:
        return
    top = file.mapping(root, ("section", "questions"), ("section", "questions"))
    if "questions" not in top:
        return
    section = file.scalar(top["section"]) if "section" in top else ""
    keys = file.keys(top["questions"])
    for name, node in file.mapping(top["questions"]).items():
        _check_name(file, name, keys[name])
        entries = file.mapping(node, _QUESTION_KEYS, ("asks", "type"))
        question = _question(file, name, entries, section)
        yield _Draft(file, replace(question, place=file.place(keys[name])), entries)


def _check_name(file: YamlFile, name: str, node: Node) -> None:
    plain = name.replace("_", "a")
    if not (plain.isascii() and plain.isalnum() and plain.islower() and not name[0].isdigit()):
        file.fault("bad-id", f"`{name}` is no question id", node, "lower case words joined by _")
    if name in KEYWORDS:
        file.fault("bad-id", f"`{name}` is a word of the condition language", node, "rename it")


def _question(file: YamlFile, name: str, entries: dict[str, Node], section: str) -> Question:
    options = tuple(_options(file, entries["options"])) if "options" in entries else ()
    fields = _fields(file, entries["fields"]) if "fields" in entries else {}
    text = {key: file.scalar(entries[key]) for key in
            ("asks", "help", "why", "source", "pattern") if key in entries}
    kind = _kind(file, name, entries, options, fields)
    period = entries.get("period")
    return Question(
        id=name,
        kind=kind,
        asks=text.pop("asks", ""),
        section=section,
        options=options,
        fields=fields,
        period=None if period is None else _period(file, period, fields),
        optional=kind.optional,
        counsel_decides=file.flag(entries.get("counsel decides")),
        seen_by=file.optional(entries.get("seen by"), file.scalars, ()),
        at_least=file.number(entries.get("at least")) or 0,
        at_most=file.number(entries.get("at most")),
        **text,
    )


def _kind(
    file: YamlFile, name: str, entries: dict[str, Node], options: tuple[Option, ...],
    fields: dict[str, Question],
) -> Kind:
    node = entries.get("type")
    word = file.scalar(node) if node is not None else "text"
    known = [sort.value for sort in Sort if sort not in (Sort.RECORD, Sort.PERIOD)]
    if word not in known:
        file.fault("unknown-type", f"`{word}` is no type", node, did_you_mean(word, known))
        word = "text"
    sort = Sort(word)
    _check_shape(file, name, sort, entries, node)
    inner = {id: field.kind for id, field in fields.items()}
    if "period" in entries:
        inner["period"] = Kind(Sort.PERIOD)
    return Kind(
        sort=sort,
        options=tuple(option.id for option in options),
        fields=inner,
        of=_PARTIES if sort is Sort.PARTY else file.optional(entries.get("of"), file.scalar, ""),
        one=file.optional(entries.get("one"), file.scalar, ""),
        called=_called(file, entries, fields),
        optional=file.flag(entries.get("optional")),
    )


def _called(file: YamlFile, entries: dict[str, Node], fields: dict[str, Question]) -> str:
    if "called" in entries:
        name = file.scalar(entries["called"])
        if name not in fields:
            file.fault("unknown-name", f"`{name}` is no field", entries["called"],
                       did_you_mean(name, fields))
        return name
    texts = [id for id, field in fields.items() if field.kind.sort is Sort.TEXT]
    return texts[0] if texts else ""


def _check_shape(
    file: YamlFile, name: str, sort: Sort, entries: dict[str, Node], node: Node | None
) -> None:
    needs = {Sort.CHOICE: "options", Sort.SEVERAL: "options", Sort.LIST: "fields",
             Sort.REFERENCE: "of"}.get(sort)
    if needs and needs not in entries:
        file.fault("missing-key", f"`{name}` is of type {sort} and has no `{needs}:`", node,
                   f"add `{needs}:`")
    if sort is Sort.LIST and "one" not in entries:
        file.fault("missing-key", f"`{name}` does not say what one record is called", node,
                   "add `one:`, such as `one: grant`")


def _options(file: YamlFile, node: Node) -> Iterator[Option]:
    for id, value in file.mapping(node).items():
        if getattr(value, "id", "") == "mapping" or hasattr(value, "value") and isinstance(
                value.value, list):
            entries = file.mapping(value, ("label", "prints"), ("label",))
            yield Option(id, *(file.scalar(entries[key]) if key in entries else ""
                               for key in ("label", "prints")))
        else:
            yield Option(id, file.scalar(value))


def _fields(file: YamlFile, node: Node) -> dict[str, Question]:
    keys = file.keys(node)
    fields = {}
    for name, value in file.mapping(node).items():
        _check_name(file, name, keys[name])
        entries = file.mapping(value, _QUESTION_KEYS, ("asks", "type"))
        field = _question(file, name, entries, "")
        if field.kind.sort is Sort.LIST:
            file.fault("wrong-type", f"`{name}` is a list inside a list", value,
                       "key a list of its own by two references")
        fields[name] = replace(field, place=file.place(keys[name]))
    return fields


def _period(file: YamlFile, node: Node, fields: dict[str, Question]) -> tuple[str, str] | None:
    names = file.scalars(node)
    dates = [id for id, field in fields.items() if field.kind.sort is Sort.DATE]
    if len(names) != 2 or not set(names) <= set(dates):
        file.fault("wrong-shape", "a period is two date fields", node, "write [start, end]")
        return None
    return names[0], names[1]


# --- facts and order ------------------------------------------------------------------------------


def _facts(file: YamlFile, names: Questionnaire) -> dict[str, Fact]:
    root = file.root()
    if root is None:
        return {}
    keys = file.keys(root)
    facts: dict[str, Fact] = {}
    for name, node in file.mapping(root).items():
        known = replace(names, facts={**names.facts, **facts})
        _check_name(file, name, keys[name])
        if known.kind(name):
            file.fault("bad-id", f"`{name}` is used already", keys[name], "choose another name")
        fact = read_fact(file, name, node, known)
        if fact is not None:
            facts[name] = replace(fact, place=file.place(keys[name]))
    return facts


def _check_order(questionnaire: Questionnaire, drafts: dict[str, _Draft]) -> None:
    order = {name: index for index, name in enumerate(questionnaire.questions)}
    for name, question in questionnaire.questions.items():
        conditions = [question.ask_when, *(step.when for step in question.recommend)]
        for condition in conditions:
            for read in _questions_read(condition, questionnaire):
                if order.get(read, -1) >= order[name]:
                    draft = drafts[name]
                    draft.file.fault("reads-later", f"`{name}` reads `{read}`, which is asked later",
                                     draft.entries.get("ask when") or draft.entries["recommend"],
                                     f"move `{read}` before `{name}`")


def _questions_read(condition: Condition | None, questionnaire: Questionnaire) -> set[str]:
    if condition is None:
        return set()
    return {q for name in subjects(condition) for q in questions_behind(name, questionnaire)}


def questions_behind(name: str, questionnaire: Questionnaire) -> set[str]:
    """The questions that a name stands on: itself, or those that a fact reads."""
    fact = questionnaire.facts.get(name)
    if fact is None:
        return {name}
    return {q for read in fact_reads(fact) for q in questions_behind(read, questionnaire)}


def field_names(kind: Kind, names: Names) -> FieldNames:
    """The names inside a record of this list."""
    return FieldNames(kind.fields, names)
