"""What a special term says that a lawyer asks about: words that point at nothing, words that
competition law or the rule on results has something to say about, a matter that a clause of the
agreement settles already.

A number typed into a text is not renumbered with the clauses, and a defined term of another
agreement means nothing in this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.conditions.judge import judge
from drafter.consistency.alike import folded, has_meaning
from drafter.consistency.other_currencies import in_text
from drafter.consistency.sensitive_words import sensitive
from drafter.consistency.slips import SLIPS, slips
from drafter.data_classes import dataclass
from drafter.kinds.model import Record, Value
from drafter.library.model import LEFT_OUT, ClauseLibrary
from drafter.questionnaire.deal import Deal
from drafter.questionnaire.record import SpecialTerm
from drafter.worked_out import once_for_each

RULES = (
    "typed-reference",
    "strange-word",
    "sensitive-term",
    "rival-clause",
    "other-currency",
    *SLIPS,
)
_ENGLISH = "en"
_NUMBERED = re.compile(
    r"\b(?i:clause|section|article|paragraph|schedule|appendix|annex|exhibit)s?\s+"
    r"(?:\d+(?:\.\d+)*|[IVX]+\b|[A-Z]\b)"
)
_CAPITALS = r"((?:[A-Z][\w’'-]*)(?:\s+[A-Z][\w’'-]*)*)"


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a special term says that a lawyer asks about."""

    rule: str
    says: str
    term: SpecialTerm
    severity: str = "warn"


def doubts(library: ClauseLibrary, deal: Deal) -> Iterator[Doubt]:
    """Every slip, and every typed number, strange word, sensitive word and rival clause in an
    English deal's special terms."""
    for term in deal.answers.special_terms:
        for slip in slips(term.text, library):
            yield Doubt(slip.rule, f"special term `{term.id}` {slip.says}", term, slip.severity)
        for says in in_text(term.text, deal):
            yield Doubt("other-currency", f"special term `{term.id}` {says}", term)
    for term in deal.answers.special_terms if library.language == _ENGLISH else ():
        for numbered in dict.fromkeys(_NUMBERED.findall(term.text)):
            says = f"special term `{term.id}` types `{numbered}`, which no renumbering follows"
            yield Doubt("typed-reference", says, term)
        for word in _strange(term.text, library, deal):
            says = f"special term `{term.id}` speaks of `{word}`, which is no term and no party"
            yield Doubt("strange-word", says, term)
        for words, asks in sensitive(f"{term.heading}. {term.text}"):
            says = f"special term `{term.id}` says `{words}`: it {asks}"
            yield Doubt("sensitive-term", says, term)
        for other in _rivals(term, library, deal):
            says = f"special term `{term.id}` has the heading of {other}, which stands beside it"
            yield Doubt("rival-clause", says, term)


def _rivals(term: SpecialTerm, library: ClauseLibrary, deal: Deal) -> Iterator[str]:
    """Clauses of the agreement that go by the heading of a special term and are not replaced, and
    special terms before it that do."""
    for other in deal.answers.special_terms[: deal.answers.special_terms.index(term)]:
        if folded(other.heading) == folded(term.heading):
            yield f"special term `{other.id}`"
    precedent = library.precedents.get(deal.answers.precedent)
    for id in precedent.topics if precedent else ():
        topic = library.topics[id]
        if folded(topic.heading) != folded(term.heading) or id == term.replaces:
            continue
        rows = (row.when for row in topic.rows if row.variant == LEFT_OUT and row.when)
        if not any(judge(when, deal) for when in rows):
            yield f"`{id}`"


def _strange(text: str, library: ClauseLibrary, deal: Deal) -> Iterator[str]:
    """Words with capitals behind a determiner that nothing explains, nor the text in quotes."""
    words = dict.fromkeys(_with_determiner(library).findall(text))
    known = _names(deal, library) if words else ()
    for word in words:
        named = folded(word) in known or has_meaning(word, library)
        parts = all(folded(one) in known or has_meaning(one, library) for one in word.split())
        if not named and not parts and not re.search(f'["“]{re.escape(word)}["”]', text):
            yield word


@once_for_each
def _with_determiner(library: ClauseLibrary) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, library.words.determiners))) or "(?!)"
    return re.compile(rf"\b(?i:{words})\s+{_CAPITALS}")


def _names(deal: Deal, library: ClauseLibrary) -> set[str]:
    """Names that need no definition: those of the library, and whatever somebody answered."""
    said = (word for value in deal.answers.values.values() for word in _texts(value))
    return {folded(name) for name in (*library.words.names, *said)}


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield from (value, *_capitals(value))
    members: Sequence[object] = value if isinstance(value, tuple) else ()
    for record in members:
        for held in record.values.values() if isinstance(record, Record) else ():
            if isinstance(held, str):
                yield from _texts(held)


@lru_cache(maxsize=4096)
def _capitals(text: str) -> tuple[str, ...]:
    return tuple(re.findall(_CAPITALS, text))
