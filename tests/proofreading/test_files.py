"""Whole files: drafts of ours, faults planted in them, what is left behind, other languages."""

from __future__ import annotations

from functools import cache

import pytest
from support.command import example
from support.drafts import docx
from support.examples import starter
from support.files import house
from support.finished import FILLER, file, found, p, proofs
from support.planting import missed, planted

from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import Instructions
from drafter.agreement.signing import PROVIDERS
from drafter.ooxml.package import read_package
from drafter.proofreading import proofread
from drafter.proofreading.proofs_text import print_proofs
from drafter.word.write import to_docx

EXAMPLES = ("sensor-university", "short-campaign", "smart-handbag", "smart-home-five",
            "workout-rewards")  # fmt: skip
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:creator>{}</dc:creator></cp:coreProperties>"
)


def told(data: bytes) -> list[tuple[str, str]]:
    """The remarks on a file: the rule, and all that it says."""
    parts, _ = read_package(data, "file.docx")
    return [(one.rule, f"{one.says} | {one.words} | {one.context}")
            for one in proofread(parts).remarks]  # fmt: skip


@cache
def clean(name: str) -> bytes:
    return docx(name)


class DescribeADraftOfOurs:
    @pytest.mark.parametrize("name", EXAMPLES)
    def it_has_nothing_to_be_marked_but_what_it_leaves_to_counsel(self, name: str) -> None:
        """Its comments, and the blanks of unanswered questions."""
        kept = [one for one in told(clean(name)) if one[0] != "left-comment"]
        blanks = ["left-placeholder"] if name == "smart-home-five" else []
        assert [rule for rule, _ in kept] == blanks

    @pytest.mark.parametrize("name", EXAMPLES)
    def it_shows_each_of_the_faults_that_are_planted_in_it(self, name: str) -> None:
        """Two of each of twenty-five kinds, and three of spacing."""
        bad, faults = planted(clean(name))
        assert len(faults) == 53
        assert missed(iter(told(clean(name))), iter(told(bad)), faults) == []


class DescribeAFileForSigning:
    @pytest.mark.parametrize("service", PROVIDERS)
    def it_has_fields_that_are_no_leftovers(self, service: str) -> None:
        selection = starter().select(starter().read_file(example("short-campaign"))).selection
        signed = assemble(selection, Instructions("signature", signing=service)).agreement
        plain = assemble(selection, Instructions("signature")).agreement
        assert signed.signers
        assert told(to_docx(signed, house())) == told(to_docx(plain, house()))


class DescribeWhatIsLeftBehind:
    def it_is_told_with_its_author(self) -> None:
        change = '<w:ins w:id="1" w:author="An editor"><w:r><w:t> and by post</w:t></w:r></w:ins>'
        (one,) = proofs(p("It is sent", inside=change)).remarks
        assert one.says == "a tracked change is open: inserted by An editor: and by post"

    def it_is_found_where_it_is_hidden(self) -> None:
        words = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>not to them</w:t></w:r>"
        (one,) = proofs(p("It is sent", inside=words)).remarks
        assert (one.rule, one.says) == ("hidden-words", "words are hidden: not to them")

    def it_is_read_from_the_properties_of_the_file(self) -> None:
        (one,) = proofs(more={"docProps/core.xml": CORE.format("The other firm")}).remarks
        assert (one.place, one.says) == ("the file", "the file names its author: The other firm")

    def it_does_not_take_drafter_for_an_author(self) -> None:
        assert found(more={"docProps/core.xml": CORE.format("drafter")}) == []


class DescribeAnotherLanguage:
    GERMAN = p("Die Parteien haben sich darauf geeinigt, dass der Verkäufer die Ware liefert. " * 9)

    def it_is_said_and_what_needs_no_words_is_read(self) -> None:
        read = proofread(file([self.GERMAN, p("Er zahlt den den Preis (in bar am [●].")]))
        assert read.language == "unknown"
        assert [one.rule for one in read.remarks] == [
            "not-proofread", "unmatched-bracket", "left-blank"]  # fmt: skip


class DescribeTheReport:
    def it_groups_by_rule_and_says_each_cure_once(self) -> None:
        lines = list(print_proofs(proofs(p("It is sent to the the house.", "Clause"),
                                     p("It is is good."))))  # fmt: skip
        assert lines[1:9] == [
            "", "error[doubled-word]: 2 places",
            "  paragraph 2 (1.1): `the` stands twice",
            "      It is sent to the the house.",
            "  paragraph 3: `is` stands twice",
            "      It is is good.",
            "   = help: take one out",
            "",
        ]  # fmt: skip
        assert lines[9] == "2 faults"

    def it_says_what_is_out_of_reach(self) -> None:
        *_, counted, last = print_proofs(proofs())
        assert counted == "Nothing found."
        assert last.startswith("Not read: a heading that is the last line of a page")
        assert FILLER not in last
