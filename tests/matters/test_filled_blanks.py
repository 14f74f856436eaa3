"""What somebody typed into the blanks of an agreement comes back as proposed answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.command import Command
from support.files import parts, text, zipped
from support.workspaces import Practice, deal

from drafter import Stamp, open_desk, override
from drafter.desk import Desk
from drafter.diagnostics import Refused
from drafter.matters.model import Received
from drafter.questionnaire.answers_file import write_answers_file

NOW = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")
QUESTIONS = """\
  office: {asks: Where is the office?, type: text}
  start: {asks: When does it start?, type: date}
  stage: {asks: Which stage?, type: choice, options: {first: {label: One, prints: the first}, second: {label: Two, prints: the second}}}
  head: {asks: Who leads the work?, type: party}
"""  # noqa: E501
WORDS = (
    "A party may leave on {notice} notice. The office is {office}.\n\n"
    "Letters go to {office}.\n\nIt starts on {start} with {stage} stage. {head} leads.\n\n"
    "{for each party in parties} {party.name} sits in {party.seat}.\n"
)
TAGS = ["b1", "b2", "b2", "b3", "b4", "b5", "b6", "b7"]
SEAT = "seat: {asks: Where is its seat?, type: text}, size:"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A deal with blanks of several kinds, recorded."""
    firm = Practice(tmp_path_factory.mktemp("firm"))
    questions = firm.texts["questionnaire/01-deal.yaml"].replace("size:", SEAT, 1)
    firm.texts |= {
        "questionnaire/01-deal.yaml": questions + QUESTIONS,
        "topics/exit/by-notice.md": WORDS,
    }
    firm.edit("topics/exit/by-notice.md", "may leave", "may go")
    settings = 'library = "library"\nauthor = "Hart & Low LLP"\n'
    (firm.folder / "drafter.toml").write_text(settings, "utf-8")
    record = deal(ownership="joint")
    del record["answers"]["notice"]
    firm.record(record)
    return open_desk(firm.folder)


@pytest.fixture(scope="module")
def issued(desk: Desk) -> bytes:
    return desk.issue("A-0001", NOW, anyway()).file


@pytest.fixture(scope="module")
def draft(desk: Desk) -> bytes:
    return desk.library.draft(desk.registry.revision("A-0001").answers).to_docx()


def anyway() -> list:  # type: ignore[type-arg]
    return [override(one, "Head of Legal", "2027-03-05", "a test")
            for one in ("not-approved", "unconfirmed", "counsel-words")]  # fmt: skip


def tags(data: bytes) -> list[str]:
    return re.findall(r'<w:tag w:val="([^"]*)"', text(data))


def filled(data: bytes, words: dict[str, str]) -> bytes:
    """The file with words typed over prompts, as Word leaves it."""
    contents = parts(data)
    document = contents["word/document.xml"].decode()
    for prompt, typed in words.items():
        assert f">[{prompt}]<" in document
        document = document.replace(f">[{prompt}]<", f">{typed}<")
    contents["word/document.xml"] = document.replace("<w:showingPlcHdr/>", "").encode()
    return zipped(contents)


def last_filled(data: bytes, typed: str) -> bytes:
    """The file with words typed into its last blank."""
    contents = parts(data)
    before, prompt, after = (
        contents["word/document.xml"].decode().rpartition("[Where is its seat?]")
    )
    assert prompt
    document = (before + typed + after).replace("<w:showingPlcHdr/>", "")
    return zipped({**contents, "word/document.xml": document.encode()})


def received(desk: Desk, data: bytes) -> Received:
    return desk.receive("A-0001", data, NOW, "back.docx", [])


def answers(found: Received) -> dict[str, object]:
    return {one.question: one.answer for one in found.proposed}


class DescribeADraft:
    """Each blank of a draft is a field that knows its question and what it takes."""

    def it_names_the_question_of_each_blank(self, draft: bytes) -> None:
        assert tags(draft) == [
            "notice", "office", "office", "start", "stage", "head",
            "parties.north.seat", "parties.south.seat",
        ]  # fmt: skip

    def it_offers_a_calendar_for_a_date_and_a_list_for_a_choice(self, draft: bytes) -> None:
        document = text(draft)
        assert '<w:dateFormat w:val="d MMMM yyyy"/>' in document
        assert '<w:listItem w:displayText="the first" w:value="first"/>' in document
        assert '<w:listItem w:displayText="North" w:value="north"/>' in document

    def it_fills_a_blank_that_stands_twice_once(self, draft: bytes) -> None:
        assert text(draft).count("blank[@tag='office']") == 2
        assert text(draft).count("<w:dataBinding") == 2
        assert '<blank tag="office"/>' in text(draft, "customXml/item1.xml")


