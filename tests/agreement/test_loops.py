"""Loops print once for each record; a label inside is one target for each."""

from support.libraries import GRANTS, lines

STEPS = {"steps": {"one": {"name": "Draw", "grant": "first"},
                   "two": {"name": "Sew", "grant": "second"},
                   "three": {"name": "Sell", "grant": "second"}}}  # fmt: skip


def below(text, **deal):
    return [line.strip() for line in lines(text, **deal)[1:]]


class DescribeLoops:
    """`{for each grant in grants}`."""

    def it_prints_a_block_for_each_record(self):
        text = """{for each grant in grants} {grant.licensee} is licensed for {grant.field}: {and}
  - {if grant.exclusive} alone
  - in full
"""
        assert below(text, **GRANTS) == [
            "1.1 Alder is licensed for Bags:", "(a) alone; and", "(b) in full.",
            "1.2 Birch S.A. is licensed for Shoes:", "(a) in full.",
        ]  # fmt: skip

    def it_prints_the_records_that_a_condition_admits(self):
        text = """\
First.

{for each grant in grants where not grant.exclusive} {grant.licensee} pays.
"""
        assert below(text, **GRANTS) == ["1.1 First.", "1.2 Birch S.A. pays."]

    def it_prints_nothing_for_an_empty_list(self):
        assert below("First.\n\n{for each grant in grants} One.", grants={}) == ["1.1 First."]

    def it_follows_references_between_records(self):
        text = "{for each grant in grants} {grant.field.name} means {grant.field.definition}."
        assert below(text, **GRANTS) == [
            "1.1 Bags means things to carry.", "1.2 Shoes means things to wear.",
        ]  # fmt: skip

    def it_compares_a_record_of_an_inner_loop_with_that_of_the_outer_one(self):
        text = """{for each grant in grants} {grant.licensee} must: {and}
  - {for each step in steps where step.grant is grant} {step.name}
"""
        assert below(text, **GRANTS, **STEPS) == [
            "1.1 Alder must:", "(a) Draw.", "1.2 Birch S.A. must:", "(a) Sew; and", "(b) Sell.",
        ]  # fmt: skip

    def it_repeats_a_sentence(self):
        text = "{for each grant in grants} {grant.licensee} may use it."
        bullet = "All:\n  - First.\n    {for each grant in grants} {grant.licensee} may use it."
        assert below(text, **GRANTS)[0] == "1.1 Alder may use it."
        assert below(bullet, **GRANTS)[-1] == "(a) First. Alder may use it. Birch S.A. may use it."

    def it_prints_one_blank_record_in_brackets_while_the_list_is_unknown(self):
        text = "{for each grant in grants} {grant.licensee} pays {grant.fee}."
        (line,) = below(text, unknown=("grants",))
        assert line == "1.1 [[Who is licensed?] pays [What is the fee?].]"


class DescribeLabelsInLoops:
    """A label in a loop stands at each record's own block."""

    TEXT = """\
{for each grant in grants} This is [@.grant]: {and} {#grant}
  - {for each step in steps where step.grant is grant} {step.name} ([@.step], [@.grant]) {#step}

See [@.grant] and [@.step].
"""

    def it_means_the_same_record_inside_and_all_of_them_outside(self):
        assert below(self.TEXT, **GRANTS, **STEPS) == [
            "1.1 This is clause 1.1:",
            "(a) Draw (clause 1.1(a), clause 1.1).",
            "1.2 This is clause 1.2:",
            "(a) Sew (clause 1.2(a), clause 1.2); and",
            "(b) Sell (clause 1.2(b), clause 1.2).",
            "1.3 See clauses 1.1 and 1.2 and clauses 1.1(a), 1.2(a) and 1.2(b).",
        ]  # fmt: skip

    def it_says_to_for_clauses_that_follow_one_another(self):
        text = "{for each step in steps} {step.name}. {#step}\n\nSee [@.step]."
        assert below(text, **GRANTS, **STEPS)[-1] == "1.4 See clauses 1.1 to 1.3."
