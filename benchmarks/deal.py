"""The one deal that every contender drafts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from drafter import load_library
from drafter.bundled import house_styles
from drafter.drafting import Draft, Library, load_style
from drafter.questionnaire.answers import read_answers_file
from drafter.word.house_style import HouseStyle

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "examples" / "smart-handbag" / "answers.yaml"
HOUSE = house_styles() / "house.docx"


@cache
def library() -> Library:
    """The starter library, loaded once a process."""
    return load_library()


@cache
def house() -> HouseStyle:
    """The house style, loaded once a process."""
    return load_style(HOUSE)


@cache
def answers() -> Any:
    """The answers as plain data, as a web form would send them."""
    return read_answers_file(ANSWERS)[0]


@cache
def agreement() -> Draft:
    """The agreement, drafted once."""
    return library().draft(answers())
