"""Reads `questionnaire/*.yaml` and `facts/*.yaml` into a `Questionnaire`.

Kinds come first, conditions after, so that a condition may be checked against every name; then
each condition is held to the questions that stand before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.diagnostics import Diagnostic
from drafter.questionnaire.conditions import condition_at
from drafter.questionnaire.facts import read_fact
from drafter.questionnaire.ladder import UnfinishedQuestion
from drafter.questionnaire.model import Fact, Question, Questionnaire
from drafter.questionnaire.order import in_order, questions_behind
from drafter.questionnaire.questions import check_name, read_questions
from drafter.questionnaire.relations import check_relations
from drafter.yaml_nodes import YamlFile

__all__ = ["condition_at", "load_questionnaire", "questions_behind"]


def load_questionnaire(
    sections: Sequence[YamlFile], fact_files: Sequence[YamlFile]
) -> tuple[Questionnaire, tuple[Diagnostic, ...]]:
    """The questionnaire of a library and every fault in its files."""
    drafts = _drafts(sections)
    questions = {name: draft.question for name, draft in drafts.items()}
    _check_records(drafts)
    facts: dict[str, Fact] = {}
    for file in fact_files:
        _read_facts(file, questions, facts)
    whole = Questionnaire(questions, facts)
    finished = Questionnaire({name: draft.finished(whole) for name, draft in drafts.items()}, facts)
    ordered = in_order(finished, drafts.values())
    files = (*sections, *fact_files)
    faults = [fault for file in files for fault in file.faults]
    return ordered, (*faults, *check_relations(ordered))


def _drafts(sections: Sequence[YamlFile]) -> dict[str, UnfinishedQuestion]:
    drafts: dict[str, UnfinishedQuestion] = {}
    for file in sections:
        for question, entries in read_questions(file):
            first = drafts.setdefault(question.id, UnfinishedQuestion(file, question, entries))
            if first.entries is not entries:
                says = f"`{question.id}` is asked already ({first.question.place})"
                place = question.place
                file.faults.append(Diagnostic("bad-id", says, place, "choose another name"))
    return drafts


def _check_records(drafts: dict[str, UnfinishedQuestion]) -> None:
    """One word names the records of one list only."""
    lists: dict[str, Question] = {}
    for draft in drafts.values():
        question = draft.question
        if question.kind.sort.has_records and question.kind.one:
            first = lists.setdefault(question.kind.one, question)
            if first is not question:
                says = f"`{question.kind.one}` names a record of `{first.id}` already"
                node = draft.entries.get("one")
                draft.file.fault("bad-id", says, node, "choose another word")


def _read_facts(file: YamlFile, questions: dict[str, Question], facts: dict[str, Fact]) -> None:
    """Adds the facts of a file; each may read the questions and the facts before it."""
    root = file.root()
    if root is None:
        return
    keys = file.keys(root)
    for name, node in file.mapping(root).items():
        check_name(file, name, keys[name])
        if name in questions or name in facts:
            file.fault("bad-id", f"`{name}` is used already", keys[name], "choose another name")
            continue
        fact = read_fact(file, name, node, Questionnaire(questions, facts))
        if fact is not None:
            facts[name] = replace(fact, place=file.place(keys[name]))
