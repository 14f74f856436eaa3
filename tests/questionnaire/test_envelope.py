"""A file that is plainly in order goes past the schema; the schema would have said the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.diagnostics import Place
from drafter.questionnaire.envelope import in_order, read_envelope
from drafter.questionnaire.envelope_schema import EnvelopeSchema
from drafter.questionnaire.record import Places

WORDS = st.text(max_size=3)
ODD = st.one_of(st.none(), st.integers(), WORDS, st.lists(WORDS, max_size=2))
TERM = st.fixed_dictionaries(
    {"heading": WORDS, "text": WORDS, "reason": WORDS},
    optional={"by": WORDS, "after": WORDS, "replaces": WORDS, "more": WORDS},
)
OVERRIDE = st.fixed_dictionaries(
    {"what": WORDS, "by": WORDS, "on": WORDS, "reason": WORDS}, optional={"more": WORDS}
)


def often(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """What is expected, and now and then something else."""
    return st.one_of(strategy, strategy, strategy, ODD)


ENVELOPES = st.fixed_dictionaries(
    {"precedent": often(WORDS), "answers": often(st.dictionaries(WORDS, ODD, max_size=2))},
    optional={
        "unknown": often(st.lists(often(WORDS), max_size=2)),
        "confirmed": often(st.lists(WORDS, max_size=2)),
        "overrides": often(st.lists(often(OVERRIDE), max_size=2)),
        "special_terms": often(st.dictionaries(WORDS, often(TERM), max_size=2)),
        "given": often(st.dictionaries(WORDS, ODD, max_size=2)),
        "more": WORDS,
    },
)


class DescribeAFileInOrder:
    @given(ENVELOPES)
    def it_is_taken_by_the_schema_word_for_word(self, data: dict[str, Any]) -> None:
        if in_order(data):
            assert EnvelopeSchema().load(data) == data

    def it_may_hold_everything_that_an_answers_file_may(self) -> None:
        assert in_order(
            {
                "precedent": "co-marketing",
                "answers": {"product": "a bag"},
                "unknown": ["notice"],
                "confirmed": ["product"],
                "overrides": [{"what": "R8", "by": "counsel", "on": "2027-01-05", "reason": "a"}],
                "special_terms": {"loan": {"heading": "Loan", "text": "a\nb", "reason": "c"}},
                "given": {"product": {"by": "counsel", "on": "2027-01-05"}},
            }
        )


class DescribeAFileThatIsNot:
    def it_has_every_fault_told(self) -> None:
        data = {
            "answers": [],
            "unknown": [1],
            "more": "x",
            "special_terms": {"a": {"text": "b\x0b"}, "B": {}},
            "overrides": [{"what": "R8", "by": "a\u202eb", "on": "2027-03-05", "reason": "so"}],
        }
        faults = read_envelope(data, {})[1]
        assert sorted(f"{fault.rule} {fault.says}" for fault in faults) == [
            "missing-key `precedent:` is missing",
            "missing-key `special_terms.B.heading:` is missing",
            "missing-key `special_terms.B.reason:` is missing",
            "missing-key `special_terms.B.text:` is missing",
            "missing-key `special_terms.a.heading:` is missing",
            "missing-key `special_terms.a.reason:` is missing",
            "unknown-key `more` is not used in an answers file",
            "wrong-shape `answers`: names with values are expected here",
            "wrong-shape `overrides.0.by`: character 2 (RIGHT-TO-LEFT OVERRIDE) "
            "cannot stand in a document",
            "wrong-shape `special_terms.B`: an id is lower case letters, digits and hyphens",
            "wrong-shape `special_terms.a.text`: character 2 (U+000B) cannot stand in a document",
            "wrong-shape `unknown.0`: text is expected here",
        ]

    def it_has_them_told_in_the_order_of_its_lines(self) -> None:
        names = [f"fact_{number}" for number in range(20)]
        at: Places = {
            (name,): Place("answers.yaml", 40 - number) for number, name in enumerate(names)
        }
        data = {"precedent": "x", "answers": {}, **dict.fromkeys(names, "y")}
        faults = read_envelope(data, at)[1]
        assert [fault.place.line for fault in faults if fault.place] == [*range(21, 41)]
        assert {fault.cure.partition("; ")[2] for fault in faults} == {
            "an answer stands under `answers:`"
        }

    @pytest.mark.parametrize("place", [(), ("special_terms", "a")])
    def it_may_use_the_word_of_our_reader_as_a_name(self, place: tuple[str, ...]) -> None:
        """The library that reads the shape calls what is said of a whole mapping `_schema`."""
        term = {"heading": "A", "text": "B", "reason": "C", "after": "exit"}
        data: dict[str, Any] = {"precedent": "x", "answers": {}, "special_terms": {"a": term}}
        (data["special_terms"]["a"] if place else data)["_schema"] = "y"
        (fault,) = read_envelope(data, {})[1]
        assert fault.says == f"`{'.'.join((*place, '_schema'))}` is not used in an answers file"

    def it_may_be_no_mapping_at_all(self) -> None:
        faults = read_envelope(["a"], {})[1]
        assert [fault.says for fault in faults] == [
            "answers are names with values: `precedent` and `answers`"
        ]
