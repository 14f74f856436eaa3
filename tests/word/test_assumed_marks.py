"""The mark of what nobody has confirmed: seen in a draft, no change of words, never sent."""

from __future__ import annotations

from dataclasses import replace

from support.agreements import only, words
from support.files import HOUSE, house, parts, text

from drafter.agreement.model import Agreement, Role, Run, Said
from drafter.redline.compare import compare
from drafter.word.outgoing import without_keys
from drafter.word.write import to_docx

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
