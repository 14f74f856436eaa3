"""Answers are typed as they come in, and refused all at once with the cure."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.examples import starter
from support.small import PARTIES, answers, questionnaire, refused, told

from drafter.diagnostics import Refused
from drafter.kinds.model import Money, Points
from drafter.questionnaire.answers import (
    SpecialTerm,
    read_answers,
    read_answers_file,
    read_partly,
)

FEW = "of at least 2 records | add the others"
TWICE = "is answered and said to be unknown | remove one of the two"
LONG = {"a": {"name": "x" * 10_001}, "b": {"name": "a\nb"}}
WRONG: list[tuple[dict[str, Any], list[str]]] = [
    ({"ownershp": "joint"}, ["no question is called `ownershp` | did you mean `ownership`?"]),
    ({"count": "2"}, ["`count` is worked out from other answers | remove it"]),
    ({"ownership": "join"}, ["`ownership`: there is no option `join` | did you mean `joint`?"]),
    ({"ownership": ["joint"]}, ["`ownership`: one value is expected, not several | "]),
    (
        {"ownership": None},
        ["`ownership`: null is no answer | answer it, or leave the question out"],
    ),
    ({"ownership": {"a": 1}}, ["`ownership`: one value is expected here | "]),
    (
        {"notice": "1.9 days"},
        [
            "`notice`: `1.9 days` is not a period such as 30 days, 10 working-days, 6 months or "
            "2 years | "
        ],
    ),
    ({"fee": "EUR 12.345"}, ["`fee`: `EUR 12.345` is not an amount such as EUR 250000 | "]),
    (
        {"fee": float("nan")},
        ["`fee`: this number cannot stand in an answer | write it in figures"],
    ),
    ({"fee": 10**5000}, ["`fee`: this number cannot stand in an answer | write it in figures"]),
    ({"lead": "west"}, ["`lead`: `parties` has no record `west` | known: north, south"]),
    (
        {"parties": {"north": {"name": "N"}}},
        ["`parties` has 1 of at least 2 records | add the others"],
    ),
    (
        {"parties": "two"},
        ["`parties` is a list of records | write `id: {field: value}`, one record a line"],
    ),
    (
        {"parties": {"north": "N", "south": {"nme": "S"}}},
        [
            "`parties.north` is a record | write `{field: value}`",
            "`parties` has no field `nme` | did you mean `name`?",
        ],
    ),
    (
        {"parties": {"North X": {"name": "N"}, "b": {}}},
        ["`North X` cannot name a record | lower case letters, digits and hyphens"],
    ),
    (
        {"parties": LONG},
        [
            "`parties.a.name`: longer than 10,000 characters | put long matter in a schedule",
            "`parties.b.name`: this answer is one line | remove the line break",
        ],
    ),
]
BESIDE: list[tuple[dict[str, Any], list[str]]] = [
    ({"unknown": ["ownershp"]}, ["no question is called `ownershp` | did you mean `ownership`?"]),
    ({"unknown": ["parties.west.size"]}, ["`parties` has no record `west` | known: north, south"]),
    ({"unknown": ["parties.north.siz"]}, ["`parties` has no field `siz` | did you mean `size`?"]),
    (
        {"unknown": ["parties.north.name"]},
        [f"`parties.north.name` {TWICE}"],
    ),
    ({"unknown": ["parties"]}, [f"`parties` {TWICE}"]),
    ({"confirmed": ["nope"]}, ["no question is called `nope` | did you mean `notice`?"]),
    ({"given": {"nope": {"by": "x"}}}, ["no question is called `nope` | did you mean `notice`?"]),
    ({"given": {"notice": "x"}}, ["`given.notice`: names with values are expected here | "]),
    ({"unknwn": []}, ["`unknwn` is not used in an answers file | did you mean `unknown`?"]),
    ({"overrides": [{"what": "R1"}]}, [
        f"`overrides.0.{key}:` is missing | add `{key}:`" for key in ("by", "on", "reason")
    ]),
]  # fmt: skip


class DescribeAnAnswerAtFault:
    @pytest.mark.parametrize(("values", "expected"), WRONG)
    def it_is_told_with_its_question_and_cure(
        self, values: dict[str, Any], expected: list[str]
    ) -> None:
        assert refused({"parties": PARTIES, **values}) == expected

    @pytest.mark.parametrize(("beside", "expected"), BESIDE)
    def it_may_stand_beside_the_answers(self, beside: dict[str, Any], expected: list[str]) -> None:
        assert refused({"parties": PARTIES}, **beside) == expected

    def it_leaves_the_other_answers_readable_for_a_form(self) -> None:
        data = {"precedent": "simple", "answers": {"notice": "soon", "ownership": "joint"}}
        read, faults = read_partly(data, questionnaire())
        assert dict(read.values) == {"ownership": "joint"}
        assert [fault.questions for fault in faults] == [("notice",)]

    def it_has_the_place_of_the_answer_in_its_file(self, tmp_path: Path) -> None:
        path = tmp_path / "deal.yaml"
        path.write_text(
            "precedent: simple\n"
            "answers:\n"
            "  parties: {north: {name: North}, south: {name: South}}\n"
            "  ownershp: joint\n"
            "  notice: 30 dayz\n"
            "unknown: [nothing]\n"
        )
        with pytest.raises(Refused) as refusal:
            read_answers(*_with_questionnaire(path))
        assert told(refusal.value.diagnostics).replace(f"{tmp_path}/", "") == (
            "error[unknown-question]: no question is called `ownershp`\n"
            "  --> deal.yaml:4:3\n"
            "   |\n"
            " 4 |   ownershp: joint\n"
            "   |   ^^^^^^^^\n"
            "   |\n"
            "   = help: did you mean `ownership`?\n"
            "error[wrong-answer]: `notice`: `30 dayz` is not a period such as 30 days, "
            "10 working-days, 6 months or 2 years\n"
            "  --> deal.yaml:5:11\n"
            "   |\n"
            " 5 |   notice: 30 dayz\n"
            "   |           ^^^^^^^\n"
            "   |\n"
            "error[unknown-question]: no question is called `nothing`\n"
            "  --> deal.yaml:6:11\n"
            "   |\n"
            " 6 | unknown: [nothing]\n"
            "   |           ^^^^^^^\n"
            "   |\n"
            "   = help: did you mean `notice`?"
        )


def _with_questionnaire(path: Path) -> tuple[Any, Any, Any]:
    data, places = read_answers_file(path)
    return data, questionnaire(), places


class DescribeAnswersFromAPayload:
    def it_reads_numbers_and_marks_as_the_words_of_a_file(self) -> None:
        said = {"seats": 3, "pilot": True, "places": ["GB", "US"]}
        words = {"seats": "3", "pilot": "yes", "places": ["GB", "US"]}
        assert answers(said).values == answers(words).values
        assert answers(said).values == {"seats": 3, "pilot": True, "places": ("GB", "US")}

    def it_rounds_no_number(self) -> None:
        assert refused({"seats": 1.9}) == ["`seats`: `1.9` is not a whole number such as 3 | "]
        assert refused({"seats": True}) == ["`seats`: `yes` is not a whole number such as 3 | "]
        assert refused({"places": [["GB"]]}) == ["`places`: one value is expected here | "]

    def it_types_every_value(self) -> None:
        read = answers(
            {
                "parties": {"north": {"name": "Nord"}, "south": {"name": "Süd", "size": "large"}},
                "lead": "north",
                "fee": "EUR 250000",
            }
        )
        assert read.values["lead"] == Points("parties", "north")
        assert read.values["fee"] == Money("EUR", Decimal(250000))
        assert [one.values for one in read.values["parties"]] == [  # type: ignore[union-attr]
            {"name": "Nord"},
            {"name": "Süd", "size": "large"},
        ]

    @pytest.mark.parametrize("empty", ["none", [], {}])
    def it_takes_none_for_an_empty_list(self, empty: Any) -> None:
        assert refused({"parties": empty}) == [
            "`parties` has 0 of at least 2 records | add the others"
        ]

    def it_keeps_what_is_said_beside_the_answers(self) -> None:
        term = {"heading": "Loan", "text": "North lends.\r\nSouth returns.", "reason": "agreed"}
        read = answers(
            {"parties": PARTIES},
            special_terms={"loan": term},
            overrides=[{"what": "R1", "by": "counsel", "on": "2027-01-05", "reason": "short deal"}],
            given={"parties": {"by": "sales", "on": "2027-01-04"}},
            confirmed=["ownership"],
        )
        text = "North lends.\nSouth returns."
        assert read.special_terms == (SpecialTerm("loan", "Loan", text, "agreed"),)
        assert read.overrides[0].what == "R1"
        assert read.given == {"parties": {"by": "sales", "on": "2027-01-04"}}
        assert read.confirmed == {"ownership"}


class DescribeAnswersFromAYamlReader:
    """A reader such as PyYAML types what stands in the file; it says the same all the same."""

    def it_says_what_the_file_says(self) -> None:
        text = """\
