"""A definition is said in sentences: it holds no table, and places no list and no rider.

Why: a definition stands in the list of definitions as a sentence; a table in it would not be
printed, and a computed list belongs to one clause.

Bad:

    **Licence** means:

    {table grant in grants}
      Licence: {grant.name}

Good:

    **Licence** means a licence that [@licences.table] lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import Diagnostic, Place
from drafter.library.model import ClauseLibrary
from drafter.prose.model import Placed, ProseTable, SurvivingClauses, Text, WrittenTable
from drafter.prose.walk import sentences

RULE = "definition-text"
_CURE = "write it in a clause, and refer to the clause"


def check(library: ClauseLibrary) -> Iterator[Diagnostic]:
    """Tables, placed texts and computed lists in definitions."""
    for definition in library.definitions.values():
        for text in definition.texts.values():
            for what, place in _not_sentences(text):
                says = f"the definition `{definition.id}` {what}, and is to be sentences alone"
                yield Diagnostic(RULE, says, place or definition.place, _CURE)


def _not_sentences(text: Text) -> Iterator[tuple[str, Place | None]]:
    for block in text.blocks:
        if isinstance(block, ProseTable | WrittenTable):
            yield "holds a table", block.place
        elif isinstance(block, Placed):
            yield f"places `{block.what}`", block.place
    for sentence in sentences(text):
        if any(isinstance(one, SurvivingClauses) for one in sentence.inlines):
            yield "lists the surviving clauses", sentence.place
