"""Edits made by a real editor, saved as it saves them, and merged with changes of the library."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from support.counsel import expected_of
from support.merging import (
    BOOKS,
    CHANGES,
    HAND,
    INVOICE,
    LATE,
    LEAVE,
    PLAN,
    SECRET,
    drafted,
    read_lines,
)
from support.office import Steps, edited
from support.resolve import rejected

from drafter.merging.merge import merge
from drafter.word.read import read_docx

RUN = "drafter, run 2"
TOGETHER = ("added", "item", "two")
TRACK = ("track",)
OWN = "Both Parties keep a list of what each of them lent."
WORDS: dict[str, Steps] = {
    "a word": [("say", "for six years", "for seven years")],
    "two words far apart": [("say", "in good faith", "with care"), ("say", "six years", "a year")],
    "a sentence": [("say", "in confidence.", "in confidence. Advisers may know it.")],
    "a whole line": [("say", SECRET, "Silence binds everyone about everything heard.")],
    "the word that the library changes": [("say", "sixty days", "forty days")],
    "a heading": [("say", "Secrecy", "Silence")],
    "an own clause": [("behind", BOOKS, OWN)],
    "an own item": [("behind", PLAN, "lend each other what the work needs;")],
    "two own clauses": [("behind", BOOKS, OWN), ("behind", SECRET, "Nothing else is secret.")],
    "a clause dropped": [("drop", BOOKS)],
    "the clause dropped that the library changes": [("drop", HAND)],
    "a clause cut in two": [("split", "interest of one per cent")],
    "bold words": [("bold", "one per cent")],
    "everything at once": [
        ("say", "six years", "a year"), ("behind", SECRET, OWN), ("bold", "one per cent")
    ],
}  # fmt: skip
EDITS: dict[str, Steps] = WORDS | {
    f"{name}, tracked": [TRACK, *WORDS[name]]
    for name in ("a word", "a whole line", "an own clause", "a clause dropped", "a heading",
                 "everything at once")
}  # fmt: skip


@cache
def saved() -> dict[str, bytes]:
    """The issued file after each edit, from one run of LibreOffice."""
    return edited(drafted(), EDITS)


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


class DescribeEditsOfARealEditor:
    def it_is_twenty_of_them(self):
        assert len(EDITS) == 20
        assert {LATE, INVOICE, LEAVE} <= set(read_lines(drafted()))
        assert set(TOGETHER) <= CHANGES.keys()

    @pytest.mark.parametrize("edit", EDITS)
    def it_gives_back_the_edited_file_and_keeps_its_words(self, edit):
        back = saved()[edit]
        assert Counter(read_lines(back)) != Counter(read_lines(drafted())) or "bold" in edit
        merged = merge(drafted(), back, drafted(*TOGETHER), author=RUN)
        assert as_read(rejected(merged.document, RUN)) == as_read(back)
        assert as_read(rejected(merged.document)) == as_read(rejected(back))
        want = expected_of(back, (edit,), TOGETHER)
        assert Counter(read_lines(merged.document)) == Counter(want.lines)
