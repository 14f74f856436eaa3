"""Rules over the answers of one deal: what fires, what is pending, and on which answers."""

from __future__ import annotations

from support.small import PARTIES, SMALL, deal, small

from drafter.consistency.cure import as_diagnostic
from drafter.consistency.judge import findings
from drafter.diagnostics import print_diagnostic
from drafter.library.model import ClauseLibrary

LONG_NOTICE = """\
severity: block
when: two_parties and (notice > 60 days or notice > 2 months)
message: Two parties need no long notice.
source: practice
law: {from: 2020-01-01}
"""


def library() -> ClauseLibrary:
    return small(**{"consistency/R2.yaml": LONG_NOTICE})


class DescribeARule:
    def it_fires_where_its_condition_holds(self) -> None:
        settled = deal({"parties": PARTIES, "notice": "20 days"})
        found = [(one.rule.id, one.pending) for one in findings(small(), settled)]
        assert found == [("R1", False)]

    def it_is_silent_where_it_does_not(self) -> None:
        assert findings(small(), deal({"parties": PARTIES, "notice": "30 days"})) == ()

    def it_is_pending_while_an_answer_is_missing(self) -> None:
        found = findings(small(), deal({"parties": PARTIES}))
        assert [one.as_data() for one in found] == [
            {
                "rule": "R1",
                "severity": "warn",
                "says": "The notice is short.",
                "reason": "a month is usual",
                "questions": ["notice"],
                "source": "",
                "pending": True,
            }
        ]

    def it_waits_for_no_answer_that_the_agreement_never_asks(self) -> None:
        held = small(**{
            "consistency/R2.yaml": "severity: block\nwhen: seats < 3\nmessage: Too few seats.\n",
            "topics/table/topic.yaml": "heading: Table\n",
            "topics/table/one.md": "The table has {seats} seats.\n",
            "precedents/long.yaml": "title: Long\nparts: [{heading: A, topics: [table]}]\n",
        })  # fmt: skip
        answered = {"parties": PARTIES, "notice": "30 days"}
        assert findings(held, deal(answered)) == ()
        (pending,) = findings(held, deal(answered, precedent="long"))
        assert (pending.rule.id, pending.pending) == ("R2", True)

    def it_fires_for_no_recommendation_that_the_agreement_never_asks(self) -> None:
        """Who owns results that an agreement does not speak of is nobody's answer."""
        rule = "severity: warn\nwhen: ownership is joint and notice > 9 days\nmessage: Shared.\n"
        held = small(**{
            "consistency/R2.yaml": rule,
            "precedents/exit-only.yaml": "title: Exit\nparts: [{heading: A, topics: [exit]}]\n",
        })  # fmt: skip
        answered = {"parties": PARTIES, "notice": "30 days"}
        own = answered | {"ownership": "joint"}
        assert [one.id for one in findings(held, deal(answered))] == ["R2"]
        assert findings(held, deal(answered, precedent="exit-only")) == ()
        assert [one.id for one in findings(held, deal(own, precedent="exit-only"))] == ["R2"]

    def it_names_the_questions_behind_its_facts_in_their_order(self) -> None:
        found = findings(library(), deal({"parties": PARTIES, "notice": "90 days"}))
        assert [one.as_data() for one in found] == [
            {
                "rule": "R2",
                "severity": "block",
                "says": "Two parties need no long notice.",
                "reason": "",
                "questions": ["parties", "notice"],
                "source": "practice",
                "law": {"from": "2020-01-01", "until": ""},
            }
        ]

    def it_is_told_with_the_answers_that_it_rests_on(self) -> None:
        settled = deal({"parties": PARTIES, "notice": "90 days"})
        assert print_diagnostic(
            as_diagnostic(findings(library(), settled)[0], settled, library())
        ) == (
            "error[R2]: Two parties need no long notice.\n"
            "   = parties: north, south\n"
            "   = notice: 90 days\n"
            "   = help: answer `notice: 55 days` (now: 90 days)"
        )

    def it_is_cured_by_an_amount_as_its_rule_spells_it_before_another_choice(self) -> None:
        rule = "severity: warn\nwhen: ownership is joint and notice < 3 months\nmessage: Short.\n"
        held = small(**{"consistency/R2.yaml": rule})
        settled = deal({"parties": PARTIES, "notice": "45 days", "ownership": "joint"})
        cure = as_diagnostic(findings(held, settled)[-1], settled, held).cure
        assert cure == ("answer `notice: 3 months` (now: 45 days), or accept it under `overrides:`")

    def it_tells_no_fact_as_a_cure_and_says_who_may_accept_a_warning(self) -> None:
        warns = "severity: warn\nwhen: two_parties\nmessage: Two.\n"
        held, settled = small(**{"consistency/R0.yaml": warns}), deal({"parties": PARTIES})
        assert as_diagnostic(findings(held, settled)[0], settled, held).cure == (
            "no other choice changes it: accept it under `overrides:`, with who does and why"
        )


class DescribeAllFindings:
    def it_puts_blocking_rules_first_and_pending_ones_last(self) -> None:
        informs = "severity: inform\nwhen: two_parties\nmessage: Two.\n"
        blocks = "severity: block\nwhen: two_parties\nmessage: Two!\n"
        texts = {"consistency/R0.yaml": informs, "consistency/R9.yaml": blocks}
        found = findings(small(**texts), deal({"parties": PARTIES}))
        assert [one.rule.id for one in found] == ["R9", "R0", "R1"]

    def it_leaves_out_a_rule_whose_condition_is_at_fault(self) -> None:
        from support.small import loaded

        broken = SMALL["consistency/R1.yaml"].replace("notice <", "notise <")
        library, faults = loaded(SMALL | {"consistency/R1.yaml": broken})
        assert dict(library.rules) == {}
        assert [fault.rule for fault in faults] == ["unknown-name"]
