"""An e-mail address is read strictly and kept as it is written."""

from __future__ import annotations

import re

import pytest

from drafter.kinds import KINDS, Kind, NotAValue, printed, read_typed, read_value, spelled
from drafter.kinds.english import ENGLISH

EMAIL = Kind(KINDS["email"])
GOOD = ["legal@example.com", "a.b+c@mail.example.co.uk", "O'Hara@x-1.example"]
BAD = ["legal", "legal@", "@example.com", "a@b", "a b@example.com", "a@example.com\n", "a..b@c.de",
       "ä@example.com", "a@-x.com", "a" * 250 + "@example.com",
       "a@b.c", "a@example.123"]  # fmt: skip


class DescribeAnEmailAddress:
    @pytest.mark.parametrize("address", GOOD)
    def it_is_the_same_however_it_comes_in_and_goes_out(self, address: str) -> None:
        value = read_value(read_typed(f" {address} ", EMAIL), EMAIL)
        assert (value, spelled(value), printed(value, ENGLISH)) == (address,) * 3

    @pytest.mark.parametrize("address", BAD)
    def it_is_refused_with_what_is_wanted(self, address: str) -> None:
        with pytest.raises(NotAValue, match="is not an e-mail address such as"):
            read_value(address, EMAIL)

    def it_says_in_the_schema_what_it_reads(self) -> None:
        schema = EMAIL.sort.schema(EMAIL)
        assert schema["format"] == "email"
        assert all(re.search(schema["pattern"], one) for one in GOOD)
        assert not any(re.search(schema["pattern"], one) for one in BAD[:5])

    def it_is_made_up_as_an_address(self) -> None:
        assert read_value(EMAIL.sort.made_up("email_1"), EMAIL) == "email-1@example.com"
