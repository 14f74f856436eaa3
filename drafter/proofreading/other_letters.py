"""Terms in other letters than they are defined in: "confidential Information"."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proofreading.definitions import DefinedTerm, Glossary, term_key
from drafter.proofreading.model import FinishedText, Remark, is_title, overlaps
from drafter.proofreading.term_uses import TermUses, UsedTerm
from drafter.proofreading.undefined import in_quotes

_SMALL = ("of", "and", "or", "for", "the", "to", "in")
_OFTEN = 3  # uses as defined from which on it is clear what the text means
_SELDOM = 0.34  # of these uses: small letters in more are on purpose
_EARLY = 5  # characters before the term that a paragraph defines


def other_letters(text: FinishedText, found: Glossary, uses: TermUses) -> Iterator[Remark]:
    """Uses of a term of several words in other letters, where that is seldom."""
    plain = {id(one) for one in text.sentences() if not is_title(one.words)}
    headings = {one.words.strip() for one in text.paragraphs() if one.heading}
    known = found.keys()
    defined = {one.key: one for one in reversed(found.defined) if _is_spelled(one.term)}
    own: dict[int, list[DefinedTerm]] = {}
    for each in found.defined:
        own.setdefault(id(each.one), []).append(each)
    for key, each in defined.items():
        rows = uses.of.get(key, [])
        often = sum(use.words.startswith(each.term) for use in rows)
        odd = [use for use in rows if id(use.one) in plain and use.words not in headings
               and not _is_of_definition(use, own.get(id(use.one), []))
               and _is_otherwise(use.words, each, known) and not _stands_apart(use)
               and (not use.words.islower() or _is_pointed_at(use, text))]  # fmt: skip
        if often >= _OFTEN and len(odd) <= _SELDOM * often:
            yield from (_written(use, each.term, often) for use in odd)


def _written(use: UsedTerm, term: str, often: int) -> Remark:
    says = f"`{use.words}` is defined as `{term}`, and so written {often} times"
    return Remark("term-in-other-letters", says, "write it as it is defined, if it is the term",
                  use.one, use.start, use.end, WARNING)  # fmt: skip


def _is_spelled(term: str) -> bool:
    """Whether a term has two words or more, each with a capital: small letters tell then."""
    words = [word for word in term.split() if word not in _SMALL]
    return len(words) > 1 and all(word[0].isupper() and not word.isupper() for word in words)


def _is_of_definition(use: UsedTerm, own: list[DefinedTerm]) -> bool:
    """Whether a use is the definition itself, or plain words in one that is a paragraph."""
    places = [(each.start, each.end) for each in own]
    itself = any(each.key == use.key or each.start < _EARLY for each in own)
    plain = use.words.islower() and itself
    return plain or overlaps(use.start, use.end, places)


def _is_otherwise(used: str, each: DefinedTerm, known: set[str]) -> bool:
    """Whether letters differ; "new Party" is a party that is new, and no misspelt New Party."""
    plain = used.replace("\u00a0", " ")
    capitals = term_key(" ".join(word for word in plain.split() if word[0].isupper()))
    same = plain.startswith(each.term) or term_key(plain) != each.key
    return not same and not plain.isupper() and capitals not in known


def _is_pointed_at(use: UsedTerm, text: FinishedText) -> bool:
    """Whether small letters are meant as the term: "the secret recipe", and no "secret recipes"."""
    before = use.one.words[: use.start].split()[-1:]
    return bool(before) and before[0].lower() in text.english["pointing"]


def _stands_apart(use: UsedTerm) -> bool:
    """Whether a sentence begins there, with its own capital, or the words are quoted, noted, or
    plain ones ("truly confidential information")."""
    words = use.one.words
    before = words[: use.start].rstrip(' “"(')
    begins = not before or before[-1] in ".:;\n\t" or before.endswith("ly")
    noted = before.count("[") > before.count("]")
    return begins or noted or in_quotes(words, use.start)
