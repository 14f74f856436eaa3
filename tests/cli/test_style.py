"""`drafter style` and `--style` with a firm's own file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import Command, example
from support.files import changed, swapped
from support.firms import firm_file


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "big.docx"
    path.write_bytes(firm_file())
    return path


class DescribeInspecting:
    def it_shows_lists_with_what_is_bound_to_them(self, drafter: Command, own: Path) -> None:
        done = drafter("style", "inspect", own)
        assert done.code == 0
        assert "    level 2 Section %1.%2 (decimalZero): heading 2; 3 paragraphs" in done.out
        assert "  section 1: headers none; footers none" in done.out
        assert "  fields in word/footer1.xml: DOCPROPERTY Matter; FILENAME" in done.out
        assert "  clause heading: heading 1" in done.out

    def it_gives_the_same_as_data(self, drafter: Command, own: Path) -> None:
        seen = json.loads(drafter("style", "inspect", own, "--json").out)
        assert seen["roles"]["clause"] == "heading 2"
        assert seen["lists"][0]["levels"][2]["used"] == 1
        assert {one["severity"] for one in seen["findings"]} == {"note", "warning"}

    def it_lists_every_tag_with_its_paragraph_and_doubts_one_that_names_nothing(
        self, drafter: Command, tmp_path: Path
    ) -> None:
        mistyped = swapped("word/document.xml", "{{ date }}", "{{ answers.efective_date }}")
        done = drafter("style", "inspect", changed(tmp_path, mistyped))
        assert "  tags in word/document.xml\n    paragraph 1: {{ status }}" in done.out
        assert "    paragraph 4: {{ answers.efective_date }}" in done.out
        assert "error[unknown-tag]: the tag `answers.efective_date` in paragraph 4" in done.err
        assert "(did you mean `effective_date`?)" in done.err


class DescribeAdopting:
    def it_writes_the_pair_and_says_what_it_assumed(self, drafter: Command, own: Path) -> None:
        done = drafter("style", "adopt", own, "-o", own.with_name("house"))
        assert done.code == 0
        assert "note[style-assumed]: clause is set in the style `heading 2`" in done.err
        assert '\nclause: "heading 2"\n' in own.with_name("house.yaml").read_text("utf-8")
        drafted = drafter("draft", example("workout-rewards"), "-o", own.with_name("a.docx"),
                          "--style", own.with_name("house.docx"), "--quiet")  # fmt: skip
        assert drafted.code == 0
        assert "style-assumed" not in drafted.err

    def it_replaces_no_file_unasked_and_never_the_firm_s(self, drafter: Command, own: Path) -> None:
        own.with_name("house.yaml").write_text("mine", "utf-8")
        done = drafter("style", "adopt", own, "-o", own.with_name("house"))
        assert done.code == 1
        assert own.with_name("house.yaml").read_text("utf-8") == "mine"
        assert drafter("style", "adopt", own, "-o", own, "--force").code == 1


class DescribeDraftingInAFirmsOwnFile:
    def it_tells_each_assumption_however_it_is_asked(self, drafter: Command, own: Path) -> None:
        output = own.with_name("a.docx")
        quiet = drafter(
            "draft", example("workout-rewards"), "-o", output, "--style", own, "--quiet"
        )
        assert quiet.err.count("note[style-assumed]") == 16
        data = drafter("draft", example("workout-rewards"), "-o", output, "--style", own, "--force",
                       "--json")  # fmt: skip
        rules = [one["rule"] for one in json.loads(data.out)["findings"]]
        assert rules.count("style-assumed") == 17

    def it_lists_clauses_as_the_firm_numbers_them(self, drafter: Command, own: Path) -> None:
        done = drafter("draft", example("workout-rewards"), "-o", own.with_name("a.docx"),
                       "--style", own)  # fmt: skip
        assert "Article I " in done.out
        assert " 0 clauses" not in done.err