precedent: co-marketing
answers: {effective_date: 2027-03-01, new_results: no}
given: {effective_date: {by: GC, on: 2027-02-01}}
overrides: [{what: R1, by: GC, on: 2027-02-01, reason: known}]
"""
        made = yaml.safe_load(text)
        assert made["given"]["effective_date"] == {"by": "GC", True: date(2027, 2, 1)}
        known = starter().clauses.questionnaire
        read = read_answers(made, known)
        typed = read_answers(yaml.load(text, Loader=yaml.BaseLoader), known)
        assert (read.values, read.given, read.overrides) == (
            typed.values, typed.given, typed.overrides)  # fmt: skip
        assert json.dumps(read.record)
        assert json.dumps(starter().form(made).data)

    def it_takes_no_hour_for_a_day(self) -> None:
        with pytest.raises(Refused, match="one value is expected here"):
            starter().read({"precedent": "co-marketing",
                            "answers": {"effective_date": datetime(2027, 3, 1, 9)}})  # fmt: skip


class DescribeVeryMuch:
    def it_is_refused_in_a_few_words(self) -> None:
        long = "x" * 10_000_000
        found = refused({"ownership": long, "parties": {long: {"name": long}, "b": {long: "x"}}})
        assert len(found) == 4
        assert max(map(len, found)) < 200

    def it_may_be_ten_thousand_records(self) -> None:
        many = {f"party-{number}": {"name": f"N{number}"} for number in range(10_000)}
        assert len(answers({"parties": many}).values["parties"]) == 10_000  # type: ignore[arg-type]

    def it_tells_the_first_of_very_many_faults_and_counts_the_others(self) -> None:
        names = {f"nonsense_{number}": "x" for number in range(50_000)}
        found = refused({"parties": PARTIES, **names})
        assert found[499].startswith("no question is called `nonsense_499` | known: fee, lead, ")
        assert found[500:] == ["49,500 more faults of these answers are not told | "
                               "mend those that are, and read them again"]  # fmt: skip
