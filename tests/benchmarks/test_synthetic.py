"""The made-up library that the proof is measured on."""

from __future__ import annotations

from benchmarks.synthetic import synthetic
from drafter.library.load import load_files
from drafter.rules.of_all_answers import prove_library


class DescribeTheMadeUpLibrary:
    """It is sound by construction, so that a proof of it is a whole proof."""

    def it_loads_and_every_statement_about_it_is_proved(self) -> None:
        library, faults = load_files(synthetic(seed=7, sections=2))
        assert faults == ()
        proof = prove_library(library)
        assert proof.counterexamples == proof.not_decided == ()
        assert proof.proved > 1_000

    def it_is_the_same_for_the_same_seed(self) -> None:
        assert synthetic(3, sections=1).texts == synthetic(3, sections=1).texts
        assert synthetic(3, sections=1).texts != synthetic(4, sections=1).texts

    def it_has_a_hundred_and_fifty_questions_and_three_hundred_topics(self) -> None:
        paths = synthetic().texts
        assert sum(path.endswith("topic.yaml") for path in paths) == 300
        asked = (text for path, text in paths.items() if path.startswith("questionnaire/"))
        assert sum(line.startswith("  ") and not line.startswith("   ")
                   for text in asked for line in text.splitlines()) == 150  # fmt: skip
