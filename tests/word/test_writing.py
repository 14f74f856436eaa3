"""From an agreement to a Word file: numbers, references, styles, controls, comments."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from support.agreements import NUMBERS, answer, only, paragraph, reference, sample, words
from support.files import HOUSE, W, house, ids, parts, text, tree
from support.references import check_references

from drafter.agreement.model import Agreement, Paragraph, Role, Run, Said, SignatureBlock, Table
from drafter.ooxml.bookmarks import bookmark_name
from drafter.word.read import read_docx
from drafter.word.reader import reading
from drafter.word.write import to_docx

HOUSE_BYTES = HOUSE.read_bytes()
PURPOSES = ("draft", "issue", "signature")


def written(agreement: Agreement) -> bytes:
    return to_docx(agreement, house())


def plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


class DescribeNumbers:
    """Word counts; what it counts is what the agreement says."""

    def it_prints_every_number_as_the_agreement_has_it(self) -> None:
        read = {each.block: each for each in read_docx(written(sample()))}
        paragraphs = [each for each in sample().elements if isinstance(each, Paragraph)]
        assert set(Role) == {each.role for each in paragraphs}
        for each in paragraphs:
            found = read[bookmark_name(each.block)]
            label = found.label.replace("\u00a0", " ")
            assert (label, found.text) == (each.number, plain(each.runs))

    def it_types_no_number_and_formats_no_paragraph_by_hand(self) -> None:
        body = tree(written(sample()))
        for properties in body.iter(f"{W}pPr"):
            first, *rest = [child.tag for child in properties]
            assert first == f"{W}pStyle"
            assert rest in ([], [f"{W}keepNext"])

    def it_begins_again_in_each_schedule_and_under_each_definition(self) -> None:
        labels = [each.label for each in read_docx(written(sample())) if each.block]
        at = labels.index("Schedule\u00a02")
        assert labels[at + 1 : at + 4] == ["1.", "(a)", "2."]
        assert labels.count("(i)") == 3


class DescribeAnAgreementWithoutAContentsPage:
    """A short one: the cover, and then the agreement."""

    def it_leaves_out_the_lines_and_the_heading_above_them_and_nothing_else(self) -> None:
        short = text(written(replace(sample(), lists_contents=False)))
        long = text(written(sample()))
        at = long.index("Contents")
        after = long.index(short[at:])
        assert short[:at] == long[:at]
        assert after > at
        assert short[at:] == long[after:]


class DescribeKeepingTogether:
    """What leads on stands on the page of what it leads to."""

    def kept(self, agreement: Agreement) -> list[str]:
        body = tree(written(agreement))
        kept = [each for each in body.iter(f"{W}p") if each.find(f"{W}pPr/{W}keepNext") is not None]
        return ["".join(node.text or "" for node in each.iter(f"{W}t")) for each in kept]

    def it_keeps_a_lead_in_with_its_list_and_a_table_with_the_line_before_it(self) -> None:
        kept = self.kept(sample())
        assert kept[:3] == ["The Parties agree:", "In this Agreement:", "“Field” means:"]
        assert "must not, in the Field of the other Party:" in kept
        assert "Each licence ends or goes on as this table states:" in kept
        assert not [each for each in kept if each.endswith((".", ";", "and"))]

    def it_keeps_the_words_before_the_first_signature_with_it(self) -> None:
        *before, heading, first, second = sample().elements
        lead = paragraph(Role.BODY, "lead", "", "The Parties have signed this Agreement.")
        agreement = replace(sample(), elements=(*before, heading, lead, first, second))
        assert self.kept(agreement)[-1] == "The Parties have signed this Agreement."

    def it_begins_the_signatures_on_a_page_of_their_own(self) -> None:
        (heading,) = [each for each in read_docx(written(sample())) if each.text == "Signatures"]
        assert heading.style == "Signature Heading"


class DescribeReferences:
    """A reference is a field, and shows what Word will compute."""

    @pytest.mark.parametrize("purpose", PURPOSES)
    def it_leaves_no_reference_stale_or_dangling(self, purpose: str) -> None:
        assert check_references(written(sample(purpose))) == []

    def it_makes_every_reference_live(self) -> None:
        shown = [each.shown for each in reading(written(sample())).references]
        assert shown == [
            *("Schedule 1", "2.1", "3.3", "2.2(a)", "2.2(b)(ii)", "2.2(b)(i)"),
            *("1", "(b)", "(i)", "Schedule 1", "1", "(a)", "Schedule 2", "(1)", "(B)"),
            *("(a)(ii)", "3.1"),
        ]

    def it_would_notice_a_number_that_is_not_the_target_s(self) -> None:
        wrong = replace(
            sample(),
            elements=(
                *sample().elements,
                paragraph(Role.BODY, "late", "", reference("9.9", "exit.1")),
            ),
        )
        (fault,) = check_references(written(wrong))
        assert fault.rule == "stale-reference"
        assert "`9.9`" in fault.says
        assert "`3.1`" in fault.says

    def it_prints_a_name_without_number_as_plain_words(self) -> None:
        agreement = replace(
            sample(),
            elements=(
                *sample().elements,
                paragraph(Role.BODY, "late", "", reference("that table", "survival")),
            ),
        )
        read = read_docx(written(agreement))
        assert read[-2].text == "that table"
        assert check_references(written(agreement)) == []


class DescribeContentsPage:
    def it_lists_parts_clauses_and_schedules_with_their_numbers(self) -> None:
        lines = [each.text for each in read_docx(written(sample())) if each.style.startswith("toc")]
        assert lines == [
            "Words and what they mean",
            "1.\tDefinitions",
            "What the Parties make",
            "2.\tOwnership of the results",
            "How it ends",
            "3.\tLeaving on thirty days’ notice",
            "Schedule 1\tBackground IP of each Party",
            "Schedule 2\tWhat happens on exit, step by step, to the goods, the moulds and the data",
        ]

    def it_is_one_field_that_asks_nobody_to_update(self) -> None:
        data = written(sample())
        assert text(data).count('TOC \\o "1-2" \\n \\h \\z \\u') == 1
        assert not any(
            b"updateFields" in part or b"w:dirty" in part for part in parts(data).values()
        )

    def it_is_left_out_of_an_agreement_without_headings(self) -> None:
        assert "TOC " not in text(written(only(Role.BODY, words("Nothing to list."))))


class DescribeBlocks:
    """Each block is found again by its hidden bookmark."""

    def it_puts_one_bookmark_round_the_words_of_each_block(self) -> None:
        found = [each.block for each in read_docx(written(sample())) if each.block]
        expected = []
        for each in sample().elements:
            expected.append(bookmark_name(each.block))
            if isinstance(each, Table):
                expected += [bookmark_name(block) for block, _ in each.rows]
        assert found == expected

    def it_refuses_two_blocks_of_one_name(self) -> None:
        twice = replace(sample(), elements=(sample().elements[0], sample().elements[0]))
        with pytest.raises(ValueError, match="two blocks of the agreement are called title"):
            written(twice)

    @pytest.mark.parametrize("purpose", PURPOSES)
    def it_gives_every_id_once(self, purpose: str) -> None:
        data = written(sample(purpose))
        for tag in ("bookmarkStart", "bookmarkEnd", "id", "commentRangeStart"):
            found = re.findall(rf'<w:{tag} w:(?:id|val)="(\d+)"', text(data))
            assert len(found) == len(set(found))
        assert ids(data, "bookmarkStart") == ids(data, "bookmarkEnd")

    @pytest.mark.parametrize(
        "block",
        [
            "a.b-c",
            "a-b.c",
            "a.b.c",
            "a_b_c",
            "A.b-c",
            "é",
            "x" * 41,
            "x" * 42,
            "a" * 36,
            "1",
            "a--b",
        ],
    )
    def it_names_each_block_differently_within_the_rules_of_word(self, block: str) -> None:
        name = bookmark_name(block)
        assert re.fullmatch(r"_cl_[a-z0-9_]{1,36}", name)
        others = {bookmark_name(other) for other in ("a.b_c", "a-b-c", "é.", "x" * 43, "a_b", "2")}
        assert name not in others


class DescribeBlanks:
    """A blank can be clicked and filled in; a signature copy has none."""

    @pytest.mark.parametrize("purpose", ["draft", "issue"])
    def it_is_a_control_with_a_readable_title_and_a_neutral_tag(self, purpose: str) -> None:
        controls = list(tree(written(sample(purpose))).iter(f"{W}sdtPr"))
        titles = [node.find(f"{W}alias").get(f"{W}val") for node in controls]  # type: ignore[union-attr]
        tags = [node.find(f"{W}tag").get(f"{W}val") for node in controls]  # type: ignore[union-attr]
        assert titles[:2] == ["Registration number of Terawear", "Registered office of Terawear"]
        assert tags == ["b1", "b2", "b3", "b4"]

    def it_gives_the_same_question_the_same_tag(self) -> None:
        one = Run("[Price]", Said.BLANK, "price")
        assert re.findall(r'w:tag w:val="(\w+)"', text(written(only(Role.BODY, one, one)))) == [
            "b1",
            "b1",
        ]

    def it_carries_no_question_of_ours(self) -> None:
        data = written(sample("issue"))
        assert not any(b"party.a.number" in part for part in parts(data).values())

    def it_is_no_control_in_a_copy_for_signature(self) -> None:
        data = written(only(Role.BODY, Run("[Price]", Said.BLANK, "price"), purpose="signature"))
        assert "w:sdt" not in text(data)

    def it_highlights_what_is_not_decided(self) -> None:
        data = written(only(Role.BODY, Run("[perhaps]", doubt=True)))
        assert '<w:rStyle w:val="Blank"/></w:rPr><w:t>[perhaps]</w:t>' in text(data)


class DescribeDrafts:
    """Only a draft carries our notes and a watermark."""

    def it_marks_every_kind_of_page(self) -> None:
        data = written(sample("draft"))
        for kind in ("default", "first", "even"):
            header = text(data, f"word/header-{kind}.xml")
            assert header.count('string="DRAFT"') == 1
            assert header.count('v:shapetype id="_x0000_t136"') == 1

    def it_writes_the_watermark_that_the_agreement_names(self) -> None:
        header = text(written(sample("draft", watermark="ENTWURF")), "word/header-default.xml")
        assert 'string="ENTWURF"' in header

    def it_puts_each_note_beside_its_block(self) -> None:
        data = written(sample("draft"))
        comments = tree(data, "word/comments.xml")
        assert ["".join(node.itertext()) for node in comments] == [
            "Check the co-owner rule with local counsel.Second line & more.",
            "Row agreed on the call.",
            "No wording was chosen for publicity.",
        ]
        anchored = re.search(
            r'commentRangeStart w:id="0"/><w:bookmarkStart [^>]*name="(\w+)"', text(data)
        )
        assert anchored is not None
        assert anchored[1] == bookmark_name("ownership.2")

    def it_dates_no_note(self) -> None:
        comments = tree(written(sample("draft")), "word/comments.xml")
        assert {tuple(sorted(node.attrib)) for node in comments} == {
            (f"{W}author", f"{W}id", f"{W}initials")
        }

    @pytest.mark.parametrize("purpose", ["issue", "signature"])
    def it_says_nothing_of_ours_to_the_other_side(self, purpose: str) -> None:
        data = written(sample(purpose))
        assert "word/comments.xml" not in parts(data)
        for name, part in parts(data).items():
            for trace in (b"v:shape", b"co-owner rule", b"comment"):
                assert trace not in part or name == "word/styles.xml"


class DescribeTables:
    def it_repeats_the_header_and_cuts_no_row(self) -> None:
        table = next(tree(written(sample())).iter(f"{W}tbl"))
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [
            False
        ] * 3

    def it_has_widths_that_add_up(self) -> None:
        for table in tree(written(sample())).iter(f"{W}tbl"):
            grid = [int(node.get(f"{W}w", "0")) for node in table.iter(f"{W}gridCol")]
            for row in table.findall(f"{W}tr"):
                assert [int(node.get(f"{W}w", "0")) for node in row.iter(f"{W}tcW")] == grid
        first = next(tree(written(sample())).iter(f"{W}tbl"))
        assert (
            sum(int(node.get(f"{W}w", "0")) for node in first.iter(f"{W}gridCol")) == house().width
        )

    @pytest.mark.parametrize(("rows", "kept"), [(1, 0), (2, 1), (4, 3), (5, 0)])
    def it_keeps_the_rows_of_a_short_one_together(self, rows: int, kept: int) -> None:
        """Each row but the last stays with the next; a long one may be cut between any two."""
        table = next(each for each in sample().elements if isinstance(each, Table))
        cells = table.rows[0][1]
        long = table._replace(rows=tuple((f"other.{n}", cells) for n in range(rows)))
        (made,) = tree(written(replace(sample(), elements=(long,)))).iter(f"{W}tbl")
        keeps = [len(row.findall(f".//{W}keepNext")) for row in made.findall(f"{W}tr")[1:]]
        assert keeps == [len(cells)] * kept + [0] * (rows - kept)

    def it_keeps_two_tables_apart(self) -> None:
        table = next(each for each in sample().elements if isinstance(each, Table))
        second = Table("other", table.headings, (("other.1", table.rows[1][1]),))
        body = tree(written(replace(sample(), elements=(table, second))))[0]
        tags = [node.tag.removeprefix(W) for node in body]
        at = tags.index("tbl")
        assert tags[at : at + 3] == ["tbl", "p", "tbl"]


class DescribeSignatures:
    def it_keeps_each_block_in_one_row_that_no_page_cuts(self) -> None:
        blocks = [each for each in sample().elements if isinstance(each, SignatureBlock)]
        tables = list(tree(written(sample())).iter(f"{W}tbl"))[-len(blocks) :]
        for table in tables:
            (row,) = table.findall(f"{W}tr")
            assert row.find(f"{W}trPr/{W}cantSplit") is not None

    def it_keeps_every_line_but_the_last_with_the_next(self) -> None:
        names = [each.style for each in read_docx(written(sample())) if "Signature" in each.style]
        assert names[:2] == ["Signature Heading", "Signature Lead"]
        assert names[2:6] == [*["Signature Line"] * 3, "Signature Last Line"]

    def it_ends_with_the_closing_line_of_the_house(self) -> None:
        last = read_docx(written(sample()))[-1]
        assert (last.style, last.text) == ("Closing Line", "Draft for legal review")

    def it_ends_with_it_even_if_it_says_nothing(self) -> None:
        last = read_docx(written(sample("signature")))[-1]
        assert (last.style, last.text) == ("Closing Line", "")


class DescribeCover:
    def it_prints_each_party_on_a_line_of_its_own(self) -> None:
        cover = [
            each.text for each in read_docx(written(sample())) if each.style.startswith("Cover")
        ]
        assert cover == [
            "Draft for legal review",
            "Smart Handbag Collaboration Agreement",
            "Terawear GmbH",
            "Maison Verre S.A.",
            "5\u00a0February 2027",
        ]

    def it_leaves_out_what_is_empty(self) -> None:
        bare = replace(sample("signature"), cover={"title": "A", "parties": "", "date": ""})
        cover = [each.text for each in read_docx(written(bare)) if each.style.startswith("Cover")]
        assert cover == ["A"]

    def it_names_title_status_and_pages_on_each_page(self) -> None:
        data = written(sample("issue"))
        assert "Subject to contract" in text(data, "word/header-default.xml")
        footer = text(data, "word/footer-default.xml")
        assert "AGR-2027-0014, revision 1" in footer
        assert "NUMPAGES" in footer


class DescribeProperties:
    def it_names_title_language_and_no_person(self) -> None:
        core = text(written(sample("issue")), "docProps/core.xml")
        assert "<dc:title>Smart Handbag Collaboration Agreement</dc:title>" in core
        assert "<dc:language>en-GB</dc:language>" in core
        assert "dcterms:created" not in core
        assert "lastModifiedBy" not in core

    def it_speaks_the_language_of_the_agreement(self) -> None:
        data = written(sample("issue", language="de-CH"))
        assert '<w:lang w:val="de-CH"' in text(data, "word/styles.xml")
        assert "<dc:language>de-CH</dc:language>" in text(data, "docProps/core.xml")


class DescribeWholeFile:
    @pytest.mark.parametrize("purpose", PURPOSES)
    def it_is_well_formed_in_every_part(self, purpose: str) -> None:
        for part in parts(written(sample(purpose))).values():
            ElementTree.fromstring(part)

    @pytest.mark.parametrize("purpose", PURPOSES)
    def it_leaves_no_tag_behind(self, purpose: str) -> None:
        for part in parts(written(sample(purpose))).values():
            assert b"{{" not in part
            assert b"None" not in part

    def it_keeps_the_style_sheet_of_the_house_to_the_byte(self) -> None:
        before, after = parts(HOUSE_BYTES), parts(written(sample()))
        for name in ("styles", "numbering", "settings", "fontTable", "theme/theme1"):
            assert after[f"word/{name}.xml"] == before[f"word/{name}.xml"]

    def it_numbers_what_references_know(self) -> None:
        numbered = {
            each.block for each in sample().elements if isinstance(each, Paragraph) and each.number
        }
        assert numbered == set(NUMBERS)

    def it_prints_answers_that_differ_only_where_they_stand(self) -> None:
        one, other = (text(written(only(Role.BODY, answer(name)))) for name in ("Alpha", "Omega"))
        assert one.replace("Alpha", "Omega") == other
