"""A registration number is judged by the form of its register, and by nothing that is not known."""

from __future__ import annotations

import pytest

from drafter.consistency.register_numbers import odd_number

REAL = [
    ("00445790", "GB", "company"),
    ("SC045551", "GB", "company"),
    ("OC301540", "GB", "partnership"),
    ("1198765", "GB", "charity"),
    ("732 829 320", "FR", "company"),
    ("RCS Paris 732 829 320", "FR", "company"),
    ("732 829 320 00074", "FR", "company"),
    ("HRB 719915", "DE", "company"),
    ("Amtsgericht Mannheim, HRB 719915", "DE", "company"),
    ("923 609 016", "NO", "company"),
    ("24256790", "DK", "company"),
    ("556016-0680", "SE", "company"),
    ("CHE-105.909.036", "CH", "company"),
    ("BE 0417.497.106", "BE", "company"),
    ("5493001KJTIIGC8Y1R12", "US", "company"),
    ("LEI: 5493001KJTIIGC8Y1R12", "FR", "company"),
]
UNKNOWN = [
    ("RC000999", "GB", "university"),
    ("K 1", "JP", "company"),
    ("7", "GB", "public-body"),
    ("7", "FR", "individual"),
    ("12/345", "DE", "university"),
    ("C1234567", "US", "company"),
]


class DescribeARegistrationNumber:
    @pytest.mark.parametrize(("number", "country", "body", "says"), [
        ("00445790", "GB", "partnership", "a partnership number of the United Kingdom"),
        ("00445790", "GB-SCT", "individual", "the form of a company number"),
        ("HRB 719915", "DE", "partnership", "the part of a German register that is for companies"),
    ])  # fmt: skip
    def it_is_told_when_it_is_of_another_kind_of_body(
        self, number: str, country: str, body: str, says: str
    ) -> None:
        assert says in odd_number(number, [country], body)

    @pytest.mark.parametrize(("number", "country", "body"), [*REAL, *UNKNOWN])
    def it_is_left_alone_where_nothing_is_known_against_it(
        self, number: str, country: str, body: str
    ) -> None:
        assert odd_number(number, [country], body, "the place where it was formed") == ""

    @pytest.mark.parametrize(("number", "country"), [
        (number, country) for number, country, _ in REAL
        if country in ("FR", "NO", "DK", "SE", "CH", "BE") and "LEI" not in number])  # fmt: skip
    def it_is_told_when_a_figure_is_mistyped(self, number: str, country: str) -> None:
        place = next(index for index, one in enumerate(number) if one.isdigit()) + 2
        place += not number[place].isdigit()
        wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
        assert "wrong check figure" in odd_number(wrong, [country], "company")

    @pytest.mark.parametrize("place", range(20))
    def it_is_told_when_a_letter_of_an_lei_is_mistyped(self, place: int) -> None:
        code = "5493001KJTIIGC8Y1R12"
        row = "0123456789" if code[place].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        beside = row[(row.index(code[place]) + 1) % len(row)]
        wrong = code[:place] + beside + code[place + 1 :]
        assert "wrong check figures for an LEI" in odd_number(wrong, ["US"], "company")

    @pytest.mark.parametrize("number", ["1234567", "98-7654321", "File No. 7654321"])
    def it_may_be_a_file_number_of_delaware(self, number: str) -> None:
        assert odd_number(number, ["US"], "company", "the State of Delaware") == ""
