"""What a draft costs, in counts: nothing is read again, and more of anything costs as much more."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from support.calls import calls, overheard
from support.command import answers_of
from support.examples import starter
from support.files import house
from support.small import PARTIES, small

from drafter.conditions.model import All, Not
from drafter.drafting import Library
from drafter.library.model import Row, Topic

DEAL = answers_of("smart-handbag")
TIMES = 10


def drafted(library: Library) -> None:
    """A draft with its reasons and its file."""
    agreement = library.draft(DEAL)
    agreement.report()
    agreement.to_docx(house())


@pytest.fixture(scope="module")
def warm() -> Library:
    """A library that has drafted this deal before."""
    drafted(starter())
    return starter()


def with_wordings_kept(topic: Topic) -> Topic:
    """A topic with ten times its rows; those that are new are judged and never hold."""
    rows, variants = list(topic.rows), dict(topic.variants)
    for number in range(2, TIMES + 1):
        for row in topic.rows:
            if row.variant in topic.variants:
                when, name = row.when or All(()), f"{row.variant}-{number}"
                rows.append(Row(name, All((when, Not(when)))))
                variants[name] = topic.variants[row.variant]
    return replace(topic, rows=tuple(rows), variants=variants)


class DescribeADraftOnceMore:
    def it_opens_no_file_compiles_nothing_and_imports_nothing(self, warm: Library) -> None:
        with overheard("open", "compile", "import") as heard:
            drafted(warm)
        assert heard == []

    def it_makes_at_most_260_calls_a_paragraph(self, warm: Library) -> None:
        paragraphs = len(warm.draft(DEAL).text().splitlines())
        assert calls(lambda: drafted(warm)) / paragraphs <= 260


class DescribeALibraryWithMoreThanIsPrinted:
    def it_costs_a_quarter_more_with_ten_times_the_wordings(self, warm: Library) -> None:
        topics = {id: with_wordings_kept(one) for id, one in warm.clauses.topics.items()}
        grown = Library(replace(warm.clauses, topics=topics))
        drafted(grown)
        once, many = (calls(lambda one=one: drafted(one)) for one in (warm, grown))
        assert many / once < 1.25


class DescribeALongerAgreement:
    def it_costs_twice_as_much_with_twice_the_clauses(self) -> None:
        few, some, twice = (self.cost(count) for count in (1, 60, 120))
        assert (twice - few) / (some - few) < 2.2

    def cost(self, count: int) -> int:
        """The calls of a second draft with so many clauses more, each of which names the one
        before."""
        names = ["exit", *(f"more-{number}" for number in range(count))]
        texts = {}
        for before, name in pairwise(names):
            texts[f"topics/{name}/topic.yaml"] = f"heading: {name.capitalize()}\n"
            texts[f"topics/{name}/only.md"] = f"It follows [@{before}].\n"
        outline = f"parts: [{{heading: The deal, topics: [results, {', '.join(names)}]}}]\n"
        texts["precedents/simple.yaml"] = f"title: Simple agreement\n{outline}"
        library = Library(small(**texts))
        answers = {"parties": PARTIES, "ownership": "maker", "notice": "60 days"}

        def draft() -> None:
            library.draft({"precedent": "simple", "answers": answers}).to_docx(house())

        draft()
        return calls(draft)
