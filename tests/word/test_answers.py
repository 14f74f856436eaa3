"""Answers are data: whatever stands in one comes out letter for letter and does nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.agreements import HOSTILE, answer, only, sample
from support.files import house, parts, text, tree
from support.judges import complaints
from support.references import check_references

from drafter.agreement.model import Role, Run, Said
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


HEBREW, NO_ARABIC = '<w:rtl/><w:lang w:bidi="he-IL"/>', '<w:rtl/><w:lang w:bidi="x-none"/>'


class DescribeForeignWords:
    """Words of an answer in another script say which way they run, and their language if known."""

    @pytest.mark.parametrize(("said", "runs"), [
        ("12 הרצל, תל אביב 6100", [(HEBREW, "12 הרצל, תל אביב 6100")]),
        ("חברה (ח.פ. 51-123)", [(HEBREW, "חברה (ח.פ. 51-123)")]),
        ("ACME, הרצל 5 (Herzl 5)",
         [("", "ACME, "), (HEBREW, "הרצל 5"), ("", " (Herzl 5)")]),
        ("شركة 12، الرياض", [(NO_ARABIC, "شركة 12، الرياض")]),
        ("株式会社テスト (Test K.K.)",
         [('<w:lang w:eastAsia="ja-JP"/>', "株式会社テスト"), ("", " (Test K.K.)")]),
        ("中国移动", [('<w:lang w:eastAsia="x-none"/>', "中国移动")]),
        ("Ромашка & Co", [('<w:lang w:val="x-none"/>', "Ромашка"), ("", " & Co")]),
        ("ΑΒΓ Α.Ε.", [('<w:lang w:val="el-GR"/>', "ΑΒΓ Α.Ε"), ("", ".")]),
        ("ห้างหุ้นส่วน", [('<w:lang w:bidi="th-TH"/>', "ห้างหุ้นส่วน")]),
        ("Société “Générale” 5\u00a0000", [("", "Société “Générale” 5\u00a0000")]),
    ])  # fmt: skip
    def it_has_a_run_for_each_script(self, said: str, runs: list[tuple[str, str]]) -> None:
        data = to_docx(only(Role.BODY, answer(said)), house())
        assert runs_of(data) == runs

    def it_is_not_foreign_in_a_document_of_its_language(self) -> None:
        one = replace(only(Role.BODY, answer("ΑΒΓ"), answer(" חברה")), language="el-CY")
        assert runs_of(to_docx(one, house())) == [("", "ΑΒΓ"), (HEBREW, " חברה")]

    def it_keeps_the_looks_of_a_blank_and_of_a_term(self, tmp_path: Path) -> None:
        term, blank = Run("הקבלן 12", Said.TERM), Run("[הקבלן]", Said.BLANK, "name")
        data = to_docx(replace(only(Role.BODY, term, blank), purpose="signature"), house())
        assert [looks for looks, _ in runs_of(data)] == [
            f'<w:rStyle w:val="DefinedTerm"/>{HEBREW}', f'<w:rStyle w:val="Blank"/>{HEBREW}',
        ]  # fmt: skip
        path = tmp_path / "foreign.docx"
        path.write_bytes(data)
        assert complaints(path) == []


def runs_of(data: bytes) -> list[tuple[str, str]]:
    """The runs of the one block: their looks, and their words."""
    found = re.findall(
        r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t(?: xml:space=\"preserve\")?>(.*?)</w:t></w:r>",
        text(data).split("<w:bookmarkStart")[1].split("<w:bookmarkEnd")[0],
    )
    return [(looks, words.replace("&amp;", "&")) for looks, words in found]
