"""Every type of answer in the words of the document; a missing one is a blank."""

from typing import ClassVar

import pytest
from support.libraries import GRANTS, draft, lines

from drafter.agreement.model import Run, Said

PRINTED = [
    ("product", "A & B {x} [y]", "A & B {x} [y]"),
    ("purpose", "two\nlines", "two\nlines"),
    ("seats", "12000", "12,000"),
    ("cap", "EUR 250000", "EUR 250,000"),
    ("cap", "USD 12.50", "USD 12.50"),
    ("share", "12.5 percent", "12.5%"),
    ("start", "2027-03-05", "5 March 2027"),
    ("notice", "30 days", "30 days"),
    ("notice", "1 months", "1 calendar month"),
    ("notice", "10 working-days", "10 Business Days"),
    ("places", ["GB", "FR", "US"], "the United Kingdom, France and the United States of America"),
    ("exit_right", "cause", "for cause"),
    ("channels", ["web"], "the web"),
    ("channels", ["web", "shops"], "the web and shops"),
    ("channels", ["web", "shops", "fairs"], "the web, shops and fairs"),
    ("leader", "alder", "Alder"),
]


class DescribeFills:
    """`{cap}` prints the answer."""

    @pytest.mark.parametrize(("question", "answer", "printed"), PRINTED)
    def it_prints_the_answer(self, question, answer, printed):
        text = draft(f"It is {{{question}}}, yes.", **{question: answer}).text()
        assert text.replace("\u00a0", " ").endswith(f"1.1 It is {printed}, yes.\n")

    def it_ties_amounts_dates_and_periods(self):
        text = draft("{cap} {start} {notice}", cap="EUR 1", start="2027-03-05", notice="3 days")
        assert text.text().endswith("EUR\u00a01 5\u00a0March\u00a02027 3\u00a0days\n")

    @pytest.mark.parametrize("question", dict.fromkeys(name for name, _, _ in PRINTED))
    def it_prints_a_blank_that_asks_the_question(self, question):
        agreement = draft(f"It is {{{question}}}.", unknown=(question,))
        (_, blank, _) = agreement.document.elements[-1].runs
        asks = agreement.decision.selection.library.questionnaire.questions[question].asks
        assert blank == Run(f"[{asks}]", Said.BLANK, question)
        assert agreement.report()["blanks"] == [{"question": question, "asks": asks}]

    def it_names_the_record_of_a_blank(self):
        agreement = draft("{for each grant in grants} {grant.licensee} pays {grant.fee}.", **GRANTS)
        assert agreement.report()["blanks"] == [
            {"question": "grants.first.fee", "asks": "What is the fee?"}]  # fmt: skip

    def it_prints_a_list_by_what_its_records_are_called(self):
        assert lines("Licensed: {grants}.", **GRANTS)[1] == "1.1 Licensed: Alder and Birch S.A."

    def it_says_none_for_an_empty_list(self):
        assert lines("Licensed: {grants}.", grants={})[1] == "1.1 Licensed: none."

    def it_prints_what_a_fact_counts(self):
        assert lines("There are {grant_count}.", **GRANTS)[1] == "1.1 There are 2."


class DescribeAWrittenTable:
    """A row is printed where its guard holds, and nothing is printed of any other."""

    TEXT = """\
{table} {#items}
  What | Then
  stock | is sold
  {if pilot} tools | go back to {leader}
"""

    @pytest.mark.parametrize(
        ("pilot", "rows"),
        [("yes", ["stock | is sold", "tools | go back to Alder"]), ("no", ["stock | is sold"])],
    )
    def it_prints_the_rows_that_hold(self, pilot: str, rows: list[str]):
        assert lines(self.TEXT, pilot=pilot, leader="alder")[1:] == ["What | Then", *rows]

    def it_brackets_the_cells_of_a_row_in_doubt(self):
        assert lines(self.TEXT, leader="alder")[-1] == "[tools] | [go back to Alder]"

    def it_leaves_no_row_where_all_guards_fail(self):
        text = self.TEXT.replace("  stock", "  {if pilot} stock")
        assert lines(text, pilot="no", leader="alder")[1:] == ["What | Then", "None | "]


class DescribeCells:
    """A table prints a dash for an optional answer that is not there, and only there."""

    TEXT = """\
{table grant in grants}
  Who: {grant.licensee}
  Fee: {grant.fee}
  For: {grant.field}
"""

    def it_prints_a_row_a_record(self):
        assert lines(self.TEXT, **GRANTS)[1:] == [
            "Who | Fee | For", "Alder | — | Bags", "Birch S.A. | EUR 500 | Shoes"]  # fmt: skip

    def it_prints_a_blank_where_the_answer_is_needed(self):
        printed = lines(self.TEXT, grants={"first": {"licensee": "alder"}})
        assert printed[-1] == "Alder | — | [For which field?]"

    def it_prints_a_blank_for_an_optional_answer_that_is_awaited(self):
        printed = lines(self.TEXT, **GRANTS, unknown=("grants.first.fee",))
        assert printed[2] == "Alder | [What is the fee?] | Bags"

    def it_prints_a_blank_in_a_sentence(self):
        assert lines("{for each grant in grants} Fee: {grant.fee}.", **GRANTS)[1] == (
            "1.1 Fee: [What is the fee?].")  # fmt: skip

    def it_prints_one_row_for_an_empty_list(self):
        assert lines(self.TEXT, grants={})[1:] == ["Who | Fee | For", "None |  | "]


class DescribeChoices:
    """`{choose …}` prints the words of the case."""

    @pytest.mark.parametrize(
        ("seats", "words"), [("1", "one seat"), ("2", "two seats"), ("7", "seats")]
    )
    def it_chooses_by_a_count(self, seats, words):
        text = "It has {choose seats: 1 -> one seat | 2 -> two seats | more -> seats}."
        assert lines(text, seats=seats)[1] == f"1.1 It has {words}."

    def it_chooses_by_yes_and_no(self):
        text = "There is {choose pilot: yes -> a pilot | no -> none}."
        assert lines(text, pilot="yes")[1] == "1.1 There is a pilot."
        assert lines(text, pilot="no")[1] == "1.1 There is none."

    def it_prints_answers_and_references_inside_a_case(self):
        text = "Pay {choose exit_right: free -> {cap} under [@work] | cause, locked -> nothing}."
        assert lines(text, exit_right="free", cap="EUR 5")[1] == "1.1 Pay EUR 5 under clause 1."


class DescribeBends:
    """Some words change between two parties."""

    TOPICS: ClassVar = {
        "work": "A Party must tell each other Party. Each other Party may answer.",
        "words.yaml": "names: []\nbends:\n  each other Party: the other Party\n",
    }

    def it_bends_between_two(self):
        assert lines(self.TOPICS)[1] == (
            "1.1 A Party must tell the other Party. The other Party may answer.")  # fmt: skip

    @pytest.mark.parametrize("parties", [1, 3])
    def it_stands_unbent_otherwise(self, parties):
        assert lines(self.TOPICS, parties=parties)[1] == (
            "1.1 A Party must tell each other Party. Each other Party may answer.")  # fmt: skip
