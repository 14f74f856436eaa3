"""The command line run inside the test process."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from drafter.cli.app import cli
from drafter.cli.errors import guarded
from drafter.rules.table import all_rules

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
_NAMED = re.compile(r"^(?:error|warning|note)\[([^\]]+)\]", re.MULTILINE)
NAMES = (
    "smart-handbag", "workout-rewards", "short-campaign", "smart-home-five", "sensor-university",
    "light-fibre-licence", "allergen-reader",
)  # fmt: skip
SHORT = ("short-campaign", "light-fibre-licence")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Command:
    """Runs `drafter` and catches what it prints."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Outcome:
        self.capsys.readouterr()
        code = guarded(cli, [str(one) for one in arguments])
        outcome = Outcome(code, *self.capsys.readouterr())
        assert _without_page(outcome.out + outcome.err) == set()
        return outcome


def _without_page(printed: str) -> set[str]:
    """The rules that messages name and `drafter rule` cannot explain. A library's own begin with R
    and a figure, or have the dots of a question's relation."""
    named = set(_NAMED.findall(printed))
    return {rule for rule in named - all_rules().keys() if not re.match(r"R\d|.+\.", rule)}


def example(name: str) -> Path:
    """The answers file of an example."""
    return EXAMPLES / name / "answers.yaml"


def answers_of(name: str) -> dict:
    """An example's answers as plain data, every scalar the text that was typed."""
    return yaml.load(example(name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def write_answers(folder: Path, data: dict) -> Path:
    """Answers as a file."""
    path = folder / "answers.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
