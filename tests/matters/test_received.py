"""A file that comes back is taken for what it is, or refused."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from support.approving import outgoing
from support.command import answers_of
from support.drafts import docx
from support.examples import starter
from support.files import house, parts, zipped
from support.firms import CUSTOM, firm_file
from support.judges import complaints

from drafter.diagnostics import Refused, refuse_errors
from drafter.drafting import Draft
from drafter.matters.received import Match, carries, match, reference, wrong_file
from drafter.matters.recording import block_texts
from drafter.proofreading import proofread
from drafter.registry.model import Revision
from drafter.word.house import load_house
from drafter.word.printed_references import carried_references, with_reference


@cache
def drafted(name: str) -> Draft:
    """An example for the other side, under an id."""
    return outgoing(starter(), answers_of(name), reference=reference("A-0007", 2))


@cache
def issued() -> bytes:
    """The example as issued."""
    return drafted("workout-rewards").to_docx(house())


def sent(agreement: str = "A-0007") -> Revision:
    """The same as the registry keeps it."""
    blocks = block_texts(drafted("workout-rewards").document)
    return Revision(agreement, 2, "draft", "", "", "", "", answers_of("workout-rewards"), {}, (),
                    blocks)  # fmt: skip


def received(data: bytes, agreement: str = "A-0007") -> Match:
    """How a file is taken in."""
    found = match(data, sent(agreement), "back.docx")
    faults = wrong_file(data, sent(agreement), found, "back.docx")
    refuse_errors([gate.fault for gate in faults])
    return found


def with_document(change) -> bytes:  # type: ignore[no-untyped-def]
    """The issued file with other words in its document."""
    contents = parts(issued())
    contents["word/document.xml"] = change(contents["word/document.xml"])
    return zipped(contents)


def without_pages_number() -> bytes:
    """The issued file as somebody leaves it who replaces the footers."""
    contents = parts(issued())
    for name in contents:
        if "footer" in name:
            contents[name] = contents[name].replace(b"A-0007, revision 2", b"")
    return zipped(contents)


def refusal(data: bytes, agreement: str = "A-0007") -> str:
    """Why a file is refused."""
    with pytest.raises(Refused) as refused:
        received(data, agreement)
    return "\n".join(f"{one.rule}: {one.says}" for one in refused.value.diagnostics)


class DescribeTheProperty:
    """It says which agreement a file is, and nothing else."""

    def it_is_the_only_one_and_opens_without_repair(self, tmp_path: Path) -> None:
        part = parts(issued())[CUSTOM].decode()
        assert re.findall(r'name="([^"]+)"><vt:lpwstr>([^<]+)', part) == [
            ("Agreement", "A-0007, revision 2")
        ]
        path = tmp_path / "issued.docx"
        path.write_bytes(issued())
        assert complaints(path) == []

    def it_is_no_trace_to_a_proofreader(self) -> None:
        told = proofread(parts(issued())).remarks
        assert "telling-property" not in [one.rule for one in told]

    def it_stands_beside_those_that_the_pages_of_a_firm_show(self, tmp_path: Path) -> None:
        path = tmp_path / "firm.docx"
        path.write_bytes(firm_file())
        part = parts(drafted("workout-rewards").to_docx(load_house(path)))[CUSTOM].decode()
        assert re.findall(r'pid="(\d+)" name="(\w+)"', part) == [
            ("2", "Matter"),
            ("3", "Agreement"),
        ]

    def it_follows_the_revision_that_goes_out(self) -> None:
        named = with_reference(parts(issued()), "A-0007", 3)
        assert set(carried_references(named)) == {("A-0007", 3)}

    def it_stands_in_no_file_that_has_no_number(self) -> None:
        assert CUSTOM not in parts(docx("workout-rewards"))


class DescribeAFileThatCameBack:
    def it_carries_id_and_revision(self) -> None:
        assert carries(issued(), "A-0007", 2)

    def it_is_known_by_its_id(self) -> None:
        found = received(issued())
        assert found.revision == 2
        assert found.same == found.offered > 100

    def it_is_known_by_its_property_when_pages_and_words_are_others(self) -> None:
        contents = parts(without_pages_number())
        words = re.sub(rb"(?<=>)[^<]+(?=</w:t>)", b"x", contents["word/document.xml"])
        data = zipped({**contents, "word/document.xml": words.replace(b"_cl_", b"_x_")})
        found = match(data, sent(), "back.docx")
        assert (found.revision, found.same) == (2, 0)
        assert wrong_file(data, sent(), found, "back.docx") == []

    def it_is_known_by_its_words_when_all_numbers_are_gone(self) -> None:
        contents = parts(without_pages_number())
        del contents[CUSTOM]
        found = received(zipped(contents))
        assert (found.revision, found.same) == (0, found.offered)

    def it_may_be_much_edited(self) -> None:
        data = with_document(lambda xml: xml.replace(b" the ", b" that "))
        found = received(data)
        assert found.same < found.offered

    def it_is_refused_for_another_agreement(self) -> None:
        assert refusal(issued(), "A-0008") == ("wrong-file: back.docx carries A-0007, not A-0008")

    @pytest.mark.parametrize("name", ["sensor-university", "smart-handbag"])
    def it_is_refused_when_it_is_another_deal_from_the_same_library(self, name: str) -> None:
        other = docx(name)
        assert "wrong-file: back.docx does not carry A-0007" in refusal(other)

    @pytest.mark.parametrize(
        "data",
        [b"", b"%PDF-1.7", zipped({"a.txt": b"a"}), zipped({"word/document.xml": b"<w"})],
        ids=["nothing", "pdf", "another zip", "half a part"],  # a zip has the time in it
    )
    def it_is_refused_when_it_is_no_word_file(self, data: bytes) -> None:
        assert refusal(data).startswith(("not-a-docx", "broken-part"))

    def it_is_refused_with_macros_in_it(self) -> None:
        said = refusal(zipped({**parts(issued()), "word/vbaProject.bin": b"x"}))
        assert said == ("unsafe-part: macros, controls and embedded objects have no place in an "
                        "agreement")  # fmt: skip

    def it_is_refused_with_a_document_type(self) -> None:
        data = with_document(lambda xml: xml.replace(b"<w:document", b"<!DOCTYPE x><w:document", 1))
        assert "declares a document type" in refusal(data)

    def it_is_refused_without_a_style_sheet(self) -> None:
        contents = parts(issued())
        del contents["word/styles.xml"]
        assert "no Word document that can be read" in refusal(zipped(contents))
