"""What nobody has confirmed is marked where it is printed, and explained beside it."""

from __future__ import annotations

from support.libraries import QUESTIONS, draft

from drafter.agreement.model import Note, Paragraph
from drafter.drafting import Draft

TEXTS = {
    "questionnaire/01-deal.yaml": QUESTIONS.replace(
        "seats: {asks: How many seats are there?, type: whole number}",
        "seats:\n    asks: How many seats are there?\n    type: whole number\n"
        "    recommend: [{take: 4, when: pilot, because: four fit}, no-opinion]",
    ).replace("pilot: {asks: Is there a pilot?, type: yes/no}",
              "pilot:\n    asks: Is there a pilot?\n    type: yes/no\n"
              "    recommend: [{take: yes, because: most begin small}]"),
    "work": "There are {seats} seats. All are equal.\n\n{if seats > 3} A list is kept.\n\n"
            "No more.\n{if pilot} It is short.\n\nIt is {choose pilot: yes -> soon | no -> late}.",
    "topics/exit/topic.yaml": "heading: Exit\nchoose:\n  early: pilot\n  late: not pilot\n",
    "topics/exit/early.md": "At any time, or when the {seats} seats are gone.",
    "topics/exit/late.md": "At the end.",
    "last": "Nothing is assumed.",
}  # fmt: skip
SEATS = ("Assumed, not confirmed by anybody. How many seats are there? 4. "
         "Recommended because four fit.")  # fmt: skip
PILOT = ("Assumed, not confirmed by anybody. Is there a pilot? yes. "
         "Recommended because most begin small.")  # fmt: skip


def marked(agreement: Draft) -> dict[str, str]:
    """The marked words of each block."""
    words = {
        element.block: "".join(run.text for run in element.runs if run.assumed)
        for element in agreement.document.elements
        if isinstance(element, Paragraph)
    }
    return {block: text for block, text in words.items() if text}


class DescribeAssumptions:
    def it_marks_values_sentences_and_headings_that_rest_on_one(self) -> None:
        assert marked(draft(TEXTS)) == {
            "work.1": "4", "work.2": "A list is kept.", "work.3": "It is short.", "work.4": "soon",
            "exit": "Exit", "exit.1": "4",
        }  # fmt: skip

    def it_says_why_once_in_each_clause(self) -> None:
        assert draft(TEXTS).document.notes == (
            Note("work.1", SEATS), Note("work.3", PILOT),
            Note("exit", PILOT), Note("exit.1", SEATS),
        )  # fmt: skip

    def it_changes_no_word(self) -> None:
        assert draft(TEXTS).text() == draft(TEXTS, seats="4", pilot="yes").text()

    def it_marks_nothing_that_somebody_answered_or_confirmed(self) -> None:
        assert marked(draft(TEXTS, seats="4", pilot="yes")) == {}
        confirmed = draft(TEXTS, confirmed=("seats", "pilot"))
        assert (marked(confirmed), confirmed.document.notes) == ({}, ())

    def it_lists_each_with_the_clauses_that_rest_on_it(self) -> None:
        seats = {"question": "seats", "asks": "How many seats are there?", "answer": "4",
                 "because": "four fit", "where": ["1.1", "1.2", "2.1"]}  # fmt: skip
        assert seats in draft(TEXTS).report()["assumed"]
