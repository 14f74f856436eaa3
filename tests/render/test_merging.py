"""Merges in other programs: files that LibreOffice saved are merged, pandoc resolves alike."""

from __future__ import annotations

import pytest
from support.counsel import marked_up, pending
from support.judges import complaints
from support.merging import drafted
from support.pandoc import pandoc
from support.references import check_references
from support.resolve import accepted, rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome
from drafter.word.read import read_docx

RUN = "drafter, run 2"
CHANGES = ("reworded", "item", "a clause", "no clause", "definition")
SAVED = ("much", "bookmarks lost", "tracked split", "a section moved")
RESOLVED = (
    "a word",
    "a section deleted",
    "an own section",
    "two joined",
    "a row added",
    "a comment",
)


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def words(data: bytes, changes: str = "accept") -> list[str]:
    return [one.text for one in pandoc(data, changes)]


class DescribeAFileThatLibreOfficeSaved:
    """Its styles have other ids, its numbers are direct, its runs are cut anew."""

    @pytest.mark.parametrize("edit", SAVED)
    def it_is_merged_as_the_file_that_word_saved(self, office, edit):
        back = office(marked_up(drafted(), edit), "docx").read_bytes()
        merged = merge(drafted(), back, drafted(*CHANGES), author=RUN)
        ours = merge(drafted(), marked_up(drafted(), edit), drafted(*CHANGES), author=RUN)
        assert [line.did for line in merged.report.lines] == [
            line.did for line in ours.report.lines
        ]
        again = rejected(merged.document, RUN)
        assert as_read(again) == as_read(back)
        assert list(pending(again)) == list(pending(back))
        assert len(check_references(accepted(merged.document))) <= len(
            check_references(accepted(back))
        )

    def it_numbers_new_clauses_like_its_own(self, office):
        back = office(drafted(), "docx").read_bytes()
        merged = merge(drafted(), back, drafted(*CHANGES), author=RUN)
        assert {line.did for line in merged.report.lines} == {
            BlockOutcome.PUT_IN,
            BlockOutcome.ADDED,
            BlockOutcome.STRUCK,
        }
        numbers = {one.text: one.label for one in read_docx(accepted(merged.document))}
        assert numbers["Insurance"] == "5."
        assert numbers["insure what it brings to the work;"] == "(b)"


class DescribeMergesInPandoc:
    """A second reader, which resolves tracked changes by code of its own."""

    @pytest.mark.parametrize("edit", RESOLVED)
    def it_reads_the_marked_up_file_when_it_rejects(self, edit):
        back = marked_up(drafted(), edit)
        merged = merge(drafted(), back, drafted(*CHANGES), author=RUN).document
        assert words(merged, "reject") == words(back)

    @pytest.mark.parametrize("edit", RESOLVED)
    def it_reads_the_merge_when_it_accepts(self, edit):
        merged = merge(drafted(), marked_up(drafted(), edit), drafted(*CHANGES), author=RUN)
        assert words(merged.document) == words(accepted(merged.document))


class DescribeMergesUnderValidation:
    """Programs that know the format of Word files."""

    @pytest.mark.parametrize("edit", [*RESOLVED, "tracked replacement"])
    def it_adds_no_fault_to_those_of_the_file(self, tmp_path, edit):
        back = marked_up(drafted(), edit)
        merged = merge(drafted(), back, drafted(*CHANGES), author=RUN).document
        found = []
        for name, data in (("back", back), ("merged", merged)):
            (tmp_path / f"{name}.docx").write_bytes(data)
            found.append(complaints(tmp_path / f"{name}.docx"))
        assert len(found[1]) <= len(found[0]), found[1]
