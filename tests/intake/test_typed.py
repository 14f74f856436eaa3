"""What people type, read; and found by a part of its name where a list is long."""

import pytest

from drafter.conditions.model import Kind, Sort
from drafter.intake.picking import MANY, Ambiguous, Choice, picked
from drafter.intake.typed import read_typed
from drafter.questionnaire.values import NotAValue


def readings(sort, typed):
    with pytest.raises(Ambiguous) as open_one:
        read_typed(typed, Kind(sort))
    return open_one.value


class DescribeWhatPeopleType:
    @pytest.mark.parametrize(
        ("sort", "typed", "spelled"),
        [
            (Sort.MONEY, "£250k", "GBP 250000"),
            (Sort.MONEY, "usd 2.40", "USD 2.40"),
            (Sort.MONEY, "1.5m EUR", "EUR 1500000"),
            (Sort.MONEY, "EUR 1 000 000", "EUR 1000000"),
            (Sort.DATE, "May 1st, 2027", "2027-05-01"),
            (Sort.DATE, "13/05/2027", "2027-05-13"),
            (Sort.DURATION, "2 business days", "2 working-days"),
            (Sort.NUMBER, "1,500", "1500"),
            (Sort.PERCENTAGE, "12.5%", "12.5 percent"),
            (Sort.JURISDICTIONS, "France and the UK", ["FR", "GB"]),
            (Sort.JURISDICTIONS, "Bosnia and Herzegovina", ["BA"]),
            (Sort.JURISDICTIONS, "germ, côte d'iv", ["DE", "CI"]),
            (Sort.MONEY, "250k swiss francs", "CHF 250000"),
            (Sort.MONEY, "yen 5,000", "JPY 5000"),
            (Sort.LONG_TEXT, "one\\ntwo", "one\ntwo"),
        ],
    )
    def it_reads_every_plain_form(self, sort, typed, spelled):
        assert read_typed(typed, Kind(sort)) == spelled

    @pytest.mark.parametrize(
        ("sort", "typed"),
        [
            (Sort.MONEY, "2,40 EUR"),
            (Sort.MONEY, "250.000 EUR"),
            (Sort.NUMBER, "1,5"),
            (Sort.DATE, "1/5/27"),
            (Sort.DATE, "31 February 2027"),
            (Sort.DURATION, "6 weeks"),
            (Sort.JURISDICTIONS, "Atlantis"),
            (Sort.MONEY, "250 bananas"),
        ],
    )
    def it_guesses_nothing(self, sort, typed):
        with pytest.raises(NotAValue):
            read_typed(typed, Kind(sort))

    @pytest.mark.parametrize(
        ("sort", "typed", "expected"),
        [
            (Sort.DATE, "01/05/2027", ["2027-05-01", "2027-01-05"]),
            (Sort.MONEY, "250k", ["GBP 250000", "EUR 250000", "USD 250000"]),
            (Sort.MONEY, "$5", ["USD 5", "CAD 5", "AUD 5"]),
            (
                Sort.MONEY,
                "5k peso",
                [f"{one} 5000" for one in ("ARS", "CLP", "COP", "DOP", "MXN", "PHP", "UYU")],
            ),
            (Sort.JURISDICTIONS, "Untied Kingdom", ["GB"]),
            (Sort.JURISDICTIONS, "korea", ["KP", "KR"]),
        ],
    )
    def it_asks_where_two_readings_are_left(self, sort, typed, expected):
        assert [one.id for one in readings(sort, typed).readings] == expected


class DescribeALongList:
    def it_is_searched_by_a_part_of_the_name(self):
        found = readings(Sort.JURISDICTIONS, "France, guin, US")
        assert [one.label for one in found.readings] == [
            "Guinea (GN)", "Guinea-Bissau (GW)", "Equatorial Guinea (GQ)",
            "Papua New Guinea (PG)"]  # fmt: skip
        assert found.read("2") == ["FR", "GW", "US"]

    def it_asks_for_each_name_that_finds_several(self):
        first = readings(Sort.JURISDICTIONS, "korea, congo, FR")
        with pytest.raises(Ambiguous) as second:
            first.read("2")
        assert second.value.read("Republic of the Congo") == ["KR", "CG", "FR"]

    def it_shows_at_most_twelve_and_says_how_many_more_there_are(self):
        found = readings(Sort.JURISDICTIONS, "an")
        assert len(found.readings) == MANY
        assert "; type more of the name, or take a line:" in found.says
        assert found.read("Afghan") == ["AF"]
        with pytest.raises(Ambiguous) as fewer:
            found.read("lan")
        assert 1 < len(fewer.value.all) < len(found.all)
        with pytest.raises(NotAValue):
            found.read("13")

    def it_finds_a_currency_by_its_name_in_the_reply(self):
        amount = readings(Sort.MONEY, "250k")
        assert amount.read("2") == "EUR 250000"
        assert amount.read("yen") == "JPY 250000"
        with pytest.raises(Ambiguous) as krona:
            amount.read("kron")
        assert krona.value.read("1") in ("DKK 250000", "NOK 250000")

    def it_finds_a_line_by_a_part_of_its_words_and_picks_none_unasked(self):
        lines = [Choice(f"o{n}", f"Option {word}") for n, word in enumerate("abcdefghijklmnop")]
        lines.append(Choice("last", "Another way out"))
        with pytest.raises(Ambiguous) as found:
            picked("way", lines)
        assert found.value.read("1") == "last"
        with pytest.raises(NotAValue):
            picked("zebra", lines)
