"""What a counterexample is worth: a whole answers file, small, that anyone may try."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.bundled import starter_library
from drafter.diagnostics import ERROR, Refused
from drafter.drafting import Library
from drafter.kinds.model import Missing
from drafter.library.files import LibraryFiles, read_files
from drafter.library.load import load_files
from drafter.proof.goals import Counterexample, Proof
from drafter.questionnaire.deal import settle
from drafter.rules.of_all_answers import prove_library

GATE = "topics/gate/topic.yaml"
REVIEW = "topics/post-mortem/joint-review.md"


@pytest.fixture(scope="module")
def shipped() -> LibraryFiles:
    """The files of the starter library."""
    return read_files(Path(starter_library()))


def spoiled(files: LibraryFiles, path: str, old: str, new: str) -> tuple[Library, Proof]:
    """The library with one change, and what its proof finds."""
    assert old in files.texts[path]
    texts = files.texts | {path: files.texts[path].replace(old, new, 1)}
    library, _ = load_files(replace(files, texts=texts))
    return Library(library), prove_library(library)


@pytest.fixture(scope="module")
def gate(shipped: LibraryFiles) -> tuple[Library, Proof]:
    """The library without what follows if a decision is put off."""
    return spoiled(shipped, GATE, "one of stop, extend", "stop")


def only(proof: Proof) -> Counterexample:
    """The one fault that is found, warnings apart."""
    (finding,) = (one for one in proof.counterexamples if one.diagnostic.severity == ERROR)
    return finding


class DescribeACounterexample:
    """It is a deal, not a formula."""

    def it_is_refused_by_drafting_for_the_same_fault(self, gate: tuple[Library, Proof]) -> None:
        library, proof = gate
        with pytest.raises(Refused) as refused:
            library.draft(only(proof).answers or {})
        assert [fault.rule for fault in refused.value.diagnostics] == ["gap"]

    def it_shows_a_reference_that_points_at_nothing(self, shipped: LibraryFiles) -> None:
        library, proof = spoiled(shipped, REVIEW, "{if @schedule-value-matrix} ", "")
        with pytest.raises(Refused) as refused:
            library.draft(only(proof).answers or {})
        assert [fault.rule for fault in refused.value.diagnostics] == ["dangling-reference"]

    def it_answers_every_question_that_is_asked(self, gate: tuple[Library, Proof]) -> None:
        library, proof = gate
        answers = library.read(only(proof).answers or {})
        deal = settle(library.clauses.questionnaire, answers, unattended=False)
        asked = library.clauses.precedents[answers.precedent].asks
        questions = library.clauses.questionnaire.questions
        left = [q for q in asked if deal.value(q) is Missing.ABSENT and not questions[q].optional]
        assert left == []
        assert deal.set_aside == ()

    def it_names_only_the_answers_that_matter(self, gate: tuple[Library, Proof]) -> None:
        assert only(gate[1]).diagnostic.questions == ("gate_silence",)

    def it_is_the_same_from_run_to_run(self, gate: tuple[Library, Proof]) -> None:
        """Of two precedents, which leave much of the library unreached."""
        clauses = gate[0].clauses
        two = {id: clauses.precedents[id] for id in ("co-marketing", "short-pilot")}
        one, other = (prove_library(replace(clauses, precedents=two)) for _ in range(2))
        assert one == other
        assert len(one.counterexamples) > 1


class DescribeTheStarterLibrary:
    """The library that comes with drafter."""

    def it_is_proved(self, shipped: LibraryFiles) -> None:
        library, faults = load_files(shipped)
        assert not faults
        proof = prove_library(library)
        assert not proof.counterexamples
        assert not proof.not_decided
        assert proof.proved > 5_000


class DescribeWhatIsNotDecided:
    """Nothing is passed over in silence."""

    def it_says_that_the_time_is_used_up(self, shipped: LibraryFiles) -> None:
        library, _ = load_files(shipped)
        proof = prove_library(library, out_of_time=lambda: True)
        assert proof.proved == 0
        assert [one.says for one in proof.not_decided] == [
            f"precedent `{id}` is not proved: the time given is used up"
            for id in library.precedents
        ]

    def it_says_what_a_fault_of_a_file_hides(self, shipped: LibraryFiles) -> None:
        """The misspelt table is left alone; everything else is proved as before."""
        old, new = "exit_right is no-exit", "exit_right is no-exti"
        texts = shipped.texts | {
            "topics/exit/topic.yaml": shipped.texts["topics/exit/topic.yaml"].replace(old, new)
        }
        library, faults = load_files(replace(shipped, texts=texts))
        proof = prove_library(library, faults)
        (left,) = proof.not_decided
        assert left.place is not None
        assert left.place.file.endswith("topics/exit/topic.yaml")
        assert proof.proved > 5_000
        assert not [one for one in proof.counterexamples if one.diagnostic.rule == "gap"]
