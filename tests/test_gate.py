"""What keeps an agreement from being issued or signed."""

import pytest
from support.approving import all_approved, outgoing
from support.files import house, parts
from support.libraries import PARTIES, QUESTIONS, library

from drafter.diagnostics import Refused
from drafter.gate import Approvals

SEATS = {"questionnaire/01-deal.yaml": QUESTIONS.replace(
    "seats: {asks: How many seats are there?, type: whole number}",
    "seats: {asks: How many seats are there?, type: whole number, recommend: "
    "[{take: 2, because: it is usual}]}")}  # fmt: skip
RULE = """\
severity: warn
when: seats > 5
message: Many seats.
"""
TOPICS = {
    **SEATS,
    "work": "It is {product} with {seats} seats.\n\n{if pilot} Second.",
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
        made = library(TOPICS)
        made.draft(data, purpose, approvals=all_approved(made))
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
            ({"seats": None}, ["unconfirmed"], ["unconfirmed"]),
        ],
    )
    def it_keeps_back_what_is_missing(self, missing, at_issue, at_signature):
        assert kept_back("draft", **missing) == []
        assert kept_back("issue", **missing) == at_issue
        assert kept_back("signature", **missing) == at_signature

    def it_lets_a_warning_pass_that_somebody_overrides(self):
        override = {"what": "R1", "by": "General Counsel", "on": "2027-01-05", "reason": "known"}
        assert kept_back("issue", [override], seats="9") == []

    def it_tells_what_nobody_confirmed_in_one_fault_with_the_command(self):
        made = library(TOPICS)
        deal = {"precedent": "deal", "answers": {"parties": {"alder": PARTIES["alder"]}, **WHOLE}}
        del deal["answers"]["seats"]
        with pytest.raises(Refused) as refused:
            made.draft(deal, "issue", approvals=all_approved(made))
        (fault,) = refused.value.diagnostics
        assert fault.says == "1 answer is a recommendation that nobody confirmed: 1 in The deal"
        assert fault.cure == "drafter confirm ANSWERS --all --by NAME; without --all it lists them"
        assert fault.questions == ("seats",)

    @pytest.mark.parametrize("what", ["unconfirmed", "seats"])
    def it_lets_a_recommendation_pass_that_somebody_overrides(self, what):
        override = {"what": what, "by": "General Counsel", "on": "2027-01-05", "reason": "known"}
        assert kept_back("signature", [override], seats=None) == []

    def it_leaves_notes_to_the_draft(self):
        deal = {"precedent": "deal", "answers": {"parties": {"alder": PARTIES["alder"]},
                                                 "exit_right": "free"}}  # fmt: skip
        assert library(TOPICS).draft(deal).document.notes
        assert outgoing(library(TOPICS), deal).document.notes == ()

    def it_knows_no_other_purpose(self):
        with pytest.raises(ValueError, match="'final' is none of draft, issue, signature"):
            kept_back("final")


class DescribeTheGate:
    """Whoever asks, what leaves for the other side or for signature passes the same gate."""

    DEAL = {"precedent": "deal", "answers": {"parties": {"alder": PARTIES["alder"]}, **WHOLE}}  # noqa: RUF012

    @pytest.mark.parametrize("purpose", ["issue", "signature"])
    def it_is_closed_to_wordings_that_nobody_approved(self, purpose):
        with pytest.raises(Refused) as refused:
            library(TOPICS).draft(self.DEAL, purpose)
        assert [one.says for one in refused.value.diagnostics] == [
            "`work/text` is not approved", "`exit/free` is not approved"]  # fmt: skip

    def it_is_closed_once_an_approval_has_run_out(self):
        made = library(TOPICS)
        old = [one._replace(until="2026-12-31") for one in all_approved(made).given]
        with pytest.raises(Refused, match="does not hold on 2027-01-01"):
            made.draft(self.DEAL, "issue", approvals=Approvals(tuple(old), "2027-01-01"))

    def it_gives_a_preview_that_says_on_each_page_that_it_was_not_issued(self):
        made = library(TOPICS)
        preview = made.draft(self.DEAL, "issue", approvals=all_approved(made))
        assert preview.report()["preview"] is True
        assert preview.document.cover["status"] == "Not issued"
        headers = [text for name, text in parts(preview.to_docx(house())).items()
                   if name.startswith("word/header")]  # fmt: skip
        assert headers
        assert all(b'string="NOT ISSUED"' in text for text in headers)

    def it_names_the_approvals_that_a_file_rests_on(self):
        made = library(TOPICS)
        report = made.draft(self.DEAL, "issue", approvals=all_approved(made)).report()
        assert {one["wording"] for one in report["approvals"]} == {"work/text", "exit/free"}

    def it_cannot_be_opened_by_name_for_a_topic_that_is_not_decided(self):
        override = {"what": "open-topic", "by": "GC", "on": "2027-01-05", "reason": "late"}
        assert kept_back("issue", [override], exit_right=None) == ["open-topic"]
