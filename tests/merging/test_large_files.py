"""A merge costs twice as much where twice as much is put in: the longest file that may come in ends
in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.attacks import in_body
from support.calls import calls
from support.drafts import docx

from drafter.merging.merge import merge

SIZES = (120, 240)
Content = Callable[[int, str], str]


def rows(count: int, words: str) -> str:
    """A table of a row a line."""
    cells = (f"<w:tc><w:p><w:r><w:t>{words} {at}</w:t></w:r></w:p></w:tc>" for at in range(count))
    return f"<w:tbl>{''.join(f'<w:tr>{cell}</w:tr>' for cell in cells)}</w:tbl>"


def paragraphs(count: int, words: str) -> str:
    """Paragraphs of an agreement, each by a name of its own."""
    return "".join(
        f'<w:p><w:bookmarkStart w:id="{9000 + at}" w:name="_cl_{words}_{at}"/><w:r><w:t>{words} '
        f'{at} stands here</w:t></w:r><w:bookmarkEnd w:id="{9000 + at}"/></w:p>'
        for at in range(count)
    )


def cost(content: Content, count: int) -> int:
    """How many calls a merge makes when the library puts so much in."""
    base = docx("workout-rewards")
    fresh = in_body(content(count, "new"))(base)
    return calls(lambda: merge(base, base, fresh, author="drafter"))


@pytest.mark.parametrize("content", [rows, paragraphs], ids=["rows", "paragraphs"])
class DescribeALongFile:
    def it_costs_twice_as_much_at_twice_the_length(self, content: Content) -> None:
        none, some, twice = (cost(content, count) for count in (1, *SIZES))
        assert (twice - none) / (some - none) < 2.4
