"""Lines in stock: what guards leave standing is laid out once, and never printed for others."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from support.libraries import GRANTS, PARTIES, library

from drafter.drafting import Library

TEXT = """\
First: {and}
  - a
  - {if pilot} b
  - {if exit_right is free} {if pilot} c, {product}
  - d

{if not pilot} Second.
{if exit_right is free} Third, see [@rest].

{if pilot} Lead: {or}
  - {if exit_right is locked} e
  - {for each grant in grants} {grant.licensee}
"""
TEXTS = {
    "work": TEXT,
    "rest": "All.\n\n{place rider}\n",
    "topics/rider/topic.yaml": "heading: Rider\nwithin: rest\nchoose:\n  yes: pilot\n"
    "  left-out: not pilot\n",
    "topics/rider/yes.md": "Ridden.\n\n{if exit_right is free} Freely.\n",
}
CHOICES = [*product(("yes", "no", None), ("free", "locked", None))]


def text(of: Library, pilot: str | None, exit_right: str | None) -> str:
    given = {"pilot": pilot, "exit_right": exit_right}
    answers: dict[str, Any] = {name: value for name, value in given.items() if value}
    unknown = [name for name, value in given.items() if not value]
    known = {"parties": dict([*PARTIES.items()][:2]), "product": "Ltd.", **GRANTS, **answers}
    return of.draft({"precedent": "deal", "answers": known, "unknown": unknown}).text()


class DescribeTheStock:
    @pytest.mark.parametrize("order", [CHOICES, CHOICES[::-1]])
    def it_never_tells_in_what_came_before(self, order: list[Any]) -> None:
        """Twice through all answers with one library, and each alone with a library of its own."""
        shared = library(TEXTS)
        drafted = [text(shared, *each) for each in (*order, *order)]
        assert drafted == [text(library(TEXTS), *each) for each in order] * 2
        assert len(set(drafted)) > len(order) // 2
