"""Texts that look like no answer, or like another one, whatever question they answer.

A letter of another script that looks like a Latin one makes two names of what readers take for
one; dots, dashes and words such as `tbc` are put where somebody has no answer yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from drafter.consistency.alike import folded
from drafter.consistency.slips import SLIPS, Slip, slips
from drafter.data_classes import dataclass
from drafter.kinds.model import Missing, Record
from drafter.library.model import ClauseLibrary
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.model import Question
from drafter.questionnaire.relation import NO_TERM

_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_BRACKETS = re.compile(r"[\[{(<].{0,40}[\])}>]|[^●•□_]*(?:[●•□]|_{3}).*", re.DOTALL)
_MARKS = " .,;:!?()[]{}<>-–—"
_ROWS = re.compile(r",(?: and| or)? | and | or ")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SHORT = 40  # characters; what is longer is no placeholder
_WORD = re.compile(r"[^\W\d_]{2}|(?![A-Za-z])[^\W\d_]")
OF_ONE_TEXT = (
    "placeholder",
    "everything",
    "own-title",
    "mixed-letters",
    "email-as-text",
    "no-word",
    *SLIPS,
)
"""The findings that hang on one text and on no other answer."""


@dataclass(frozen=True, slots=True)
class OddText:
    """What is odd about a text, and where it stands."""

    rule: str
    says: str
    path: tuple[str, ...]
    severity: str = "warn"


def odd_texts(name: str, library: ClauseLibrary, deal: Deal) -> Iterator[OddText]:
    """Every text of one answer that looks like no answer, or like another one."""
    precedent = library.precedents.get(deal.answers.precedent)
    titles = _own_titles(precedent.title, library.words.determiners) if precedent else ()
    for path, text in free_texts(name, deal):
        for rule, says, severity in _oddities(text, library):
            says = f"`{'.'.join(path)}` ({shortened(text)}){says}"
            yield OddText(rule, says, path, severity)
        if _MAIL.fullmatch(text.strip()) and _asked_as(path, deal) != "email":
            says = f"`{'.'.join(path)}` ({text}) is no more than an e-mail address"
            yield OddText("email-as-text", says, path, "inform")
        if any(map(str.isalnum, text)) and _wants_a_word(path, text, deal):
            yield OddText("no-word", f"`{'.'.join(path)}` ({text}) has no word", path, "inform")
        if folded(text) in titles:
            says = f"`{'.'.join(path)}` ({text}) says no more than the title of this agreement"
            yield OddText("own-title", says, path, "inform")


def free_texts(name: str, deal: Deal) -> Iterator[tuple[tuple[str, ...], str]]:
    """The free texts of an answer, each with its path; also of one of which an interview does not
    know yet if it is asked."""
    question, value = deal.questionnaire.questions[name], deal.value(name)
    value = deal.answers.values[name] if value is Missing.ABSENT else value
    if isinstance(value, str) and question.kind.sort.free:
        yield (name,), value
    for record in value if isinstance(value, tuple) else ():
        if isinstance(record, Record):
            for field, held in record.values.items():
                if isinstance(held, str) and question.fields[field].kind.sort.free:
                    yield (name, record.id, field), held


def _asked_as(path: tuple[str, ...], deal: Deal) -> str:
    return _question(path, deal).kind.sort.name


def _question(path: tuple[str, ...], deal: Deal) -> Question:
    question = deal.questionnaire.questions[path[0]]
    return question.fields[path[-1]] if len(path) > 1 else question


def _wants_a_word(path: tuple[str, ...], text: str, deal: Deal) -> bool:
    """Whether a text has no word where figures will not do; of a name that is told already."""
    asked = None if _WORD.search(text) else _question(path, deal)
    if asked is None or asked.figures_will_do or asked.pattern:
        return False
    return all(one.how != NO_TERM for one in asked.relations)


def _oddities(text: str, library: ClauseLibrary) -> Iterator[Slip]:
    """Each rule that a text breaks by itself, and words that follow the text."""
    if not any(map(str.isalnum, text)):
        yield Slip("placeholder", " has no letter and no figure")
    elif _is_placeholder(text, library):
        yield Slip("placeholder", " stands for an answer that is missing")
    elif _is_everything(text, library):
        yield Slip("everything", " takes in everything")
    if not text.isascii() and (word := next(filter(_is_mixed, re.findall(r"\w+", text)), "")):
        yield Slip("mixed-letters", f": `{word}` mixes letters of two scripts that look alike")
    for slip in slips(text, library):
        yield slip._replace(says=f" {slip.says}")


@lru_cache(maxsize=64)
def _own_titles(of_precedent: str, determiners: frozenset[str]) -> tuple[str, ...]:
    """The title of the agreement, alone and with an article."""
    title = folded(of_precedent)
    return title, *(f"{one} {title}" for one in determiners if title)


def shortened(text: str) -> str:
    return text if len(text) < 60 else text[:59] + "…"


def _is_placeholder(text: str, library: ClauseLibrary) -> bool:
    said, known = folded(text).strip(_MARKS), library.words.placeholders
    if len(text) <= _SHORT and (said in known or said.startswith(_openings(known))):
        return True
    return _BRACKETS.fullmatch(text.strip()) is not None


@lru_cache(maxsize=8)
def _openings(placeholders: frozenset[str]) -> tuple[str, ...]:
    """The beginnings of those that go on with anything (`to be …`)."""
    return tuple(one.removesuffix("…") for one in placeholders if one.endswith("…"))


def _is_everything(text: str, library: ClauseLibrary) -> bool:
    """A word for everything, alone or at the end of a row (`soft toys, and everything else`)."""
    known, said = library.words.words_for_everything, folded(text).strip(_MARKS)
    return said in known or _ROWS.split(said)[-1] in known


def _is_mixed(word: str) -> bool:
    return len({script for one in word if (script := _script(one))}) > 1


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "") if letter.isalpha() and letter not in "µΩ" else ""
    return next((one for one in _SCRIPTS if name.startswith(one)), "")
