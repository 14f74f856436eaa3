"""Terms: defined twice, never used, used and never defined, written in other letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import NOTE, WARNING
from drafter.proofreading.definitions import DefinedTerm, Glossary, glossary
from drafter.proofreading.model import FinishedText, Remark
from drafter.proofreading.other_letters import other_letters
from drafter.proofreading.term_uses import TermUses, term_uses
from drafter.proofreading.undefined import undefined

_NEAR = 200  # characters between two forms of a term that one definition gives
_OR = re.compile(r"(?:or|and|and/or|/|also|the|an?|each|together|collectively|[\s,(])*")


def terms(text: FinishedText) -> Iterator[Remark]:
    """Every remark on the terms of a text."""
    found = glossary(text)
    uses = term_uses(text, {one.key for one in found.defined})
    yield from _defined_twice(found)
    yield from _unused(found, uses)
    yield from _borrowed(text) or undefined(text, found.keys())
    yield from other_letters(text, found, uses)


def _borrowed(text: FinishedText) -> list[Remark]:
    """A note where terms are taken from another document: what that defines is not known."""
    taken = re.compile(rf"\b(?:{text.english.row('borrowed')})\b", re.IGNORECASE)
    for one in text.paragraphs():
        if found := taken.search(one.words):
            says = "terms are taken from another document: none is called undefined here"
            return [Remark("not-proofread", says, "have a reader look them up there", one,
                           *found.span(), NOTE)]  # fmt: skip
    return []


def _defined_twice(found: Glossary) -> Iterator[Remark]:
    first: dict[str, DefinedTerm] = {}
    for each in found.defined:
        if each.elsewhere:
            continue
        before = first.setdefault(each.key, each)
        near = before.one is each.one and each.start - before.start < _NEAR
        if before is not each and not near:
            label = before.one.label.label.strip()
            where = f"paragraph {before.one.number}" + (f" ({label})" if label else "")
            yield Remark("term-defined-again", f"`{each.term}` is defined in {where} too",
                         "keep one definition, or give one of them another name", each.one,
                         each.start, each.end)  # fmt: skip


def _unused(found: Glossary, uses: TermUses) -> Iterator[Remark]:
    given: dict[str, list[DefinedTerm]] = {}
    beside: dict[int, list[DefinedTerm]] = {}
    for each in found.defined:
        given.setdefault(each.key, []).append(each)
        beside.setdefault(id(each.one), []).append(each)
    for key, (each, *_) in given.items():
        if uses.count(key) <= len(given[key]) and not _has_other_name(each, beside[id(each.one)]):
            yield Remark("term-not-used", f"`{each.term}` is defined and never used",
                         "take the definition out, or use the term", each.one, each.start, each.end,
                         WARNING)  # fmt: skip


def _has_other_name(each: DefinedTerm, beside: list[DefinedTerm]) -> bool:
    """Whether one definition gives the term two names: "European Economic Area" or "EEA"."""
    at = beside.index(each)
    pairs = ((each, *beside[at + 1 : at + 2]), (*beside[max(0, at - 1) : at], each))
    return any(len(pair) == 2 and _OR.fullmatch(each.one.words[pair[0].end : pair[1].start])
               for pair in pairs)  # fmt: skip
