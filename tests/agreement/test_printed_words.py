"""Every word that an agreement prints is clause text, an answer, or the library's own word."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import ClassVar
from zipfile import ZipFile

import pytest
from support import made_up
from support.libraries import draft, library, lines

from drafter.drafting import Draft, style_file
from drafter.word import house
from drafter.word.body import Body
from drafter.word.contents import contents
from drafter.word.write import to_docx

ROOT = Path(__file__).resolve().parents[2]
_MARKED, _NUMBERED = re.compile(r"‹[^‹›]*›"), re.compile(r"\([a-zA-Z]+\)")
_CODES = re.compile(r"\b(?:EUR|hard|soft)\b")  # an answer's currency, the names of variants


EVERY_KIND = """\
С 1 ‹March› 2027 срок 5 ‹Business Days› и 1 ‹calendar month›, EUR 1,234.50, 2.5%, 12,000
‹the United Kingdom›, ‹France›‹ and ›‹the European Union›, ‹none›
‹Clause› 2 и ‹clauses› 2.1, 2.3‹ and ›2.4 и ‹clause› 2.2(b)
‹recital› (A) и ‹paragraph› 1‹ of ›‹Schedule ›1
[пробу]; ‹or›
‹the clauses of this Agreement›; ‹and›
‹None› |
‹[Not decided yet: ›Как? Проба?‹ Wordings still possible: ›hard, soft‹ or none.]›
(1) Ольха, фирма‹ under the law of ›где-то‹ (registered number ›77)‹, of ›там
‹Executed as a deed by ›Ольха‹, acting by its authorised signatory›
‹Signature of witness›:
""".splitlines()


def unmarked(text: str) -> list[str]:
    """The Latin words of a text that stand in no mark."""
    left = _CODES.sub("", _NUMBERED.sub("", _MARKED.sub("", text)))
    return re.findall(r"[A-Za-z]+", left)


def spelled_in(node: ast.AST) -> list[str]:
    """The words that an expression spells itself, not those that a call in it is handed."""
    if isinstance(node, ast.Constant):
        is_word = isinstance(node.value, str) and re.search("[A-Za-z]", node.value)
        return [str(node.value)] if is_word else []
    inside = () if isinstance(node, ast.Call) else ast.iter_child_nodes(node)
    return [words for one in inside for words in spelled_in(one)]


@pytest.fixture(scope="module")
def agreement() -> Draft:
    """A draft in the made-up language, with an open topic, blanks, brackets and empty lists."""
    data = {"precedent": "deal", "answers": made_up.ANSWERS, "unknown": ["way", "pilot"]}
    return made_up.library().draft(data)


class DescribeAMadeUpLanguage:
    """All its printed words are marked, and clause text and answers are in other letters."""

    def it_prints_no_word_of_ours(self, agreement: Draft) -> None:
        assert unmarked(agreement.text()) == []

    def it_prints_every_kind_of_word(self, agreement: Draft) -> None:
        text = agreement.text().replace("\u00a0", " ")
        missing = [words for words in EVERY_KIND if words not in text]
        assert missing == []

    def it_says_nothing_of_ours_on_the_cover_or_in_notes(self, agreement: Draft) -> None:
        document = agreement.document
        said = [*document.cover.values(), *(note.text for note in document.notes)]
        assert unmarked("\n".join(said)) == []
        assert document.watermark == "‹DRAFT›"
        assert "‹To confirm: ›проверьте" in "\n".join(said)
        assert "‹Waits for an answer: ›Проба?" in said

    def it_adds_no_word_in_word(self, agreement: Draft) -> None:
        style = house.load_house(style_file("house"))
        xml = contents(agreement.document, style) + Body(agreement.document, style).xml()
        shown = "\n".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", xml))
        assert unmarked(shown) == []


class DescribeTheCode:
    """What is printed is made of these; none of them is handed a word that Python spells."""

    makers: ClassVar = {"Run", "Words", "SignatureLine", "Note"}

    def it_spells_no_word_that_is_printed(self) -> None:
        spelled = [
            (path.name, words)
            for path in sorted((ROOT / "drafter/agreement").glob("*.py"))
            for call in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in self.makers
            for argument in (*call.args, *(one.value for one in call.keywords))
            for words in spelled_in(argument)
        ]
        assert spelled == []


class DescribeAPeriodInWorkingDays:
    """A printed unit that is a term uses it, as words of a clause would."""

    texts: ClassVar = {
        "terms": "{place definitions}",
        "work": "It must answer within {notice}.",
        "definitions/business-day.md": "---\nterm: Business Day\n---\nmeans a day.",
    }

    def it_brings_the_definition(self) -> None:
        assert lines(self.texts, notice="5 working-days") == [
            "1. Terms", "Business Day means a day.",
            "2. Work", "2.1 It must answer within 5 Business Days.",
        ]  # fmt: skip

    def it_brings_none_for_another_unit(self) -> None:
        report = draft(self.texts, notice="5 days").report()
        assert report["definitions"] == []


class DescribeTheEdition:
    """British words, unless an answer or the precedent names other ones; the report says why."""

    texts: ClassVar = {
        "work": "From {start}, [@.now] and [@schedule-list] apply. {#now}",
        "schedule-list": "A row.",
    }

    def it_is_british_where_nothing_says_another(self) -> None:
        assert draft(self.texts, start="2027-03-01").report()["printed_words"] == {
            "words": "en-uk",
            "because": "neither an answer nor the precedent names an edition; the library has"
            " none, so they are those of drafter",
        }

    def it_follows_an_answer(self) -> None:
        asks = "section: E\nquestions:\n  edition: {asks: Which?, type: choice," \
               " options: {uk: British, us: American}}\n"  # fmt: skip
        texts = self.texts | {"questionnaire/02-edition.yaml": asks}
        made = draft(texts, start="2027-03-01", edition="us")
        printed = made.text().replace("\u00a0", " ")
        assert "1.1 From March 1, 2027, Section 1.1 and Exhibit 1 apply." in printed
        assert "Exhibit 1 List" in printed
        assert made.report()["printed_words"]["words"] == "en-us"

    def it_is_what_word_counts(self) -> None:
        """Word's own numbering of schedules says what the agreement says."""

        us = library(self.texts).clauses.printing["en-us"]
        made = draft(self.texts, start="2027-03-01")
        document = replace(made.document, schedule=us.references.schedule)
        data = to_docx(document, house.load_house(style_file("house")))
        numbering = ZipFile(BytesIO(data)).read("word/numbering.xml").decode()
        assert 'w:val="Exhibit\u00a0%1"' in numbering
        assert "Schedule\u00a0%1" not in numbering
