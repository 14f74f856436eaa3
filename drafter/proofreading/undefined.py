"""Terms that are used and never defined: words with capitals that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from drafter.diagnostics import WARNING, so_many
from drafter.proofreading.definitions import LONGEST_TERM, term_key
from drafter.proofreading.model import FinishedText, Remark, is_title
from drafter.word.finished.model import FinishedParagraph

_RUN = re.compile(
    r"(?<![\w’'.&-])(?P<before>[A-Za-z]+)\s+"
    r"(?P<run>[A-Z][\w&-]*(?:[’']s)?(?:\s+(?:(?:of|and|for|or)\s+)?[A-Z][\w&-]*(?:[’']s)?)*)"
)
_FIRST, _SHORT = 6, 120  # paragraphs among which a title stands, characters that it has
_LEAD_IN = re.compile(
    r"(?:(?:[A-Z][\w’'/&-]*|of|and|for|the|to|in|or|on|by|with|an?|from)[,;]?\s+){0,12}"
    r"[A-Z][\w’'/&-]*[.:–—](?=\s|$)"
)
_CAMEL = re.compile(r"[a-z][A-Z]")
_ODD_WORD = re.compile(r"\d|[a-z][A-Z]|^[A-Z]\w*-[a-z]{3,}$")
_ON = re.compile(r"(?:,?\s+(?:and\s+|of\s+|the\s+|for\s+)*[A-Z][\w’'-]*){1,6}")


def undefined(text: FinishedText, known: set[str]) -> Iterator[Remark]:
    """Each phrase that is written as a term and is none, where it stands first."""
    uses: dict[str, list[tuple[FinishedParagraph, int, str]]] = {}
    for one in text.sentences():
        if is_title(one.words):
            continue
        for at, phrase in _unknown(one, known, text):
            uses.setdefault(term_key(phrase), []).append((one, at, phrase))
    for places in uses.values():
        one, at, phrase = places[0]
        if len(phrase.split()) > 1 or len(places) > 1:
            often = f", here and {so_many(len(places) - 1, 'time')} more" if len(places) > 1 else ""
            says = f"`{phrase}` is written as a term{often}, and is not defined"
            yield Remark("term-not-defined", says, "define it, or write it in small letters", one,
                         at, at + len(phrase), WARNING)  # fmt: skip


def _unknown(
    one: FinishedParagraph, known: set[str], text: FinishedText
) -> Iterator[tuple[int, str]]:
    """Phrases with capitals after a determiner that are no term, no name and no heading word."""
    words = one.words.replace("\u00a0", " ")
    lead = _LEAD_IN.match(words)
    for found in _RUN.finditer(words, lead.end() if lead else 0):
        at, further = found.start("run"), _ON.match(words, found.end())
        whole = found["run"] + (further[0] if further else "")
        if not (
            _is_left_alone(words, found, text) or _is_name(whole, text) or in_quotes(words, at)
        ):
            for piece in _left_over(found["run"], known, text):
                yield at + found["run"].find(piece), piece


def _is_left_alone(words: str, found: re.Match[str], text: FinishedText) -> bool:
    """Whether a phrase has no determiner, is defined there, or is the document itself."""
    before, last = found["before"].lower(), found["run"].split()[-1].lower()
    here = words.startswith((" (", "(", " as defined", " clause"), found.end())
    if before == "any" and last in text.english["documents"]:
        return True
    itself = before in ("this", "these") and (
        last in text.english["documents"] or _is_in_title(found["run"], text)
    )
    return here or itself or before not in text.english["determiners"]


def _is_in_title(run: str, text: FinishedText) -> bool:
    """Whether one of the first lines has these words, as the title of the document."""
    first = (one.words.lower() for one in text.file.paragraphs[:_FIRST])
    return any(run.lower() in words and len(words) < _SHORT for words in first)


def _is_name(run: str, text: FinishedText) -> bool:
    names = text.english["names"]
    return any(word.lower() in names for word in re.findall(r"[^\W_]+", run))


def in_quotes(words: str, at: int) -> bool:
    """Whether a place stands between double quotes."""
    before = words[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _left_over(run: str, known: set[str], text: FinishedText) -> Iterator[str]:
    """What of a run of capitals no known term covers: two words or more by themselves, a single
    one with those beside it."""
    words = run.split()
    covered = _covered(words, known, text)
    for capital, stretch in groupby(range(len(words)), lambda at: words[at][0].isupper()):
        places = list(stretch)
        bare = [at for at in places if not covered[at]] if capital else []
        if bare and not _beside_a_sign(words, bare, places):
            apart = bare[-1] - bare[0] >= len(bare) or len(bare) == 1
            first, last = (places[0], places[-1]) if apart else (bare[0], bare[-1])
            yield from _phrases(words[first : last + 1])


def _beside_a_sign(words: list[str], bare: list[int], places: list[int]) -> bool:
    """Whether an abbreviation or an odd spelling makes the phrase a name: the MIT License."""
    beside = [words[at] for at in (bare[0] - 1, bare[-1] + 1) if at in places]
    plain = [re.sub(r"[’']s$", "", word) for word in beside]
    return any(word.isupper() or _CAMEL.search(word) for word in plain)


def _covered(words: list[str], known: set[str], text: FinishedText) -> list[bool]:
    """Which words of a run need no definition: those of known terms, plain ones, signs."""
    covered = [word.lower().rstrip(",") in text.english["capitals"] or _is_sign(word)
               for word in words]  # fmt: skip
    at = 0
    while at < len(words):
        length = _longest(words[at : at + LONGEST_TERM], known)
        covered[at : at + length] = [True] * length
        at += length or 1
    return covered


def _longest(words: list[str], known: set[str]) -> int:
    return next((length for length in range(len(words), 0, -1)
                 if term_key(" ".join(words[:length])) in known), 0)  # fmt: skip


def _is_sign(word: str) -> bool:
    """An abbreviation, a label, or an adjective made for once ("Buyer-owned"): no word that a
    definition would explain."""
    plain = re.sub(r"[’']s$", "", word)
    return plain.isupper() or plain.lower() == plain or bool(_ODD_WORD.search(plain))


def _phrases(words: list[str]) -> Iterator[str]:
    phrase = re.sub(r"[’']s$", "", " ".join(words))
    if phrase and len(phrase) > 3:
        yield phrase
