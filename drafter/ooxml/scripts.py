"""Words in another script than that of the document: which way they run, and in which language.

A script that one language writes names it; for one that several write, and for letters that the
document's own language is written in, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

NO_LANGUAGE = "x-none"
"""What Word itself writes where words are in no language that it shall check."""


class Script(NamedTuple):
    """A script: its letters as a class of a pattern, the languages that are written in it ("el-GR";
    of several the first parts), where Word looks for the language of such words, whether they run
    from right to left."""

    letters: str
    languages: tuple[str, ...]
    attribute: str = "w:val"
    from_right: bool = False


_EAST, _COMPLEX = "w:eastAsia", "w:bidi"
SCRIPTS = {
    "hebrew": Script("\u0590-\u05ff\ufb1d-\ufb4f", ("he-IL",), _COMPLEX, True),
    "arabic": Script(
        "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc", ("ar", "fa", "ur", "ps", "ku"), _COMPLEX, True
    ),
    "greek": Script("\u0370-\u03ff\u1f00-\u1fff", ("el-GR",)),
    "cyrillic": Script("\u0400-\u052f", ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn")),
    "armenian": Script("\u0530-\u058f", ("hy-AM",)),
    "georgian": Script("\u10a0-\u10ff\u1c90-\u1cbf", ("ka-GE",)),
    "devanagari": Script("\u0900-\u097f", ("hi", "mr", "ne"), _COMPLEX),
    "thai": Script("\u0e00-\u0e7f", ("th-TH",), _COMPLEX),
    "hangul": Script("\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", ("ko-KR",), _EAST),
    "kana": Script("\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f", ("ja-JP",), _EAST),
    "han": Script("\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", ("zh", "ja"), _EAST),
}
"""In the order in which a stretch that mixes them is named: with kana, Han is Japanese."""

_BETWEEN = r"[\W\d_]*"
_FIGURES = r"(?:[ ,./-]*\d+)*"  # behind words from the right, figures are read on with them


class Stretch(NamedTuple):
    """Words that run one way in one language: what their run says of it, as XML."""

    words: str
    looks: str = ""


def _stretch_pattern(letters: str, tail: str = "") -> str:
    return f"[{letters}](?:{_BETWEEN}[{letters}])*{tail}"


_RIGHT = "".join(one.letters for one in SCRIPTS.values() if one.from_right)
_EASTERN = SCRIPTS["kana"].letters + SCRIPTS["han"].letters
_APART = [one for one in SCRIPTS.values() if one.letters not in _EASTERN and not one.from_right]
_FIRST = re.compile(r"[^\W\d_]")
_ANY = re.compile("[" + "".join(one.letters for one in SCRIPTS.values()) + "]")


@cache
def _stretch() -> re.Pattern[str]:
    """What few agreements need, and what takes long to compile."""
    apart = (_stretch_pattern(one.letters) for one in _APART)
    every = (_stretch_pattern(_RIGHT, _FIGURES), _stretch_pattern(_EASTERN), *apart)
    return re.compile(f"({'|'.join(every)})")


@cache
def _of_script(name: str) -> re.Pattern[str]:
    return re.compile(f"[{SCRIPTS[name].letters}]")


def has_other_script(text: str) -> bool:
    """Whether a text has letters of one of `SCRIPTS`."""
    return not text.isascii() and _ANY.search(text) is not None


def stretches(text: str, language: str) -> list[Stretch]:
    """A text of a document in a language, parted where the script changes.

    >>> [(one.words, one.looks) for one in stretches("Ελλάδα (Greece)", "en-GB")]
    [('Ελλάδα', '<w:lang w:val="el-GR"/>'), (' (Greece)', '')]
    """
    pieces = [one for one in _stretch().split(text) if one]
    first = _FIRST.search(text)
    if first and re.match(f"[{_RIGHT}]", first[0]):
        pieces = list(_with_edges(pieces))
    return [Stretch(one, _looks(one, language)) for one in pieces]


def _with_edges(pieces: list[str]) -> Iterator[str]:
    """The pieces of a text that begins from the right, so that the number of a house before its
    street, and the signs at the end, are read with the words beside them."""
    if len(pieces) > 1 and not _FIRST.search(pieces[0]):
        pieces = [pieces[0] + pieces[1], *pieces[2:]]
    if len(pieces) > 1 and not _FIRST.search(pieces[-1]) and re.search(f"[{_RIGHT}]", pieces[-2]):
        pieces = [*pieces[:-2], pieces[-2] + pieces[-1]]
    yield from pieces


@lru_cache(maxsize=1024)
def _looks(words: str, language: str) -> str:
    script = next((one for name, one in SCRIPTS.items() if _of_script(name).search(words)), None)
    if script is None:
        return ""
    direction = "<w:rtl/>" if script.from_right else ""
    spoken = {one.partition("-")[0] for one in script.languages}
    if language.partition("-")[0] in spoken:
        return direction
    known = script.languages[0] if len(spoken) == 1 else NO_LANGUAGE
    return f'{direction}<w:lang {script.attribute}="{known}"/>'
