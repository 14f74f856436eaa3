"""The examples as Word files: flawless, fully numbered by Word, and word for word ours."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from support.command import NAMES, SHORT
from support.drafts import docx, drafted
from support.files import W, ids, text, tree
from support.judges import complaints
from support.references import check_references

from drafter.agreement.agreement_text import print_agreement
from drafter.word.read import read_docx
from drafter.word.reader import ReadParagraph, reading

pytestmark = pytest.mark.parametrize("name", NAMES)

NOT_PRINTED = ("Cover", "Contents", "toc", "Closing")
TYPED_LABEL = re.compile(
    r"(\d+(\.\d+)*\.|\([a-z]{1,4}\)|(Schedule|Clause|Part)\s\d)\s", re.IGNORECASE
)
TYPED_REFERENCE = re.compile(
    r"\b(clauses?|paragraphs?|schedules?|recitals?|items?)\s\(?\d", re.IGNORECASE
)
SYNTAX = re.compile(r"[{}]|\[@|\*\*|\bNone\b")


def body(name: str) -> list[ReadParagraph]:
    """The paragraphs of the agreement itself."""
    return [each for each in read_docx(docx(name)) if not each.style.startswith(NOT_PRINTED)]


def outside_fields(document: Element) -> list[str]:
    """The words of each paragraph without what fields show, be it of several paragraphs."""
    depth, found = 0, [""]
    for node in document.iter():
        if node.tag == f"{W}p":
            found.append("")
        elif node.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(node.get(f"{W}fldCharType", ""), 0)
        elif node.tag == f"{W}t" and not depth:
            found[-1] += node.text or ""
    return found


class DescribeExamples:
    def it_opens_without_repair(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / "agreement.docx"
        path.write_bytes(docx(name))
        assert complaints(path) == []

    def it_says_what_the_printed_agreement_says(self, name: str) -> None:
        printed = re.split(r"\n| \| ", print_agreement(drafted(name)))
        read = [
            f"{each.label} {line}".replace("\t\t", ":").replace("\t", ": ").strip()
            for each in body(name)
            for line in each.text.split("\n")
        ]
        read = [re.sub("^(Schedule|Exhibit)\u00a0", r"\1 ", each) for each in read]
        assert list(filter(None, read)) == [each.strip() for each in printed if each.strip()]


class DescribeNumbers:
    def it_shows_in_each_reference_the_number_of_its_target(self, name: str) -> None:
        assert check_references(docx(name)) == []
        least = 10 if name in SHORT else 50
        assert len(reading(docx(name)).references) > least

    def it_types_no_number_before_a_paragraph(self, name: str) -> None:
        words = outside_fields(tree(docx(name)))
        assert [each for each in words if TYPED_LABEL.match(each)] == []

    def it_types_no_reference(self, name: str) -> None:
        words = outside_fields(tree(docx(name)))
        assert [each for each in words if TYPED_REFERENCE.search(each)] == []

    def it_numbers_by_style_alone(self, name: str) -> None:
        assert "<w:numPr>" not in text(docx(name))

    def it_numbers_no_empty_paragraph(self, name: str) -> None:
        assert [each.style for each in body(name) if each.label and not each.text.strip()] == []


class DescribeWords:
    def it_leaves_no_syntax_behind(self, name: str) -> None:
        found = [each for each in body(name) if SYNTAX.search(each.text)]
        cells = ("Table Text", "Small Table Text")
        assert [x.text for x in found if not (x.text == "None" and x.style in cells)] == []

    def it_gives_every_id_once(self, name: str) -> None:
        for tag in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentReference"):
            found = ids(docx(name), tag)
            assert len(found) == len(set(found))
        names = re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', text(docx(name)))
        least = 50 if name in SHORT else 100
        assert len(names) == len({each.lower() for each in names}) > least
