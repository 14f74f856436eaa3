"""A list in a text comes down to nothing, or to one bullet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from drafter.prose.model import ForEach, Guard, ProseParagraph, Text
from support.happening import Happening, Part
from support.one_deal import OneDeal

IsShort = Callable[[ProseParagraph, Sequence[bool]], bool]


def lists_that_come_down(
    about: tuple[str, str], text: Text, here: tuple[Part, ...]
) -> Iterator[Happening]:
    """To nothing, or to one bullet that is written once."""
    for lead in text.blocks:
        if isinstance(lead, ProseParagraph) and lead.bullets:
            reads = tuple(_guards_over((lead, *lead.bullets)))
            for rule, is_short in (("empty-list", _is_empty), ("lone-bullet", _is_alone)):
                shown = partial(_comes_down, lead, is_short)
                key = (rule, "list", *about, str(lead.place))
                yield Happening(key, (*here, Part(reads, shown)))


def _comes_down(lead: ProseParagraph, is_short: IsShort, deal: OneDeal) -> bool:
    return any(is_short(lead, shown) for shown in deal.bullets(lead))


def _guards_over(paragraphs: Iterable[ProseParagraph]) -> Iterator[Guard]:
    for one in paragraphs:
        yield from one.guards
        yield from (guard for sentence in one.sentences for guard in sentence.guards)


def _is_empty(lead: ProseParagraph, shown: Sequence[bool]) -> bool:
    return not any(shown)


def _is_alone(lead: ProseParagraph, shown: Sequence[bool]) -> bool:
    stand = [one for one, here in zip(lead.bullets, shown, strict=True) if here]
    return len(stand) == 1 and not any(isinstance(one, ForEach) for one in stand[0].guards)
