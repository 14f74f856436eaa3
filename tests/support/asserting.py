"""Which sentences of an agreement say outright that something is so."""

from __future__ import annotations

import re

_THINGS = (
    "Party|Parties|Products?|Project|Results?|Software|Marks?|Goods|Listed Rights?|Background IP"
    "|Personal Data|Materials?|Alder|Birch"
)
_OF_ONE = re.compile(
    r"(?:(?:The|Each|Every|A|An|Both|All|No|Neither|Its|Their) )?(?:[a-z-]+ ){0,2}"
    rf"(?:{_THINGS})\b (?:(?:each|both|all|alone|then|also|already|never|not) )*([a-z]+)\b"
)
_DUTIES = {"must", "may", "need", "means", "agree"}
_EFFECTS = {  # what the agreement itself brings about, or says that it is for
    "bears", "gives", "grants", "intends", "introduce", "keeps", "leaves", "sets", "warrants",
}  # fmt: skip
_COUNTS_AS = {"lets", "owes", "refused", "said", "stay"}  # of whoever does or leaves something
_GOES_ON = {"a", "against", "and", "from", "its", "or", "that", "whose"}  # no verb: it comes later
_NO_FACT = re.compile(r"(?:is not liable|Nobody but the Parties has a right under it)\b")
_PAST = re.compile(r"\b(?:has|have|had|was|were) (?:not |already |never |been |all |both |each )*"
                   r"(?!granted)(\w+(?:ed|en|wn|ld|ght|de))\b")  # fmt: skip
_SUBORDINATE = re.compile(
    r"\b(if|that|which|when|where|while|unless|until|than|who|whom|whose|as|before|after|because"
    r"|what|once|for|to|nor?)\b", re.IGNORECASE
)  # fmt: skip
_APART = re.compile(r"(?<=[.;]) |(?<=\]) (?=[A-Z])")
_LISTED = re.compile(r"^\s*(?:\(\w+\)|\d+(?:\.\d+)*\.?)\s+")


def asserted(text: str) -> list[str]:
    """The sentences that say what the parties, the product or the marks are, have or did, and
    leave nothing blank: all but those that a duty, a right or an effect of the agreement makes.

    What stands behind `if`, `that` or `to` says what is meant, not that it is so.
    """
    lines = re.sub(r"\[[^\[\]]*\]", "[]", text).splitlines()
    sentences = [one for line in lines for one in _APART.split(line)]
    return [one for one in sentences if "[" not in one and _asserts(_LISTED.sub("", one))]


def _asserts(sentence: str) -> bool:
    if not sentence.endswith((".", ";")) or _NO_FACT.search(sentence):
        return False
    return _of_one(sentence) or _in_the_past(sentence)


def _of_one(sentence: str) -> bool:
    found = _OF_ONE.match(sentence)
    if found is None:
        return False
    if found[1] in _GOES_ON:
        return not (_DUTIES | _EFFECTS | _COUNTS_AS) & {*re.findall(r"[a-z]+", sentence)}
    return found[1] not in _DUTIES | _EFFECTS


def _in_the_past(sentence: str) -> bool:
    found = _PAST.search(sentence)
    return found is not None and not _SUBORDINATE.search(sentence[: found.start()])
