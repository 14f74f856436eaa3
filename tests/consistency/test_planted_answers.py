"""Of each kind of wrong answer, planted in every question and field, none drafts without a word."""

from __future__ import annotations

from collections import defaultdict

from support.planted_answers import planted

UNTOLD = {
    "figures alone": {
        "a figure, a number or a version is asked for": {
            "impact_goals.baseline", "impact_goals.target", "kpis.target",
            "licensed_items.number", "marks.registration", "original_reference",
            "scorecard.start_value",
        },
    },
    "a name alone": {
        "a sign may be the name of its owner": {"marks.sign"},
        "a milestone may wait for a party": {"milestones.depends_on"},
        "it is its name": {"parties.short_name"},
    },
    "the project alone": {
        "a sign may be the name of the project": {"joint_sign", "marks.sign"},
        "an agreement may be called by its project": {"original_reference", "original_title"},
        "it is its name": {"project_name"},
    },
    "a name misspelt": {
        "what a party is called is no slip": {
            "parties.address", "parties.law_of_incorporation", "parties.legal_form",
            "parties.name", "parties.notice_title", "parties.short_name",
            "parties.signatory_title",
        },
    },
    "numbers reversed": {"a goal may say that something falls": {"impact_goals.goal"}},
    "an address alone": {"an address is asked for": {"parties.email"}},
    "tiny": {
        "somebody may deliver the next day": {"goods_lines.lead_time", "supplies.lead_time"},
        "a screw may cost a cent": {"goods_lines.price", "supplies.price"},
        "one is often enough": {
            "goods_lines.least_order", "interfaces.response", "know_how_days", "kpi_misses",
            "revision_rounds", "secondments.heads", "supplies.least_order",
        },
        "any share of a market may be held": {"market_share"},
    },
    "all": {
        "any share of a market may be held": {"market_share"},
        "a team may give all its time": {"team_capacity"},
    },
}  # fmt: skip
"""What is rightly said nothing of, by the kind of wrong answer and the reason."""


class DescribeAWrongAnswerOfEachKind:
    def it_is_told_wherever_it_is_planted_but_where_it_may_be_right(self) -> None:
        untold = defaultdict(set)
        for one in planted():
            if not one.is_told():
                untold[one.kind].add(one.field)
        right = {kind: set().union(*reasons.values()) for kind, reasons in UNTOLD.items()}
        assert dict(untold) == right
