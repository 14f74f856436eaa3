"""What keeps an agreement from being issued or signed."""

import pytest
from support.libraries import PARTIES, library

from drafter.diagnostics import Refused

RULE = """\
severity: warn
when: seats > 5
message: Many seats.
"""
TOPICS = {
    "work": "It is {product}.\n\n{if pilot} Second.",
    "topics/exit/topic.yaml": "heading: Exit\n"
    "choose:\n  free: exit_right is free\n  tied: not (exit_right is free)\n",
    "topics/exit/free.md": "Free.",
    "topics/exit/tied.md": "Tied.",
    "consistency/R1.yaml": RULE,
}
WHOLE = {"product": "Lamp", "pilot": "yes", "exit_right": "free", "seats": "2"}


def kept_back(purpose, overrides=(), **answers):
    """The rules that keep a deal back."""
    given = {name: one for name, one in (WHOLE | answers).items() if one is not None}
    data = {
        "precedent": "deal",
        "answers": {"parties": {"alder": PARTIES["alder"]}, **given},
        "overrides": list(overrides),
    }
    try:
        library(TOPICS).draft(data, purpose)
    except Refused as refused:
        return [one.rule for one in refused.diagnostics]
    return []


class DescribePurposes:
    """A draft may be unfinished; what is issued is decided; what is signed is whole."""

    @pytest.mark.parametrize(
        ("missing", "at_issue", "at_signature"),
        [
            ({}, [], []),
            ({"product": None}, [], ["blank"]),
            ({"pilot": None}, [], ["bracket"]),
            ({"exit_right": None}, ["open-topic"], ["open-topic"]),
            ({"seats": "9"}, ["R1"], ["R1"]),
        ],
    )
    def it_keeps_back_what_is_missing(self, missing, at_issue, at_signature):
        assert kept_back("draft", **missing) == []
        assert kept_back("issue", **missing) == at_issue
        assert kept_back("signature", **missing) == at_signature

    def it_lets_a_warning_pass_that_somebody_overrides(self):
        override = {"what": "R1", "by": "General Counsel", "on": "2027-01-05", "reason": "known"}
        assert kept_back("issue", [override], seats="9") == []

    def it_leaves_notes_to_the_draft(self):
        deal = {"precedent": "deal", "answers": {"parties": {"alder": PARTIES["alder"]},
                                                 "exit_right": "free"}}  # fmt: skip
        assert library(TOPICS).draft(deal).document.notes
        assert library(TOPICS).draft(deal, "issue").document.notes == ()

    def it_knows_no_other_purpose(self):
        with pytest.raises(ValueError, match="'final' is none of draft, issue, signature"):
            kept_back("final")
