"""What was found in a deal before some of its answers changed, as far as it still stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple

from drafter.consistency.finding import Finding
from drafter.consistency.names_read import names_read
from drafter.consistency.texts import OF_ONE_TEXT
from drafter.library.model import ClauseLibrary

Found = Iterable[Finding]


class Before(NamedTuple):
    """The findings of a deal by what they were found by, of all that reads no answer that differs:
    of each rule and relation by its id, of the texts of each answer by its question."""

    by_rule: Mapping[str, Found]
    by_text: Mapping[str, Found]


def still_standing(found: Found, library: ClauseLibrary, differ: Set[str]) -> Before:
    """What of these findings stands where just these answers differ; precedent and special terms
    are the same."""
    read = names_read(library)
    by_rule, by_text = defaultdict[str, list[Finding]](list), defaultdict[str, list[Finding]](list)
    for one in found:
        if one.rule.id in OF_ONE_TEXT and one.path[0] == "answers":
            by_text[one.path[1]].append(one)
        else:
            by_rule[one.rule.id].append(one)
    return Before(
        {id: by_rule[id] for id, names in read.of_rules.items() if not names & differ},
        {name: by_text[name] for name in library.questionnaire.questions if name not in differ},
    )
