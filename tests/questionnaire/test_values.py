"""A value is spelled in one way, read strictly, and never changed on the way in."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import kinds
from drafter.kinds import Kind, NotAValue, printed, read_value, spelled
from drafter.kinds.english import ENGLISH
from drafter.kinds.model import Duration, Money, Points, Value

OPTIONS = ("web", "shops", "fairs")
KINDS = {
    kinds.YES_NO: (Kind(kinds.YES_NO), st.booleans()),
    kinds.CHOICE: (Kind(kinds.CHOICE, options=OPTIONS), st.sampled_from(OPTIONS)),
    kinds.SEVERAL: (
        Kind(kinds.SEVERAL, options=OPTIONS),
        st.lists(st.sampled_from(OPTIONS), unique=True).map(tuple),
    ),
    kinds.NUMBER: (Kind(kinds.NUMBER), st.integers(-(10**14), 10**14)),
    kinds.MONEY: (
        Kind(kinds.MONEY),
        st.builds(Money, st.just("EUR"), st.decimals(0, 10**12, places=2, allow_nan=False)),
    ),
    kinds.PERCENTAGE: (Kind(kinds.PERCENTAGE), st.decimals(0, 100, places=3, allow_nan=False)),
    kinds.DATE: (Kind(kinds.DATE), st.dates()),
    kinds.DURATION: (
        Kind(kinds.DURATION),
        st.builds(
            Duration,
            st.sampled_from(["days", "working-days", "months", "years"]),
            st.integers(0, 999_999),
        ),
    ),
    kinds.JURISDICTIONS: (
        Kind(kinds.JURISDICTIONS),
        st.lists(st.sampled_from(["GB", "US-CA", "EU", "worldwide"]), unique=True).map(tuple),
    ),
    kinds.PARTY: (
        Kind(kinds.PARTY, of="parties"),
        st.sampled_from(["a", "b-c"]).map(lambda id: Points("parties", id)),
    ),
}


class DescribeAValue:
    @given(st.data(), st.sampled_from(list(KINDS)))
    def it_reads_back_from_its_own_spelling(self, data: st.DataObject, sort: kinds.Sort) -> None:
        kind, values = KINDS[sort]
        value = data.draw(values)
        words = spelled(value)
        assert read_value(words if isinstance(words, str) else tuple(words), kind) == value

    @pytest.mark.parametrize(
        ("sort", "words"),
        [
            (kinds.NUMBER, "1.9 1_0 ٣ 1e3 0x1 12,000".split()),
            (kinds.NUMBER, ["9" * 5000, "", " 3", "3\n"]),
            (kinds.MONEY, ["EUR 12.345", "EUR NaN", "EUR 1e400", "12 EUR", "eur 5", "EUR -5"]),
            (kinds.PERCENTAGE, ["12.5", "5 percent%", "%", "NaN%", "5\u00a0percent"]),
            (
                kinds.DATE,
                [
                    "2026-W05-1",
                    "2026-02-30",
                    "20260203",
                    "0000-01-01",
                    "2026-2-3",
                    "2027-02-29",
                    "1900-02-29",
                    "01/03/2027",
                    "2027-03-01T00:00Z",
                ],
            ),
            (kinds.DURATION, ["30", "days", "1.5 months", "-3 days", "3 weeks", "30days"]),
            (kinds.YES_NO, ["Yes", "on", "1", "y"]),
            (kinds.JURISDICTIONS, ["gb", "England", "GBR", "G", "EU-"]),
        ],
    )
    def it_is_never_guessed_or_rounded(self, sort: kinds.Sort, words: list[str]) -> None:
        for word in words:
            with pytest.raises(NotAValue):
                read_value(word, KINDS[sort][0])

    def it_knows_a_leap_day(self) -> None:
        assert read_value("2028-02-29", Kind(kinds.DATE)) == date(2028, 2, 29)

    def it_takes_a_yes_from_json(self) -> None:
        assert read_value("true", Kind(kinds.YES_NO)) is True
        assert read_value("false", Kind(kinds.YES_NO)) is False

    def it_names_a_member_of_a_set_once(self) -> None:
        with pytest.raises(NotAValue, match="`GB` is named twice"):
            read_value(("GB", "EU", "GB"), Kind(kinds.JURISDICTIONS))


TEXT, LONG_TEXT = Kind(kinds.TEXT), Kind(kinds.LONG_TEXT)


class DescribeText:
    @pytest.mark.parametrize(
        ("character", "name"),
        [
            ("\x00", "U+0000"),
            ("\x0b", "U+000B"),
            ("\x0c", "U+000C"),
            ("\x1b", "U+001B"),
            ("\x85", "U+0085"),
            ("\u2028", "LINE SEPARATOR"),
            ("\u202e", "RIGHT-TO-LEFT OVERRIDE"),
            ("\u2066", "LEFT-TO-RIGHT ISOLATE"),
            ("\ud800", "U+D800"),
            ("\ufffe", "U+FFFE"),
            ("\U0001ffff", "U+1FFFF"),
            ("\u00ad", "SOFT HYPHEN"),
            ("\u034f", "COMBINING GRAPHEME JOINER"),
            ("\u200b", "ZERO WIDTH SPACE"),
            ("\u2060", "WORD JOINER"),
            ("\u2800", "BRAILLE PATTERN BLANK"),
            ("\u3164", "HANGUL FILLER"),
            ("\ufeff", "ZERO WIDTH NO-BREAK SPACE"),
            ("\U0001d173", "MUSICAL SYMBOL BEGIN BEAM"),
            ("\U000e0041", "TAG LATIN CAPITAL LETTER A"),
        ],
    )
    def it_holds_no_character_that_a_document_cannot_show(self, character: str, name: str) -> None:
        for kind in (TEXT, LONG_TEXT):
            with pytest.raises(NotAValue) as fault:
                read_value(f"ab{character}c", kind)
            assert fault.value.says == f"character 3 ({name}) cannot stand in a document"

    def it_breaks_lines_only_where_it_may(self) -> None:
        for break_ in ("\n", "\r\n", "\r", "\t"):
            with pytest.raises(NotAValue, match="one line"):
                read_value(f"a{break_}b", TEXT)
        assert read_value("a\r\nb\nc\td", LONG_TEXT) == "a\nb\nc\td"

    @pytest.mark.parametrize(
        "text", ["", " ", "\u00a0", "\u200b\u200d", "\u3000", "\u2800", "\u3164"]
    )
    def it_shows_something(self, text: str) -> None:
        with pytest.raises(NotAValue, match="empty"):
            read_value(text, TEXT)

    def it_is_kept_whole_up_to_ten_thousand_characters(self) -> None:
        assert read_value("x" * 10_000, TEXT) == "x" * 10_000
        for length in (10_001, 10_000_000):
            with pytest.raises(NotAValue, match="longer than 10,000 characters"):
                read_value("x" * length, TEXT)

    @given(st.text(min_size=1))
    def it_is_changed_in_nothing_but_the_form_of_its_letters(self, text: str) -> None:
        try:
            read = read_value(text, TEXT)
        except NotAValue:
            return
        assert read == unicodedata.normalize("NFC", text)

    def it_keeps_letters_of_every_script(self) -> None:
        for text in (
            "עברית",
            "👩\u200d👩\u200d👧",
            "A & B <x> {{ 7*7 }}",
            "e\u0301",
            "Süd\u00a0AG",
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u2764\ufe0f",
        ):
            assert read_value(text, TEXT) == unicodedata.normalize("NFC", text)


class DescribeAValueInADocument:
    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (True, "yes"),
            (12000, "12,000"),
            (Decimal("12.5"), "12.5%"),
            (Money("EUR", Decimal(1234)), "EUR\u00a01,234"),
            (Money("EUR", Decimal("1234.50")), "EUR\u00a01,234.50"),
            (date(2027, 3, 5), "5\u00a0March\u00a02027"),
            (Duration("days", 1), "1\u00a0day"),
            (Duration("working-days", 10), "10\u00a0Business Days"),
            (Duration("months", 1), "1\u00a0calendar month"),
        ],
    )
    def it_is_printed_in_english(self, value: Value, words: str) -> None:
        assert printed(value, ENGLISH) == words

    @pytest.mark.parametrize(
        ("members", "words"),
        [([], "none"), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
    )
    def it_is_listed_with_and(self, members: list[Any], words: str) -> None:
        assert ENGLISH.listed(members) == words
