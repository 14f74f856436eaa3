"""One variant a topic: the row that holds, or the only one that still could."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from support.small import PARTIES, deal, small, told

from drafter.diagnostics import Refused
from drafter.library.model import ClauseLibrary
from drafter.selection.explain import explain
from drafter.selection.explanation_text import print_explanation
from drafter.selection.model import Selection
from drafter.selection.select import outline, select

RIDER = {
    "topics/results/jointly-owned.md": "The parties own it all.\n\n{place co-owner-law}\n",
    "topics/co-owner-law/topic.yaml": (
        "within: results\nchoose:\n  english: ownership is joint\n  left-out: ownership is maker\n"
    ),
    "topics/co-owner-law/english.md": "The law of England applies.\n",
}


def selected(
    values: Mapping[str, Any], library: ClauseLibrary | None = None, **beside: Any
) -> Selection:
    library = library or small()
    return select(library, library.precedents["simple"], deal(values, **beside))


def with_rows(rows: str, **texts: str) -> ClauseLibrary:
    table = "heading: Leaving\nchoose:\n" + rows
    return small(**{"topics/exit/topic.yaml": table, **texts})


class DescribeATopic:
    def it_takes_the_variant_whose_row_holds(self) -> None:
        chosen = selected({"parties": PARTIES, "ownership": "maker"}).chosen["results"]
        assert chosen.variant is not None
        assert (chosen.variant.id, chosen.is_open, chosen.left_out) == ("maker-owns", False, False)

    def it_takes_the_row_that_is_left_when_all_others_are_false(self) -> None:
        rows = "  by-notice: ownership is maker\n  never: not ownership is maker and two_parties\n"
        rows += "  other: not ownership is maker and not two_parties\n"
        texts = {f"topics/exit/{name}.md": "It may leave.\n" for name in ("never", "other")}
        library = with_rows(rows, **texts)
        three = {**PARTIES, "west": {"name": "West"}}
        chosen = selected({"parties": three}, library, unknown=["ownership"]).chosen["exit"]
        assert chosen.rows == ("by-notice", "other")
        library = with_rows(
            "  by-notice: fee > EUR 5 or two_parties\n  never: fee <= EUR 5 and not two_parties\n",
            **{"topics/exit/never.md": "It may not leave.\n"},
        )
        chosen = selected({"parties": PARTIES}, library).chosen["exit"]
        assert chosen.rows == ("by-notice",)

    def it_is_open_between_the_rows_that_still_could_hold(self) -> None:
        selection = selected({"parties": PARTIES}, unknown=["ownership"])
        chosen = selection.chosen["results"]
        assert chosen.is_open
        assert chosen.variant is None
        assert chosen.rows == ("maker-owns", "jointly-owned")
        assert "results" in selection.standing

    def it_may_be_left_out(self) -> None:
        library = with_rows("  by-notice: ownership is maker\n  left-out: ownership is joint\n")
        selection = selected({"parties": PARTIES, "ownership": "joint"}, library)
        assert selection.chosen["exit"].left_out
        assert selection.chosen["exit"].variant is None
        assert selection.standing == {"results"}
        assert not selection.deal.has_text("exit")
        assert selection.deal.has_text("results")

    def it_stands_before_its_riders(self) -> None:
        library = small(**RIDER)
        topics = outline(library, library.precedents["simple"])
        assert [topic.id for topic in topics] == ["results", "co-owner-law", "exit"]


class DescribeABrokenTable:
    def it_is_refused_with_all_its_gaps_and_overlaps(self) -> None:
        library = with_rows(
            "  by-notice: ownership is joint\n  never: two_parties\n",
            **{"topics/exit/never.md": "It may not leave.\n"},
        )
        with pytest.raises(Refused) as refusal:
            selected({"parties": PARTIES, "ownership": "joint"}, library)
        assert told(refusal.value.diagnostics) == (
            "error[overlap]: two wordings of `exit` fit these answers: by-notice and never\n"
            "  --> lib/topics/exit/topic.yaml:1:1\n"
            "   = help: make the rows exclude each other"
        )
        three = {**PARTIES, "west": {"name": "West"}}
        with pytest.raises(Refused) as refusal:
            selected({"parties": three, "ownership": "maker"}, library)
        assert told(refusal.value.diagnostics) == (
            "error[gap]: no wording of `exit` fits these answers\n"
            "  --> lib/topics/exit/topic.yaml:1:1\n"
            "   = help: widen a row, or add one and its text"
        )


class DescribeAnExplanation:
    def it_names_the_answer_that_decided_and_what_the_others_would_need(self) -> None:
        selection = selected({"parties": PARTIES})
        assert print_explanation(explain(selection, "results")) == (
            "Results [results]: jointly-owned (preferred)\n"
            "  because  ownership: joint, as recommended: two can agree\n"
            "  not      maker-owns: would need ownership is maker (now: joint)"
        )
        assert explain(selection, "results").as_data() == {
            "topic": "results",
            "heading": "Results",
            "variant": "jointly-owned",
            "position": "preferred",
            "because": [
                {
                    "question": "ownership",
                    "asks": "Who owns the results?",
                    "answer": "joint",
                    "origin": "recommended",
                    "why": "two can agree",
                }
            ],
            "instead": [{"variant": "maker-owns", "needs": "ownership is maker (now: joint)"}],
        }

    def it_says_what_a_topic_is_open_for(self) -> None:
        selection = selected({"parties": PARTIES}, unknown=["ownership"])
        assert print_explanation(explain(selection, "results")) == (
            "Results [results]: open: maker-owns, jointly-owned\n"
            "  because  ownership: unknown\n"
            "  not      maker-owns: would need ownership is maker (now: unknown)\n"
            "  not      jointly-owned (preferred): would need ownership is joint (now: unknown)"
        )

    def it_finds_the_fewest_answers_that_would_give_another_variant(self) -> None:
        selection = selected({"parties": PARTIES})
        explanation = explain(selection, "results", with_changes=True)
        assert print_explanation(explanation).endswith(
            "  not      maker-owns: would need `ownership: maker` (now: joint)"
        )
        assert explanation.as_data()["instead"][0]["change"] == [
            {
                "question": "ownership",
                "asks": "Who owns the results?",
                "now": "joint",
                "answer": "maker",
            }
        ]

    def it_names_an_answer_behind_a_fact_and_not_the_fact(self) -> None:
        library = with_rows(
            "  by-notice: two_parties\n  never: not two_parties\n",
            **{"topics/exit/never.md": "It may not leave.\n"},
        )
        explanation = explain(selected({"parties": PARTIES}, library), "exit", with_changes=True)
        assert print_explanation(explanation).endswith(
            "never: would need `parties: one party more` (now: north, south)"
        )

    def it_says_which_rule_would_refuse_the_change(self) -> None:
        refuses = "severity: block\nwhen: ownership is maker\nmessage: Not here.\n"
        library = small(**{"consistency/R9.yaml": refuses})
        selection = selected({"parties": PARTIES}, library)
        assert print_explanation(explain(selection, "results", with_changes=True)).endswith(
            "would need `ownership: maker` (now: joint); R9 would refuse it"
        )

    def it_has_no_reason_for_the_only_variant(self) -> None:
        assert print_explanation(explain(selected({"parties": PARTIES}), "exit")) == (
            "Leaving [exit]: by-notice\n  because  the topic has one wording"
        )

    def it_counts_records_and_joins_what_is_lacking(self) -> None:
        library = with_rows(
            "  by-notice: no party has (size is small) or pilot is answered\n"
            "  never: some party has (size is small) and not pilot is answered\n",
            **{"topics/exit/never.md": "It may not leave.\n"},
        )
        parties = {"north": {"name": "N", "size": "large"}, "south": {"name": "S", "size": "large"}}
        values = {"parties": parties, "pilot": "yes"}
        assert print_explanation(explain(selected(values, library), "exit")) == (
            "Leaving [exit]: by-notice\n"
            "  because  parties: north, south\n"
            "  not      never: would need some party has (size is small) (now: 2 in parties) "
            "and pilot is not answered (now: yes)"
        )

    def it_gives_the_others_as_reason_for_the_row_that_is_left(self) -> None:
        library = with_rows(
            "  by-notice: fee > EUR 5 or two_parties\n  never: fee <= EUR 5 and not two_parties\n",
            **{"topics/exit/never.md": "It may not leave.\n"},
        )
        three = {**PARTIES, "west": {"name": "West"}}
        values = {"parties": three, "fee": "EUR 6"}
        assert print_explanation(explain(selected(values, library), "exit")) == (
            "Leaving [exit]: by-notice\n"
            "  because  fee: EUR 6\n"
            "  not      never: would need fee <= EUR 5 (now: EUR 6)"
        )
