"""Texts that look like no answer, or like another one, whatever question they answer.

A letter of another script that looks like a Latin one makes two names of what readers take for
one; dots, dashes and words such as `tbc` are put where somebody has no answer yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.consistency.alike import folded
from drafter.kinds.model import Record
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import ANSWERED, Deal

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_BRACKETS = re.compile(r"[\[{(<].{0,40}[\])}>]|[^●•□_]*(?:[●•□]|_{3}).*", re.DOTALL)
_MARKS = " .,;:!?()[]{}<>-–—"
_SHORT = 40  # characters; what is longer is no placeholder


@dataclass(frozen=True, slots=True)
class OddText:
    """What is odd about a text, and where it stands."""

    rule: str
    says: str
    path: tuple[str, ...]


def odd_texts(library: ClauseLibrary, deal: Deal) -> Iterator[OddText]:
    """Every text that somebody gave and that looks like no answer, or like another one."""
    for name, origin in deal.origin.items():
        if origin == ANSWERED:
            yield from _odd(name, deal.value(name), library, deal)


def _odd(name: str, value: object, library: ClauseLibrary, deal: Deal) -> Iterator[OddText]:
    question = deal.questionnaire.questions[name]
    if isinstance(value, str) and question.kind.sort.free:
        yield from _judged((name,), value, library)
    for record in value if isinstance(value, tuple) else ():
        for field, held in record.values.items() if isinstance(record, Record) else ():
            if isinstance(held, str) and question.fields[field].kind.sort.free:
                yield from _judged((name, record.id, field), held, library)


def _judged(path: tuple[str, ...], text: str, library: ClauseLibrary) -> Iterator[OddText]:
    shown = f"`{'.'.join(path)}` ({text if len(text) < 60 else text[:59] + '…'})"
    if not any(one.isalnum() for one in text):
        yield OddText("placeholder", f"{shown} has no letter and no figure", path)
    elif _is_placeholder(text, library):
        yield OddText("placeholder", f"{shown} stands for an answer that is missing", path)
    if not text.isascii() and (word := next(filter(_is_mixed, re.findall(r"\w+", text)), "")):
        says = f"{shown}: `{word}` mixes letters of two scripts that look alike"
        yield OddText("mixed-letters", says, path)


def _is_placeholder(text: str, library: ClauseLibrary) -> bool:
    if len(text) <= _SHORT and folded(text).strip(_MARKS) in library.words.placeholders:
        return True
    return _BRACKETS.fullmatch(text.strip()) is not None


def _is_mixed(word: str) -> bool:
    return len({script for one in word if (script := _script(one))}) > 1


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "") if letter.isalpha() and letter not in "µΩ" else ""
    return next((one for one in _SCRIPTS if name.startswith(one)), "")