class DescribeItsDay:
    """Properties and notes are dated as the agreement is, or not at all: no clock is read."""

    @pytest.mark.parametrize(
        ("on", "day"), [("5 March 2027", "2027-03-05"), ("01/02/2027", ""), ("", "")]
    )
    def it_is_the_date_that_is_printed(self, desk: Desk, on: str, day: str) -> None:
        record = deal()
        made = desk.library.draft(record, on=on).to_docx()
        assert re.findall(r"<dcterms:created[^>]*>([^<T]*)", text(made, "docProps/core.xml")) == (
            [day] if day else []
        )
        dated = set(re.findall(r'w:date="([^T]*)', text(made, "word/comments.xml")))
        assert dated == ({day} if day else set())


class DescribeAnIssuedFile:
    """What goes out says nothing of how it was made."""

    def it_names_its_blanks_by_their_order_alone(self, issued: bytes) -> None:
        assert tags(issued) == TAGS

    def it_holds_no_key_variant_position_digest_or_option(self, desk: Desk, issued: bytes) -> None:
        whole = b"\n".join(parts(issued).values()).decode("utf-8", "replace")
        revision = desk.registry.revision("A-0001")
        secret = {*desk.library.clauses.questionnaire.questions, "by-notice", "jointly-owned",
                  "preferred", "fallback", "two can agree", "the second", revision.library,
                  *(use.digest for use in revision.uses)} - {"notice", "office", "start", "stage",
                  "parties", "head", "pilot", "lead", "places"}  # fmt: skip
        assert [one for one in sorted(secret) if re.search(rf"\b{re.escape(one)}\b", whole)] == []
        assert "dropDownList" not in whole
        assert "customXml" not in whole

    def it_names_the_firm_and_no_program(self, issued: bytes) -> None:
        assert "<dc:creator>Hart &amp; Low LLP</dc:creator>" in text(issued, "docProps/core.xml")
        named = [name for name, data in parts(issued).items() if b"drafter" in data.lower()]
        assert named == []
        assert "Assumed" not in text(issued, "word/styles.xml")

    def it_keeps_keys_out_of_a_draft_that_counsel_finished(self, desk: Desk) -> None:
        record = desk.registry.revision("A-0001").answers
        draft = desk.library.draft(record, reference="A-0001, revision 1").to_docx()
        contents = {name: data.replace(b"PowerPlusWaterMarkObject", b"Mark")
                    for name, data in parts(draft).items() if "comments" not in name}  # fmt: skip
        for name in ("word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"):
            plain = re.sub(rb"<w:comment\w+ [^>]*/>", b"", contents[name])
            contents[name] = re.sub(rb"<[^>]*comments[^>]*/>", b"", plain)
        counsel = ("counsel.docx", zipped(contents))
        sent = desk.issue("A-0001", NOW, anyway(), counsel=counsel).file
        assert tags(sent) == TAGS
        assert "dropDownList" not in text(sent)
        assert "customXml/item1.xml" not in parts(sent)
        assert "<dc:creator>Hart &amp; Low LLP</dc:creator>" in text(sent, "docProps/core.xml")


