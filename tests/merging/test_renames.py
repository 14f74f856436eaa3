"""A term or party that counsel renamed throughout keeps its new name in the library's words."""

from __future__ import annotations

import pytest
from support.counsel import File
from support.files import W
from support.merging import LATE, drafted, read_lines
from support.resolve import rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome, Merged
from drafter.word.read import read_docx

RUN = "drafter, run 2"


def renamed(old: str, new: str, but: str = "nothing") -> bytes:
    """The agreement with a word replaced in every paragraph but those that have some words."""
    file = File(drafted())
    for paragraph in file.body.iter(f"{W}p"):
        texts = list(paragraph.iter(f"{W}t"))
        if but not in "".join(text.text or "" for text in texts):
            for text in texts:
                text.text = (text.text or "").replace(old, new)
    return file.saved()


def merged(back: bytes, *changes: str) -> Merged:
    found = merge(drafted(), back, drafted(*changes), author=RUN)
    again = [(one.style, one.label, one.text) for one in read_docx(rejected(found.document, RUN))]
    assert again == [(one.style, one.label, one.text) for one in read_docx(back)]
    return found


class DescribeARename:
    def it_goes_into_the_words_of_the_library(self):
        found = merged(renamed("Fee", "Service Charge"), "reworded", "removed")
        new = LATE.replace("interest of one", "a yearly interest of two")
        assert new.replace("Fee", "Service Charge") in read_lines(found.document)
        assert {line.did for line in found.report.lines} == {
            BlockOutcome.PUT_IN,
            BlockOutcome.STRUCK,
        }

    def it_is_told(self):
        (told,) = merged(renamed("Fee", "Charge"), "reworded").told
        assert (told.rule, told.severity) == ("renamed", "note")
        assert told.says == "counsel renamed Fee to Charge in 4 paragraphs or more"


class DescribeWordsThatAreNoRename:
    @pytest.mark.parametrize(
        ("old", "new", "but"),
        [
            ("Fee", "Charge", "keep books"),
            ("notice", "letter", "nothing"),
            ("The ", "Every ", "nothing"),
        ],
        ids=["one left as it was", "a small word", "what sentences begin with"],
    )
    def it_leaves_them_to_counsel(self, old, new, but):
        found = merged(renamed(old, new, but), "reworded", "two")
        assert found.told == ()
        assert found.report.of(BlockOutcome.KEPT)
