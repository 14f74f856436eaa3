"""Words are those of Unicode: an apostrophe, a full stop or a comma inside a word belongs to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.redline.words import is_word, pieces


class DescribePieces:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("the Party’s share", ["the", "Party’s", "share"]),
            ("EUR 1,250,000.50 a year", ["EUR", "1,250,000.50", "a", "year"]),
            ("U.S. law; S.p.A.", ["U.S", "law", "S.p.A"]),
            ("clause 4.2(a)", ["clause", "4.2", "a"]),
            ("co-branded and/or sub_type", ["co", "branded", "and", "or", "sub_type"]),
            ("31 March\u00a02027", ["31", "March", "2027"]),
            ("Gro\u0308ße, née", ["Gro\u0308ße", "née"]),
            ("‘quoted’ words", ["quoted", "words"]),
            ("15% §3 — “Fee”", ["15", "3", "Fee"]),
        ],
    )
    def it_finds_the_words(self, text: str, words: list[str]) -> None:
        assert [each for each in pieces(text) if is_word(each)] == words

    @given(st.text())
    def it_loses_no_letter(self, text: str) -> None:
        assert "".join(pieces(text)) == text

    @given(st.text())
    def it_never_mixes_words_and_spaces(self, text: str) -> None:
        assert all(each.isspace() or not any(map(str.isspace, each)) for each in pieces(text))
