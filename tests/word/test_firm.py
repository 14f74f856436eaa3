"""A firm's own Word file as it is: its looks stay, its sample goes, and what is assumed is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.command import example
from support.examples import starter
from support.files import W, parts, text, tree
from support.firms import (
    BODY,
    CUSTOM,
    DOCUMENT,
    FOOTER,
    HEADER,
    IN_HEADER,
    LEVELS,
    LISTS,
    SENTENCE,
    SETTINGS,
    STYLE_SHEET,
    STYLES,
    firm,
    firm_file,
    level,
    paragraph,
    style,
)
from support.judges import complaints
from support.references import check_references

from drafter.agreement.model import Role
from drafter.diagnostics import Refused
from drafter.matters.received import carries, reference
from drafter.word.firm.pair import pair
from drafter.word.house import load_house, prepared
from drafter.word.house_style import HouseStyle
from drafter.word.read import print_docx


def house(folder: Path, **changed: str) -> HouseStyle:
    path = folder / "big.docx"
    path.write_bytes(firm_file(**changed))
    return load_house(path)


def drafted(style: HouseStyle, purpose: str = "draft") -> bytes:
    answers = starter().read_file(example("workout-rewards"))
    if purpose == "draft":
        return starter().draft(answers).to_docx(style)
    from drafter.agreement.assemble import assemble
    from drafter.agreement.instructions import Instructions
    from drafter.word.write import to_docx

    selection = starter().select(answers).selection
    asked = Instructions(purpose, scheme=style.scheme)
    return to_docx(assemble(selection, asked).agreement, style)


def repairs(path: Path) -> list[str]:
    """What is wrong with a file, but for parts that the firm's own has not either."""
    return [one for one in complaints(path) if "required relationship" not in one]


def told(style: HouseStyle) -> str:
    return "\n".join(one.says for one in style.told)


