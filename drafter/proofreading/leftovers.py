"""What was to be filled in, chosen or taken out: blanks, brackets, notes, tags, highlights."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.diagnostics import WARNING
from drafter.kinds.signing_fields import signing_fields_in
from drafter.proofreading.model import FinishedText, Remark
from drafter.word.finished.model import FinishedParagraph

_BLANK = re.compile(r"[$£€]?_{3,}(?:[\s/]*_{2,})*|\.{6,}|…{2,}|\[[\s●•∙⬤■*#_.…—–-]*\]|●|⬤")
_TAG = re.compile(r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}|<<[^<>\n]{1,80}>>|«[^»\n]{1,80}»|"
                  r"(?<!\{)\{[#/^]?[A-Za-z_][\w. -]{0,60}\}(?!\})|\$\{[^}\n]{1,60}\}")  # fmt: skip
_BRACKET = re.compile(r"\[(?!\s*[xX✓✔]?\s*\])[^\[\]]{1,3000}\]")
_CROSSES = re.compile(r"(?<![\w$])X{2,}(?![\w])|(?<!\w)x{3,}(?!\w)")
_BOX = re.compile(r"\s*\[\s*[xX✓✔]?\s*\]\s*\S")
_BEHIND = re.compile(r"[_.…\s]+\(([^()]{2,40})\)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = 60  # characters before a line in which the words for a signature stand


def leftovers(text: FinishedText) -> Iterator[Remark]:
    """Everything that an unfinished text has, each place once."""
    signs, notes = text.english.row("signs"), text.english.row("notes")
    notes_and_signs = re.compile(rf"(?<!\w)(?:{signs}|(?i:{notes}))(?!\w)")
    for one in text.paragraphs():
        taken = bytearray(len(one.words))
        for start, end in signing_fields_in(one.words):  # a service puts a field there
            taken[start:end] = b"\1" * (end - start)
        for found in (
            *_controls(one),
            *_tags(one, notes_and_signs),
            *_blanks(one, text),
            *_choices(one, text),
            *_highlights(one),
        ):
            if not any(taken[found.start : found.end]):
                taken[found.start : found.end] = b"\1" * (found.end - found.start)
                yield found


def _controls(one: FinishedParagraph) -> Iterator[Remark]:
    for start, end in _joined([(each.start, each.end) for each in one.stretches if each.waits]):
        yield Remark("left-placeholder", "a control still shows its placeholder", "fill it in",
                       one, start, end)  # fmt: skip


def _tags(one: FinishedParagraph, notes: re.Pattern[str]) -> Iterator[Remark]:
    for found in _TAG.finditer(one.words):
        yield Remark("left-placeholder", f"`{found[0]}` is the tag of a template", "fill it in",
                       one, *found.span())  # fmt: skip
    for found in (*notes.finditer(one.words), *_CROSSES.finditer(one.words)):
        yield Remark("left-placeholder", f"`{found[0]}` waits for something", "fill it in",
                       one, *found.span())  # fmt: skip


def _blanks(one: FinishedParagraph, text: FinishedText) -> Iterator[Remark]:
    box = _BOX.match(one.words)
    for found in _BLANK.finditer(one.words):
        if box and found.end() <= box.end():
            continue
        by_pen = _is_for_signing(one.words, found.start(), text)
        if found[0][0] in "_.…" and (by_pen or _is_written_on(one.words, *found.span())):
            continue
        yield Remark("left-blank", "a blank is not filled in", "fill it in, or take it out",
                       one, *found.span())  # fmt: skip


def _is_written_on(words: str, start: int, end: int) -> bool:
    """Whether a line has been filled in: letters or figures touch it."""
    return words[max(0, start - 1) : start].isalnum() or words[end : end + 1].isalnum()


def _is_for_signing(words: str, at: int, text: FinishedText) -> bool:
    """Whether a line is there to be filled in by hand: after "By:", or alone in its paragraph."""
    behind = _BEHIND.match(words, at)
    if behind and set(behind[1].lower().split()) & text.english["by_pen"]:
        return True
    before = words[max(0, at - _BEFORE) : at].rpartition("\n")[2]
    said = [word.lower() for word in _WORD.findall(before)]
    if not said:
        after = [word.lower() for word in _WORD.findall(words[at:])]
        return all(word in text.english["signing"] for word in after)
    label = before.rstrip(" _\t").endswith((":", "."))
    last = said[-1] in text.english["signing"]
    return (label and last) or all(word in text.english["signing"] for word in said)


def _choices(one: FinishedParagraph, text: FinishedText) -> Iterator[Remark]:
    for found in _BRACKET.finditer(one.words):
        words = {word.lower() for word in _WORD.findall(found[0])}
        if words and not words & text.english["standing"]:
            yield Remark("left-bracket", "words stand in square brackets",
                           "choose: keep the words without brackets, or take them out",
                           one, *found.span(), WARNING)  # fmt: skip


def _highlights(one: FinishedParagraph) -> Iterator[Remark]:
    marked = [(each.start, each.end) for each in one.stretches
              if each.look.highlight and each.text.strip()]  # fmt: skip
    for start, end in _joined(marked):
        yield Remark("left-highlight", "the words are highlighted",
                       "settle what they were marked for, then take the colour off",
                       one, start, end, WARNING)  # fmt: skip


def _joined(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that touch, as one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
