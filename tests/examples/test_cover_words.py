"""The words of the covering agreements, read as a careful proofreader reads them.

What the library promises of its source is looked for here in what is printed, for every number of
parties: one thing is one, every term is defined, every reference leads somewhere, and no sentence
is too long to be read once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from statistics import median

import pytest
from support.examples import starter

from drafter.agreement.model import (
    Element,
    Paragraph,
    Role,
    Run,
    Said,
    SignatureBlock,
    Table,
)
from drafter.drafting import Draft

ANSWERS = Path(__file__).parent / "golden" / "cover.jsonl"
OF_ANSWERS = (Said.ANSWER, Said.BLANK)
A_NAME = "Alder"
_NUMBER = re.compile(r"\d[\w.()]*")
SENTENCES = re.compile(r"(?<=[.;:])\s+(?=[A-Z“\[])")
WORD = re.compile(r"[\w’'-]+")

COUNTED = "days|weeks|months|years|hours|samples|units|meetings|parties|people"
ONE_AS_MANY = re.compile(rf"\b1\s(?:calendar |Business )?(?:{COUNTED})\b", re.IGNORECASE)
MANY_AS_ONE = re.compile(
    r"(?<![\d.])(?:[2-9]|\d{2,})\s(?:calendar |Business )?"
    r"(?:day|week|month|year|hour|sample)\b(?!-)"
)
EACH_WITH_MANY = re.compile(
    r"(?:^|[.;,:] |\b(?:that|if|when|and) )(?:each|every|no) (?:other )?"
    r"(?:Party|Co-owner|Mark Owner) (?:are|have|own|bear|keep|pay|grant|do|were)\b",
    re.IGNORECASE)  # fmt: skip
MANY_WITH_ONE = re.compile(
    r"(?:^|[.;,:] )(?:all |the |both )?(?:Parties|Co-owners|Partnership Managers|Mark Owners) "
    r"(?:is|has|was|does|owns|bears|keeps|pays|grants)\b", re.IGNORECASE)  # fmt: skip
WRONG_ARTICLE = re.compile(r"\ba (?=[aeio]\w|un(?!i))(?!one\b)\w+|\ban (?=[b-df-gj-np-tv-z])\w+")
TWO_ONLY = re.compile(r"\b(?:both Parties|either Party|neither Party|the other Party)\b")
SEVERAL_ONLY = re.compile(r"\b(?:each other Party|every other Party|other Parties)\b")
LEFTOVER = re.compile(r"[{}]|\b(?!Alder)(\w+) \1\b|\s[,.;:]|,,|\bTBD\b", re.IGNORECASE)


@cache
def drafts() -> dict[str, Draft]:
    """The covering agreements."""
    kept = map(json.loads, ANSWERS.read_text("utf-8").splitlines())
    return {one["id"]: starter().draft(one["deal"]) for one in kept if not one["refused"]}


@pytest.fixture(autouse=True, scope="module")
def _forgotten() -> Iterator[None]:
    yield
    for one in (drafts, read, every_line):
        one.cache_clear()


@cache
def read() -> dict[str, tuple[str, ...]]:
    """The paragraphs of each, a name in place of each answer: the words are the library's alone.
    Most stand in many agreements, and are one here."""
    known: dict[str, str] = {}
    return {
        id: tuple(known.setdefault(line, line) for line in lines(draft))
        for id, draft in drafts().items()
    }


@cache
def every_line(answers_too: bool = False) -> tuple[str, ...]:
    """Each different paragraph that is printed anywhere."""
    found = map(as_printed, drafts().values()) if answers_too else read().values()
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def lines(draft: Draft) -> Iterator[str]:
    for element in draft.document.elements:
        if isinstance(element, Paragraph) and "heading" not in element.role:
            yield "".join(map(in_library_words, element.runs))


def in_library_words(run: Run) -> str:
    """A run without what a deal brings: a name for an answer, a sign for a number."""
    if run.said is Said.REFERENCE:
        return _NUMBER.sub("#", run.text)
    return A_NAME if run.said in OF_ANSWERS else run.text


def as_printed(draft: Draft) -> Iterator[str]:
    """The same, answers and all."""
    for element in draft.document.elements:
        if isinstance(element, Paragraph) and "heading" not in element.role:
            yield "".join(run.text for run in element.runs)


def found(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    return {
        one[max(0, hit.start() - 40) : hit.end() + 20]
        for one in texts
        for hit in pattern.finditer(one)
    }


def parties(draft: Draft) -> int:
    members = draft.decision.selection.deal.value("parties")
    return len(members) if isinstance(members, tuple) else 0


def everywhere(pattern: re.Pattern[str], answers_too: bool = False) -> set[str]:
    return found(pattern, every_line(answers_too))


class DescribeNumbers:
    def it_counts_one_as_one_and_many_as_many(self) -> None:
        assert everywhere(ONE_AS_MANY, answers_too=True) == set()
        assert everywhere(MANY_AS_ONE, answers_too=True) == set()

    def it_lets_the_verb_follow_its_subject(self) -> None:
        assert everywhere(EACH_WITH_MANY) == set()
        assert everywhere(MANY_WITH_ONE) == set()

    def it_speaks_to_two_of_the_other_and_to_several_of_each_other(self) -> None:
        by_count: dict[bool, dict[str, str]] = {True: {}, False: {}}
        for id, draft in drafts().items():
            by_count[parties(draft) == 2].update(dict.fromkeys(read()[id], id))
        assert found(SEVERAL_ONLY, by_count[True]) == set()
        assert found(TWO_ONLY, by_count[False]) == set()

    def it_is_read_at_two_at_three_and_at_more(self) -> None:
        counted = {parties(draft) for draft in drafts().values()}
        assert counted >= {2, 3}
        assert max(counted) > 3

    def it_fits_the_article_to_the_word(self) -> None:
        assert everywhere(WRONG_ARTICLE) == set()

    def it_leaves_nothing_lying_about(self) -> None:
        assert everywhere(LEFTOVER) == set()


class DescribeSentences:
    def it_has_none_of_more_than_sixty_words(self) -> None:
        long = {one for line in every_line() for one, words in sentences(line) if words > 60}
        assert long == set()

    def it_has_at_most_twenty_five_words_in_half_of_them_in_each_agreement(self) -> None:
        half = {id: median(lengths(all_of_it)) for id, all_of_it in read().items()}
        assert {id: words for id, words in half.items() if words > 25} == {}


@lru_cache(maxsize=20_000)
def sentences(line: str) -> list[tuple[str, int]]:
    """The sentences of a paragraph, each with how many words it has."""
    return [(one, len(WORD.findall(one))) for one in SENTENCES.split(line)]


def lengths(all_of_it: tuple[str, ...]) -> list[int]:
    return [words for line in all_of_it for _, words in sentences(line)]


class DescribeTerms:
    def it_defines_every_term_that_it_uses(self) -> None:
        assert {id: left for id, draft in drafts().items() if (left := undefined(draft))} == {}


@cache
def spellings() -> dict[str, str]:
    """Every spelling of every term that the library defines, with the definition it belongs to."""
    known = starter().clauses.definitions.values()
    return {form: one.id for one in known for form in (one.term, *one.forms)}


@cache
def any_term() -> re.Pattern[str]:
    longest = sorted(spellings(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])")


def undefined(draft: Draft) -> set[str]:
    """Terms that stand in library words, longest first, and that nothing printed defines."""
    printed = (one for one in draft.document.elements if not is_heading(one))
    every = [run for one in printed for run in runs(one)]
    defined = {spellings().get(run.text, run.text) for run in every if run.said is Said.TERM}
    every = [run for run in every if run.text.strip(" ();") not in headings()]
    used = set().union(*(terms_in(run.text) for run in every if run.said is Said.WORDS))
    return {one for one in used if spellings()[one] not in defined | set(INLINE)}


@lru_cache(maxsize=20_000)
def terms_in(words: str) -> frozenset[str]:
    """The spellings of terms that stand in some words."""
    return frozenset(hit[0] for hit in any_term().finditer(words))


@cache
def headings() -> frozenset[str]:
    """The headings of topics, which the list of schedules prints."""
    return frozenset(one.heading for one in starter().topics.values())


def is_heading(element: Element) -> bool:
    return isinstance(element, Paragraph) and (
        "heading" in element.role or element.role is Role.TITLE
    )


INLINE = ("agreement", "party")  # defined by the head of every agreement, in no run of a term


def runs(element: Element) -> Iterator[Run]:
    match element:
        case Paragraph():
            yield from element.runs
        case Table():
            yield from chain.from_iterable(element.headings)
            yield from (run for _, cells in element.rows for cell in cells for run in cell)
        case SignatureBlock():
            yield from element.lead


class DescribeReferences:
    def it_leads_each_one_to_a_block_that_is_printed_with_that_number(self) -> None:
        lost = {
            (id, run.about, run.text)
            for id, draft in drafts().items()
            for one in draft.document.elements
            for run in runs(one)
            if run.said is Said.REFERENCE and not leads(run, draft)
        }
        assert lost == set()


def leads(run: Run, draft: Draft) -> bool:
    """Whether the block stands in the agreement under the number that the reference prints."""
    number = draft.document.numbers.get(run.about, "")
    return bool(number) and run.text.strip() != "" and number.endswith(run.text.split()[-1])


class DescribeSilence:
    def it_does_not_count_as_consent_where_the_consent_must_be_written(self) -> None:
        silent = [line for line in every_line() if re.search("silence is (?:a )?consent", line)]
        assert silent
        assert [line for line in silent if re.search("the written consent", line)] == []


class DescribeDefences:
    def it_lets_nobody_settle_at_the_cost_of_who_left_the_defence_to_it(self) -> None:
        left = [line for line in every_line() if re.search("leave the defen[cs]e to it", line)]
        assert len(left) > 5
        assert [line for line in left if "must not settle" not in line] == []


CODE = re.compile(r"(?<![\w/-])[A-Z]\d{1,2}(?![\w-])")


class DescribeNotes:
    def it_speaks_to_counsel_in_words_and_not_in_codes_of_our_own(self) -> None:
        """A draft prints them in its margin."""
        fronts = (
            one.front for topic in starter().topics.values() for one in topic.variants.values()
        )
        said = [words for front in fronts for words in (front.note, front.summary, *front.confirm)]
        assert [words for words in said if CODE.search(words)] == []
