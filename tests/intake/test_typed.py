"""What people type, read; and found by a part of its name where a list is long."""

import pytest

from drafter import kinds
from drafter.kinds import Kind, NotAValue, read_typed
from drafter.kinds.picking import MANY, Ambiguous, Candidate, picked


def readings(sort, typed):
    with pytest.raises(Ambiguous) as open_one:
        read_typed(typed, Kind(sort))
    return open_one.value


class DescribeWhatPeopleType:
    @pytest.mark.parametrize(
        ("sort", "typed", "spelled"),
        [
            (kinds.MONEY, "£250k", "GBP 250000"),
            (kinds.MONEY, "usd 2.40", "USD 2.40"),
            (kinds.MONEY, "1.5m EUR", "EUR 1500000"),
            (kinds.MONEY, "EUR 1 000 000", "EUR 1000000"),
            (kinds.DATE, "May 1st, 2027", "2027-05-01"),
            (kinds.DATE, "13/05/2027", "2027-05-13"),
            (kinds.DURATION, "2 business days", "2 working-days"),
            (kinds.DURATION, "six months", "6 months"),
            (kinds.DURATION, "Half  a year", "6 months"),
            (kinds.DURATION, "a year", "1 years"),
            (kinds.DURATION, "ten business days", "10 working-days"),
            (kinds.MONEY, "GBP 100k", "GBP 100000"),
            (kinds.NUMBER, "1,500", "1500"),
            (kinds.PERCENTAGE, "12.5%", "12.5 percent"),
            (kinds.JURISDICTIONS, "France and the UK", ["FR", "GB"]),
            (kinds.JURISDICTIONS, "Bosnia and Herzegovina", ["BA"]),
            (kinds.JURISDICTIONS, "germ, côte d'iv", ["DE", "CI"]),
            (kinds.MONEY, "250k swiss francs", "CHF 250000"),
            (kinds.MONEY, "yen 5,000", "JPY 5000"),
            (kinds.LONG_TEXT, "one\\ntwo", "one\ntwo"),
        ],
    )
    def it_reads_every_plain_form(self, sort, typed, spelled):
        assert read_typed(typed, Kind(sort)) == spelled

    @pytest.mark.parametrize(
        ("sort", "typed"),
        [
            (kinds.MONEY, "2,40 EUR"),
            (kinds.MONEY, "250.000 EUR"),
            (kinds.NUMBER, "1,5"),
            (kinds.DATE, "1/5/27"),
            (kinds.DATE, "31 February 2027"),
            (kinds.DURATION, "6 weeks"),
            (kinds.DURATION, "six weeks"),
            (kinds.DURATION, "a few months"),
            (kinds.JURISDICTIONS, "Atlantis"),
            (kinds.MONEY, "250 bananas"),
        ],
    )
    def it_guesses_nothing(self, sort, typed):
        with pytest.raises(NotAValue):
            read_typed(typed, Kind(sort))

    @pytest.mark.parametrize(
        ("sort", "typed", "expected"),
        [
            (kinds.DATE, "01/05/2027", ["2027-05-01", "2027-01-05"]),
            (kinds.MONEY, "250k", ["GBP 250000", "EUR 250000", "USD 250000"]),
            (kinds.MONEY, "$5", ["USD 5", "CAD 5", "AUD 5"]),
            (
                kinds.MONEY,
                "5k peso",
                [f"{one} 5000" for one in ("ARS", "CLP", "COP", "DOP", "MXN", "PHP", "UYU")],
            ),
            (kinds.JURISDICTIONS, "Untied Kingdom", ["GB"]),
            (kinds.JURISDICTIONS, "korea", ["KP", "KR"]),
        ],
    )
    def it_asks_where_two_readings_are_left(self, sort, typed, expected):
        assert [one.id for one in readings(sort, typed).readings] == expected


class DescribeALongList:
    def it_is_searched_by_a_part_of_the_name(self):
        found = readings(kinds.JURISDICTIONS, "France, guin, US")
        assert [one.label for one in found.readings] == [
            "Guinea (GN)", "Guinea-Bissau (GW)", "Equatorial Guinea (GQ)",
            "Papua New Guinea (PG)"]  # fmt: skip
        assert found.read("2") == ["FR", "GW", "US"]

    def it_asks_for_each_name_that_finds_several(self):
        first = readings(kinds.JURISDICTIONS, "korea, congo, FR")
        with pytest.raises(Ambiguous) as second:
            first.read("2")
        assert second.value.read("Republic of the Congo") == ["KR", "CG", "FR"]

    def it_shows_at_most_twelve_and_says_how_many_more_there_are(self):
        found = readings(kinds.JURISDICTIONS, "an")
        assert len(found.readings) == MANY
        assert "; type more of the name, or take a line:" in found.says
        assert found.read("Afghan") == ["AF"]
        with pytest.raises(Ambiguous) as fewer:
            found.read("lan")
        assert 1 < len(fewer.value.all) < len(found.all)
        with pytest.raises(NotAValue):
            found.read("13")

    def it_finds_a_currency_by_its_name_in_the_reply(self):
        amount = readings(kinds.MONEY, "250k")
        assert amount.read("2") == "EUR 250000"
        assert amount.read("yen") == "JPY 250000"
        with pytest.raises(Ambiguous) as krona:
            amount.read("kron")
        assert krona.value.read("1") in ("DKK 250000", "NOK 250000")

    def it_finds_a_line_by_a_part_of_its_words_and_picks_none_unasked(self):
        lines = [Candidate(f"o{n}", f"Option {word}") for n, word in enumerate("abcdefghijklmnop")]
        lines.append(Candidate("last", "Another way out"))
        with pytest.raises(Ambiguous) as found:
            picked("way", lines)
        assert found.value.read("1") == "last"
        with pytest.raises(NotAValue):
            picked("zebra", lines)