class DescribeWhatComesBack:
    def it_is_proposed_as_an_answers_file_spells_it(self, desk: Desk, issued: bytes) -> None:
        back = filled(issued, {
            "How long is the notice?": "3 months", "Where is the office?": "Leeds &amp; York",
            "When does it start?": "1 May 2027", "Which stage?": "the first",
            "Who leads the work?": "North",
        })  # fmt: skip
        assert answers(received(desk, back)) == {
            "notice": "3 months", "office": "Leeds & York", "start": "2027-05-01",
            "stage": "first", "head": "north",
        }  # fmt: skip

    def it_proposes_nothing_where_nothing_was_typed(self, desk: Desk, issued: bytes) -> None:
        found = received(desk, issued)
        assert (found.proposed, found.told) == ((), ())

    def it_is_found_by_its_title_where_a_program_lost_the_tags(
        self, desk: Desk, issued: bytes
    ) -> None:
        contents = parts(filled(issued, {"When does it start?": "1 May 2027"}))
        document = contents["word/document.xml"]
        contents["word/document.xml"] = re.sub(rb"<w:tag [^>]*/>", b"", document)
        assert answers(received(desk, zipped(contents))) == {"start": "2027-05-01"}

    @pytest.mark.parametrize(
        ("prompt", "typed", "says"),
        [
            ("How long is the notice?", "soon", "`soon` stands in the blank of `notice`"),
            ("Which stage?", "2", "`2` stands in the blank of `stage`: `2` names none"),
            ("When does it start?", "01/05/2027", "1 May 2027 or 5 January 2027"),
        ],
    )
    def it_guesses_nothing(
        self, desk: Desk, issued: bytes, prompt: str, typed: str, says: str
    ) -> None:
        found = received(desk, filled(issued, {prompt: typed}))
        assert list(answers(found).values()) == [None]
        assert [one.rule for one in found.told] == ["unread-blank"]
        assert says in found.told[0].says

    def it_tells_where_two_places_are_filled_in_otherwise(self, desk: Desk, issued: bytes) -> None:
        once = filled(issued, {"Where is the office?": "Leeds"})
        contents = parts(once)
        document = contents["word/document.xml"].replace(b">Leeds<", b">York<", 1)
        found = received(desk, zipped({**contents, "word/document.xml": document}))
        assert "York / Leeds" in found.told[0].says

    def it_tells_of_a_blank_that_is_no_field_any_more(self, desk: Desk, issued: bytes) -> None:
        contents = parts(issued)
        document = contents["word/document.xml"].decode()
        control = re.search(r"<w:sdt>(?:(?!</w:sdt>).)*When does it start.*?</w:sdt>", document)
        assert control
        contents["word/document.xml"] = document.replace(control[0], "<w:r><w:t>soon</w:t></w:r>")\
            .encode()  # fmt: skip
        found = received(desk, zipped(contents))
        assert [one.says for one in found.told] == [
            "the blank of `start` is no field of the file any more"
        ]


class DescribeTheCommand:
    def it_writes_what_is_proposed_for_the_answers_file(
        self, desk: Desk, issued: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:  # fmt: skip
        monkeypatch.chdir(desk.workspace.folder)
        back, written = tmp_path / "back.docx", tmp_path / "theirs.yaml"
        back.write_bytes(filled(issued, {"When does it start?": "1 May 2027"}))
        done = Command(capsys)("receive", "A-0001", back, "--proposals", written)
        assert done.code == 0
        assert "proposed\tstart\t2027-05-01" in done.out
        answers_file = tmp_path / "answers.yaml"
        answers_file.write_text("precedent: simple\nanswers: {}\n", "utf-8")
        assert Command(capsys)("answers", "propose", answers_file, written).code == 0
        assert "start: '2027-05-01'" in answers_file.read_text("utf-8")

    def it_writes_a_field_of_a_record_that_is_accepted_by_its_path(
        self, desk: Desk, issued: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:  # fmt: skip
        monkeypatch.chdir(desk.workspace.folder)
        back, written, path = tmp_path / "back.docx", tmp_path / "theirs.yaml", "parties.south.seat"
        back.write_bytes(last_filled(issued, "Leeds"))
        command = Command(capsys)
        assert command("receive", "A-0001", back, "--proposals", written).code == 0
        ours = tmp_path / "ours.yaml"
        write_answers_file(ours, desk.registry.revision("A-0001").answers)
        done = command("answers", "propose", ours, written, "--by", "South")
        assert (done.code, f"{path}: Leeds (South" in done.out) == (0, True)
        assert command("answers", "accept", ours, path, "--by", "GC").code == 0
        marks = desk.library.form_of_file(ours).data["given"][path]
        assert (marks["by"], marks["proposed_by"]) == ("GC", "South")


class DescribeADraftThatWasNeverIssued:
    def it_is_refused_and_what_was_typed_is_named(self, draft: bytes, tmp_path: Path) -> None:
        firm = Practice(tmp_path)
        firm.settings()
        firm.record(deal())
        typed = filled(draft, {"Where is the office?": "7 Mill Lane"})
        with pytest.raises(Refused) as refused:
            open_desk(firm.folder).receive("A-0001", typed, NOW, "back.docx")
        (one,) = refused.value.diagnostics
        assert one.rule == "not-issued"
        assert one.says == (
            "A-0001 was never issued: back.docx is a draft, and nobody outside was to have it"
        )
        assert "put what was typed into it into the answers file" in one.cure
        assert one.notes == ("typed: Where is the office?: 7 Mill Lane",)
