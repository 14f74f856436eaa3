"""Every fault of clause text, with its place."""

import pytest
from support.names import DEAL
from support.prose import faults

from drafter.diagnostics import print_diagnostic
from drafter.prose.faults import FAULTS
from drafter.prose.read import read_prose

LOOP = "{for each grant in grants} "

FAULTY = [
    ("", "1:1 empty-text"),
    ("\n  \n", "1:1 empty-text"),
    ("A" * 2_000 + "B.", "1:2001 long-line"),
    ("A\tb.", "1:2 tab"),
    ("A\u200bb.", "1:2 invisible-character"),
    ("A.\n B.", "2:1 odd-indent"),
    (" A.", "1:1 odd-indent"),
    ("A: {and}\n  - b\n   c", "3:1 odd-indent 3:4 long-item"),
    ("- A.", "1:1 bullet-depth"),
    ("A: {and}\n   - b\n  - c", "2:1 bullet-depth"),
    ("A: {and}\n    - b\n  - c", "2:1 bullet-depth"),
    ("A: {and}\n  - b: {or}\n    - c\n      - d\n  - e", "4:1 bullet-depth"),
    ("A: {and}\n  -  b\n  - c", "2:3 bullet-form"),
    ("A: {and}\n  - b\n  -", "3:3 bullet-form"),
    ("A: {and}\n  - b\n  - c\nD.", "4:1 no-blank-line"),
    ("1. A.", "1:1 typed-number"),
    ("1.2 The end.", "1:1 typed-number"),
    ("(a) A.", "1:1 typed-number"),
    ("A: {and}\n  - iv) b\n  - c", "2:5 typed-number"),
    ("{if new_results} 1. A.", "1:18 typed-number"),
    ("# A.", "1:1 mark-at-line-start"),
    ("> A.", "1:1 mark-at-line-start"),
    ("| A.", "1:1 mark-at-line-start"),
    ("* A.", "1:1 mark-at-line-start"),
    ("+ A.", "1:1 mark-at-line-start"),
    ("<b>A.", "1:1 mark-at-line-start"),
    ("{if new_results}", "1:1 guard-alone"),
    ("{if new_results}\nA.", "1:1 guard-alone"),
    ("A {if new_results} b.", "1:3 guard-inside"),
    ("{if new_results}A.", "1:16 guard-spacing"),
    ("{for grant in grants} A.", "1:1 guard-form"),
    ("{for each grant in grants where } A.", "1:1 guard-form"),
    ("A.\n{flush} B.", "2:1 flush-place"),
    ("{flush} {place parties}", "1:1 flush-place"),
    ("{if @a} " * 9 + "A.", "1:65 too-deep"),
    ("{for each grant in cap} {grant.field}.", "1:20 not-a-list"),
    ("{for each grant in grantz} {grant.field}.", "1:20 unknown-name"),
    ("{for each cap in grants} A.", "1:11 name-taken"),
    ("A {and}.", "1:3 join-form"),
    ("A {or}\n  - B.", "1:3 join-form 1:1 unfinished-sentence"),
    ("A: {and}", "1:2 join-without-list"),
    ("A: {and}\n  - b.\n  - c", "2:5 typed-stop"),
    ("A: {and}\n  - b;\n  - c,", "2:5 typed-stop 3:5 typed-stop"),
    ("A: {and}\n  - b; and\n  - c", "2:5 typed-stop"),
    ("A: {and}\n  - b\n    c\n  - d", "3:5 long-item"),
    ("A:\n  - b", "2:5 unfinished-sentence"),
    ("A\nb.", "1:1 unfinished-sentence"),
    ("{#a}", "1:1 label-form 1:1 empty-sentence"),
    ("A. {#B}", "1:4 label-form"),
    ("A.{#b}", "1:3 label-form"),
    ("A. {#b} C.", "1:4 label-form"),
    ("A. {#b}\n\nB. {#b}", "3:4 label-twice"),
    ("A {cap", "1:3 unclosed"),
    ("A [@exit.", "1:3 unclosed"),
    ("A } b.", "1:3 stray-mark"),
    ("A | b.", "1:3 stray-mark"),
    ("A \\ b.", "1:3 stray-mark"),
    ("A [b].", "1:3 single-bracket"),
    ("A *b.", "1:3 single-star"),
    ("A **b.", "1:3 single-star 1:4 single-star"),
    ("A {new-thing}.", "1:3 blank-form"),
    ("A [@Exit].", "1:3 reference-form"),
    ("A [@exit,@own].", "1:3 reference-form"),
    ("{licensor}'s A.", "1:11 stuck-to-blank"),
    ("{licensor}’s A.", "1:11 stuck-to-blank"),
    ("{product}s A.", "1:10 stuck-to-blank"),
    ("{licensor}' A.", "1:11 stuck-to-blank"),
    ("A {capp}.", "1:3 unknown-name"),
    (LOOP + "{grant.feild}.", "1:28 unknown-name"),
    (LOOP + "{grant.exclusivity.name}.", "1:28 unknown-name"),
    ("A {new_results}.", "1:3 unprintable"),
    ("A {cap as wordz}.", "1:3 unknown-format"),
    ("{choose residue_rule maker -> a} b.", "1:1 choice-form"),
    ("{choose residue_rule: maker a | joint -> b} c.", "1:23 choice-form 1:9 choice-gap"),
    ("{choose residue_rule: maker -> | joint -> b} c.", "1:23 choice-form 1:9 choice-gap"),
    ("{choose residue_rule: maker -> **a** | joint -> b} c.", "1:32 choice-nested"),
    ("{choose cap: a -> b} c.", "1:9 choice-subject"),
    ("{choose residue_rule: maker -> a | joint, jont -> b} c.", "1:9 choice-unknown-value"),
    ("{choose residue_rule: maker -> a | joint, joint -> b} c.", "1:9 choice-value-twice"),
    ("{choose residue_rule: maker -> a} c.", "1:9 choice-gap"),
    ("{choose party_count: 2 -> a} c.", "1:9 choice-gap"),
    ("{choose party_count: 3 -> a | more -> b} c.", "1:9 choice-unknown-value"),
    ("A {place parties}.", "1:3 place-form"),
    ("A {place exit}.", "1:3 place-form"),
    ("{place surviving-clauses}", "1:1 place-form"),
    ("{place parties}\nA.", "1:1 place-form"),
    ("A {table row in survival}.", "1:3 table-form"),
    ("{place signatures as seal}", "1:1 place-as"),
    ("{table row in survival}", "1:1 table-form"),
    ("{table row}\n  A: b", "1:1 table-form"),
    ("{table row in survival}\n  A b", "2:3 table-form"),
    ("{table row in survival}\n    A: b", "2:5 table-form"),
    ("{table}\n  A | B", "1:1 table-form"),
    ("{table}\n  A | B\n  c", "3:3 table-form"),
    ("{table}\n  A | B\n  c |", "3:3 table-form"),
    ("{table}\n  A | B\n    c | d", "3:5 table-form"),
    ("{if nwe_results} A.", "1:5 unknown-name"),
    (LOOP + "{if grant.exclusivity is soul} A.", "1:53 unknown-option"),
]


