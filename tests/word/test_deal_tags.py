"""Tags of a house style over the deal: what cover and headers may print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.command import example
from support.examples import starter
from support.files import changed, parts, swapped, text, tree
from support.judges import complaints

from drafter.diagnostics import Refused
from drafter.drafting import Draft
from drafter.word.house import load_house, prepared
from drafter.word.house_style import HouseStyle
from drafter.word.read import read_docx

DOCUMENT, HEADER = "word/document.xml", "word/header-default.xml"
BEFORE_CONTENTS = '<w:p><w:pPr><w:pStyle w:val="ContentsHeading"/></w:pPr>'
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(*words: str, style: str = "CoverLine") -> str:
    """A paragraph for each of the words."""
    named = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return "".join(f"{named}<w:r><w:t>{each}</w:t></w:r></w:p>" for each in words)


def table(*rows: tuple[str, ...]) -> str:
    """A table as Word writes one."""
    cells = ["".join(f"<w:tc><w:tcPr><w:tcW w:w='3000' w:type='dxa'/></w:tcPr>{lines(each)}</w:tc>"
                     for each in row) for row in rows]  # fmt: skip
    grid = "<w:tblGrid>" + '<w:gridCol w:w="3000"/>' * len(rows[0]) + "</w:tblGrid>"
    whole = "".join(f"<w:tr>{each}</w:tr>" for each in cells)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{whole}</w:tbl>'


def covered(folder: Path, cover: str) -> HouseStyle:
    """The house style with more on its cover."""
    return load_house(changed(folder, swapped(DOCUMENT, BEFORE_CONTENTS, cover + BEFORE_CONTENTS)))


def deal(**answers: Any) -> Draft:
    """The smart handbag, with other answers; None takes one away."""
    record = dict(starter().read_file(example("smart-handbag")).record)
    given = {**record["answers"], **answers}
    kept = {name: value for name, value in given.items() if value is not None}
    return starter().draft({**record, "answers": kept})


def printed(house: HouseStyle, draft: Draft | None = None) -> list[str]:
    """The paragraphs between the title on the cover and the contents page."""
    said = [one.text for one in read_docx((draft or deal()).to_docx(house))]
    return said[said.index("Maison V SAS") + 1 : said.index("Contents")]


def faults(house: HouseStyle) -> list[tuple[str, str, str]]:
    with pytest.raises(Refused) as raised:
        deal().to_docx(house)
    return [(one.rule, one.says, one.cure) for one in raised.value.diagnostics]


class DescribeWhatATagPrints:
    def it_prints_answers_as_the_agreement_prints_them(self, tmp_path: Path) -> None:
        cover = lines(
            "{{ answers.effective_date }}",
            "Cap: {{ answers.general_cap }}, for {{ answers.term_length }}",
            "Made by {{ answers.legal_manufacturer.name }} for {{ answers.project_territories }}",
        )
        assert printed(covered(tmp_path, cover)) == [
            "15\u00a0January\u00a02027", "Cap: GBP\u00a01,000,000, for 24\u00a0calendar months",
            "Made by TeraWear Limited for "
            "the United Kingdom, France and the United States of America",
        ]  # fmt: skip

    def it_gives_dates_and_money_the_form_that_the_designer_asks_for(self, tmp_path: Path) -> None:
        cover = lines(
            "{{ answers.effective_date|date('dd.MM.yyyy') }}",
            "{{ answers.effective_date|date('d MMMM yy') }}",
            "{{ answers.general_cap|money('amount') }} {{ answers.general_cap|money('currency') }}",
        )  # fmt: skip
        assert printed(covered(tmp_path, cover)) == [
            "15.01.2027", "15 January 27", "1,000,000 GBP",
        ]  # fmt: skip

    def it_walks_the_parties_and_follows_references(self, tmp_path: Path) -> None:
        cover = lines(
            "{% for party in answers.parties %}",
            "{{ loop.index }}. {{ party.name }} (“{{ party.short_name }}”)",
            "{% endfor %}",
        )
        assert printed(covered(tmp_path, cover)) == [
            "1. TeraWear Limited (“TeraWear”)", "2. Maison V SAS (“Maison V”)",
        ]  # fmt: skip

    def it_fills_a_table_of_key_terms_a_row_for_each(self, tmp_path: Path) -> None:
        cover = table(
            ("Clause", "What it says"), ("{% for term in key_terms %}", ""),
            ("{{ term.clause }}", "{{ term.subject }}: {{ term.says }}"), ("{% endfor %}", ""),
        )  # fmt: skip
        data = deal().to_docx(covered(tmp_path, cover))
        rows = tree(data).findall(f".//{W}tbl")[0].findall(f"{W}tr")
        words = ["".join(cell.itertext()) for row in rows for cell in row.iter(f"{W}tc")]
        assert words[:3] == ["Clause", "What it says", "2"]
        assert len(rows) > 10
        assert all(words)

    def it_tests_answers_and_facts(self, tmp_path: Path) -> None:
        cover = lines(
            "{% if answers.regulated_product == 'radio-equipment' %}Radio{% endif %}",
            "{% if facts.two_parties %}Between two{% else %}Among several{% endif %}",
        )
        assert printed(covered(tmp_path, cover)) == ["Radio", "Between two"]

    def it_prints_an_answer_letter_for_letter(self, tmp_path: Path) -> None:
        odd = "</w:t></w:r></w:p> {{ 7*7 }} {% if x %} & <b>"
        house = covered(
            tmp_path, lines("{{ answers.project_purpose }}", "{% if title %}x{% endif %}")
        )
        assert printed(house, deal(project_purpose=odd)) == [odd, "x"]

    def it_draws_the_same_bytes_from_a_remembered_style(self, tmp_path: Path) -> None:
        cover = lines("{% for party in answers.parties %}{{ party.name }}{% endfor %}")
        path = changed(tmp_path, swapped(DOCUMENT, BEFORE_CONTENTS, cover + BEFORE_CONTENTS))
        cache = tmp_path / "cache"
        first, again = (deal().to_docx(prepared(path, cache)) for _ in range(2))
        assert first == again == deal().to_docx(load_house(path))

    def it_keeps_the_parts_that_have_no_tags_to_the_byte(self, tmp_path: Path) -> None:
        house = covered(tmp_path, lines("{{ answers.effective_date }}"))
        plain = parts(deal().to_docx())
        assert parts(deal().to_docx(house))["word/styles.xml"] == plain["word/styles.xml"]


class DescribeWhatIsLeftEmpty:
    """A condition leaves no empty paragraph, no empty row and no empty table."""

    def it_leaves_no_paragraph_that_only_held_a_test(self, tmp_path: Path) -> None:
        cover = lines("{% if answers.parties|length == 5 %}",
                      "Many parties", "{% endif %}", "After", style="Clause")  # fmt: skip
        assert printed(covered(tmp_path, cover)) == ["After"]

    def it_leaves_no_paragraph_whose_words_a_test_took_away(self, tmp_path: Path) -> None:
        cover = lines("{% if not title %}Untitled{% endif %}", "After", style="Clause")
        assert printed(covered(tmp_path, cover)) == ["After"]

    def it_leaves_no_row_and_no_table_of_empty_cells(self, tmp_path: Path) -> None:
        cover = table(("{% if not title %}a{% endif %}", "{% if not title %}b{% endif %}"))
        assert "<w:tbl>" not in text(deal().to_docx(covered(tmp_path, cover))).split("Contents")[0]

    def it_keeps_a_paragraph_in_each_cell(self, tmp_path: Path) -> None:
        cover = table(("{% if not title %}a{% endif %}", "b"))
        path = tmp_path / "draft.docx"
        path.write_bytes(deal().to_docx(covered(tmp_path, cover)))
        assert complaints(path) == []

    def it_prints_a_blank_for_a_missing_answer_and_counts_it(self, tmp_path: Path) -> None:
        house = covered(tmp_path, lines("{{ answers.effective_date }}"))
        draft = deal(effective_date=None).in_style(house)
        assert printed(house, draft) == ["[On which date does the agreement take effect?]"]
        assert "effective_date" in draft.assembled.blanks

    def it_says_when_a_deal_is_not_asked_for_what_a_tag_prints(self, tmp_path: Path) -> None:
        house = covered(tmp_path, lines("{{ answers.orchestrator }}"))
        draft = deal().in_style(house)
        assert printed(house, draft) == []
        assert [one.says for one in draft.notes if one.rule == "empty-tag"] == [
            "the house style prints `orchestrator`, for which this deal is not asked: "
            "nothing stands there"
        ]


class DescribeWhatIsRefused:
    def it_names_part_and_paragraph_of_an_unknown_answer_and_the_nearest(
        self, tmp_path: Path
    ) -> None:
        house = covered(tmp_path, lines("From {{ answers.efective_date }}"))
        assert faults(house) == [(
            "unknown-tag",
            "the tag `answers.efective_date` in paragraph 5 (“From {{ answers.efective_date }}”) "
            "names nothing that this library knows",
            "did you mean `effective_date`?",
        )]  # fmt: skip

    @pytest.mark.parametrize(
        ("cover", "rule"),
        [
            ("{{ answers }}", "unknown-tag"),
            ("{{ answers.parties.name }}", "unknown-tag"),
            ("{% for p in answers.parties %}{{ p.nmae }}{% endfor %}", "unknown-tag"),
            ("{% for t in key_terms %}{{ t.number }}{% endfor %}", "unknown-tag"),
            ("{{ facts.no_such_fact }}", "unknown-tag"),
            ("{{ answers.general_cap|date }}", "wrong-tag"),
            ("{% for d in answers.effective_date %}x{% endfor %}", "wrong-tag"),
            ("{% if answers.regulated_product == 'nope' %}x{% endif %}", "wrong-tag"),
        ],
    )
    def it_refuses_what_the_library_does_not_bear(
        self, cover: str, rule: str, tmp_path: Path
    ) -> None:
        assert {one for one, _, _ in faults(covered(tmp_path, lines(cover)))} == {rule}

    @pytest.mark.parametrize(
        "tag",
        [
            "{{ answers.__class__ }}", "{{ answers.parties.__init__ }}", "{{r title }}",
            "{{ answers.effective_date|date('%Y') }}", "{{ answers.parties.pop() }}",
            "{% for a, b in answers.parties %}x{% endfor %}", "{{p title }}", "{% cellbg title %}",
            "{{ answers.general_cap|money(title) }}",
        ],
    )  # fmt: skip
    def it_refuses_a_tag_that_does_more(self, tag: str, tmp_path: Path) -> None:
        with pytest.raises(Refused) as raised:
            covered(tmp_path, lines(tag))
        assert {one.rule for one in raised.value.diagnostics} <= {"unsafe-tag", "broken-tag"}

    def it_refuses_loops_that_print_too_much(self, tmp_path: Path) -> None:
        long = "x" * 1_000_000
        walk = "{% for a in answers.parties %}{% for b in key_terms %}"
        house = covered(tmp_path, lines(f"{walk}{long}{{% endfor %}}{{% endfor %}}"))
        assert faults(house) == [(
            "unsafe-tag", "its loops print more than 20,000,000 characters with these answers",
            "walk shorter lists",
        )]  # fmt: skip
