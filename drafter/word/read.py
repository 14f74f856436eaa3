"""Reading a .docx back: what a person sees on the page, with the numbers that Word prints.

The reader shares nothing with the writer but the names of XML: it is the judge of what was written.
"""

from __future__ import annotations

from drafter.word.reader import ReadParagraph, reading


def read_docx(data: bytes) -> tuple[ReadParagraph, ...]:
    """The paragraphs of a .docx in reading order, those of tables cell by cell."""
    return tuple(reading(data).paragraphs)


def print_docx(data: bytes) -> str:
    """A .docx as plain text: one line a paragraph, its number before its words."""
    lines = (
        " ".join(part for part in (each.label, each.text.replace("\n", " ")) if part)
        for each in reading(data).paragraphs
    )
    return "".join(f"{line}\n" for line in lines)
