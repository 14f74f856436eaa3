"""A merge costs twice as much where twice as much is put in: the longest file that may come in ends
in time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from support.attacks import in_body
from support.calls import calls
from support.drafts import docx
from support.files import parts

from drafter.merging.merge import merge
from drafter.merging.model import Merged

NAME = "workout-rewards"
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


def every_other(body: str, said: str) -> str:
    """The paragraphs, every other one of which says something else."""
    pairs = re.findall("(.*?stands here.*?)stands here", body)
    return "".join(f"{one}{said}" for one in pairs) + body.rpartition("stands here")[2]


def cost(content: Content, count: int) -> int:
    """How many calls a merge makes when the library puts so much in."""
    base = docx(NAME)
    fresh = in_body(content(count, "new"))(base)
    return calls(lambda: merge(base, base, fresh, author="drafter"))


@pytest.mark.parametrize("content", [rows, paragraphs], ids=["rows", "paragraphs"])
class DescribeALongFile:
    def it_costs_twice_as_much_at_twice_the_length(self, content: Content) -> None:
        none, some, twice = (cost(content, count) for count in (1, *SIZES))
        assert (twice - none) / (some - none) < 2.4


class DescribeManyComments:
    """What both sides changed gets a comment: so many paragraphs, so many comments."""

    def it_costs_twice_as_much_at_twice_as_many(self) -> None:
        none, some, twice = (self.cost(count) for count in (1, 40, 80))
        assert (twice - none) / (some - none) < 2.4

    def cost(self, count: int) -> int:
        """How many calls a merge makes where both sides changed so many paragraphs."""
        base, marked, fresh = (
            in_body(every_other(paragraphs(2 * count, "same"), said))(docx(NAME))
            for said in ("stands here", "stands there", "stands elsewhere")
        )
        merged: list[Merged] = []
        made = calls(lambda: merged.append(merge(base, marked, fresh, author="drafter")))
        told = parts(merged[0].document)["word/comments.xml"]
        assert told.count(b"stands elsewhere") >= count
        return made
