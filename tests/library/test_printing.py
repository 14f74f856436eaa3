"""The files of printed words: whole, of one language, lent where a library has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.examples import starter
from support.made_up import printed_words
from support.small import SMALL, files, loaded, told

from drafter.bundled import starter_library
from drafter.diagnostics import ERROR, WARNING, Refused
from drafter.drafting import Library, load_library
from drafter.kinds.english import ENGLISH
from drafter.library.files import read_files
from drafter.library.load import load_files
from drafter.rules.of_all_answers import prove_library
from drafter.rules.of_files import run_checks
from drafter.rules.of_upkeep import run_reviews

FOLDER = starter_library() / "printing"
OWN = {f"printing/{path.name}": path.read_text("utf-8") for path in FOLDER.glob("*.yaml")}
US, EN = "printing/en-us.yaml", "printing/en.yaml"
GERMAN = SMALL | {
    "precedents/simple.yaml": "language: de\n" + SMALL["precedents/simple.yaml"],
    "printing/de.yaml": printed_words(),
    "topics/results/maker-owns.md": 'Jede Partei hat "ihr" Ergebnis.\n',
}


def faults(path: str, words: str, instead: str) -> list[str]:
    """The faults of a library in which words of a file are others."""
    assert words in OWN[path]
    found = loaded(SMALL | OWN | {path: OWN[path].replace(words, instead)})[1]
    return [f"{one.place} {one.rule}: {one.says} | {one.cure}" for one in found]


class DescribeAFileOfWords:
    def it_must_hold_every_word(self) -> None:
        assert faults(US, "  clauses: the Sections of this Agreement\n", "") == [
            "lib/printing/en-us.yaml:12:3 missing-words: `lists: clauses` is missing"
            " | add `clauses:`"
        ]

    def it_may_leave_no_word_empty(self) -> None:
        assert faults(EN, 'person: "Signed by {name}"', "person: ''") == [
            "lib/printing/en.yaml:242:13 missing-words: `execution: plain: person` says nothing"
            " | write the words"
        ]

    def it_holds_no_other_word(self) -> None:
        assert faults(US, '  date: "', '  day: x\n  date: "') == [
            "lib/printing/en-us.yaml:4:3 unknown-key: `day` is not used here"
            " | known: date, decimals, money, months, no, none, percentage, period, …"
        ]

    def it_has_the_blanks_that_are_filled(self) -> None:
        assert faults(US, "{month} {day}, {year}", "{month} {day}") == [
            "lib/printing/en-us.yaml:4:9 wrong-blanks: `{month} {day}` has not the blanks of"
            " `values: date` | hold {day} and {month} and {year}, once each"
        ]

    def it_joins_from_end_to_end(self) -> None:
        assert faults(EN, "{first} to {last}", "from {first} to {last}") == [
            "lib/printing/en.yaml:228:7 wrong-blanks: `from {first} to {last}` does not join its"
            " blanks | begin with {first} and end with {last}"
        ]

    def it_says_a_word_in_one_place(self) -> None:
        assert faults(US, "lists:\n", "lists:\n  empty: None\n") == [
            "lib/printing/en-us.yaml:12:10 words-twice: `lists: empty` stands in"
            " lib/printing/en.yaml as well | keep it in one of the two"
        ]

    def it_names_twelve_months(self) -> None:
        (fault,) = faults(EN, "[January, ", "[")
        assert "`values: months` names 11, and a year has 12" in fault


class DescribeTerritories:
    def it_names_them_as_the_form_does(self) -> None:
        words = starter().clauses.printing["en-uk"].values
        assert {code: ENGLISH.territories.get(code, code) for code in words.territories} == (
            words.territories
        )
        assert len(words.territories) > 200


class DescribeALibraryWithoutWords:
    def it_is_lent_those_of_drafter(self) -> None:
        library, found = loaded(SMALL)
        assert found == ()
        assert {id: words.is_own for id, words in library.printing.items()} == {
            "en-uk": False,
            "en-us": False,
        }

    def it_keeps_to_its_own_where_it_has_some(self) -> None:
        library, found = loaded(SMALL | OWN)
        assert found == ()
        assert all(words.is_own for words in library.printing.values())

    def it_has_a_digest_that_covers_what_is_lent(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "words.yaml").write_text("names: [Berlin]\n")
        before = read_files(tmp_path).digest
        monkeypatch.setattr(
            "drafter.library.starter_words._starters", lambda: {"printing/en.yaml": "x"}
        )
        assert read_files(tmp_path).digest != before

    def it_needs_a_file_in_a_language_that_nobody_lends(self) -> None:
        french = "language: fr\n" + SMALL["precedents/simple.yaml"]
        assert told(loaded(SMALL | {"precedents/simple.yaml": french})[1]) == (
            "error[missing-file]: no file says which words an agreement in `fr` prints\n"
            "  --> lib/printing/fr.yaml:1:1\n"
            "   = help: write lib/printing/fr.yaml, as printing/en.yaml is"
        )


class DescribeTheLanguage:
    def it_is_one_for_the_whole_library(self) -> None:
        texts = GERMAN | {"precedents/other.yaml": SMALL["precedents/simple.yaml"]}
        (fault,) = loaded(texts)[1]
        assert fault.says == "`other` is in `en`, `simple` in `de`"

    def it_curls_the_quotes(self) -> None:
        library, found = loaded(GERMAN)
        assert found == ()
        block = library.topics["results"].variants["maker-owns"].text.blocks[0]
        words = block.sentences[0].inlines[0]  # type: ignore[union-attr]
        assert words.text == "Jede Partei hat „ihr“ Ergebnis."  # type: ignore[union-attr]


class DescribeTheTermOfAUnit:
    """A period may be printed in Business Days, so its definition is in use."""

    texts = SMALL | {"topics/exit/by-notice.md": "A party may leave by {notice} notice.\n"}

    def it_is_used_by_every_period(self) -> None:
        found = [
            one for one in run_reviews(loaded(self.texts)[0]) if one.rule == "unused-definition"
        ]
        assert found == []

    def it_is_used_by_nothing_where_no_period_is_printed(self) -> None:
        texts = self.texts | {"topics/exit/by-notice.md": "A party may leave.\n"}
        (found,) = (one for one in run_reviews(loaded(texts)[0]) if one.rule == "unused-definition")
        assert found.says == "no clause uses `Business Day`"

    def it_must_be_defined(self) -> None:
        texts = {path: text for path, text in (self.texts | OWN).items() if "business" not in path}
        (fault,) = run_checks(loaded(texts)[0])
        assert str(fault.place) == "lib/topics/exit/by-notice.md:1:22"
        assert fault.severity == ERROR
        assert fault.says == (
            "a period may read `Business Days`, and `Business Day` is defined nowhere"
        )
        assert fault.cure == "define it, or name no `term:` in printing/en.yaml"

    def it_is_missed_without_closing_a_library_that_is_lent_its_words(self) -> None:
        texts = {path: text for path, text in self.texts.items() if "business" not in path}
        (fault,) = run_checks(loaded(texts)[0])
        assert fault.severity == WARNING
        assert fault.cure == (
            "define it, or name no `term:` in printing/en.yaml, which is lent: "
            "copy it into the library first"
        )

    def it_must_be_defined_for_all_answers(self) -> None:
        table = (
            "term: Business Day\nchoose: {banks: ownership is joint, left-out: ownership is maker}"
        )
        texts = {path: text for path, text in self.texts.items() if "business" not in path}
        folder = "definitions/business-day"
        texts[f"{folder}/definition.yaml"] = f"term: Business Day\n{table}\n"
        texts[f"{folder}/banks.md"] = "means a day when banks open.\n"
        library, _ = loaded(texts)
        (found,) = (
            one.diagnostic
            for one in prove_library(library).counterexamples
            if one.diagnostic.rule == "term-without-definition"
        )
        assert str(found.place) == "lib/topics/exit/by-notice.md:1:22"

    def it_need_not_be_a_term(self) -> None:
        texts = {path: text for path, text in (self.texts | OWN).items() if "business" not in path}
        texts[EN] = texts[EN].replace(", term: Business Day", "")
        assert told(run_checks(loaded(texts)[0])) == ""


class DescribeEditions:
    def it_must_have_a_file_for_what_a_precedent_names(self) -> None:
        scots = "edition: scots\n" + SMALL["precedents/simple.yaml"]
        (fault,) = loaded(SMALL | {"precedents/simple.yaml": scots})[1]
        assert fault.says == "there are no printed words of the edition `scots`"

    def it_is_asked_wherever_a_library_has_the_question(self) -> None:
        asks = "section: E\nquestions:\n  edition: {asks: Which?, type: choice, options: {uk: A}}\n"
        library, found = loaded(SMALL | {"questionnaire/02-edition.yaml": asks})
        assert found == ()
        assert "edition" in library.precedents["simple"].asks

    def it_has_a_file_for_each_option_of_the_question(self) -> None:
        asks = "section: E\nquestions:\n  edition: {asks: Which?, type: choice, options: {au: A}}\n"
        (fault,) = loaded(SMALL | {"questionnaire/02-edition.yaml": asks})[1]
        assert fault.says == "there are no printed words of the edition `au`"

    def it_is_named_by_a_precedent(self) -> None:
        american = "edition: us\n" + SMALL["precedents/simple.yaml"]
        library, _ = load_files(files(SMALL | {"precedents/simple.yaml": american}))
        parties = {"north": {"name": "North"}, "south": {"name": "South"}}
        data = {"precedent": "simple", "answers": {"parties": parties, "ownership": "joint"}}
        made = Library(library).draft(data).report()
        assert made["printed_words"]["because"].startswith("the precedent `simple` says so")

    def it_draws_no_agreement_from_broken_words(self, tmp_path: Path) -> None:
        for path, text in (SMALL | OWN).items():
            (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
            (tmp_path / path).write_text(text.replace("empty: None", ""), "utf-8")
        with pytest.raises(Refused, match="`lists: empty` is missing"):
            load_library(tmp_path)
