"""Where a text defines its terms: "Term" means, (the "Term"), a bold word before means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.data_classes import dataclass, field
from drafter.proofreading.model import FinishedText, english_quotes
from drafter.word.finished.model import FinishedParagraph

_QUOTED = re.compile(r"[“”\"](?P<term>[^“”\"\n]{1,80})[”\"]")
_ENDS = ".,;: "
_INSIDE = 120  # characters of a bracket before a term
LONGEST_TERM = 9  # words of a term
_LEAD = re.compile(r"[^.:–—\t]{2,60}?(?=\s*(?:[.:–—\t]|$))")
_MARK = re.compile(r"^\s*(?:[\[(]\s*[xX✓✔]?\s*[\])]|[-–•☐☒])\s*")
_BRACKETED = re.compile(r"\((?:the\s+|each,?\s+an?\s+)?([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)\)")
_POINTS = re.compile(
    r"\s+(?:the\s+|a\s+)?(?:same\s+|respective\s+)?meanings?|\s+defined|\s+as defined"
)
_ADDS = re.compile(r"\balso\s+(?:means?|includes?)\b")  # shall also mean
_NEXT_WORD = 15  # characters
_SAID_TO_MEAN = re.compile(r"\b([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)\s+(?:shall\s+)?means?\b")
_CAPITAL = re.compile(
    r"[A-Z0-9][\w’'/&-]*(?:\s+(?:of|and|for|the|to|in|or|on|by|[A-Z0-9&][\w’'/&-]*))*"
)


class DefinedTerm(NamedTuple):
    """A term where it is defined. `elsewhere`: with the meaning that another place gives it, or
    with something added to that."""

    term: str
    one: FinishedParagraph
    start: int
    end: int
    elsewhere: bool = False

    @property
    def key(self) -> str:
        return term_key(self.term)


@dataclass(slots=True)
class Glossary:
    """The terms of a text: those it defines, and those it only names, on a cover or in a table."""

    defined: list[DefinedTerm] = field(default_factory=list)
    named: set[str] = field(default_factory=set)

    def keys(self) -> set[str]:
        return {one.key for one in self.defined} | self.named


def term_key(term: str) -> str:
    """A term in the singular and in small letters, so that all its forms are one.

    >>> term_key("Third Parties’"), term_key("Affiliate(s)"), term_key("Business")
    ('third party', 'affiliate', 'business')
    """
    words = " ".join(re.sub(r"[’']s?(?=\s|$)", "", term.replace("(s)", "")).lower().split())
    words = words.strip(_ENDS)
    if words.endswith("ies") and len(words) > 4:
        return words[:-3] + "y"
    if words.endswith(("sses", "xes", "ches", "shes")):
        return words[:-2]
    return words[:-1] if words.endswith("s") and not words.endswith(("ss", "us", "is")) else words


def glossary(text: FinishedText) -> Glossary:
    """Every term of a text."""
    found = Glossary()
    means = re.compile(
        rf"\s*(?:\([^()]*\)\s*)?(?:,[^,“\"]{{0,60}},\s*)?(?:(?:and|or)\s+[“\"][^”\"]+[”\"]\s*)*"
        rf"(?:(?:each|also|collectively|together|only)\s+)?(?:{text.english.row('means')})\b",
    )
    for one in text.paragraphs():
        for term in _quoted(one, means, text):
            if isinstance(term, str):
                found.named.add(term_key(term))
            else:
                found.defined.append(term)
        if (bold := _bold(one, means)) is not None:
            found.defined.append(bold)
        found.named |= {term_key(name) for name in _names(one)}
    return found


def _quoted(
    one: FinishedParagraph, means: re.Pattern[str], text: FinishedText
) -> Iterator[DefinedTerm | str]:
    """The quoted terms of a paragraph: defined there, or only named, as words alone."""
    words = english_quotes(one.words)
    for found in _QUOTED.finditer(words):
        term = found["term"].strip(_ENDS)
        if not _is_term(term) or words.count("[", 0, found.start()) > words.count(
            "]", 0, found.start()
        ):
            continue
        after, before = words[found.end() :], words[: found.start()]
        verb = means.match(after)
        if verb or _in_brackets(before, after, text) or _is_called(before, text) or (
            not before.strip() and re.match(r"\s*[:–—\t]", after)):  # fmt: skip
            pointer = verb is not None and (
                _POINTS.match(after, verb.end()) or _ADDS.search(after, 0, verb.end() + _NEXT_WORD)
            ) is not None  # fmt: skip
            yield DefinedTerm(term, one, found.start(), found.end(), pointer)
        else:
            yield term


def _is_term(term: str) -> bool:
    words = term.split()
    return bool(words) and len(words) <= LONGEST_TERM and (term[0].isupper() or term[0].isdigit())


def _in_brackets(before: str, after: str, text: FinishedText) -> bool:
    """Whether quotes stand in round brackets that name what went before, and give no example."""
    opened, closed = before.rfind("("), after.find(")")
    if opened < 0 or before.find(")", opened) >= 0 or len(before) - opened > _INSIDE:
        return False
    example = re.search(rf"\b(?:{text.english.row('examples')})", before[opened:].lower())
    return 0 <= closed <= 2 * _INSIDE and example is None


def _is_called(before: str, text: FinishedText) -> bool:
    called = rf"(?:{text.english.row('called')})\s*,?\s*(?:the\s+|an?\s+|each\s+)*$"
    return re.search(rf"\b{called}", before, re.IGNORECASE) is not None


def _bold(one: FinishedParagraph, means: re.Pattern[str]) -> DefinedTerm | None:
    """A term in bold, without quotes, at the start of a paragraph and before "means"."""
    lead = ""
    for each in one.stretches:
        if not each.look.bold:
            break
        lead += each.text
    term = lead.strip(' .,:\t“”"')
    if lead and _is_term(term) and not re.search(r"[“\"]", lead):
        verb = re.match(rf"{re.escape(lead)}{means.pattern}", one.words)
        if verb and re.search(r"(?:means?|meanings?|includes?)\b", one.words[len(lead) :][:40]):
            start = one.words.find(term)
            return DefinedTerm(term, one, start, start + len(term), "meaning" in verb[0])
    return None


def _names(one: FinishedParagraph) -> Iterator[str]:
    """What a heading, a cell, a lead-in or a title names, or a sentence explains in passing: known,
    and not defined by it."""
    words = one.words.strip()
    if one.heading or one.cell or len(words) < 90:
        yield from (
            found[0] for found in _CAPITAL.finditer(words) if found[0] == words.rstrip(_ENDS)
        )
    lead = _LEAD.match(_MARK.sub("", words))
    if lead and _CAPITAL.fullmatch(lead[0].strip()):
        yield lead[0].strip()
    bold = "".join(each.text for each in one.stretches if each.look.bold > each.of_style.bold)
    yield from (found[0] for found in _CAPITAL.finditer(bold))
    yield from (found[1] for found in _BRACKETED.finditer(words))
    yield from (found[1] for found in _SAID_TO_MEAN.finditer(words))
