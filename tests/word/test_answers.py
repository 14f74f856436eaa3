"""Answers are data: whatever stands in one comes out letter for letter and does nothing else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.agreements import HOSTILE, answer, only, sample
from support.files import house, parts, text, tree
from support.references import check_references

from drafter.agreement.model import Role, Run
from drafter.word.read import print_docx, read_docx
from drafter.word.write import to_docx

ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t"), max_size=80
)


class DescribeHostileAnswers:
    @pytest.mark.parametrize("name", HOSTILE)
    def it_prints_them_letter_for_letter(self, name: str) -> None:
        read = read_docx(to_docx(sample(name=name), house()))
        (clause,) = [each for each in read if each.block == "_cl_exit__1"]
        assert f"name the House as {name} and give its address." in clause.text

    @pytest.mark.parametrize("name", HOSTILE)
    def it_adds_no_paragraph_element_or_field(self, name: str) -> None:
        tame = [node.tag for node in tree(to_docx(sample(name="Tame"), house())).iter()]
        wild = [node.tag for node in tree(to_docx(sample(name=name), house())).iter()]
        extra = name.count("\n") + name.count("\t") + 40  # breaks, tabs, right-to-left runs
        assert abs(len(wild) - len(tame)) <= extra * 6
        for tag in ("p", "tbl", "tr", "fldChar", "bookmarkStart", "hyperlink", "sdt"):
            ending = "}" + tag
            lines = name.count("\n") if tag == "p" else 0  # each line of the cover's parties
            assert sum(t.endswith(ending) for t in wild) - lines == sum(
                t.endswith(ending) for t in tame
            )

    @pytest.mark.parametrize("name", HOSTILE)
    def it_prints_them_on_the_cover_too(self, name: str) -> None:
        read = read_docx(to_docx(sample(name=name.replace("\n", " ")), house()))
        shown = [each.text for each in read if each.style == "Cover Party"]
        assert shown == ["Terawear GmbH", name.replace("\n", " ").replace("\t", " ")]

    def it_never_computes_what_an_answer_says(self) -> None:
        data = to_docx(sample(name="{{ 7*7 }}"), house())
        assert "49" not in print_docx(data)

    @given(ANY_TEXT)
    def it_gives_back_any_text_that_is_let_in(self, name: str) -> None:
        data = to_docx(only(Role.BODY, Run("before "), answer(name), Run(" after")), house())
        (found,) = [each for each in read_docx(data) if each.block == "_cl_one"]
        assert found.text == f"before {name} after"

    @given(ANY_TEXT, ANY_TEXT)
    def it_lets_cover_and_headers_say_any_text(self, title: str, status: str) -> None:
        cover = {"title": title, "status": status, "parties": "", "date": ""}
        data = to_docx(replace(only(Role.BODY, Run("x")), title=title, cover=cover), house())
        for name in parts(data):
            tree(data, name)


class DescribeSameBytes:
    def it_writes_the_same_file_twice(self) -> None:
        assert to_docx(sample(), house()) == to_docx(sample(), house())

    def it_does_not_depend_on_what_was_drafted_before(self) -> None:
        alone = to_docx(sample("issue"), house())
        to_docx(sample("draft", name="Somebody else"), house())
        assert to_docx(sample("issue"), house()) == alone

    @pytest.mark.parametrize("first", ["docx, docxtpl", "docxtpl, docx", "json", "lxml.etree"])
    def it_does_not_depend_on_hashing_or_on_what_is_imported_first(self, first: str) -> None:
        code = (
            f"import {first}, hashlib\n"
            "from support.agreements import sample\nfrom support.files import house\n"
            "from drafter.word.write import to_docx\n"
            "print(hashlib.sha256(to_docx(sample(), house())).hexdigest())"
        )
        digests = {
            subprocess.run(
                [sys.executable, "-c", code],
                env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("0", "1")
        }
        assert len(digests) == 1

    def it_says_nothing_of_clock_or_machine(self) -> None:
        data = to_docx(sample(), house())
        assert data.count(b"PK\3\4") == data.count(b"PK\1\2") == len(parts(data))
        assert all(b"rsid" not in part for part in parts(data).values())
        assert list(parts(data))[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert list(parts(data))[2:] == sorted(list(parts(data))[2:])


class DescribeLines:
    def it_breaks_lines_without_making_paragraphs(self) -> None:
        data = to_docx(only(Role.BODY, answer("one\ntwo\n\nthree")), house())
        assert text(data).count("<w:br/>") == 3

    def it_marks_words_that_run_from_right_to_left(self) -> None:
        data = to_docx(only(Role.BODY, answer("עברית (ABC) 12")), house())
        assert text(data).count("<w:rtl/>") == 1
        assert check_references(data) == []
