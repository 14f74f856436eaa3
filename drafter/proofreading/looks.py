"""Letters that look otherwise than those around them, and paragraphs set otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.proofreading.model import FinishedText, Remark
from drafter.word.finished.model import FinishedParagraph, LookStretch

_MOST = 0.8  # of the letters of the text: what they look like is the rule
_LONG = 60  # characters from which on a paragraph is text
_RARE = 0.05  # of the paragraphs: what is odd in no more is a slip
_FEW = 0.1  # of the paragraphs of a style: so few are set otherwise by mistake
_NAMES = ("font", "size", "colour")
UsualLook = dict[str, str | None]
Odd = tuple[tuple[str, str, str], ...]  # what is odd, what it is, what the text has
_PART = 0.6  # of the letters of a paragraph: what is odd in more is set so on purpose
_ADDRESS = re.compile(r"://|@|[\w-]{2,}\.[a-z]{2,6}\b", re.IGNORECASE)
_OF_LINKS = ("0000FF", "0563C1", "1155CC")  # what programs give to links
_STOP = re.compile(r"[.;:]\s|[.;:]$")
_HEX = re.compile(r"[0-9A-F]{6}")
_NEAR = 0x38  # in a channel of 256 steps: so far two colours look alike
_SET = ("left", "right", "both")  # a centred line is a title, whatever its style
_SAME = {"": "left", "start": "left", "end": "right"}
_CURE = "take the direct formatting off (Ctrl+Space in Word)"


def letters(text: FinishedText) -> Iterator[Remark]:
    """Words in another font, size or colour than the text has, set by hand."""
    body = [one for one in text.sentences()
            if len(one.words) >= _LONG and not one.cell and _STOP.search(one.words)]  # fmt: skip
    usual = _usual(body)
    found = [(one, *hit) for one in body if (hit := _first_odd(one, usual))]
    often = Counter(_kind(odd) for _, each, odd in found)
    for one, each, odd in found:
        if often[_kind(odd)] <= max(2, _RARE * len(body)):
            yield _otherwise(one, each, odd)


def _first_odd(one: FinishedParagraph, usual: UsualLook) -> tuple[LookStretch, Odd] | None:
    own = _usual([one])
    for each in one.stretches:
        rules = {name: usual[name] if usual[name] is not None else own[name] for name in _NAMES}
        if _is_address(one.words, each):
            continue
        odd = tuple((name, getattr(each.look, name), rule or "") for name, rule in rules.items()
                    if _is_odd(each, name, rule))  # fmt: skip
        if odd and each.text.strip() and len(each.text) <= _PART * len(one.words):
            return each, odd
    return None


def _kind(odd: Odd) -> Odd:
    """What is odd, and how: what is odd in many places alike is so on purpose."""
    return tuple((name, is_, "") for name, is_, _ in odd)


def _usual(paragraphs: list[FinishedParagraph]) -> UsualLook:
    """What nearly all of the text has, of each name; None where nothing is usual."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in _NAMES}
    for one in paragraphs:
        for each in one.stretches:
            for name, count in counts.items():
                count[getattr(each.look, name)] += len(each.text)
    return {name: _most(count) for name, count in counts.items()}


def _most(count: Counter[str]) -> str | None:
    most = count.most_common(1)
    return most[0][0] if most and most[0][1] >= _MOST * count.total() else None


def _is_odd(each: LookStretch, name: str, usual: str | None) -> bool:
    own, of_style = getattr(each.look, name), getattr(each.of_style, name)
    if usual is None or own in (usual, of_style):
        return False
    if name == "colour" and (each.look.bold or own in _OF_LINKS or _is_alike(own, usual)):
        return False
    return sum(sign.isalpha() for sign in each.text) > 2


def _is_alike(one: str, other: str) -> bool:
    """Whether no eye tells two colours apart; black is no colour of its own."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return all(abs(first - second) <= _NEAR for first, second in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    shown = colour if _HEX.fullmatch(colour) else "000000"
    return int(shown[:2], 16), int(shown[2:4], 16), int(shown[4:], 16)


def _is_address(words: str, each: LookStretch) -> bool:
    """Whether a stretch is an address of the web or of mail, or a piece of one."""
    start, end = words.rfind(" ", 0, each.start + 1) + 1, words.find(" ", each.end)
    whole = words[start : end if end >= 0 else None]
    return any(_ADDRESS.search(one) for one in (each.text, whole))


def _otherwise(one: FinishedParagraph, each: LookStretch, odd: Odd) -> Remark:
    said = ", ".join(f"{name} {_in_print(name, is_)} where the text has {_in_print(name, usual)}"
                     for name, is_, usual in odd)  # fmt: skip
    return Remark("uneven-look", f"the words look otherwise: {said}", _CURE, one, each.start,
                  each.end, WARNING)  # fmt: skip


def _in_print(name: str, value: str) -> str:
    if name == "size" and value.isdigit():
        return f"{int(value) / 2:g} pt"
    return value or ("black" if name == "colour" else "of its own")


def setting(text: FinishedText) -> Iterator[Remark]:
    """Paragraphs aligned otherwise than nearly all of their style."""
    of_style: dict[str, list[FinishedParagraph]] = {}
    for one in text.sentences():
        own = _SAME.get(one.aligned, one.aligned)
        if len(one.words) >= 2 * _LONG and not one.cell and own in _SET:
            of_style.setdefault(one.style, []).append(one)
    for style, alike in of_style.items():
        count = Counter(_SAME.get(one.aligned, one.aligned) for one in alike)
        (usual, most), *others = count.most_common()
        few = sum(number for _, number in others)
        if 0 < few <= _FEW * len(alike) and most > few:
            for one in alike:
                if (own := _SAME.get(one.aligned, one.aligned)) != usual:
                    says = f"it is aligned {own}, and nearly all of style {style} {usual}"
                    yield Remark("uneven-look", says, "set it as the others are", one,
                                 severity=WARNING)  # fmt: skip
