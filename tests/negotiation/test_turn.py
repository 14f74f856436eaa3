"""The other side's turn: what changed, what it reads like, and what we may give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx.document import Document
from support.command import Command
from support.edited_files import (
    NOW,
    TODAY,
    Change,
    by_name,
    edited,
    exit_line,
    line,
    untouched,
    write_in_footer,
)
from support.workspaces import deal, small_firm

from drafter.desk import Desk
from drafter.diagnostics import Refused
from drafter.negotiation.model import ChangedTopic
from drafter.negotiation.turn_text import print_turn
from drafter.regeneration.reason_text import print_change

OURS, THEIRS = "The Parties own each Result together.", "Each Party owns what it makes."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return small_firm(tmp_path, deal(ownership="joint")).desk()


def take_their_wording(document: Document, theirs: str = THEIRS) -> None:
    """They write what another variant of ours says, in their own file."""
    line(document, OURS).text = theirs
    owner = line(document, "The owner is")._p
    owner.getparent().remove(owner)


def want_more_time(document: Document) -> None:
    exit_line(document).runs[0].text = "A party may leave with our consent by 60 days notice."


def add_a_clause(document: Document) -> None:
    exit_line(document).insert_paragraph_before("Nobody leaves in winter.")


@pytest.fixture
def sent(desk: Desk) -> bytes:
    return desk.issue("A-0001", NOW, by_name()).file


def topics(desk: Desk, sent: bytes, *changes: Change) -> dict[str, ChangedTopic]:
    desk.receive("A-0001", edited(sent, *changes), NOW, "theirs.docx", sender="other-side")
    return {one.topic: one for one in desk.compare("A-0001", TODAY).topics}


class DescribeWhatTheyChanged:
    def it_is_nothing_where_the_file_reads_as_we_sent_it(self, desk: Desk, sent: bytes) -> None:
        assert topics(desk, sent, untouched) == {}
        turn = desk.compare("A-0001", TODAY)
        assert print_turn(turn).endswith("reads as revision 1, issued 2027-03-05.")

    def it_stands_by_topic_with_our_position(self, desk: Desk, sent: bytes) -> None:
        found = topics(desk, sent, want_more_time)
        assert [print_change(one) for one in found["exit"].changes] == [
            "3.1 Leaving: ‘with our consent’ comes in after ‘A party may leave’"
        ]
        assert found["exit"].like is None

    def it_has_what_they_put_in(self, desk: Desk, sent: bytes) -> None:
        (topic,) = topics(desk, sent, add_a_clause).values()
        assert "comes in: ‘Nobody leaves in winter.’" in print_change(topic.changes[0])

    def it_says_what_changed_beside_the_agreement(self, desk: Desk, sent: bytes) -> None:
        assert topics(desk, sent, write_in_footer) == {}
        (words,) = desk.compare("A-0001", TODAY).outside
        assert words.endswith("Seen on 5 March")


class DescribeWhatTheirsReadsLike:
    def it_is_the_wording_of_ours_with_the_answers_that_give_it(
        self, desk: Desk, sent: bytes
    ) -> None:
        topic = topics(desk, sent, take_their_wording)["results"]
        assert (topic.variant, topic.position) == ("jointly-owned", "preferred")
        assert topic.like is not None
        assert topic.like.wording.variant == "maker-owns"
        assert [(one.question, one.answer) for one in topic.like.wording.change.changes] == [
            ("ownership", "maker")
        ]
        assert not topic.like.is_approved
        assert "drafter approve results/maker-owns" in print_turn(desk.compare("A-0001", TODAY))

    def it_is_approved_where_somebody_approved_it(self, desk: Desk, sent: bytes) -> None:
        desk.approve(["results/maker-owns"], "Head of Legal", TODAY)
        topic = topics(desk, sent, take_their_wording)["results"]
        assert topic.like is not None
        assert topic.like.is_approved

    def it_is_none_of_ours_where_a_few_words_changed(self, desk: Desk, sent: bytes) -> None:
        found = topics(desk, sent, lambda document: line(document, OURS).add_run(" For ever."))
        assert found["results"].like is None
        assert [one.variant for one in found["results"].others] == ["maker-owns"]


class DescribeWhichFilesAreCompared:
    def it_can_be_this_turn_against_the_last(self, desk: Desk, sent: bytes) -> None:
        first = edited(sent, want_more_time)
        desk.receive("A-0001", first, NOW, "first.docx")
        desk.receive("A-0001", edited(first, take_their_wording), NOW, "second.docx")
        assert [one.topic for one in desk.compare("A-0001", TODAY, "last").topics] == ["results"]
        assert len(desk.compare("A-0001", TODAY).topics) == 2

    def it_can_be_a_file_that_is_not_kept(self, desk: Desk, sent: bytes) -> None:
        turn = desk.compare("A-0001", TODAY, file=("a.docx", edited(sent, want_more_time)))
        assert (turn.back, [one.topic for one in turn.topics]) == ("a.docx", ["exit"])
        assert not [one for one in desk.registry.files("A-0001") if one.kind == "received"]

    def it_is_refused_where_there_are_no_two(self, desk: Desk, sent: bytes) -> None:
        with pytest.raises(Refused, match="nothing came back on A-0001"):
            desk.compare("A-0001", TODAY)
        with pytest.raises(Refused, match="nothing came back on A-0001 before it"):
            desk.compare("A-0001", TODAY, "last", ("a.docx", sent))
        with pytest.raises(Refused, match="not-a-docx"):
            desk.compare("A-0001", TODAY, file=("a.pdf", b"%PDF-1.7"))


class DescribeTheCommands:
    def it_lists_the_turn_when_it_is_received_and_again_when_asked(
        self, desk: Desk, sent: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        Path(tmp_path / "theirs.docx").write_bytes(edited(sent, take_their_wording))
        monkeypatch.chdir(tmp_path)
        drafter = Command(capsys)
        received = drafter("receive", "A-0001", "theirs.docx", "--from", "other-side")
        assert received.code == 0
        assert "reads like our maker-owns" in received.out
        compared = drafter("compare", "A-0001", "--json")
        (topic,) = json.loads(compared.out)["topics"]
        assert topic["reads_like"]["change"][0]["answer"] == "maker"
        assert drafter("compare", "A-0001", "--since", "last").code == 1

    def it_leads_there_from_a_plain_receipt(
        self, desk: Desk, sent: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        Path(tmp_path / "theirs.docx").write_bytes(edited(sent, take_their_wording))
        monkeypatch.chdir(tmp_path)
        assert "What changed: drafter compare A-0001" in Command(capsys)(
            "receive", "A-0001", "theirs.docx").err  # fmt: skip


class DescribeAHouseStyleThatNamesAnEdition:
    """Our other wordings are held against theirs in the words in which ours went out."""

    def it_reads_ours_in_that_edition(self, tmp_path: Path) -> None:
        firm = small_firm(tmp_path, deal(ownership="joint"))
        firm.edit("topics/results/maker-owns.md", "what it makes.", "what the organisation makes.")
        style, desk = firm.own_style(more="edition: us\n"), firm.desk()
        id = desk.record(desk.library.draft(deal(ownership="joint")), NOW, style=style).held.id
        sent = desk.issue(id, NOW, by_name()).file
        back = edited(sent, lambda document: take_their_wording(
            document, "Each Party owns what the organization makes."))  # fmt: skip
        (topic,) = desk.compare(id, TODAY, file=("theirs.docx", back)).topics
        assert topic.like is not None
        assert topic.like.share == 1
