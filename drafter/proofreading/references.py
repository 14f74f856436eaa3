"""References that Word computes: whether they lead anywhere, and show what they would show now."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.proofreading.labels import Steps, steps
from drafter.proofreading.model import FinishedText, Remark
from drafter.word.finished.model import FieldResult, FinishedParagraph, WholeFile
from drafter.word.labels import Number

_LEADING = ("REF", "PAGEREF", "NOTEREF", "LINK")
_ERROR = re.compile(r"Error[!:] ?Reference source not found\.?|Error! Bookmark not defined\.?",
                    re.IGNORECASE)  # fmt: skip
_NUMBER = re.compile(r"\\[nrw]\b", re.IGNORECASE)
_UPDATE = "mark all of the text and press F9 in Word, then read it again"
_ANEW = "put the reference in anew (References, Cross-reference)"
_SHOWN = 50


def references(text: FinishedText) -> Iterator[Remark]:
    """References without a target, and those that show what is no longer so."""
    for one in text.file.paragraphs:
        for found in _ERROR.finditer(one.words):
            yield Remark("reference-to-nothing", "Word found no target for this reference", _ANEW,
                         one, *found.span())  # fmt: skip
        for field in one.fields:
            if field.name in _LEADING and not _ERROR.search(field.shown):
                yield from _of_field(field, one, text.file)


def _of_field(field: FieldResult, one: FinishedParagraph, file: WholeFile) -> Iterator[Remark]:
    target = field.target.strip('"').casefold()
    start, end = field.start, field.start + len(field.shown)
    if target == "_top":
        return
    if target not in file.marked:
        if field.name != "LINK" or field.shown.strip():
            says = f"`{field.shown}` leads to the bookmark {field.target}, which is not in the file"
            yield Remark("reference-to-nothing", says, _ANEW, one, start, end)
        return
    place = file.marked[target]
    if field.name == "REF":
        right = _right(field, place.paragraph.label, place.words)
        if right:
            says = f"it shows `{_cut(field.shown)}`, and its target is `{_cut(right)}`"
            yield Remark("reference-out-of-date", says, _UPDATE, one, start, end)
    elif field.name == "LINK" and one.contents and not _names(field.shown, place.paragraph):
        says = f"the contents say `{_cut(field.shown)}`, the heading is"
        says += f" `{_cut(place.paragraph.words)}`"
        yield Remark("reference-out-of-date", says, _UPDATE, one, start, end)


def _right(field: FieldResult, number: Number, words: str) -> str:
    """What a field should show; empty where it does."""
    if not _NUMBER.search(field.switches):
        same = _plain(field.shown).casefold() == _plain(words).casefold()
        return words if words and not same else ""
    if not number.label.strip():
        return "0" if field.shown.strip() not in ("", "0") else ""
    shown, full = steps(field.shown), steps(number.full)
    if not full or not shown:
        return "" if shown == full else number.full
    return "" if _shows(field.switches.lower(), shown, number, full) else _wanted(field, number)


def _shows(switches: str, shown: Steps, number: Number, full: Steps) -> bool:
    own = steps(number.own)
    if r"\w" in switches:
        return shown == full or shown == own == full[-len(own) :]
    if r"\n" in switches:
        return shown == own
    longest = tuple(step for label, _ in number.chain for step in steps(label))
    return shown in (own, full) or shown == longest[-len(shown) :]


def _wanted(field: FieldResult, number: Number) -> str:
    return number.own if r"\n" in field.switches.lower() else number.full


def _names(shown: str, heading: FinishedParagraph) -> bool:
    """Whether a line of contents has the words of the heading that it leads to."""
    squeezed = re.sub(r"\W", "", shown).casefold()
    words = re.sub(r"\W", "", heading.words).casefold()
    return words[:40] in squeezed


def _plain(words: str) -> str:
    return " ".join(words.split())


def _cut(words: str) -> str:
    line = _plain(words)
    return line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + "…"
