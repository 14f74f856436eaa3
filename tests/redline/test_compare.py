"""A redline loses nothing: rejecting it gives the old agreement, accepting it the new one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from support.agreements import answer, only
from support.command import answers_of
from support.files import house, ids, parts, text
from support.judges import complaints
from support.pairs import (
    DATE,
    MARKETING,
    SENSOR,
    Compared,
    base,
    drafted,
    one_of_each_kind,
    redline_of,
    redlines,
)
from support.references import check_references
from support.resolve import accepted, rejected
from support.wordwise import least_marked, words_marked

from drafter.agreement.model import Role
from drafter.diagnostics import Refused
from drafter.redline.compare import compare
from drafter.word.read import read_docx
from drafter.word.write import to_docx

MAIN = "word/document.xml"


@cache
def lines(data: bytes) -> list[tuple[str, str, str]]:
    """Style, number and text of every paragraph, tables included."""
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def names(broken: list[Compared]) -> list[str]:
    return [f"{each.pair.kind}: {each.pair.name}" for each in broken]


def marks(compared: Compared, pattern: str) -> int:
    return len(re.findall(pattern, text(compared.redline.data)))


class DescribeEveryPair:
    """Sixty pairs: answers changed, clauses reworded, added and removed, records added."""

    def it_is_one_of_sixty_of_five_kinds(self):
        kinds = Counter(each.pair.kind for each in redlines())
        assert kinds.keys() == {"answer", "reworded", "added", "removed", "record"}
        assert min(kinds.values()) >= 5
        assert kinds.total() >= 60

    def it_differs(self):
        assert not [each.pair.name for each in redlines()
                    if parts(each.pair.old)[MAIN] == parts(each.pair.new)[MAIN]]  # fmt: skip

    def it_gives_the_old_agreement_when_rejected(self):
        assert not names([
            each for each in redlines()
            if lines(rejected(each.redline.data)) != lines(each.pair.old)
        ])  # fmt: skip

    def it_gives_the_new_agreement_when_accepted(self):
        assert not names([
            each for each in redlines()
            if lines(accepted(each.redline.data)) != lines(each.pair.new)
        ])  # fmt: skip

    def it_leads_no_reference_astray(self):
        """Whichever way the changes go, a reference shows the number of the clause it leads to."""
        for each in one_of_each_kind():
            data = each.redline.data
            assert check_references(rejected(data)) == check_references(each.pair.old), each.pair
            assert check_references(accepted(data)) == check_references(each.pair.new), each.pair

    def it_marks_few_words_more_than_a_plain_word_diff(self):
        assert not names([
            each for each in redlines()
            if words_marked(each.redline.data) > 1.2 * least_marked(each.pair.old, each.pair.new)
        ])  # fmt: skip

    def it_knows_how_many_words_it_marks(self):
        assert not names([each for each in redlines()
                          if each.redline.words != words_marked(each.redline.data)])  # fmt: skip

    def it_gives_each_change_and_bookmark_an_id_of_its_own(self):
        for each in redlines():
            data = each.redline.data
            changes = [one for tag in ("ins", "del", "pPrChange") for one in ids(data, tag)]
            starts, ends = ids(data, "bookmarkStart"), ids(data, "bookmarkEnd")
            assert len({*changes, *starts}) == len(changes) + len(starts), each.pair.name
            assert sorted(starts) == sorted(ends), each.pair.name
            bookmarks = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"', text(data))
            assert len(set(bookmarks)) == len(bookmarks), each.pair.name

    def it_changes_no_other_part_of_the_file(self):
        for each in one_of_each_kind():
            new, redline = parts(each.pair.new), parts(each.redline.data)
            assert [name for name in new if new[name] != redline.get(name)] == [MAIN]

    def it_has_the_same_bytes_on_each_run(self):
        for each in one_of_each_kind():
            again = compare(each.pair.old, each.pair.new, date=DATE)
            assert again.data == each.redline.data


class DescribeCutClauses:
    """A clause cut into other paragraphs: its words stay, the marks of paragraphs change."""

    def it_marks_no_word_where_a_paragraph_is_cut_in_two(self):
        cut = redline_of("a paragraph cut in two")
        assert words_marked(cut.redline.data) == 0
        assert marks(cut, r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr>") == 1
        assert marks(cut, r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>") == 0

    def it_marks_no_word_where_two_paragraphs_are_joined(self):
        joined = redline_of("two paragraphs joined")
        assert words_marked(joined.redline.data) == 0
        assert marks(joined, r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>") == 1
        assert marks(joined, r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr>") == 0

    def it_turns_a_list_into_a_sentence_and_keeps_the_old_style_as_a_change(self):
        turned = redline_of("a short list made a sentence")
        assert words_marked(turned.redline.data) == 2
        assert (
            marks(turned, r'<w:pPrChange [^>]*><w:pPr><w:pStyle w:val="Subclause"/></w:pPr>') == 1
        )

    def it_never_runs_a_heading_into_a_paragraph(self):
        """Other programs would show the joined text as a heading."""
        pattern = (
            r'<w:pStyle w:val="ClauseHeading"/><w:rPr><w:(ins|del) [^>]*/></w:rPr></w:pPr>'
            r"(.*?)</w:p>"
        )
        for each in redlines():
            for kind, inside in re.findall(pattern, text(each.redline.data)):
                kept = re.sub(rf"<w:{kind} .*?</w:{kind}>", "", inside)
                assert "<w:t" not in kept, each.pair.name


class DescribeSmallChanges:
    """What a reader expects of small changes."""

    def it_marks_nothing_where_nothing_changed(self):
        assert compare(base(MARKETING), base(MARKETING)).words == 0

    def it_marks_a_word_that_gave_way_and_the_one_that_came(self):
        assert words_marked(redline_of("two words").redline.data) == 2

    def it_marks_a_new_paragraph_and_nothing_else(self):
        assert words_marked(redline_of("a last paragraph").redline.data) == 3

    def it_marks_a_record_added_to_a_table_as_one_row(self):
        added = redline_of("one more of milestones")
        assert marks(added, r"<w:cantSplit/><w:ins [^>]*/></w:trPr>") == 1
        assert marks(added, r"<w:del [^>]*/></w:trPr>") == 0

    def it_marks_in_a_line_of_the_contents_only_its_number(self):
        added = redline_of("a clause near the end")
        line = re.search(r'<w:hyperlink w:anchor="_cl_general">.*?</w:hyperlink>',
                         text(added.redline.data))  # fmt: skip
        assert line is not None
        assert re.findall(r"<w:delText[^>]*>(.*?)</w:delText>", line[0]) == ["31"]
        assert "<w:t>General</w:t>" in line[0]

    def it_names_author_and_date(self):
        redline = compare(base(MARKETING), redline_of("two words").pair.new, "Counsel", DATE)
        found = re.findall(r"<w:(?:ins|del) [^>]*>", text(redline.data))
        assert found
        assert all('w:author="Counsel"' in one and f'w:date="{DATE}"' in one for one in found)


class DescribeNumbersOfStyles:
    """Schedules are numbered by their style; American English calls them exhibits."""

    def it_brings_the_old_word_of_a_number_back_and_leaves_the_clauses_alone(self):
        british = answers_of(SENSOR)
        american = {**british, "answers": {**british["answers"], "edition": "us"}}
        old, new = drafted(british), drafted(american)
        redline = compare(old, new).data
        assert lines(rejected(redline)) == lines(old)
        assert lines(accepted(redline)) == lines(new)
        older = r'<w:pPrChange[^>]*><w:pPr><w:pStyle w:val="(\w+)"/>(?:(?!</w:pPr>).)*<w:numPr>'
        numbered = Counter(re.findall(older, text(redline)))
        schedules = [label for _, label, _ in lines(old) if label.startswith("Schedule")]
        assert numbered.pop("ScheduleHeading") == len(schedules)
        assert numbered.keys() == {"ScheduleParagraph", "ScheduleItem"}  # of the same list


class DescribeOtherAuthors:
    """A reviewer's own changes are not touched when those of another are resolved."""

    def it_leaves_changes_of_another_author_alone(self):
        each = redline_of("a sentence")
        assert rejected(each.redline.data, author="someone else") == rejected(
            compare(each.pair.old, each.pair.new, date=DATE).data, author="someone else"
        )
        kept = text(rejected(each.redline.data, author="someone else"))
        assert kept.count("<w:ins ") == text(each.redline.data).count("<w:ins ")


