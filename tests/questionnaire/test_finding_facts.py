"""A fact is found from answers, and stays absent while it hangs on one that is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from support.small import loaded

from drafter.kinds.model import Missing
from drafter.questionnaire.answers import read_answers
from drafter.questionnaire.deal import settle

QUESTIONS = """\
section: Deal
questions:
  new: {asks: Is it new?, type: yes/no}
  law: {asks: Which law?, type: choice, options: {english: E, german: G}}
  pilot: {asks: How long?, type: duration, ask when: new}
  gate: {asks: Which month?, type: whole number}
  cap: {asks: Cap?, type: money}
  fee: {asks: Fee?, type: money}
  parties: {asks: Who?, type: list, one: party, fields: {name: {asks: Name?, type: text}}}
  lead: {asks: Lead?, type: party}
  owner: {asks: Owner?, type: party}
  home: {asks: Home?, type: jurisdictions}
  market: {asks: Market?, type: jurisdictions}
  endings: {asks: Which?, type: several choices, options: {expiry: E, exit: X}}
  shares:
    asks: Shares?
    type: list
    one: share
    ask when: new
    fields:
      whose: {asks: Whose?, type: party}
      part: {asks: Part?, type: percentage}
      price: {asks: Price?, type: money}
      bonus: {asks: Bonus?, type: whole number, optional: yes}
      due: {asks: Due?, type: date}
      ending: {asks: Ending?, type: choice, options: {expiry: E, exit: X}}
"""
FACTS = """\
german: {when: law is german}
side:
  classify:
    home: law is german
    away: law is english and new
    none: law is english and not new
in_time: {compare: [pilot, gate]}
price: {compare: [cap, fee]}
alone: {same: [lead, owner]}
local: {same: [home, market]}
number: {count: shares}
late: {count: shares, where: due > 2027-06-30}
parts: {total: shares.part}
sum: {total: shares.price}
bonuses: {total: shares.bonus}
first: {earliest: shares.due}
last: {latest: shares.due}
whole: {complete: {list: shares, each: [parties, endings]}}
"""
LIBRARY, FAULTS = loaded({"questionnaire/deal.yaml": QUESTIONS, "facts/f.yaml": FACTS})
A = {"whose": "a", "part": "60 percent", "price": "EUR 5", "due": "2027-01-01", "ending": "exit"}
B = {"whose": "b", "part": "40 percent", "price": "EUR 7.50", "due": "2027-09-01", "ending": "exit"}
PARTIES = {"a": {"name": "A"}, "b": {"name": "B"}}
NEW = {"new": "yes", "parties": PARTIES}


def found(fact: str, values: Mapping[str, Any], **beside: Any) -> str:
    """What a fact is, in words."""
    data = {"precedent": "x", "answers": {"parties": PARTIES, **values}, **beside}
    value = settle(LIBRARY.questionnaire, read_answers(data, LIBRARY.questionnaire)).value(fact)
    return value.value if isinstance(value, Missing) else str(value)


CASES: list[tuple[str, dict[str, Any], str]] = [
    ("german", {"law": "german"}, "True"),
    ("german", {}, "absent"),
    ("side", {"law": "german"}, "home"),
    ("side", {"law": "english"}, "absent"),
    ("side", {"law": "english", "new": "no"}, "none"),
    ("in_time", {**NEW, "pilot": "6 months", "gate": "7"}, "less"),
    ("in_time", {**NEW, "pilot": "1 years", "gate": "12"}, "equal"),
    ("in_time", {**NEW, "pilot": "300 days", "gate": "7"}, "more"),
    ("in_time", {**NEW, "pilot": "200 days", "gate": "7"}, "open"),
    ("in_time", {**NEW, "gate": "7"}, "absent"),
    ("in_time", {"new": "no", "gate": "7"}, "open"),
    ("price", {"cap": "EUR 5.00", "fee": "EUR 5"}, "equal"),
    ("price", {"cap": "EUR 6", "fee": "EUR 5"}, "more"),
    ("price", {"cap": "USD 6", "fee": "EUR 5"}, "open"),
    ("alone", {"lead": "a", "owner": "a"}, "True"),
    ("alone", {"lead": "a", "owner": "b"}, "False"),
    ("alone", {"lead": "a"}, "absent"),
    ("local", {"home": ["GB", "FR"], "market": ["FR", "GB"]}, "True"),
    ("number", {**NEW, "shares": {"x": A, "y": B}}, "2"),
    ("number", {"new": "no"}, "0"),
    ("number", NEW, "absent"),
    ("late", {**NEW, "shares": {"x": A, "y": B}}, "1"),
    ("late", {**NEW, "shares": {"x": {"whose": "a"}}}, "absent"),
    ("parts", {**NEW, "shares": {"x": A, "y": B}}, "100"),
    ("parts", {**NEW, "shares": {}}, "0"),
    ("parts", {"new": "no"}, "not asked"),
    ("sum", {**NEW, "shares": {"x": A, "y": B}}, "EUR 12.50"),
    ("sum", {**NEW, "shares": {"x": A, "y": {**B, "price": "USD 1"}}}, "absent"),
    ("sum", {**NEW, "shares": {}}, "not asked"),
    ("bonuses", {**NEW, "shares": {"x": {**A, "bonus": "3"}, "y": B}}, "3"),
    ("first", {**NEW, "shares": {"x": A, "y": B}}, "2027-01-01"),
    ("last", {**NEW, "shares": {"x": A, "y": B}}, "2027-09-01"),
    ("last", {**NEW, "shares": {"x": A, "y": {"whose": "b"}}}, "absent"),
    ("whole", {**NEW, "endings": ["exit"], "shares": {"x": A, "y": B}}, "True"),
    ("whole", {**NEW, "endings": ["exit", "expiry"], "shares": {"x": A, "y": B}}, "False"),
    ("whole", {**NEW, "endings": ["exit"], "shares": {"x": A, "y": {"whose": "b"}}}, "absent"),
    ("whole", {**NEW, "shares": {"x": A}}, "absent"),
    ("whole", {"new": "no", "endings": ["exit"]}, "True"),
]


class DescribeAFact:
    def it_is_read_without_a_fault(self) -> None:
        assert not FAULTS

    @pytest.mark.parametrize(("fact", "values", "expected"), CASES)
    def it_is_found_from_the_answers(
        self, fact: str, values: dict[str, Any], expected: str
    ) -> None:

        assert found(fact, values) == expected

    def it_stays_absent_while_a_field_is_unknown(self) -> None:
        without = {key: value for key, value in A.items() if key != "part"}
        values = {**NEW, "shares": {"x": without, "y": B}}
        assert found("parts", values, unknown=["shares.x.part"]) == "absent"
        assert found("bonuses", values, unknown=["shares.x.bonus"]) == "absent"
