"""What is no marked-up copy of the issued file is told what it is taken for, and never merged."""

from __future__ import annotations

import pytest
from support.command import answers_of
from support.counsel import File, bookmarks_lost, marked_up
from support.examples import starter
from support.files import W, house, parts, zipped
from support.merging import DEAL, drafted, library

from drafter import Refused
from drafter.merging.merge import merge

RUN = "drafter, run 2"


def refusal(marked: bytes, issued: bytes = b"", author: str = RUN) -> tuple[str, str]:
    """The rule and the words that a merge is refused with."""
    with pytest.raises(Refused) as refused:
        merge(issued or drafted(), marked, drafted("two"), author=author)
    (fault,) = refused.value.diagnostics
    return fault.rule, fault.says


def issued(agreement: str, revision: int) -> bytes:
    """The agreement as it goes out, with its reference on the pages."""
    printed = f"{agreement}, revision {revision}"
    return library().draft(DEAL, reference=printed).to_docx(house())


def retyped(data: bytes) -> bytes:
    """Every paragraph in other words, and no bookmark."""
    file = File(data)
    bookmarks_lost(file)
    for number, text in enumerate(file.body.iter(f"{W}t")):
        text.text = f"Wholly different words number {number} stand in this place now."
    return file.saved()


class DescribeARefusal:
    @pytest.mark.parametrize(("start", "kind"), [
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a .doc, or a Word file with a password"),
        (b"{\\rtf1 words}", "an RTF file"),
        (zipped({"content.xml": b"<office/>"}), "another file than a .docx"),
    ])  # fmt: skip
    def it_says_which_kind_of_file_came_back(self, start, kind):
        assert refusal(start) == ("not-a-docx", f"the marked-up file is {kind}")

    def it_says_how_little_of_another_agreement_is_found(self):
        other = starter().draft(answers_of("workout-rewards")).to_docx(house())
        rule, says = refusal(other)
        assert rule == "other-agreement"
        assert "of the 27 paragraphs of the issued file are found in it, " in says

    def it_is_for_a_file_with_every_clause_retyped(self):
        rule, says = refusal(retyped(drafted()))
        assert (rule, "0 of the 27 paragraphs" in says) == ("other-agreement", True)

    def it_names_the_other_agreement_that_the_file_carries(self):
        assert refusal(issued("A-0002", 1), issued("A-0001", 1)) == (
            "other-agreement", "the marked-up file carries A-0002, not A-0001")  # fmt: skip

    def it_names_the_older_revision_that_the_file_marks_up(self):
        says = "the marked-up file marks up revision 1 of A-0001, not revision 2"
        assert refusal(issued("A-0001", 1), issued("A-0001", 2)) == ("other-revision", says)

    def it_is_for_two_agreements_in_one_file(self):
        file = File(drafted())
        for each in list(file.body)[:-1]:
            file.body.insert(-1, _copied(each))
        assert refusal(file.saved())[0] == "two-agreements"

    def it_is_for_a_protected_file(self):
        contents = parts(drafted())
        lock = b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
        contents["word/settings.xml"] = contents["word/settings.xml"].replace(
            b"</w:settings>", lock)  # fmt: skip
        assert refusal(zipped(contents))[0] == "protected-file"

    def it_is_for_an_author_who_has_changes_in_the_file(self):
        """Else rejecting this run would reject those changes too."""
        marked = marked_up(drafted(), "tracked insertion")
        assert refusal(marked, author="Counsel") == (
            "author-twice", "the marked-up file has changes by `Counsel` already")  # fmt: skip

    def it_is_for_a_base_that_no_draft_of_ours_is(self):
        base = File(drafted())
        bookmarks_lost(base)
        assert refusal(drafted(), issued=base.saved())[0] == "not-a-draft"

    def it_tells_every_file_that_cannot_be_read(self):
        with pytest.raises(Refused) as refused:
            merge(b"%PDF", b"%PDF", b"%PDF", author=RUN)
        assert len(refused.value.diagnostics) == 3

    @pytest.mark.parametrize(("author", "date"), [("a\nb", ""), ("drafter", "yesterday")])
    def it_is_for_an_author_or_date_that_marks_cannot_carry(self, author, date):
        with pytest.raises(Refused):
            merge(drafted(), drafted(), drafted("two"), author=author, date=date)


class DescribeAFileWithoutBookmarks:
    def it_is_merged_by_its_words_and_told(self):
        found = merge(drafted(), marked_up(drafted(), "bookmarks lost"), drafted("two"), author=RUN)
        (told,) = found.told
        assert told.rule == "lost-bookmarks"
        assert told.says == (
            "the hidden bookmarks of 34 paragraphs were lost or had slid; they are put back"
        )


def _copied(element):  # type: ignore[no-untyped-def]
    from copy import deepcopy

    return deepcopy(element)
