"""The mark of what nobody has confirmed: seen in a draft, no change of words, never sent."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from support.agreements import only, words
from support.command import answers_of
from support.examples import starter
from support.files import HOUSE, changed, house, parts, swapped, text
from support.judges import complaints

from drafter.agreement.assumed import ON_PAGES
from drafter.agreement.model import Agreement, Role, Run, Said
from drafter.drafting import load_style
from drafter.redline.compare import compare
from drafter.word.house import load_house
from drafter.word.house_style import HouseStyle
from drafter.word.outgoing import without_keys
from drafter.word.write import to_docx

COVER_END = '<w:p><w:pPr><w:pStyle w:val="ContentsHeading"/></w:pPr>'
STYLE = 'w:styleId="Assumed"'
MARK = '<w:rPr><w:rStyle w:val="Assumed"/></w:rPr><w:t>four</w:t>'


def seats(assumed: bool) -> Agreement:
    four = Run("four", Said.ANSWER, "seats", assumed=assumed)
    return only(Role.BODY, words("There are "), four, words(" seats."), purpose="draft")


def drafted(assumed: bool) -> bytes:
    return to_docx(seats(assumed), house())


class DescribeTheMark:
    def it_is_a_style_of_the_words(self) -> None:
        assert MARK in text(drafted(True))
        assert STYLE in text(drafted(True), "word/styles.xml")

    def it_leaves_the_house_as_it_is_where_nothing_is_assumed(self) -> None:
        sheet = parts(drafted(False))["word/styles.xml"]
        assert sheet == parts(HOUSE.read_bytes())["word/styles.xml"]

    def it_is_no_change_of_words(self) -> None:
        for old, new in ((True, False), (False, True)):
            redline = text(compare(drafted(old), drafted(new)).data)
            assert "<w:ins " not in redline
            assert "<w:del " not in redline

    def it_is_in_no_file_that_goes_out(self) -> None:
        assert "Assumed" not in text(to_docx(replace(seats(True), purpose="issue"), house()))
        sent = without_keys(parts(drafted(True)), {}, lambda key: False)
        assert not [name for name, data in sent.items() if b"Assumed" in data]


def covered(folder: Path, *cover: str) -> HouseStyle:
    """The house style with more lines on its cover, the second half of each in bold."""
    lines = "".join(f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{one}</w:t></w:r></w:p>" for one in cover)
    change = swapped("word/document.xml", COVER_END, lines + COVER_END)
    return load_house(changed(folder, change))


def on_cover(data: bytes) -> list[tuple[bool, str]]:
    """The runs before the contents, and whether each carries the mark."""
    body = text(data).split("Contents</w:t>")[0]
    runs = re.findall(r"<w:r>(?:(?!</w:r>).)*</w:r>", body)
    return [("Assumed" in run, "".join(re.findall(r"<w:t[^>]*>([^<]*)", run))) for run in runs]


class DescribeTheMarkOnTheCover:
    """A value that a tag prints is marked as in the text."""

    DEAL: ClassVar = answers_of("smart-handbag")

    def draft(self, purpose: str = "draft", **confirmed: Any) -> Any:
        record = {**self.DEAL, **confirmed}
        record["answers"] = {k: v for k, v in record["answers"].items() if k != "term_length"}
        return starter().draft(record, purpose)

    def it_stands_on_a_value_that_nobody_confirmed(self, tmp_path: Path) -> None:
        house = covered(tmp_path, "From {{ answers.effective_date }} for {{ answers.term_length }}")
        data = self.draft().in_style(house).to_docx(house)
        runs = on_cover(data)
        at = runs.index((False, "From 15\u00a0January\u00a02027 for "))
        assert runs[at + 1] == (True, "24\u00a0calendar months")
        assert '<w:rPr><w:rStyle w:val="Assumed"/><w:b/></w:rPr>' in text(data)
        path = tmp_path / "draft.docx"
        path.write_bytes(data)
        assert complaints(path) == []

    def it_stands_there_in_tests_loops_and_forms_too(self, tmp_path: Path) -> None:
        house = covered(
            tmp_path,
            "{% if title %}For {{ answers.term_length|upper }}.{% endif %}",
            "{% for line in answers.term_length.splitlines() %}{{ line }}{% endfor %}",
        )
        runs = on_cover(self.draft().in_style(house).to_docx(house))
        shown = {(True, "24\u00a0CALENDAR MONTHS"), (True, "24\u00a0calendar months")}
        assert shown <= set(runs)

    def it_is_told_of_the_pages_of_its_own_house_style_alone(self, tmp_path: Path) -> None:
        house = covered(tmp_path, "{{ answers.term_length }}")
        plain, draft = load_style("plain"), self.draft()
        with_cover = draft.in_style(house)
        told = [one.in_style(plain).report()["assumed"] for one in (draft, with_cover)]
        assert ON_PAGES in str(with_cover.report()["assumed"])
        assert ON_PAGES not in str(told)

    def it_leaves_the_file_that_goes_out(self, tmp_path: Path) -> None:
        house = covered(tmp_path, "{{ answers.term_length }}")
        data = self.draft().in_style(house).to_docx(house)
        sent = without_keys(parts(data), {}, lambda key: False)
        pages = ("word/document.xml", "word/header-default.xml", "word/styles.xml")
        assert not [name for name in pages if b"Assumed" in sent[name]]
