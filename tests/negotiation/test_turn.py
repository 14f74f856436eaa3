"""The other side's turn: what changed, what it reads like, and what we may give."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from support.command import Command
from support.workspaces import LIBRARY, Practice, deal

from drafter import Stamp, open_desk, override
from drafter.desk import Desk
from drafter.diagnostics import Refused
from drafter.negotiation.model import ChangedTopic, print_turn
from drafter.regeneration.reason_text import change_in_words

NOW = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")
TODAY = "2027-03-05"
ANYWAY = [
    override(what, "Head of Legal", TODAY, "a test") for what in ("not-approved", "unconfirmed")
]
OURS, THEIRS = "The Parties own each Result together.", "Each Party owns what it makes."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    firm = Practice(tmp_path, dict(LIBRARY))
    firm.settings()
    firm.record(deal(ownership="joint"))
    return open_desk(firm.folder)


def edited(file: bytes, change: Callable[[Document], object]) -> bytes:
    document = docx.Document(io.BytesIO(file))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def line(document: Document, words: str):  # type: ignore[no-untyped-def]
    return next(one for one in document.paragraphs if words in one.text)


def take_their_wording(document: Document) -> None:
    """They write what another variant of ours says, in their own file."""
    line(document, OURS).text = THEIRS
    owner = line(document, "The owner is")._p
    owner.getparent().remove(owner)


def want_more_time(document: Document) -> None:
    line(document, "may leave").runs[
        0
    ].text = "A party may leave with our consent by 60 days notice."


def add_a_clause(document: Document) -> None:
    line(document, "may leave").insert_paragraph_before("Nobody leaves in winter.")


def write_in_footer(document: Document) -> None:
    document.sections[-1].footer.paragraphs[0].add_run(" Their draft of 5 March")


@pytest.fixture
def sent(desk: Desk) -> bytes:
    return desk.issue("A-0001", NOW, ANYWAY).file


def topics(
    desk: Desk, sent: bytes, *changes: Callable[[Document], object]
) -> dict[str, ChangedTopic]:
    back = sent
    for change in changes:
        back = edited(back, change)
    desk.receive("A-0001", back, NOW, "theirs.docx", sender="other-side")
    return {one.topic: one for one in desk.compare("A-0001", TODAY).topics}


class DescribeWhatTheyChanged:
    def it_is_nothing_where_the_file_reads_as_we_sent_it(self, desk: Desk, sent: bytes) -> None:
        assert topics(desk, sent, lambda document: None) == {}
        turn = desk.compare("A-0001", TODAY)
        assert print_turn(turn).endswith("reads as revision 1, issued 2027-03-05.")

    def it_stands_by_topic_with_our_position(self, desk: Desk, sent: bytes) -> None:
        found = topics(desk, sent, want_more_time)
        assert [change_in_words(one) for one in found["exit"].changes] == [
            "3.1 Leaving: ‘with our consent’ comes in after ‘A party may leave’"
        ]
        assert found["exit"].like is None

    def it_has_what_they_put_in(self, desk: Desk, sent: bytes) -> None:
        (topic,) = topics(desk, sent, add_a_clause).values()
        assert "comes in: ‘Nobody leaves in winter.’" in change_in_words(topic.changes[0])

    def it_says_what_changed_beside_the_agreement(self, desk: Desk, sent: bytes) -> None:
        assert topics(desk, sent, write_in_footer) == {}
        (words,) = desk.compare("A-0001", TODAY).outside
        assert words.endswith("Their draft of 5 March")


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
