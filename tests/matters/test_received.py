"""A file that comes back is taken for what it is, or refused."""

from __future__ import annotations

from functools import cache

import pytest
from support.approving import outgoing
from support.command import answers_of
from support.drafts import docx
from support.examples import starter
from support.files import house, parts, zipped

from drafter.diagnostics import Refused, refuse_errors
from drafter.drafting import Draft
from drafter.matters.received import Match, carries, match, reference, wrong_file
from drafter.matters.recording import block_texts
from drafter.registry.model import Revision


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


def without_footers() -> bytes:
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


class DescribeAFileThatCameBack:
    def it_carries_id_and_revision(self) -> None:
        assert carries(issued(), "A-0007", 2)

    def it_is_known_by_its_id(self) -> None:
        found = received(issued())
        assert found.revision == 2
        assert found.same == found.offered > 100

    def it_is_known_by_its_words_when_the_footers_are_gone(self) -> None:
        found = received(without_footers())
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
