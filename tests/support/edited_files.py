"""Files that go out and come back: what counsel or the other side does to one in Word."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from drafter import Stamp, override
from drafter.questionnaire.record import Override

NOW = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")
TODAY = "2027-03-05"
Change = Callable[[Document], object]


def by_name(*what: str) -> tuple[Override, ...]:
    """Overrides of a named person: of what no test of a small firm approves, and of `what`."""
    named = ("not-approved", "unconfirmed", *what)
    return tuple(override(one, "Head of Legal", TODAY, "a test") for one in named)


def edited(file: bytes, *changes: Change) -> bytes:
    """A Word file as another program saves it after some changes."""
    document = docx.Document(io.BytesIO(file))
    for change in changes:
        change(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def untouched(document: Document) -> None:
    """Somebody opens it and saves it."""


def line(document: Document, words: str) -> Paragraph:
    """The first paragraph in which words stand."""
    return next(one for one in document.paragraphs if words in one.text)


def exit_line(document: Document) -> Paragraph:
    """How a party may leave."""
    return line(document, "may leave")


def reword(document: Document) -> None:
    """Counsel wants a say."""
    run = next(one for one in exit_line(document).runs if "leave" in one.text)
    run.text = run.text.replace("leave", "leave with our consent")


def write_in_footer(document: Document) -> None:
    """Somebody writes beneath the page."""
    document.sections[-1].footer.paragraphs[0].add_run(" Seen on 5 March")


def comment(document: Document) -> None:
    """Counsel asks a question in the margin."""
    document.add_comment(exit_line(document).runs, "Why so late?", "Counsel")