class DescribeAnUnadoptedFile:
    def it_is_drafted_in_with_the_numbers_of_its_own_list(self, tmp_path: Path) -> None:
        data = drafted(house(tmp_path))
        printed = print_docx(data)
        assert "\nArticle I Definitions and interpretation\n" in printed
        assert "\nSection 1.01 " in printed
        assert check_references(data) == []

    def it_ends_in_lines_that_look_as_its_text(self, tmp_path: Path) -> None:
        style = house(tmp_path)
        last = list(tree(drafted(style)).iter(f"{W}p"))[-1]
        assert "".join(last.itertext()) == "Draft for legal review"
        (named,) = last.iter(f"{W}pStyle")
        assert named.get(f"{W}val") == "agreementClosingLine"
        lent = text(drafted(style), STYLES).partition('w:styleId="agreementClosingLine"')[2]
        assert f'<w:basedOn w:val="{style.styles[Role.BODY]}"/>' in lent.partition("</w:style>")[0]

    @pytest.mark.parametrize(("own", "lent"), [(16, 16), (21, 20)])
    def it_sets_tables_no_larger_than_its_text(self, own: int, lent: int, tmp_path: Path) -> None:
        sheet = STYLE_SHEET.replace('<w:sz w:val="21"/>', f'<w:sz w:val="{own}"/>')
        style = house(tmp_path, styles=sheet)
        made = text(drafted(style), STYLES).partition('w:styleId="agreementTableText"')[2]
        assert f'<w:sz w:val="{lent}"/><w:szCs w:val="{lent}"/>' in made.partition("</w:style>")[0]

    def it_opens_without_repair(self, tmp_path: Path) -> None:
        path = tmp_path / "agreement.docx"
        path.write_bytes(drafted(house(tmp_path)))
        assert repairs(path) == []

    def it_keeps_headers_footers_styles_and_lists_byte_for_byte(self, tmp_path: Path) -> None:
        before, after = firm(), parts(drafted(house(tmp_path), "signature"))
        assert after[HEADER] == before[HEADER]
        assert after[FOOTER] == before[FOOTER]
        own = before[STYLES].removesuffix(b"</w:styles>")
        assert after[STYLES].startswith(own)
        assert LEVELS.encode() in after[LISTS]
        page = BODY[BODY.index("<w:pgMar") :].encode()
        assert page in after[DOCUMENT]

    def it_marks_a_draft_in_the_header_and_on_the_first_page(self, tmp_path: Path) -> None:
        after = parts(drafted(house(tmp_path)))
        mark = b"PowerPlusWaterMark"
        assert mark in after[HEADER]
        assert mark in after["word/added-header.xml"]
        without = after[HEADER].replace(b"</w:p>", b"", 1)
        assert without.startswith(firm()[HEADER].split(b"</w:p>")[0])

    def it_takes_out_the_sample_text_and_what_hinders_a_reader(self, tmp_path: Path) -> None:
        style = house(tmp_path)
        data = drafted(style)
        assert SENTENCE not in print_docx(data)
        assert "trackRevisions" not in text(data, SETTINGS)
        assert "its text is taken for a sample: 12 paragraphs and tables are left out" in told(
            style
        )
        assert "tracking of changes (w:trackRevisions) is left out" in told(style)

    def it_says_each_role_that_it_assumed(self, tmp_path: Path) -> None:
        said = told(house(tmp_path))
        assert "clauses are numbered by its list 7: `Article %1`, `Section %1.%2`" in said
        assert "clause is set in the style `heading 2`" in said
        assert "subsubclause is set in a style of drafter at level 4 of list 7" in said
        assert "plain text is set in the style `Normal`" in said
        assert "schedules are numbered by a list of drafter" in said

    def it_shares_no_number_of_a_bookmark_or_control_with_the_firm(self, tmp_path: Path) -> None:
        body = text(drafted(house(tmp_path)), DOCUMENT)
        assert 'w:bookmarkStart w:id="1"' in IN_HEADER
        assert '<w:bookmarkStart w:id="1"' not in body
        assert '<w:id w:val="2"/>' not in body

    def it_keeps_a_property_that_a_footer_shows_and_no_other(self, tmp_path: Path) -> None:
        kept = text(drafted(house(tmp_path)), CUSTOM)
        assert 'name="Matter"' in kept
        assert "Typist" not in kept

    def it_is_the_same_from_memory(self, tmp_path: Path) -> None:
        fresh = house(tmp_path)
        for _ in range(2):
            style = prepared(tmp_path / "big.docx", tmp_path / "cache")
            assert style.told == fresh.told
            assert drafted(style) == drafted(fresh)

    def it_lists_headings_alone_where_text_has_outline_levels_too(self, tmp_path: Path) -> None:
        field = '<w:p><w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r></w:p>'
        data = drafted(house(tmp_path, body=field + BODY))
        assert 'TOC \\n \\h \\z \\t "agreement part heading,1,heading 1,1' in text(data, DOCUMENT)
        assert check_references(data) == []

    def it_carries_the_number_of_the_agreement_when_it_goes_out(self, tmp_path: Path) -> None:
        answers = starter().read_file(example("workout-rewards"))
        numbered = starter().draft(answers, reference=reference("A-0001", 2))
        assert carries(numbered.to_docx(house(tmp_path)), "A-0001", 2)

    def it_leaves_out_the_settings_of_a_printer(self, tmp_path: Path) -> None:
        body = BODY.replace("<w:titlePg/>", '<w:titlePg/><w:printerSettings r:id="rId9"/>')
        style = house(tmp_path, body=body)
        assert "the settings of a printer are left out" in told(style)
        assert b"printerSettings" not in parts(drafted(style))[DOCUMENT]

    @pytest.mark.parametrize(
        ("own", "kept"), [("en", "en"), ("en-US", "en-US"), ("fr-FR", "en-US")]
    )
    def it_keeps_its_language_where_the_agreement_speaks_it(
        self, own: str, kept: str, tmp_path: Path
    ) -> None:
        sheet = STYLE_SHEET.replace('w:lang w:val="en-US"', f'w:lang w:val="{own}"')
        data = drafted(house(tmp_path, styles=sheet))
        assert f'<w:lang w:val="{kept}"/>' in text(data, STYLES)


