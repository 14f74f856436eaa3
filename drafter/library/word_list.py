"""`words.yaml`: the words of a library that are no terms, and what they bring with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import yaml
from yaml import Node

from drafter.bundled import starter_library
from drafter.diagnostics import did_you_mean
from drafter.library.loading import Loading
from drafter.library.model import MEASURES, WordList
from drafter.questionnaire.model import NamedCondition
from drafter.yaml_nodes import YamlFile

_FORMS, _ALL, _TERMS = "forms of companies", "words for everything", "trade terms"
KEYS = (
    "names",
    "statutes",
    "local rules",
    "bends",
    "determiners",
    "placeholders",
    _ALL,
    "editions",
    _TERMS,
    "measures",
    "roles",
    "offices",
    "bodies",
    _FORMS,
    "places",
)


def read_word_list(loading: Loading) -> WordList:
    """The word list of a library; a statute is a name too."""
    file, entries = loading.yaml("words.yaml", KEYS)
    names = [name for name in file.scalars(entries.get("names")) if name.strip()]
    statutes = dict(_statutes(loading, file, entries.get("statutes")))
    bends = file.mapping(entries["bends"]) if "bends" in entries else {}
    words = WordList(
        names=frozenset(names).union(*statutes.values()),
        bends={many: file.scalar(two) for many, two in bends.items()},
        determiners=frozenset(file.scalars(entries.get("determiners"))),
        placeholders=frozenset(file.scalars(entries.get("placeholders"))),
        words_for_everything=frozenset(file.scalars(entries.get(_ALL))),
        editions=_lists(file, entries.get("editions")),
        trade_terms=_lists(file, entries.get(_TERMS)),
        measures=_measures(loading, file, entries.get("measures")),
        roles=frozenset(file.scalars(entries.get("roles"))),
        offices=frozenset(file.scalars(entries.get("offices"))),
        bodies=frozenset(file.scalars(entries.get("bodies"))),
        forms_of_companies=frozenset(file.scalars(entries.get(_FORMS))),
        places=frozenset(file.scalars(entries.get("places"))),
        statutes=statutes,
        local_rules=frozenset(file.scalars(entries.get("local rules"))),
    )
    loading.faults += file.faults
    return words


def _lists(file: YamlFile, node: Node | None) -> dict[str, tuple[str, ...]]:
    named = file.mapping(node) if node is not None else {}
    return {name: file.scalars(some) for name, some in named.items()}


def _measures(loading: Loading, file: YamlFile, node: Node | None) -> dict[str, tuple[str, ...]]:
    """The words of measures; a library without any is lent those that come with drafter."""
    if node is None:
        return dict(_starter_measures())
    for name, words in file.mapping(node).items():
        if name not in MEASURES:
            says = f"words stand under `{name}`, and no measure has this name"
            loading.fault("unknown-name", says, file.place(words), did_you_mean(name, MEASURES))
    return _lists(file, node)


@cache
def _starter_measures() -> dict[str, tuple[str, ...]]:
    text = (starter_library() / "words.yaml").read_text("utf-8")
    found = yaml.load(text, yaml.BaseLoader)["measures"]
    return {name: tuple(words) for name, words in found.items()}


def _statutes(
    loading: Loading, file: YamlFile, node: Node | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The statutes that texts name, by the fact, a named condition, that brings them into play."""
    facts = loading.names.facts
    known = [id for id, one in facts.items() if isinstance(one.rule, NamedCondition)]
    for fact, names in file.mapping(node).items() if node is not None else ():
        if fact in known:
            yield fact, file.scalars(names)
        else:
            says = f"statutes stand under `{fact}`, and no fact with `when:` has this name"
            loading.fault("unknown-name", says, file.place(names), did_you_mean(fact, known))
