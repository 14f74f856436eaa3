"""A list writes its own stops."""

import pytest
from support.libraries import lines


def below(text, **deal):
    """The paragraphs of the only clause, without their places."""
    return [line.strip() for line in lines(text, **deal)[1:]]


class DescribeJoins:
    """Semicolons, the word before the last item, and one full stop at the end."""

    @pytest.mark.parametrize("word", ["and", "or"])
    def it_joins_three_items(self, word):
        printed = below(f"These: {{{word}}}\n  - a\n  - b\n  - c")
        assert printed == ["1.1 These:", "(a) a;", f"(b) b; {word}", "(c) c."]

    def it_ends_an_inner_list_with_the_stop_of_the_outer_one(self):
        text = "These: {and}\n  - a: {or}\n    - x\n    - y\n  - b: {and}\n    - z"
        assert below(text) == [
            "1.1 These:", "(a) a:", "(i) x; or", "(ii) y; and", "(b) b:", "(i) z.",
        ]  # fmt: skip

    def it_stops_after_the_one_item_left(self):
        text = "These: {and}\n  - {if pilot} a\n  - b"
        assert below(text, pilot="no") == ["1.1 These:", "(a) b."]

    def it_turns_the_colon_into_a_stop_when_no_item_is_left(self):
        text = "These apply: {and}\n  - {if pilot} a\n  - {if pilot} b"
        assert below(text, pilot="no") == ["1.1 These apply."]

    def it_gives_an_inner_lead_without_items_the_stop_of_its_place(self):
        text = "These: {and}\n  - a: {and}\n    - {if pilot} x\n  - b"
        assert below(text, pilot="no") == ["1.1 These:", "(a) a; and", "(b) b."]

    def it_turns_the_colon_of_a_lead_in_doubt_into_a_stop(self):
        text = "{if exit_right is free} These apply: {and}\n  - {if pilot} a\n  - {if pilot} b"
        assert below(text, pilot="no", unknown=("exit_right",)) == ["1.1 [These apply]."]

    def it_joins_the_items_of_a_loop(self):
        text = "Parties: {and}\n  - {for each party in parties} {party.name}\n  - all others"
        assert below(text) == [
            "1.1 Parties:", "(a) Alder Limited;", "(b) Birch & Co S.A.; and", "(c) all others.",
        ]  # fmt: skip


class DescribeFullStopOfAName:
    """A name that ends in a full stop keeps it; the sentence adds none."""

    def it_ends_a_sentence(self):
        assert below("It is {product}. It works.", product="Lamp Inc.") == [
            "1.1 It is Lamp Inc. It works."
        ]

    def it_ends_a_list(self):
        text = "These: {and}\n  - a\n  - {product}"
        assert below(text, product="Lamp Inc.")[-1] == "(b) Lamp Inc."

    def it_stands_before_the_other_stops_of_a_list(self):
        text = "These: {and}\n  - {product}\n  - {product}\n  - b"
        assert below(text, product="Lamp Inc.")[1:3] == ["(a) Lamp Inc.;", "(b) Lamp Inc.; and"]

    def it_ends_a_choice_that_ends_a_sentence(self):
        text = "It is {choose pilot: yes -> {product} | no -> nothing}. It works."
        assert below(text, pilot="yes", product="Lamp Inc.") == ["1.1 It is Lamp Inc. It works."]

    def it_ends_a_sentence_that_opens_a_list(self):
        text = "It is {product}: {and}\n  - {if pilot} a\n  - {if pilot} b"
        assert below(text, pilot="no", product="Lamp Inc.") == ["1.1 It is Lamp Inc."]

    def it_ends_a_reference_to_a_record(self):
        assert below("The leader is {leader}.", leader="birch") == ["1.1 The leader is Birch S.A."]