class DescribeWhatIsLent:
    @pytest.mark.parametrize(
        ("levels", "words"),
        [
            (LEVELS.replace("lowerRoman", "bullet"), "its list 7 has no number at level 4"),
            (level(0, "bullet", "•"), "no list with numbers carries its text"),
        ],
    )
    def it_is_a_whole_list_where_the_firm_s_is_not_deep_enough(
        self, levels: str, words: str, tmp_path: Path
    ) -> None:
        style = house(tmp_path, levels=levels)
        assert words in told(style)
        assert "\n1.1 " in print_docx(drafted(style))

    def it_is_a_style_of_text_where_the_firm_has_a_heading(self, tmp_path: Path) -> None:
        short = BODY.replace(paragraph(SENTENCE, "Heading2"), paragraph("Goods", "Heading2"))
        said = told(house(tmp_path, body=short))
        assert (
            "clause is set in a style of drafter at level 2 of list 7: `heading 2` looks " in said
        )

    def it_is_everything_where_the_firm_has_plain_text_only(self, tmp_path: Path) -> None:
        plain = STYLE_SHEET.replace('<w:numId w:val="7"/>', '<w:numId w:val="0"/>')
        body = "".join(paragraph(SENTENCE) for _ in range(5)) + BODY[BODY.index("<w:sectPr><w:h") :]
        data = drafted(house(tmp_path, styles=plain, body=body))
        assert check_references(data) == []
        assert "\n1. Definitions and interpretation\n" in print_docx(data)


class DescribeThePair:
    def it_drafts_the_same_file_as_the_firm_s_own(self, tmp_path: Path) -> None:
        own = drafted(house(tmp_path))
        made = pair(tmp_path / "big.docx")
        (tmp_path / "pair.docx").write_bytes(made.docx)
        (tmp_path / "pair.yaml").write_text(made.yaml, "utf-8")
        style = load_house(tmp_path / "pair.docx")
        assert drafted(style) == own
        assert style.told == ()

    def it_opens_without_repair(self, tmp_path: Path) -> None:
        house(tmp_path)
        path = tmp_path / "pair.docx"
        path.write_bytes(pair(tmp_path / "big.docx").docx)
        assert repairs(path) == []

    def it_keeps_a_cover_that_has_tags(self, tmp_path: Path) -> None:
        cover = paragraph("{{ title }}", "Title") + paragraph("Confidential")
        style = house(tmp_path, body=cover + BODY)
        data = drafted(style)
        assert print_docx(data).splitlines()[0] == "Co-marketing agreement"
        assert "the 1 up to its last tag are its cover" in told(style)

    def it_refuses_styles_based_on_one_another_without_end(self, tmp_path: Path) -> None:
        chain = "".join(style(f"s{at}", f"s {at}", base=f"s{at - 1}") for at in range(1, 3000))
        with pytest.raises(Refused) as raised:
            house(tmp_path, styles=STYLE_SHEET + chain)
        (fault,) = raised.value.diagnostics
        assert fault.says == "styles are based on one another more than 50 deep"

    def it_refuses_what_could_run_with_its_part(self, tmp_path: Path) -> None:
        macros = BODY.replace("<w:titlePg/>", "<w:titlePg/>") + "<w:p><w:r><w:object/></w:r></w:p>"
        with pytest.raises(Refused) as raised:
            house(tmp_path, body=macros)
        (fault,) = raised.value.diagnostics
        assert fault.rule == "unsafe-content"
        assert str(fault.place).startswith("big.docx/word/document.xml")
