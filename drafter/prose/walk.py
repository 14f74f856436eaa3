"""Walks through clause text: every paragraph, every inline, and what others look for in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from drafter.prose.model import (
    Choice,
    Fill,
    ForEach,
    Guard,
    Inline,
    Placed,
    ProseParagraph,
    ProseTable,
    Reference,
    Sentence,
    Term,
    TermUse,
    Text,
    WrittenTable,
)


def paragraphs(text: Text) -> Iterator[ProseParagraph]:
    """Every clause and bullet, in reading order."""
    for block in text.blocks:
        if isinstance(block, ProseParagraph):
            yield from beneath(block)


def beneath(paragraph: ProseParagraph) -> Iterator[ProseParagraph]:
    """A paragraph and every bullet beneath it."""
    yield paragraph
    for bullet in paragraph.bullets:
        yield from beneath(bullet)


def tables(text: Text) -> Iterator[ProseTable | WrittenTable]:
    """Every table."""
    return (block for block in text.blocks if isinstance(block, ProseTable | WrittenTable))


def sentences(text: Text) -> Iterator[Sentence]:
    """Every sentence of every paragraph."""
    return (sentence for paragraph in paragraphs(text) for sentence in paragraph.sentences)


def lines(text: Text) -> Iterator[tuple[Inline, ...]]:
    """Each run of inlines as the reader meets it: sentences, and headings and cells of tables."""
    for block in text.blocks:
        if isinstance(block, ProseParagraph):
            yield from (s.inlines for p in beneath(block) for s in p.sentences)
        elif isinstance(block, ProseTable):
            yield from chain.from_iterable((c.heading, c.cell) for c in block.columns)
        elif isinstance(block, WrittenTable):
            yield from block.headings
            yield from chain.from_iterable(row.cells for row in block.rows)


def inlines(text: Text) -> Iterator[Inline]:
    """Every inline in reading order, those inside choices after the choice itself."""
    for line in lines(text):
        yield from within(line)


def within(line: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline of one line, those inside choices after the choice itself."""
    for inline in line:
        yield inline
        if isinstance(inline, Choice):
            for case in inline.cases:
                yield from case.inlines


def labels(text: Text) -> dict[str, ProseParagraph | ProseTable | WrittenTable]:
    """What each label of the text stands at."""
    labelled = chain[ProseParagraph | ProseTable | WrittenTable](paragraphs(text), tables(text))
    return {block.label: block for block in labelled if block.label}


def references(text: Text) -> Iterator[Reference]:
    """Every reference."""
    return (inline for inline in inlines(text) if isinstance(inline, Reference))


def fills(text: Text) -> Iterator[Fill]:
    """Every blank."""
    return (inline for inline in inlines(text) if isinstance(inline, Fill))


def choices(text: Text) -> Iterator[Choice]:
    """Every choice."""
    return (inline for inline in inlines(text) if isinstance(inline, Choice))


def uses(text: Text) -> Iterator[TermUse]:
    """Every marked use of a term."""
    return (inline for inline in inlines(text) if isinstance(inline, TermUse))


def placed(text: Text) -> Iterator[Placed]:
    """Every rider and computed list that stands in a block of its own."""
    return (block for block in text.blocks if isinstance(block, Placed))


def terms_defined(text: Text) -> Iterator[Term]:
    """Every term where it is defined."""
    return (inline for inline in inlines(text) if isinstance(inline, Term))


def guards(text: Text) -> Iterator[Guard]:
    """Every guard, a table's own loop included, in reading order."""
    for block in text.blocks:
        yield from block.guards if not isinstance(block, ProseParagraph) else ()
        if isinstance(block, ProseTable):
            yield ForEach(block.record, block.list, block.where, block.place)
        elif isinstance(block, WrittenTable):
            yield from chain.from_iterable(row.guards for row in block.rows)
        elif isinstance(block, ProseParagraph):
            for paragraph in beneath(block):
                yield from paragraph.guards
                yield from (guard for s in paragraph.sentences for guard in s.guards)
