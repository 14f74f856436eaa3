"""The variants that this deal does not take, as elements that look like printed ones.

A template holds them all. Each sentence, bullet and table row stands here once, without its
conditions and loops, and a choice of words shows its first case: the least a template could hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.agreement.expand import DEFINITION_ROLES
from drafter.agreement.layout import SectionPlace
from drafter.agreement.model import Element, Paragraph, Role, Run, Said, Table
from drafter.library.model import Definition
from drafter.prose import model as prose

DEFINITIONS = SectionPlace(Role.DEFINITION, DEFINITION_ROLES, Role.FLUSH)


def as_written(name: str, text: prose.Text, place: SectionPlace) -> Iterator[Element]:
    """The elements of a text; `name` stands for it in the names of their blocks."""
    for index, block in enumerate(text.blocks, 1):
        if isinstance(block, prose.ProseParagraph):
            yield from _paragraphs(f"{name}.{index}", block, place, 0)
        elif isinstance(block, prose.ProseTable):
            headings = tuple(tuple(_runs(column.heading)) for column in block.columns)
            yield Table(f"{name}.{index}", headings, ())


def definition(one: Definition, name: str, text: prose.Text) -> Iterator[Element]:
    """The elements of a definition, the term first."""
    opening: tuple[Run, ...] = (Run(one.term, Said.TERM), Run(" "))
    for element in as_written(name, text, DEFINITIONS):
        if isinstance(element, Paragraph):
            yield element._replace(runs=(*opening, *element.runs))
            opening = ()


def _paragraphs(
    block: str, paragraph: prose.ProseParagraph, place: SectionPlace, level: int
) -> Iterator[Element]:
    runs: list[Run] = []
    for sentence in paragraph.sentences:
        runs += [Run(" ")] if runs else []
        runs += _runs(sentence.inlines)
    yield Paragraph(block, place.flush if paragraph.flush else place.roles[level], "", tuple(runs))
    for index, bullet in enumerate(paragraph.bullets, 1):
        yield from _paragraphs(f"{block}.{index}", bullet, place, level + 1)


def _runs(inlines: tuple[prose.Inline, ...]) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case prose.Words():
                yield Run(inline.text)
            case prose.TermUse():
                yield Run(inline.words)
            case prose.Term():
                yield Run(inline.words, Said.TERM)
            case prose.Fill():
                yield Run("", Said.ANSWER, ".".join(inline.subject))
            case prose.Reference():
                yield Run("clause ")
                yield from (Run("", Said.REFERENCE, _block(one)) for one in inline.targets)
            case prose.Choice():
                yield from _runs(inline.cases[0].inlines)
            case prose.SurvivingClauses():
                yield Run("", Said.REFERENCE, "surviving")


def _block(target: prose.Target) -> str:
    return ".".join(part for part in (target.topic, target.label) if part)