class DescribeValidity:
    """What programs from outside say; tests/render asks them about every pair."""

    def it_is_as_flawless_as_the_drafts(self, tmp_path):
        for each in one_of_each_kind():
            (tmp_path / "redline.docx").write_bytes(each.redline.data)
            assert complaints(tmp_path / "redline.docx") == [], each.pair.name


class DescribeForeignFiles:
    """What is no Word file is refused."""

    def it_refuses_a_file_that_is_no_word_file(self):
        with pytest.raises(Refused, match=r"this is not a \.docx that can be read"):
            compare(b"PK\x03\x04 nothing", base(MARKETING))


class DescribeForeignWords:
    """Words in another script keep their direction and language, whichever way they go."""

    def it_keeps_them_on_the_words_that_come_and_go(self):
        old, new = (to_docx(only(Role.BODY, answer(f"{number} הרצל, תל אביב")), house())
                    for number in (12, 14))  # fmt: skip
        redline = compare(old, new, date=DATE).data
        runs = text(redline).split("<w:bookmarkStart")[1].split("<w:bookmarkEnd")[0].split("<w:r>")
        assert len(runs) == 4
        assert all('<w:rPr><w:rtl/><w:lang w:bidi="he-IL"/></w:rPr>' in run for run in runs[1:])
        assert text(accepted(redline)).count("<w:rtl/>") >= 1
