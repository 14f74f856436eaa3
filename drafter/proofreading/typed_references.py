"""References that are typed: whether they lead anywhere, and that they will not follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from drafter.diagnostics import NOTE, WARNING
from drafter.proofreading.labels import LabelIndex, Steps, annex_name, label_index, steps
from drafter.proofreading.model import FinishedText, Remark, overlaps
from drafter.word.finished.model import FinishedParagraph

_NUMBER = (
    r"(?<![\d.])\d{1,4}(?:\.\d{1,3})*(?![\w-]|\.\d)(?:\s?\([a-zA-Z0-9]{1,5}\))*"
    r"|[IVXL]{1,6}(?![\w-])"
)
_BETWEEN = r"(?:\s*,\s*(?:and\s+|or\s+|and/or\s+)?|\s+(?:and|or|to|through|and/or)\s+|\s*[–-]\s*)"
_CODE = re.compile(r"[A-Z]{3,6}")  # a law by its letters: DGCL
_OF = re.compile(
    r"(?:(?:\s*,|\s+and|\s+or|,\s+and)?\s*\(\w{1,5}\))*(?:\s*\([^()]{1,40}\))?,?"
    r"\s+(?:of|to|under|in)\s+(?:the\s+|its\s+|that\s+)?(?P<what>[“\"]?\w+)"
)
MOST = 5_000  # typed references that are judged: more than any agreement has
_ENOUGH = 3  # labels from which on a file is numbered


class TypedReference(NamedTuple):
    """A typed reference: its noun in the singular, its number, where it stands."""

    noun: str
    label: Steps
    one: FinishedParagraph
    start: int
    end: int


def typed_references(text: FinishedText) -> Iterator[Remark]:
    """Typed references that lead to nothing; the others are noted."""
    index = label_index(text)
    found = list(islice(_provisions(text), MOST))
    own = _own_nouns(found, index)
    numbered = sum(label[0].isdigit() for label in index.places)
    for each in found if numbered >= _ENOUGH else ():
        if index.has(each.label):
            yield _noted(each)
        elif each.noun in own:
            yield _nowhere(each)
    yield from _annexes(text, index)


def _noted(each: TypedReference) -> Remark:
    words = each.one.words[each.start : each.end]
    return Remark("typed-in-reference", f"`{words}` is typed and will not follow its target",
                  "put in a live one (References, Cross-reference)", each.one, each.start, each.end,
                  NOTE)  # fmt: skip


def _nowhere(each: TypedReference) -> Remark:
    words = each.one.words[each.start : each.end]
    return Remark("typed-reference-to-nothing", f"nothing in the file has the number of `{words}`",
                  "name the provision that is meant, as a live reference", each.one, each.start,
                  each.end)  # fmt: skip


def _provisions(text: FinishedText) -> Iterator[TypedReference]:
    nouns = text.english.row("provisions")
    whole = re.compile(rf"(?<![\w-])(?P<noun>{nouns})s?\.?\s*(?P<first>{_NUMBER})"
                       rf"(?:{_BETWEEN}(?:{_NUMBER}))*", re.IGNORECASE)  # fmt: skip
    for one in text.paragraphs():
        for found in whole.finditer(one.words):
            if (found.start() < 3 and _heads(one, found)) or _is_of_law(text, one.words, found):
                continue
            for number in re.finditer(_NUMBER, one.words[found.start("first") : found.end()]):
                start = found.start("first") + number.start()
                end = found.start("first") + number.end()
                if not overlaps(start, end, one.in_fields) and (label := steps(number[0])):
                    yield TypedReference(found["noun"].lower(), label, one, start, end)


def _heads(one: FinishedParagraph, found: re.Match[str]) -> bool:
    """Whether a paragraph begins with what looks like a reference: its own typed number."""
    rest = one.words[found.end() :].lstrip(" .:–—-\t")
    return not rest or rest[0].isupper() or one.words[found.end() : found.end() + 1] in ".:\t\n"


def _is_of_law(text: FinishedText, words: str, found: re.Match[str]) -> bool:
    """Whether a reference names a provision of a law, or of another document."""
    laws = text.english["laws"]
    before = re.findall(r"[\w.]+", words[: found.start()])[-2:]
    if any(word.lower().strip(".") in laws for word in before if word[:1].isupper()):
        return True
    if before and _CODE.fullmatch(before[-1]) and not words.isupper():
        return True
    after = _OF.match(words[found.end() :])
    what = after["what"].lower() if after else "this"
    own = ("this", "these", *text.english["annexes"])
    return what not in own and (after is None or after["what"][0] in "“\"" or what in laws
                                or after["what"][0].isupper())  # fmt: skip


def _own_nouns(found: list[TypedReference], index: LabelIndex) -> set[str]:
    """The nouns by which a file refers to itself: most references by them lead somewhere."""
    led = Counter(each.noun for each in found if index.has(each.label))
    lost = Counter(each.noun for each in found if not index.has(each.label))
    if not led:
        return set(lost)
    return {noun for noun in lost if led[noun] >= lost[noun]}


def _annexes(text: FinishedText, index: LabelIndex) -> Iterator[Remark]:
    """Schedules and the like that the file names and does not have, each once."""
    nouns = text.english.row("annexes")
    pattern = re.compile(rf"(?<![\w-])(?P<kind>{nouns})\s+(?P<name>\d{{1,2}}|[A-Z]|[IVX]{{1,5}})"
                         rf"(?![\w-])", re.IGNORECASE)  # fmt: skip
    told: set[tuple[str, str]] = set()
    for one in text.paragraphs():
        for found in pattern.finditer(one.words):
            key = (found["kind"].lower(), annex_name(found["name"]))
            if (key in index.annexes or key in told or found["name"].islower()
                    or _is_of_law(text, one.words, found)
                    or overlaps(*found.span(), one.in_fields)):  # fmt: skip
                continue
            told.add(key)
            yield Remark("annex-not-there", f"the file has no {found[0]}",
                         "attach it, or name the one that is meant", one, *found.span(),
                         WARNING)  # fmt: skip
