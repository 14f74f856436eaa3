"""A thousand deals that differ: the examples with other parties, names and choices.

The same seed gives the same deals. Each of them drafts.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from drafter.diagnostics import Refused
from drafter.drafting import Draft, Library
from drafter.kinds import CHOICE, YES_NO

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
FIRST = ("Alba", "Bright", "Cedar", "Delta", "Ember", "Fjord", "Grove", "Iris", "Kestrel", "Nova")
LAST = ("Works", "Labs", "Atelier", "Studio", "Systems", "Mills", "Foundry", "House", "Clinic")
OTHER_CHOICES = 6  # tried in each deal
Deal = dict[str, Any]


def many_deals(library: Library, seed: int = 1) -> Iterator[tuple[Deal, Draft]]:
    """Deals without end, each with its draft."""
    pick = random.Random(seed)
    paths = sorted(EXAMPLES.glob("*/answers.yaml"))
    examples = [yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in paths]
    while True:
        deal = _renamed(deepcopy(pick.choice(examples)), pick)
        for _ in range(OTHER_CHOICES):
            other = _with_another_choice(deal, library, pick)
            deal = other if _drafts(library, other) else deal
        yield deal, library.draft(deal)


def _renamed(deal: Deal, pick: random.Random) -> Deal:
    """The same deal of other parties, for another project."""
    for party in deal["answers"]["parties"].values():
        short = f"{pick.choice(FIRST)} {pick.choice(LAST)} {pick.randrange(100, 1000)}"
        party.update(name=f"{short} Limited", short_name=short, email=f"legal@{short[:4]}.example")
    deal["answers"]["project_name"] = f"Project {pick.choice(FIRST)} {pick.randrange(10_000)}"
    deal["answers"]["effective_date"] = (
        f"2027-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
    )
    return deal


def _with_another_choice(deal: Deal, library: Library, pick: random.Random) -> Deal:
    """One of its choices made otherwise."""
    other, questions = deepcopy(deal), library.clauses.questionnaire.questions
    chosen = [
        name
        for name in other["answers"]
        if name in questions and questions[name].kind.sort in (CHOICE, YES_NO)
    ]
    name = pick.choice(chosen)
    other["answers"][name] = pick.choice([*questions[name].options] or ["yes", "no"])
    return other


def _drafts(library: Library, deal: Deal) -> bool:
    try:
        library.draft(deal)
    except Refused:
        return False
    return True
