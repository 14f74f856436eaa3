"""The kept answers of the covering set."""

from __future__ import annotations

import json
from pathlib import Path

from drafter.casework.read import Case, Expected

ANSWERS = Path(__file__).parents[1] / "examples" / "golden" / "cover.jsonl"


def covering_answers() -> tuple[Case, ...]:
    """The sets of answers that are kept, each with the rules that refuse it."""
    lines = map(json.loads, ANSWERS.read_text("utf-8").splitlines())
    return tuple(
        Case(one["id"], ANSWERS.name, one["deal"], Expected(findings=tuple(one["refused"])))
        for one in lines
    )
