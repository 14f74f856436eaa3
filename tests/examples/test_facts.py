"""Nothing in an agreement rests on a fact that nobody gave; what is unknown refuses no draft."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from support.asserting import asserted
from support.command import NAMES, answers_of
from support.copies import own_library
from support.examples import starter

from drafter import load_library
from drafter.conditions.judge import judge
from drafter.conditions.model import Answered, Condition, Missing, RecordsTest
from drafter.conditions.reasons import grounds
from drafter.conditions.walk import beneath, subjects
from drafter.diagnostics import Refused
from drafter.drafting import Draft
from drafter.prose.model import When
from drafter.prose.walk import guards
from drafter.questionnaire.model import Nature, Question

PRECEDENTS = ("co-development", "co-marketing")
PARTIES = {
    "sensors": {"name": "Alder Sensors Ltd", "short_name": "Alder", "kind": "company"},
    "bags": {"name": "Birch Bags SAS", "short_name": "Birch", "kind": "company"},
}


def questions() -> dict[str, Question]:
    return dict(starter().clauses.questionnaire.questions)


def parties_alone(precedent: str) -> dict[str, Any]:
    """A deal of which nothing is known but who the parties are."""
    return {"precedent": precedent, "answers": {"parties": PARTIES}}


def asked(precedent: str) -> list[str]:
    """What a precedent asks beside the parties."""
    return [one for one in starter().clauses.precedents[precedent].asks if one != "parties"]


def waits(agreement: Draft) -> list[str]:
    """The questions that the text leaves blank or in brackets."""
    report = agreement.report()
    return [one["question"] for key in ("blanks", "awaited") for one in report[key]]


def without_facts(name: str) -> dict[str, Any]:
    """An example as it would be if nobody had given a fact beyond the parties."""
    data = copy.deepcopy(answers_of(name))
    for id, question in questions().items():
        if question.nature is Nature.FACT and id != "parties":
            data["answers"].pop(id, None)
    return data


DEALS = {
    **{f"{one}, parties alone": (parties_alone, one) for one in starter().clauses.precedents},
    **{f"{one}, without its facts": (without_facts, one) for one in NAMES},
}


def answered_in(condition: Condition, among: Mapping[str, Question]) -> Iterator[Question]:
    """The questions and fields of which a condition asks whether they are answered."""
    if isinstance(condition, RecordsTest):
        among = among[condition.list].fields
    if isinstance(condition, Answered):
        yield among[condition.subject[-1]]
    for part in beneath(condition):
        yield from answered_in(part, among)


def decided(agreement: Draft) -> Iterator[tuple[str, Condition]]:
    """Each condition by which a topic is settled or a guarded text printed without brackets."""
    deal = agreement.decision.selection.deal
    for id, chosen in agreement.decision.selection.chosen.items():
        if chosen.is_open:
            continue
        for row in chosen.topic.rows:
            if row.when is not None and judge(row.when, deal) is not None:
                yield id, row.when
        variant = chosen.variant
        for guard in guards(variant.text) if variant else ():
            if isinstance(guard, When) and judge(guard.condition, deal):
                yield id, guard.condition


def guessed(agreement: Draft) -> set[str]:
    """The facts that nobody gave and on which something printed rests.

    A computed name is decided by the same judgement, so only questions are looked at; that an
    optional one is left unanswered says only that nobody answered it.
    """
    deal = agreement.decision.selection.deal
    return {
        f"{topic}: {name}"
        for topic, condition in decided(agreement)
        for test in grounds(condition, deal)
        for name in subjects(test)
        if (question := questions().get(name)) is not None
        if question.nature is Nature.FACT and deal.value(name) is Missing.ABSENT
        if not (isinstance(test, Answered) and question.optional)
    }


class DescribeFactsThatNobodyGave:
    """A draft of a deal without its facts."""

    @pytest.mark.parametrize("deal", DEALS)
    def it_rests_on_none_of_them(self, deal: str) -> None:
        make, name = DEALS[deal]
        assert guessed(starter().draft(make(name))) == set()

    @pytest.mark.parametrize("deal", DEALS)
    def it_recommends_none_of_them(self, deal: str) -> None:
        make, name = DEALS[deal]
        taken = starter().draft(make(name)).decision.selection.deal.taken
        assert [one for one in taken if questions()[one].nature is Nature.FACT] == []

    @pytest.mark.parametrize("precedent", starter().clauses.precedents)
    def it_says_of_the_parties_nothing_that_nobody_said(self, precedent: str) -> None:
        """Of parties of which only the names are known."""
        assert asserted(starter().draft(parties_alone(precedent)).text()) == []

    def it_says_what_the_agreement_does_and_not_what_the_parties_want(self) -> None:
        """The recitals that hold no answer speak of the agreement alone."""
        text = starter().draft(without_facts("smart-handbag")).text()
        recitals = [line[4:] for line in text.splitlines() if re.match(r"\([A-Z]\) ", line)]
        assert recitals[-2:] == [
            "This Agreement leaves each Party its own business, identity and judgement.",
            "This Agreement is the only form of the collaboration and creates no company or other "
            "body.",
        ]

    def it_leaves_open_what_hangs_on_them(self) -> None:
        chosen = starter().draft(parties_alone("co-marketing")).decision.selection.chosen
        assert chosen["foreground-ip"].is_open
        assert chosen["data"].is_open

    def it_does_not_say_that_the_parties_checked_each_other(self) -> None:
        assert "checked the public record" in starter().draft(answers_of("workout-rewards")).text()
        alone = starter().draft(without_facts("workout-rewards")).text()
        rest = [line for line in alone.splitlines() if "checked the public record" in line]
        assert [line for line in rest if "[" not in line] == []


ASSERT = (
    "Each Party has tested its part of the Product.",
    "The Product contains no open-source software.",
    "Both Parties sell to consumers.",
    "Neither Party competes with the other.",
    "The Marks are registered in each country of the Project.",
    "The risks of the work were assessed before this Agreement.",
    "A Party that makes sensors has tested them.",
    "The Parties share no personal data.",
)
ASSERT_NOTHING = (
    "Each Party must test its part of the Product.",
    "The Product [contains open-source software].",
    "A Party that has tested its part must say so.",
    "If the Marks are registered, their owner must say so.",
    "Each Party keeps its Background IP.",
)


class DescribeASentenceThatIsPlanted:
    """What the tests above look for, they find."""

    @pytest.mark.parametrize("sentence", ASSERT)
    def it_is_told_where_it_asserts_something(self, sentence: str) -> None:
        assert asserted(f"1.2 {sentence}") == [f"1.2 {sentence}"]

    @pytest.mark.parametrize("sentence", ASSERT_NOTHING)
    def it_is_left_alone_where_it_asserts_nothing(self, sentence: str) -> None:
        assert asserted(sentence) == []

    def it_is_found_in_a_draft_whether_it_stands_there_always_or_for_want_of_an_answer(
        self,
    ) -> None:
        """And a recommendation of a fact is refused with the library that has it."""
        library = own_library("planted")
        clause = library / "topics/short-project/campaign.md"
        guarded = "{if not (personal_data is answered)} The parts of the Project are harmless."
        planted = f"{ASSERT[0]}\n{guarded}\n\nThe Project takes place in"
        clause.write_text(
            clause.read_text("utf-8").replace("The Project takes place in", planted, 1), "utf-8"
        )
        agreement = load_library(library).draft(parties_alone("short-co-marketing"))
        assert asserted(agreement.text()) == [f"1.2 {ASSERT[0]}"]
        assert "The parts of the Project are harmless." in agreement.text()
        assert guessed(agreement) == {"short-project: personal_data"}
        asks = library / "questionnaire/09-data-and-information.yaml"
        fact = "    can wait: yes\n    nature: fact\n"
        offer = "    recommend:\n      - {take: no, because: most do not}\n"
        asks.write_text(asks.read_text("utf-8").replace(fact, fact + offer, 1), "utf-8")
        with pytest.raises(Refused, match="`personal_data` asks for a fact"):
            load_library(library)


class DescribeWhatIsUnknownOnPurpose:
    """It never refuses a draft, but for the parties."""

    @pytest.mark.parametrize("precedent", PRECEDENTS)
    def it_drafts_with_any_one_question_unknown(self, precedent: str) -> None:
        for name in asked(precedent):
            starter().draft({**parties_alone(precedent), "unknown": [name]})

    @pytest.mark.parametrize("precedent", starter().clauses.precedents)
    def it_drafts_with_every_question_unknown(self, precedent: str) -> None:
        unknown = asked(precedent)
        agreement = starter().draft({**parties_alone(precedent), "unknown": unknown})
        assert waits(agreement)

    @pytest.mark.parametrize("precedent", PRECEDENTS)
    def it_prints_a_blank_for_an_unknown_law(self, precedent: str) -> None:
        agreement = starter().draft({**parties_alone(precedent), "unknown": ["governing_law"]})
        assert agreement.decision.selection.chosen["governing-law"].is_open
        assert "[Not decided yet: Which law governs the agreement?" in agreement.text()

    @pytest.mark.parametrize("name", NAMES)
    def it_drafts_an_example_with_any_one_answer_unknown(self, name: str) -> None:
        data = answers_of(name)
        referred = {"parties", "fields"}  # other answers name their records
        for one in data["answers"].keys() - referred:
            answers = {id: value for id, value in data["answers"].items() if id != one}
            unknown = [*data.get("unknown", ()), one]
            starter().draft({**data, "answers": answers, "unknown": unknown})

    def it_is_as_little_refused_where_nobody_answered_at_all(self) -> None:
        """A rule that blocks holds an answer against another, and never waits for one: but where
        leaving blank is an answer (`optional: yes`), that one may be held against another."""
        rules = starter().clauses.rules.values()
        waits = {
            (rule.id, question.id)
            for rule in rules
            if rule.severity == "block"
            for question in answered_in(rule.when, questions())
            if not question.optional
        }
        assert waits == set()

    @pytest.mark.parametrize("precedent", PRECEDENTS)
    def it_refuses_a_deal_whose_parties_are_unknown(self, precedent: str) -> None:
        with pytest.raises(Refused, match="`parties` is not answered"):
            starter().draft({"precedent": precedent, "answers": {}, "unknown": ["parties"]})

    def it_prints_a_blank_for_the_unknown_number_of_a_party(self) -> None:
        number = "parties.sensors.number"
        agreement = starter().draft({**parties_alone("co-marketing"), "unknown": [number]})
        asks = "What is its registration number?"
        assert f"(registered number [{asks}])" in agreement.text()
        assert number in waits(agreement)

    @pytest.mark.parametrize("field", [
        "legal_form", "law_of_incorporation", "number", "address", "email", "notice_title",
        "signatory_title",
    ])  # fmt: skip
    def it_waits_for_whatever_is_unknown_of_a_party(self, field: str) -> None:
        data = copy.deepcopy(answers_of("workout-rewards"))
        name = f"parties.pacer.{field}"
        data["answers"]["parties"]["pacer"].pop(field, None)
        agreement = starter().draft({**data, "unknown": [*data.get("unknown", ()), name]})
        assert name in waits(agreement)
