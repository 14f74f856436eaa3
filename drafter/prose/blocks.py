"""Blocks: clauses with their bullets, places for what is computed, tables."""

from __future__ import annotations

import re

from drafter.data_classes import dataclass, field
from drafter.prose.guards import ID, Guarded, read_guards, read_tail
from drafter.prose.inlines import read_inlines
from drafter.prose.lines import SourceLine
from drafter.prose.model import SIGNATURE_FORMS, Block, Guard, Placed, ProseParagraph, Sentence
from drafter.prose.reading import ProseReading, one_of
from drafter.prose.sentences import Ending, check_item, check_line_start, check_sentence
from drafter.prose.tables import read_table, read_written_table

_PLACE = re.compile(r"\{place ([^{}]*)\}\Z")
_MARGINS = (0, 4, 6)  # where a further sentence of a clause, bullet, sub-bullet starts


@dataclass(slots=True)
class BulletLines:
    """The lines of a clause or bullet, and the bullets beneath it."""

    lines: list[SourceLine]
    level: int = 0
    items: list[BulletLines] = field(default_factory=list)


def read_block(group: list[SourceLine], reading: ProseReading) -> Block:
    """One block of lines."""
    first = read_guards(group[0], reading)
    words = group[0].source[first.start :]
    if words.startswith("{table "):
        _no_flush(group[0], first, reading)
        return read_table(group, first)
    if words.startswith("{table}"):
        _no_flush(group[0], first, reading)
        return read_written_table(group, first)
    if placed := _PLACE.match(words):
        _no_flush(group[0], first, reading)
        return _placed(group, first, placed)
    return _paragraph(_outline(group, reading), first)


def _no_flush(line: SourceLine, first: Guarded, reading: ProseReading) -> None:
    if first.flush:
        reading.fault("flush-place", line.place(line.start, first.start))


def _placed(group: list[SourceLine], first: Guarded, placed: re.Match[str]) -> Placed:
    line = group[0]
    what, _, form = placed[1].partition(" as ")
    place = line.place(first.start)
    if len(group) > 1 or line.start or what == "surviving-clauses" or not ID.fullmatch(what):
        first.reading.fault("place-form", place, words=placed[0])
    if form and (what != "signatures" or form not in SIGNATURE_FORMS):
        first.reading.fault("place-as", place, words=form, known=one_of(SIGNATURE_FORMS))
    return Placed(what, first.guards, place, form)


# --- which line belongs beneath which -------------------------------------------------------


def _outline(group: list[SourceLine], reading: ProseReading) -> BulletLines:
    if group[0].start:
        rule = "bullet-depth" if group[0].bullet else "odd-indent"
        reading.fault(rule, group[0].place(0, group[0].start))
    whole = BulletLines([group[0]])
    path = [whole]
    for line in group[1:]:
        if line.bullet:
            _hang(BulletLines([line], _level(line, path, reading)), path)
        else:
            _check_margin(line, path[-1].level, reading)
            path[-1].lines.append(line)
    return whole


def _level(line: SourceLine, path: list[BulletLines], reading: ProseReading) -> int:
    level = line.indent // 2
    if line.indent % 2 or not 1 <= level <= min(2, len(path)):
        reading.fault("bullet-depth", line.place(0, line.start))
    elif line.start != line.indent + 2 or line.start == line.end:
        reading.fault("bullet-form", line.place(line.indent, line.start))
    return max(1, min(2, len(path), level))


def _hang(item: BulletLines, path: list[BulletLines]) -> None:
    del path[item.level :]
    path[-1].items.append(item)
    path.append(item)


def _check_margin(line: SourceLine, level: int, reading: ProseReading) -> None:
    if line.indent != _MARGINS[level]:
        reading.fault("odd-indent", line.place(0, line.start))


# --- clauses and bullets --------------------------------------------------------------------


def _paragraph(item: BulletLines, first: Guarded, under_join: bool = False) -> ProseParagraph:
    reading = first.reading
    tail = read_tail(item.lines[-1], first.start if len(item.lines) == 1 else 0, reading)
    sentences = [_sentence(item.lines[0], first, (), tail.end, item, under_join)]
    for line in item.lines[1:]:
        guarded = read_guards(line, reading)
        if guarded.flush:
            reading.fault("flush-place", line.place(line.start, guarded.start))
        sentences.append(_sentence(line, guarded, guarded.guards, tail.end, item, under_join))
    if tail.join and not item.items:
        reading.fault("join-without-list", item.lines[-1].place(tail.end - 1))
    return ProseParagraph(
        tuple(sentence for sentence in sentences if sentence.inlines),
        first.guards,
        tail.join,
        tail.label,
        first.flush,
        tuple(_bullet(bullet, reading, bool(tail.join)) for bullet in item.items),
        item.lines[0].place(item.lines[0].start),
    )


def _bullet(item: BulletLines, reading: ProseReading, under_join: bool) -> ProseParagraph:
    line = item.lines[0]
    first = read_guards(line, reading)
    if first.flush:
        reading.fault("flush-place", line.place(line.start, first.start))
    if under_join:
        check_item(item.lines, reading)
    return _paragraph(item, first, under_join)


def _sentence(
    line: SourceLine,
    guarded: Guarded,
    guards: tuple[Guard, ...],
    end: int,
    item: BulletLines,
    under_join: bool,
) -> Sentence:
    last = line is item.lines[-1]
    end = max(end, guarded.start) if last else line.end
    start = check_line_start(line, guarded.start, guarded.reading)
    inlines = read_inlines(line, start, end, guarded.reading, not under_join)
    place = line.place(guarded.start, end)
    if start == guarded.start:
        check_sentence(inlines, place, _ending(item, last, under_join), guarded.reading)
    return Sentence(inlines, guards, place)


def _ending(item: BulletLines, last: bool, under_join: bool) -> Ending:
    if under_join:
        return Ending.NONE if last and not item.items else Ending.FREE
    return Ending.FULL if not last or item.items or item.level else Ending.FREE
