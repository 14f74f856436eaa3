"""A redline loses nothing: rejecting it gives the old agreement, accepting it the new one."""

from __future__ import annotations

import difflib
import re
from functools import cache

import pytest
from support.command import answers_of

from drafter.bundled import starter_library
from drafter.diagnostics import Refused
from drafter.drafting import Library, load_library, load_style
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.redline.compare import compare
from drafter.redline.resolve import accepted, rejected
from drafter.word.read import read_docx

BASE = "workout-rewards"
_WORD = re.compile(r"\w+(?:\.\w+)*|[^\w\s]")


@cache
def house():
    return load_style()


@cache
def library() -> Library:
    return load_library()


@cache
def lines(data: bytes) -> list[tuple[str, str, str]]:
    """Style, number and text of every paragraph, tables included."""
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def least_marked(old: bytes, new: bytes) -> int:
    """The words that a word diff of the two texts marks, whole lines that are equal apart."""
    before, after = ([text for _, _, text in lines(data)] for data in (old, new))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return sum(
        _marked(_WORD.findall(" ".join(before[i:j])), _WORD.findall(" ".join(after[k:m])))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )


def _marked(before: list[str], after: list[str]) -> int:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return sum(
        sum(word[0].isalnum() for word in (*before[i:j], *after[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )


def drafted(data: dict, clauses: Library | None = None) -> bytes | None:
    """The Word file of a deal; None where a consistency rule keeps it from being drafted."""
    try:
        return (clauses or library()).draft(data).to_docx(house())
    except Refused:
        return None


@cache
def base() -> bytes:
    data = drafted(answers_of(BASE))
    assert data is not None
    return data


def changed_answers() -> list[tuple[str, str]]:
    """Every other option of every choice and yes/no question that the base deal answers."""
    questions = library().clauses.questionnaire.questions
    asked = library().select(answers_of(BASE)).selection.deal
    pairs = []
    for name, question in questions.items():
        value = asked.value(name)
        if isinstance(value, bool):
            pairs.append((name, "no" if value else "yes"))
        elif isinstance(value, str) and question.options:
            pairs += [(name, option.id) for option in question.options if option.id != value]
    return pairs


def edited_library(path: str, edit) -> Library:  # type: ignore[no-untyped-def]
    files = read_files(starter_library())
    texts = {**files.texts, path: edit(files.texts[path])}
    clauses, faults = load_files(LibraryFiles(files.root, texts, "edited"))
    assert not faults
    return Library(clauses)


def holds(old: bytes, new: bytes) -> int:
    """The three promises of a redline; gives back the words it marks."""
    redline = compare(old, new)
    assert lines(rejected(redline.data)) == lines(old)
    assert lines(accepted(redline.data)) == lines(new)
    # A clause that is cut into other paragraphs costs more than its words: at most this much.
    assert redline.words <= 1.6 * least_marked(old, new) + 2
    return redline.words


class DescribeChangedAnswers:
    """An answer changed in a deal."""

    def it_keeps_both_texts_in_sixty_pairs(self):
        marked, least = [], []
        for name, value in changed_answers():
            data = answers_of(BASE)
            data["answers"][name] = value
            new = drafted(data)
            if new is not None and new != base():
                marked.append(holds(base(), new))
                least.append(least_marked(base(), new))
            if len(marked) == 60:
                break
        assert len(marked) == 60
        assert sum(marked) <= 1.2 * sum(least)

    def it_marks_nothing_where_nothing_changed(self):
        assert holds(base(), base()) == 0

    def it_marks_two_words_for_one_figure(self):
        data = answers_of(BASE)
        data["answers"]["exit_notice"] = "45 days"
        new = drafted(data)
        assert new is not None
        assert 2 <= holds(base(), new) <= 4

    def it_marks_a_record_added_to_a_table_as_one_row(self):
        data = answers_of("smart-handbag")
        old = drafted(data)
        first = next(iter(data["answers"]["milestones"].values()))
        data["answers"]["milestones"]["one-more"] = {**first}
        new = drafted(data)
        assert old is not None
        assert new is not None
        assert holds(old, new) <= 40
        data["answers"]["milestones"] = {"one-more": first}
        fewer = drafted(data)
        assert fewer is not None
        holds(new, fewer)


class DescribeChangedClauses:
    """A clause changed in the library."""

    PATH = "topics/survival/agreement-ends.md"

    def it_marks_a_reworded_sentence_word_by_word(self):
        clauses = edited_library(
            self.PATH, lambda text: text.replace("arose before", "existed before")
        )
        new = drafted(answers_of(BASE), clauses)
        assert new is not None
        assert 0 < holds(base(), new) <= 12

    def it_marks_a_new_paragraph_and_nothing_else(self):
        clauses = edited_library(
            self.PATH, lambda text: text.rstrip() + "\n\nNothing else continues.\n"
        )
        new = drafted(answers_of(BASE), clauses)
        assert new is not None
        assert holds(base(), new) == 3

    def it_marks_a_paragraph_that_went(self):
        clauses = edited_library(
            self.PATH, lambda text: text.rstrip() + "\n\nNothing else continues.\n"
        )
        old = drafted(answers_of(BASE), clauses)
        assert old is not None
        assert holds(old, base()) == 3


class DescribeForeignFiles:
    """What is no Word file is refused."""

    def it_refuses_a_file_that_is_no_word_file(self):
        with pytest.raises(Refused, match="this is no Word file"):
            compare(b"PK\x03\x04 nothing", base())

    def it_gives_the_same_bytes_twice(self):
        data = answers_of(BASE)
        data["answers"]["exit_notice"] = "45 days"
        new = drafted(data)
        assert new is not None
        assert compare(base(), new).data == compare(base(), new).data
