"""An agreement, or a sheet about one, written in a form: Word, Markdown, a page, text, data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from drafter.agreement.agreement_data import agreement_data
from drafter.agreement.agreement_text import print_agreement
from drafter.agreement.html_text import print_html
from drafter.agreement.markdown_text import print_markdown
from drafter.agreement.model import Agreement

if TYPE_CHECKING:
    from drafter.word.house_style import HouseStyle

FORMS = ("docx", "md", "html", "txt", "json")
"""The forms, as the endings of files."""


def as_form(agreement: Agreement, form: str, house: HouseStyle) -> bytes:
    """The bytes of a file in one of `FORMS`; a Word file is in the house style.

    Raises `ValueError` for another form.
    """
    if form == "docx":
        from drafter.word.write import to_docx

        return to_docx(agreement, house)
    return _text(agreement, form).encode()


def _text(agreement: Agreement, form: str) -> str:
    if form == "txt":
        return print_agreement(agreement)
    if form == "md":
        return print_markdown(agreement)
    if form == "html":
        return print_html(agreement)
    if form == "json":
        return json.dumps(agreement_data(agreement), ensure_ascii=False, indent=2) + "\n"
    raise ValueError(f"{form!r} is none of {', '.join(FORMS)}")