class DescribeFaults:
    """Each fault is found where it stands."""

    @pytest.mark.parametrize(("source", "found"), FAULTY)
    def it_names_the_rule_and_the_place(self, source, found):
        words = found.split(" ")
        expected = [f"{at} {rule}" for at, rule in zip(words[::2], words[1::2], strict=True)]
        assert sorted(faults(source)) == sorted(expected)

    def it_tries_every_rule_of_the_table(self):
        tried = {word for _, found in FAULTY for word in found.split(" ")}
        assert set(FAULTS) - tried == set()

    @pytest.mark.parametrize(("source", "found"), FAULTY)
    def it_has_a_cure_for_each(self, source, found):
        found_faults = read_prose(source, "text.md", DEAL)[1]
        assert all(fault.cure and "{{" not in fault.cure for fault in found_faults)

    def it_speaks_of_all_faults_at_once_in_the_order_of_the_text(self):
        assert faults("A {cpa} and {prodcut}.\n\n# B {licensr}.") == [
            "1:3 unknown-name",
            "1:13 unknown-name",
            "3:1 mark-at-line-start",
            "3:5 unknown-name",
        ]

    def it_shows_the_words_and_the_cure(self):
        (fault,) = read_prose("Up to {capp} it pays.", "exit/short.md", DEAL, first_line=12)[1]
        assert print_diagnostic(fault) == (
            "error[unknown-name]: nothing is called `capp`\n"
            "  --> exit/short.md:12:7\n"
            "    |\n"
            " 12 | Up to {capp} it pays.\n"
            "    |       ^^^^^^\n"
            "    |\n"
            "   = help: did you mean `cap`?"
        )

    def it_names_both_places_of_a_label_that_stands_twice(self):
        (fault,) = read_prose("A. {#b}\n\nB. {#b}", "t.md", DEAL)[1]
        assert fault.notes == ("first at t.md:1:4",)

    def it_does_not_blame_the_fields_of_a_list_that_is_unknown(self):
        assert faults("{for each grant in grnts} {grant.field} and {grant.nothing}.") == [
            "1:20 unknown-name"
        ]

    @pytest.mark.parametrize(
        "source",
        [
            "2027 is the year.",
            "(including X) it ends.",
            "I. e. not.",
            "12.5 percent of it.",
            "**Term** means it.",
            "The '{product}' mark.",
            "A {cap}-day rule.",
        ],
    )
    def it_leaves_alone_what_only_looks_like_a_fault(self, source):
        assert faults(source) == []
