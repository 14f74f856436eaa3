"""An agreement, and the sheets about it, in every form: the same words, none of them code."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from support.examples import drafted
from support.files import house, text
from support.judges import complaints
from support.libraries import QUESTIONS, draft

from drafter.agreement.agreement_text import print_agreement
from drafter.drafting import Draft
from drafter.drafting.forms import as_form
from drafter.word.read import print_docx

WILD = "A & B <script>alert(1)</script> *not bold* | `code` [link](x) # 1. _a_"
TEXTS = {
    "questionnaire/01-deal.yaml": QUESTIONS.replace(
        "seats: {asks: How many seats are there?, type: whole number}",
        "seats:\n    asks: How many seats are there?\n    type: whole number\n"
        "    recommend: [{take: 4, because: four fit}]",
    ),
    "work": "The product is {product}. It has {seats} seats.\n\nSee [@exit].",
    "topics/exit/topic.yaml": "heading: Exit\nchoose:\n  early: pilot\n  late: not pilot\n",
    "topics/exit/early.md": "---\nsummary: Anyone may leave early.\n---\nAt any time.",
    "topics/exit/late.md": "---\nsummary: Nobody leaves.\n---\nAt the end.",
}  # fmt: skip


def made() -> Draft:
    return draft(TEXTS, product=WILD, pilot="yes")


class _Words(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.words, self.tags, self._quiet = "", set[str](), False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        self._quiet = tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._quiet = False
        self.words += " "

    def handle_data(self, data: str) -> None:
        self.words += "" if self._quiet else data


def spaced(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").split())


def form(name: str) -> str:
    return as_form(made().document, name, house()).decode()


class DescribeForms:
    def it_is_read_in_a_page_as_in_plain_text(self) -> None:
        page = _Words(form("html"))
        assert "script" not in page.tags
        status = made().document.cover["status"]
        assert spaced(page.words).replace(" .", ".") == spaced(
            f"{status} {print_agreement(made().document)}"
        ).replace(" .", ".")

    def it_is_read_in_markdown_as_in_plain_text(self) -> None:
        plain = re.sub(r"\*\*|^#+ ", "", form("md").replace("\\*\\*", "**"), flags=re.MULTILINE)
        assert "\\# 1. \\_a\\_" in form("md")
        assert spaced(re.sub(r"\\(.)", r"\1", plain)) == spaced(print_agreement(made().document))

    def it_is_data_with_every_run(self) -> None:
        data = json.loads(form("json"))
        runs = [run for one in data["elements"] for run in one["runs"]]
        assert {"text": WILD, "said": "answer", "about": "product"} in runs
        assert {"text": "4", "said": "answer", "about": "seats", "assumed": True} in runs

    def it_knows_no_other_form(self) -> None:
        with pytest.raises(ValueError, match="odt"):
            form("odt")


class DescribeSheets:
    def it_says_in_plain_words_what_deals_differ_in(self) -> None:
        lines = print_agreement(made().key_terms()).splitlines()
        assert lines[0] == "Key terms: A deal"
        assert "2 | Exit | Anyone may leave early." in lines
        assert lines[-1].startswith("Read in the agreement, and not on this sheet: 1.")

    def it_is_what_the_precedent_calls_key_and_names_the_rest_by_number(self) -> None:
        lines = print_agreement(drafted("smart-handbag").key_terms()).splitlines()
        subjects = [line.split(" | ")[1] for line in lines[3:-1]]
        assert subjects[:3] == ["The Project", "Go or no-go decision", "Money"]
        assert "Governance" not in subjects
        assert lines[-1] == (
            "Read in the agreement, and not on this sheet: 1, 3 to 7, 9, 10, 12, 15, 16, 18, "
            "21 to 24, 27 to 33, 36, 39 to 46, Schedule 1 to Schedule 18. The agreement itself "
            "decides what is agreed."
        )

    def it_records_what_nobody_confirmed_and_why_each_clause_is_in(self) -> None:
        lines = print_agreement(made().decision_record()).splitlines()
        assert "How many seats are there? | 4 | four fit | 1.1" in lines
        assert "2 | Exit | early | Is there a pilot? yes" in lines
        assert lines[lines.index("Overrides") + 1] == "None."

    def it_is_a_word_file_without_a_cover(self, tmp_path) -> None:  # type: ignore[no-untyped-def]
        file = tmp_path / "sheet.docx"
        file.write_bytes(as_form(made().key_terms(), "docx", house()))
        assert complaints(file) == []
        assert spaced(print_docx(file.read_bytes())).startswith("Key terms: A deal")
        assert "TOC" not in text(file.read_bytes())
