"""Clause text back as source, in its one canonical spelling.

Reading what this prints gives the same tree, places apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.conditions.model import Condition
from drafter.conditions.source import dotted, source
from drafter.prose.model import (
    Block,
    Choice,
    Column,
    Fill,
    Guard,
    Inline,
    Placed,
    ProseParagraph,
    ProseTable,
    Reference,
    Sentence,
    SurvivingClauses,
    Target,
    Term,
    TermUse,
    Text,
    When,
    Words,
    WrittenTable,
)
from drafter.prose.typography import typed_words

_MARKS = re.compile(r"[{}\[*|\\]")


def print_text(text: Text, language: str = "en") -> str:
    """The source of a text, ending in a line break."""
    return "\n".join("".join(f"{line}\n" for line in _block(b, language)) for b in text.blocks)


def _block(block: Block, language: str) -> Iterator[str]:
    match block:
        case ProseParagraph():
            yield from _paragraph(block, "", language)
        case Placed():
            form = f" as {block.form}" if block.form else ""
            yield f"{_guards(block.guards)}{{place {block.what}{form}}}"
        case ProseTable():
            yield _table_head(block)
            yield from (_column(column, language) for column in block.columns)
        case WrittenTable():
            yield f"{_guards(block.guards)}{{table}}{_label(block.label)}"
            yield f"  {_cells(block.headings, language)}"
            yield from (f"  {_guards(r.guards)}{_cells(r.cells, language)}" for r in block.rows)


def _paragraph(paragraph: ProseParagraph, margin: str, language: str) -> Iterator[str]:
    lines = [_sentence(sentence, language) for sentence in paragraph.sentences] or [""]
    flush = "{flush} " if paragraph.flush else ""
    lines[0] = flush + _guards(paragraph.guards) + lines[0]
    lines[-1] += f" {{{paragraph.join}}}" if paragraph.join else ""
    lines[-1] += _label(paragraph.label)
    yield lines[0]
    yield from (margin + line for line in lines[1:])
    deeper = "  " if not margin else "    "
    for bullet in paragraph.bullets:
        first, *rest = _paragraph(bullet, deeper + "  ", language)
        yield f"{deeper}- {first}"
        yield from rest


def _table_head(table: ProseTable) -> str:
    loop = f"{table.record} in {dotted(table.list)}{_where(table.where)}"
    return f"{_guards(table.guards)}{{table {loop}}}{_label(table.label)}"


def _column(column: Column, language: str) -> str:
    return f"  {_line(column.heading, language)}: {_line(column.cell, language)}"


def _cells(cells: Sequence[tuple[Inline, ...]], language: str) -> str:
    return " | ".join(_line(cell, language) for cell in cells)


def _sentence(sentence: Sentence, language: str) -> str:
    return _guards(sentence.guards) + _line(sentence.inlines, language)


def _label(label: str) -> str:
    return f" {{#{label}}}" if label else ""


# --- guards ---------------------------------------------------------------------------------


def _guards(guards: Sequence[Guard]) -> str:
    return "".join(f"{_guard(guard)} " for guard in guards)


def _guard(guard: Guard) -> str:
    if isinstance(guard, When):
        return f"{{if {source(guard.condition)}}}"
    return f"{{for each {guard.record} in {dotted(guard.list)}{_where(guard.where)}}}"


def _where(condition: Condition | None) -> str:
    return f" where {source(condition)}" if condition else ""


# --- inside a sentence ----------------------------------------------------------------------


def _line(inlines: Sequence[Inline], language: str) -> str:
    return "".join(_inline(inline, at > 0, language) for at, inline in enumerate(inlines))


def _inline(inline: Inline, follows: bool, language: str) -> str:
    match inline:
        case Words(text):
            return _MARKS.sub(r"\\\g<0>", typed_words(text, follows, language))
        case Fill(subject, form):
            return f"{{{dotted(subject)}{f' as {form}' if form else ''}}}"
        case Reference(targets):
            return f"[{', '.join(map(_target, targets))}]"
        case Term(words):
            return f"**{typed_words(words, language=language)}**"
        case TermUse(words):
            return f"{{{typed_words(words, language=language)}}}"
        case Choice():
            return _choice(inline, language)
        case SurvivingClauses():
            return "{place surviving-clauses}"


def _target(target: Target) -> str:
    return f"@{target.topic}" + (f".{target.label}" if target.label else "")


def _choice(choice: Choice, language: str) -> str:
    cases = (
        f"{', '.join(case.values)} -> {_line(case.inlines, language)}" for case in choice.cases
    )
    return f"{{choose {dotted(choice.subject)}: {' | '.join(cases)}}}"
