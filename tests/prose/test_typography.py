"""Typed words made ready for print."""

import pytest
from support.prose import read, word_stretches

from drafter.prose.model import Words
from drafter.prose.typography import set_words, typed_words


class DescribeQuotes:
    """Straight quotes are typed and curled by language."""

    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ('the "Mark" stays', "the “Mark” stays"),
            ("'one' thing", "‘one’ thing"),
            ("a Party's notice", "a Party’s notice"),
            ("the Parties' notice", "the Parties’ notice"),
            ("(\"a 'b' c\")", "(“a ‘b’ c”)"),
        ],
    )
    def it_curls_in_english(self, typed, printed):
        assert set_words(typed) == printed

    @pytest.mark.parametrize(
        ("typed", "printed"),
        [("die \"Marke\" 'bleibt'", "die „Marke“ ‚bleibt‘"), ("so geht's", "so geht’s")],
    )
    def it_curls_in_german(self, typed, printed):
        assert set_words(typed, language="de") == printed

    def it_closes_a_quotation_after_a_blank(self):
        stretches = list(word_stretches(read('The "{product}" is sold.')))
        assert stretches == [Words("The “"), Words("” is sold.")]


class DescribeFigures:
    """A figure is kept with its unit of measure."""

    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("10 Business Days", "10\xa0Business Days"),
            ("within 3 months", "within 3\xa0months"),
            ("EUR 250000 a year", "EUR\xa0250000 a year"),
            ("12.5 percent", "12.5\xa0percent"),
            ("2 of them", "2 of them"),
            ("in 2027 the", "in 2027 the"),
        ],
    )
    def it_sets_a_no_break_space(self, typed, printed):
        assert set_words(typed) == printed

    def it_never_touches_what_a_blank_is_given(self):
        stretches = list(word_stretches(read("Within {cap} days or 10 {product}.")))
        assert stretches == [Words("Within "), Words(" days or 10 "), Words(".")]


class DescribeTypedWords:
    """Printed words go back to what an author types."""

    @pytest.mark.parametrize("typed", ['the "Mark" of a Party\'s', "10 days", "EUR 5"])
    def it_undoes_the_setting(self, typed):
        assert typed_words(set_words(typed)) == typed

    def it_keeps_what_setting_would_not_make_again(self):
        assert typed_words("no\xa0way ”x“") == "no\xa0way ”x“"
