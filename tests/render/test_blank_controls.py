"""LibreOffice opens a draft with its fields, and what it saves can be read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from support.agreements import sample
from support.files import house, parts, text

from drafter.agreement.model import Blank
from drafter.word.filled_blanks import controls_in, is_blank
from drafter.word.write import to_docx

NUMBER = "[Registration number of Terawear]"


class DescribeControls:
    def it_keeps_every_field_and_its_prompt(self, office: Callable[[bytes, str], Path]) -> None:
        agreement = replace(sample(), blanks={"party.a.number": Blank(NUMBER, "date", form="d M")})
        drafted = to_docx(agreement, house())
        saved = office(drafted, "docx").read_bytes()
        date, *before = controls_in(parts(drafted))
        after = list(controls_in(parts(saved)))
        assert date.tag == "party.a.number"
        assert [one.words for one in after] == [one.words for one in before]
        assert all(map(is_blank, after))
        assert "<w:date>" in text(saved)  # whose title and tag LibreOffice drops
