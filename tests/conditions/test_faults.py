"""What is wrong with a condition, where, in which words, and the cure."""

from __future__ import annotations

import pytest
from support.calls import calls
from support.conditions import faults

from drafter.diagnostics import print_diagnostic

FAULTS = [
    ("resalts", 9, "nothing is called `resalts`", "did you mean `results`?"),
    ("lead.knd is firm", 9, "nothing is called `lead.knd`", "did you mean `kind`?"),
    ("law is englisch", 16, "`law` has no option `englisch`", "did you mean `english`?"),
    ("law is one of german, x", 31, "`law` has no option `x`", "known: english, french, german"),
    ("law", 9, "`law` is not a yes/no question", "write `law is english`"),
    ("seats is 3", 18, "`seats` has no options to name", "compare it: `seats >= …`"),
    ("results is yes", 20, "`results` has no options to name", "write `results` or `not results`"),
    ("parties is a", 20, "`parties` has no options to name", "write `some party has (…)`"),
    ("crafts is design", 9, "`crafts` holds several values, not one", "write `crafts has design`"),
    ("law has english", 13, "`law` holds one value, not several", "write `law is …`"),
    ("seats > lots", 17, "`lots` is not a whole number such as 3", ""),
    ("cap > 5", 15, "`5` is not an amount such as EUR 250000", ""),
    ("cap > EUR 1.999", 15, "`EUR 1.999` is not an amount such as EUR 250000", ""),
    ("start > 2027-02-30", 17, "`2027-02-30` is not a date such as 2027-03-05", ""),
    ("product > 3", 19, "`product` has no order", "write `product is answered`"),
    (
        "places has England",
        20,
        "`England` is no territory",
        "two-letter codes such as GB or US, EU, worldwide",
    ),
    (
        "lead is party",
        17,
        "`party` is no record of `parties` here",
        "a reference is compared with the record of a loop, or by a `same:` fact",
    ),
    (
        "some partie has (kind is firm)",
        14,
        "no list has the record `partie`",
        "did you mean `party`?",
    ),
    (
        "some two partys have (same kind)",
        18,
        "no list is called `partys`",
        "did you mean `parties`?",
    ),
    (
        "some two grants have (overlapping exclusivity)",
        43,
        "`exclusivity` is of type choice and cannot overlap",
        "write `same exclusivity` or `different exclusivity`",
    ),
    (
        "some two grants have (near field)",
        31,
        "`near` does not compare two records",
        "same, different, overlapping, both or one",
    ),
    (
        "results and law is german or seats > 3",
        35,
        "`and` and `or` stand side by side",
        "put brackets round the part that belongs together",
    ),
    (
        "law is one of english, german and results",
        39,
        "`and` follows a list of values",
        "put brackets round the test with the list",
    ),
    (
        "some two grants have (both exclusivity is one of sole, exclusive and same field)",
        74,
        "`and` follows a list of values",
        "put brackets round the test with the list",
    ),
    ("((((((((results))))))))", 17, "deeper than 8 levels", "name a part of it as a fact"),
    ("law is", 15, "the condition stops too early", ""),
    ("law is english german", 24, "`german` is not expected here", ""),
    ("results; seats", 16, "`;` has no meaning here", ""),
    ("seats = ٣", 17, "`٣` has no meaning here", ""),
    ("and", 9, "`and` stands where a question or a fact belongs", ""),
    ("law is and", 16, "`and` stands where a value belongs", ""),
    ("(results", 17, "`)` is missing here", ""),
]


class DescribeAFaultyCondition:
    @pytest.mark.parametrize(("text", "column", "says", "cure"), FAULTS)
    def it_is_told_with_its_column_and_cure(
        self, text: str, column: int, says: str, cure: str
    ) -> None:
        found = faults(text)
        assert [(f.place.column, f.says, f.cure) for f in found if f.place] == [
            (column, says, cure)
        ]

    def it_has_all_its_type_faults_told_at_once(self) -> None:
        found = faults("law is englisch and resalts and seats > x")
        assert [fault.rule for fault in found] == ["unknown-option", "unknown-name", "wrong-type"]

    def it_is_shown_with_the_words_underlined(self) -> None:
        assert print_diagnostic(faults("law is englisch")[0]) == (
            "error[unknown-option]: `law` has no option `englisch`\n"
            "  --> topic.yaml:4:16\n"
            "   |\n"
            " 4 |   joint: law is englisch\n"
            "   |                ^^^^^^^^\n"
            "   |\n"
            "   = help: did you mean `english`?"
        )


class DescribeAConditionWithoutEnd:
    @pytest.mark.parametrize(
        "text",
        ["(" * 3_000 + "results" + ")" * 3_000, "not " * 3_000 + "results",
         "(results or " * 3_000 + "results" + ")" * 3_000],
        ids=["brackets", "not", "or"],
    )  # fmt: skip
    def it_is_refused_where_it_is_too_deep(self, text: str) -> None:
        (fault,) = faults(text)
        assert fault.place is not None
        assert (fault.rule, fault.place.line) == ("too-deep", 4)

    def it_costs_twice_as_much_at_twice_the_length(self) -> None:
        once, twice = (calls(lambda many=many: faults(" or ".join(["results"] * many)))
                       for many in (5_000, 10_000))  # fmt: skip
        assert twice / once < 2.2
