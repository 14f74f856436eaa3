"""Names and currencies that are odd in their deal, and told as a note."""

from __future__ import annotations

from typing import Any

import pytest
from support.command import answers_of
from support.examples import starter


def said_of(answers: dict[str, Any]) -> list[str]:
    """What is found, weighed, by the rule."""
    form = starter().form(answers)
    return [f"{one.rule.severity} {one.rule.id}" for one in form.findings if not one.pending]


class DescribeAShortName:
    @pytest.mark.parametrize("name", ["Licensee", "the Supplier", "Customers"])
    def it_is_noted_if_it_is_a_word_for_what_a_party_does(self, name: str) -> None:
        deal = answers_of("light-fibre-licence")
        deal["answers"]["parties"]["tumble"]["short_name"] = name
        assert "inform parties.short_name.no-role" in said_of(deal)

    def it_is_noted_if_it_is_a_part_of_another(self) -> None:
        deal = answers_of("short-campaign")
        deal["answers"]["parties"]["sundry"]["short_name"] = "Lantern"
        deal["answers"]["parties"]["lantern"]["short_name"] = "Lantern Books"
        deal["answers"]["parties"]["lantern"]["name"] = "Bookshops of Leeds Limited"
        assert "inform parties.short_name.no-part-of" in said_of(deal)

    @pytest.mark.parametrize("name", ["Joint Steering Committee", "Our Listed Rights"])
    def it_is_noted_if_it_ends_with_a_term(self, name: str) -> None:
        deal = answers_of("light-fibre-licence")
        deal["answers"]["parties"]["tumble"]["short_name"] = name
        assert "inform parties.short_name.no-term" in said_of(deal)

    @pytest.mark.parametrize("example", ["light-fibre-licence", "smart-handbag", "short-campaign"])
    def it_is_left_alone_in_an_ordinary_deal(self, example: str) -> None:
        assert not [one for one in said_of(answers_of(example)) if "short_name" in one]


class DescribeACurrencyOfNoCountryOfTheDeal:
    def it_is_noted_though_every_sum_is_in_it(self) -> None:
        deal = answers_of("light-fibre-licence")
        for name in ("general_cap", "entry_fee", "royalty_minimum"):
            deal["answers"][name] = "JPY 1000000"
        assert "inform other-currency" in said_of(deal)

    @pytest.mark.parametrize("currency", ["EUR", "USD"])
    def it_is_not_one_in_which_every_country_deals(self, currency: str) -> None:
        deal = answers_of("light-fibre-licence")
        for name in ("general_cap", "entry_fee", "royalty_minimum"):
            deal["answers"][name] = f"{currency} 1000000"
        assert "inform other-currency" not in said_of(deal)

    def it_is_at_home_where_a_party_is(self) -> None:
        deal = answers_of("light-fibre-licence")
        deal["answers"]["parties"]["tumble"] |= {"country": ["JP"], "number": "0100-01-000001"}
        for name in ("general_cap", "entry_fee", "royalty_minimum"):
            deal["answers"][name] = "JPY 1000000"
        assert "inform other-currency" not in said_of(deal)


class DescribeADayByWhichATextWantsSomething:
    @pytest.mark.parametrize(
        ("says", "is_past"),
        [("20000 by the end of 2025", True), ("20000 by 1 March 2027", True),
         ("20000 no later than 2026-05-01", True), ("20000 by 1 May 2027", False),
         ("20000 by the end of 2027", False), ("as many as in 2025", False),
         ("80% of those built by Acme in 2025", False)],
    )  # fmt: skip
    def it_is_noted_if_it_lies_before_every_date(self, says: str, is_past: bool) -> None:
        deal = answers_of("smart-home-five")
        deal["answers"]["kpis"]["homes"]["target"] = says
        assert ("inform past-day" in said_of(deal)) == is_past
