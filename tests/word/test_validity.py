"""What programs from outside say of our files: they open without repair."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.agreements import HOSTILE, sample
from support.files import HOUSE, house
from support.judges import complaints

from drafter.word.write import to_docx


class DescribeValidity:
    @pytest.mark.parametrize("purpose", ["draft", "issue", "signature"])
    def it_is_flawless_for_every_purpose(self, purpose: str, tmp_path: Path) -> None:
        path = tmp_path / "agreement.docx"
        path.write_bytes(to_docx(sample(purpose), house()))
        assert complaints(path) == []

    @pytest.mark.parametrize("name", HOSTILE)
    def it_is_flawless_with_hostile_answers(self, name: str, tmp_path: Path) -> None:
        path = tmp_path / "agreement.docx"
        path.write_bytes(to_docx(sample(name=name), house()))
        assert complaints(path) == []

    def it_holds_for_the_house_style_itself(self) -> None:
        assert complaints(HOUSE) == []
