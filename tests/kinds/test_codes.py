"""Codes of countries and currencies are those of ISO, in every way in."""

from __future__ import annotations

import pytest

from drafter.kinds import JURISDICTIONS, MONEY, Kind, NotAValue, read_value
from drafter.kinds.countries import CODES as COUNTRIES
from drafter.kinds.countries import NAMES
from drafter.kinds.currencies import CODES, CURRENCIES, WHOLE


def refused(words: str, kind: Kind) -> tuple[str, str]:
    with pytest.raises(NotAValue) as fault:
        read_value(words, kind)
    return fault.value.says, fault.value.cure


class DescribeCodes:
    @pytest.mark.parametrize(("words", "cure"), [
        ("UK", "write GB"), ("USA", "write US"),
        ("ZZ", "two-letter codes such as GB or US, EU, worldwide"),
        ("XX", "two-letter codes such as GB or US, EU, worldwide"),
        ("US-XX", "write US for all of it, or a part that ISO 3166-2 lists"),
        ("DE-XX", "write DE for all of it, or a part that ISO 3166-2 lists"),
        ("GB-XYZ", "write GB for all of it, or a part that ISO 3166-2 lists"),
        ("HK-KLN", "write HK for all of it, or a part that ISO 3166-2 lists"),
        ("ZZ-CA", "two-letter codes such as GB or US, EU, worldwide"),
    ])  # fmt: skip
    def it_takes_no_country_that_is_none(self, words: str, cure: str) -> None:
        assert refused(words, Kind(JURISDICTIONS)) == (f"`{words}` is no territory", cure)

    def it_takes_every_country_and_state(self) -> None:
        for code in (
            *COUNTRIES,
            "US-CA",
            "GB-SCT",
            "FR-2A",
            "JP-13",
            "EU",
            "EEA",
            "EFTA",
            "worldwide",
        ):
            assert read_value(code, Kind(JURISDICTIONS)) == (code,)

    @pytest.mark.parametrize(("words", "says"), [
        ("GPB 100000", "`GPB` is no currency of ISO 4217"),
        ("BTC 5", "`BTC` is no currency of ISO 4217"),
        ("XXX 5", "`XXX` is no currency of ISO 4217"),
        ("JPY 1000.50", "`JPY 1000.50`: JPY has no smaller unit"),
    ])  # fmt: skip
    def it_takes_no_money_that_is_none(self, words: str, says: str) -> None:
        assert refused(words, Kind(MONEY))[0] == says

    def it_finds_what_was_meant(self) -> None:
        assert "GBP" in refused("GPB 100000", Kind(MONEY))[1]

    def it_names_only_what_there_is(self) -> None:
        assert set(NAMES) <= COUNTRIES
        assert {one.id for one in CURRENCIES} | WHOLE <= CODES
