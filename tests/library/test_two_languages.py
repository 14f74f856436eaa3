"""One small library in English and in German: the same agreement, in each language's own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from support.small import files

from drafter.agreement.model import Agreement, Paragraph, Run, Said, SignatureBlock, Table
from drafter.drafting import Draft, Library
from drafter.library.load import load_files
from drafter.rules.of_files import run_checks
from drafter.word.read import print_docx

QUESTIONS = """\
section: {section}
questions:
  parties:
    asks: {who}
    type: list
    one: party
    called: short_name
    at least: 2
    fields:
      name: {{asks: "Name?", type: text}}
      short_name: {{asks: "{short}", type: text}}
      kind: {{asks: "{kind}", type: choice, options: {{company: {{label: "{company}", prints: "{company}"}}}}, optional: yes}}
  product: {{asks: "{product}", type: text}}
  start: {{asks: "{start}", type: date}}
  notice: {{asks: "{notice}", type: duration}}
  price: {{asks: "{price}", type: money}}
  share: {{asks: "{share}", type: percentage}}
  places: {{asks: "{places}", type: jurisdictions}}
  pilot: {{asks: "{pilot}", type: yes/no}}
  owner: {{asks: "{owner}", type: choice, options: {{maker: "{maker}", joint: "{joint}"}}}}
"""  # noqa: E501
ENGLISH_QUESTIONS = QUESTIONS.format(
    section="The deal", who="Who are the parties?", short="Short name?", kind="What is it?",
    company="a company", product="What is made?", start="When does it start?",
    notice="How long is the notice?", price="What is paid?", share="Which share?",
    places="Where is it sold?", pilot="Is there a pilot?", owner="Who owns what is made?",
    maker="Whoever makes it", joint="All of them",
)  # fmt: skip
GERMAN_QUESTIONS = QUESTIONS.format(
    section="Das Geschäft", who="Wer sind die Parteien?", short="Kurzname?", kind="Was ist sie?",
    company="eine Gesellschaft", product="Was wird hergestellt?", start="Wann beginnt es?",
    notice="Wie lang ist die Frist?", price="Was wird gezahlt?", share="Welcher Anteil?",
    places="Wo wird es verkauft?", pilot="Gibt es einen Probelauf?", owner="Wem gehört es?",
    maker="Wer es herstellt", joint="Allen",
)  # fmt: skip
ENGLISH = {
    "parties": ("Parties", "{place parties}"),
    "work": ("Work", """\
