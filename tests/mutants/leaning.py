"""Which conditions of a draft hold only because a question was not asked."""

from __future__ import annotations

from collections.abc import Iterator

from support.leaning import Leaning, leaning_in, leans

from drafter.selection.model import Selection


def leaning(selection: Selection) -> Iterator[Leaning]:
    """The rows and guards of a selection that lean on a question that was not asked."""
    deal, library = selection.deal, selection.library
    tables = [one.topic.rows for one in selection.chosen.values()]
    tables += [one.rows for one in library.definitions.values()]
    for row in (row for rows in tables for row in rows):
        if row.when is not None and leans(row.when, deal, deal.questionnaire):
            yield row.when, str(row.place)
    texts = [one.variant.text for one in selection.chosen.values() if one.variant]
    texts += [text for one in library.definitions.values() for text in one.texts.values()]
    for text in texts:
        yield from leaning_in(text, deal)
