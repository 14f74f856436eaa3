"""References print the number of what they point at, and are refused where nothing is there."""

import pytest
from support.libraries import draft, lines

from drafter.agreement.model import Paragraph, Said
from drafter.diagnostics import Refused

REST = {
    "fees": "Fee. {#fee}\n\nTwo: {and}\n  - a {#a}\n  - b {#b}",
    "exit": "Exit.",
    "schedule-plan": "One.\n\nTwo. {#two}\n\nSee [@.two] and [@fees].",
    "schedule-table": "One: {and}\n  - item {#item}",
}


def said(sentence, **more):
    """How a sentence with references reads as clause 1.1."""
    (line,) = (one for one in lines({"task": sentence, **REST, **more}) if one.startswith("1.1 "))
    return line.removeprefix("1.1 ")


class DescribeReferences:
    """Singular and plural, ranges, schedules and what stands in them."""

    @pytest.mark.parametrize(
        ("written", "printed"),
        [
            ("See [@fees].", "See clause 2."),
            ("See [@fees.fee].", "See clause 2.1."),
            ("See [@fees.b].", "See clause 2.2(b)."),
            ("See [@fees, @exit].", "See clauses 2 and 3."),
            ("See [@fees.fee, @fees.a, @exit].", "See clauses 2.1, 2.2(a) and 3."),
            ("See [@exit, @exit].", "See clause 3."),
            ("[@fees] applies.", "Clause 2 applies."),
            ("First. [@fees, @exit] apply.", "First. Clauses 2 and 3 apply."),
            ("See [@schedule-plan].", "See Schedule 1."),
            ("See [@schedule-plan, @schedule-table].", "See Schedule 1 and Schedule 2."),
            ("See [@schedule-table.item].", "See paragraph 1(a) of Schedule 2."),
            ("[@schedule-plan.two] applies.", "Paragraph 2 of Schedule 1 applies."),
            ("See [@exit, @schedule-plan.two].", "See clause 3 and paragraph 2 of Schedule 1."),
            ("See [@fees, @exit, @schedule-plan, @schedule-table.item].",
             "See clauses 2 and 3, Schedule 1 and paragraph 1(a) of Schedule 2."),
        ],
    )  # fmt: skip
    def it_says_what_it_points_at(self, written, printed):
        assert said(written) == printed

    def it_leaves_out_the_schedule_inside_it(self):
        assert lines(REST)[-4] == "3. See paragraph 2 and clause 1."

    def it_points_at_a_recital(self):
        assert said("See [@background.why].", background="They met. {#why}") == "See recital (A)."

    def it_points_at_a_party(self):
        topics = {"task": "See [@parties].", "parties": "{place parties}"}
        with pytest.raises(Refused):  # a front heading has no number
            lines(topics)

    def it_takes_the_number_above_for_a_table_and_for_flush_words(self):
        text = "See [@.rows, @.words].\n\nRows:\n\n{table grant in grants} {#rows}\n  A: x\n\n"
        assert lines(text + "{flush} Words. {#words}", grants={})[1] == "1.1 See clause 1.2."

    def it_ties_the_word_to_the_number(self):
        assert "clause\u00a02" in draft({"task": "See [@fees].", **REST}).text()

    def it_names_the_block_in_each_run(self):
        document = draft({"task": "See [@fees, @schedule-plan.two].", **REST}).document
        (paragraph,) = (one for one in document.elements
                        if isinstance(one, Paragraph) and one.block == "task.1")  # fmt: skip
        runs = [run for run in paragraph.runs if run.said is Said.REFERENCE]
        assert [run.about for run in runs] == ["fees", "schedule-plan.2", "schedule-plan"]
        assert [document.numbers[run.about].replace(" ", "\u00a0") for run in runs] == [
            run.text for run in runs]  # fmt: skip


class DescribeDanglingReferences:
    """A reference to nothing is refused with its place."""

    def it_names_the_file_line_and_column_of_each(self):
        with pytest.raises(Refused) as refused:
            lines({"task": "See [@none].\n\nSee [@fees.gone].", **REST})
        says = [(one.rule, one.says, str(one.place)) for one in refused.value.diagnostics]
        assert says == [
            ("dangling-reference", "`[@none]` points at nothing in this agreement",
             "library/topics/task/text.md:1:5"),
            ("dangling-reference", "`[@fees.gone]` points at nothing in this agreement",
             "library/topics/task/text.md:3:5"),
        ]  # fmt: skip

    def it_refuses_a_reference_to_a_paragraph_that_its_guard_leaves_out(self):
        text = "See [@.trial].\n\n{if pilot} A trial. {#trial}"
        assert lines(text, pilot="yes")[1] == "1.1 See clause 1.2."
        with pytest.raises(Refused):
            lines(text, pilot="no")