The Parties make the Product, from {start}, for sale in {places}. {#task}

Each Party: {and}
  - does its part
  - {if pilot} takes part in a pilot
  - keeps to [@money.price]"""),
    "money": ("Price", """\
The price is {price}, and each Party has {share} of it. {#price}

{if pilot} The pilot is not paid."""),
    "results": ("Results", {"maker-owns": "Each Party owns what it makes.",
                            "jointly-owned": "The Parties own the Product together."}),
    "exit": ("End", "The notice is {notice}. What stands in {place surviving-clauses} goes on."),
    "terms": ("Definitions", "{place definitions}"),
    "execution": ("Signatures", "{place signatures}"),
}  # fmt: skip
GERMAN = {
    "parties": ("Parteien", "{place parties}"),
    "work": ("Arbeit", """\
Ab dem {start} stellen die Parteien das Produkt für den Verkauf her; Gebiet: {places}. {#task}

Jede Partei: {and}
  - leistet ihren Teil
  - {if pilot} nimmt am Probelauf teil
  - hält [@money.price] ein"""),
    "money": ("Preis", """\
Der Preis beträgt {price}, der Anteil jeder Partei {share}. {#price}

{if pilot} Der Probelauf wird nicht vergütet."""),
    "results": ("Ergebnisse", {"maker-owns": "Jeder Partei gehört, was sie herstellt.",
                               "jointly-owned": "Das Produkt gehört den Parteien gemeinsam."}),
    "exit": ("Ende", "Die Frist beträgt {notice}. Was in {place surviving-clauses} steht, gilt."),
    "terms": ("Begriffe", "{place definitions}"),
    "execution": ("Unterschriften", "{place signatures}"),
}  # fmt: skip
TERMS = {
    "en": {
        "product": ("Product", "Products", "means {product}, in each version."),
        "party": ("Party", "Parties", "means whoever signs."),
        "business-day": ("Business Day", "Business Days", "means a day when banks are open."),
    },
    "de": {
        "product": ("Produkt", "Produkts", "bedeutet {product}, in jeder Fassung."),
        "party": ("Partei", "Parteien", "bedeutet, wer unterzeichnet."),
        "business-day": (
            "Bankarbeitstag",
            "Bankarbeitstage",
            "bedeutet einen Tag mit Bankbetrieb.",
        ),
    },
}
PRECEDENT = """\
title: {title}
language: {language}
opening: [parties]
parts: [{{heading: {part}, topics: [terms, work, money, results, exit]}}]
closing: [execution]
essential: [parties]
"""
ANSWERS: dict[str, Any] = {
    "parties": {"alder": {"name": "Alder Ltd", "short_name": "Alder", "kind": "company"},
                "birch": {"name": "Birch GmbH", "short_name": "Birch"}},
    "product": "a ring", "start": "2027-03-01", "notice": "30 days", "price": "EUR 12500.50",
    "share": "2.5 percent", "places": ["DE", "CH", "EEA"], "pilot": "yes", "owner": "joint",
}  # fmt: skip
DEALS = {
    "all is answered": {},
    "no pilot, the maker owns": {"pilot": "no", "owner": "maker"},
    "one month, one country": {"notice": "1 month", "places": ["US"]},
    "nothing but the parties": dict.fromkeys([*ANSWERS][1:]),
}


def library(language: str) -> Library:
    """The library in one of its two languages."""
    german = language == "de"
    texts = {
        "questionnaire/01.yaml": GERMAN_QUESTIONS if german else ENGLISH_QUESTIONS,
        "precedents/deal.yaml": PRECEDENT.format(
            language=language,
            title="Vertrag" if german else "Agreement",
            part="Das Geschäft" if german else "The deal",
        ),
    }
    for id, (term, form, says) in TERMS[language].items():
        front = f"---\nterm: {term}\nforms: [{form}]\n---\n"
        texts[f"definitions/{id}.md"] = f"{front}{says}\n"
    for id, (heading, text) in (GERMAN if german else ENGLISH).items():
        folder = f"topics/{id}"
        table = "choose: {maker-owns: owner is maker, jointly-owned: owner is joint}\n"
        texts[f"{folder}/topic.yaml"] = f"heading: {heading}\n" + (table if id == "results" else "")
        variants = {"text": text} if isinstance(text, str) else text
        survives = "---\nsurvives: yes\n---\n" if id == "money" else ""
        texts |= {f"{folder}/{one}.md": f"{survives}{words}\n" for one, words in variants.items()}
    clauses, faults = load_files(files(texts))
    assert not faults, [str(fault) for fault in faults]
    assert not list(run_checks(clauses))
    return Library(clauses)


def drafted(language: str, deal: str = "all is answered") -> Draft:
    """The agreement of a deal; what a deal changes to nothing is not answered."""
    answers = {name: one for name, one in {**ANSWERS, **DEALS[deal]}.items() if one is not None}
    return library(language).draft({"precedent": "deal", "answers": answers})


def shape(document: Agreement) -> Iterator[tuple[Any, ...]]:
    """Each block with its role, its number, and what is not words in it: the same in any language
    but for the order within a paragraph."""
    for one in document.elements:
        if isinstance(one, Paragraph):
            yield one.block, one.role, one.number, told_apart(one.runs)
        elif isinstance(one, SignatureBlock):
            yield one.block, len(one.lines), told_apart(one.lead)
        elif isinstance(one, Table):
            yield one.block, len(one.headings), len(one.rows)


def told_apart(runs: tuple[Run, ...]) -> Counter[tuple[Said, str, bool]]:
    return Counter((run.said, run.about, bool(run.doubt)) for run in runs if run.said != Said.WORDS)


class DescribeTheSameLibraryInTwoLanguages:
    """What differs is words; clauses, numbers, references, terms and blanks are the same."""

    @pytest.mark.parametrize("deal", DEALS)
    def it_has_the_same_structure(self, deal: str) -> None:
        english, german = (list(shape(drafted(one, deal).document)) for one in ("en", "de"))
        assert english == german
        assert len(english) > 15

    @pytest.mark.parametrize("deal", DEALS)
    def it_has_the_same_variants_terms_and_blanks(self, deal: str) -> None:
        """And waits for the same answers."""
        english, german = (drafted(one, deal) for one in ("en", "de"))
        for key in ("selection", "blanks", "awaited", "open", "definitions", "counts"):
            assert ids(english.report()[key]) == ids(german.report()[key])

    def it_is_whole_in_german(self) -> None:
        """Dates, amounts, periods, lists, references and signatures are read as Germans do."""
        text = drafted("de").text().replace("\u00a0", " ")
        for words in ("1. März 2027", "12.500,50 EUR", "2,5 %", "30 Tage", "Ziffer 3.1",
                      "Deutschland, die Schweiz und der Europäische Wirtschaftsraum",
                      "nimmt am Probelauf teil; und", "Unterzeichnet für Birch GmbH", "(„Alder“)",
                      "Entwurf zur rechtlichen Prüfung"):  # fmt: skip
            assert words in text + drafted("de").document.cover["status"]

    def it_counts_one_and_more(self) -> None:
        text = drafted("de", "one month, one country").text().replace("\u00a0", " ")
        assert "1 Kalendermonat." in text
        assert "die Vereinigten Staaten von Amerika" in text

    def it_says_in_german_what_is_not_decided(self) -> None:
        text = drafted("de", "nothing but the parties").text()
        assert "[Noch nicht entschieden: Wem gehört es? Mögliche Fassungen:" in text
        assert "Not decided" not in text

    def it_is_a_german_word_file(self) -> None:
        file = drafted("de").to_docx()
        assert "Begriffe" in print_docx(file)
        assert drafted("de").document.language == "de-DE"


def ids(entries: Any) -> Any:
    """What a report says without its words."""
    if isinstance(entries, list):
        return [
            {key: one[key] for key in ("topic", "variant", "question", "possible") if key in one}
            if isinstance(one, dict) else one
            for one in entries
        ]  # fmt: skip
    return entries
