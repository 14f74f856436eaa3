"""Mutants: what a slip does, what its drafts show, and what z3 says of it are each seen rightly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from support.corpus import CORPUS, read
from support.native import Native
from support.native_faults import statements
from support.native_library import NativeLibrary
from support.native_texts import either

from drafter.library.files import read_files
from drafter.library.model import ClauseLibrary
from drafter.rules.of_all_answers import prove_library, rules_of_tables, rules_of_texts
from mutants.harmless import SAME, SOUND, harmless
from mutants.mutations import KINDS, drawn, mutants
from mutants.replaying import drafted

PROVED = [module.RULE for module in (*rules_of_tables(), *rules_of_texts())]
SHIPPED = Path(__file__).parents[2] / "clause_library"


def library(rule: str, name: str) -> ClauseLibrary:
    return read(CORPUS / rule / f"{name}.txt")[0]


def at_fault(spoilt: ClauseLibrary) -> bool:
    """Whether z3 finds a fault in it, whatever the precedent."""
    every = [NativeLibrary(Native(spoilt, id, strict=False)) for id in spoilt.precedents]
    return any(one.native.possible(either(bad for _, bad in statements(one))) for one in every)


class DescribeDrawing:
    def it_takes_as_many_of_each_kind_from_every_corner(self) -> None:
        texts = read_files(SHIPPED).texts
        slips = drawn(1, 300, texts)
        there_are = {kind: len(mutants(kind, texts)) for kind in KINDS}
        taken = Counter(one.kind for one in slips)
        assert all(taken[kind] >= min(37, count) for kind, count in there_are.items())
        assert len(slips) == 300 - sum(max(0, 37 - count) for count in there_are.values())
        topics = {path.split("/")[1] for path in texts if path.startswith("topics/")}
        assert {one.path.split("/")[1] for one in slips if "topics/" in one.path} == topics

    def it_draws_the_same_again_by_the_same_seed(self) -> None:
        texts = read_files(SHIPPED).texts
        first, again, other = (drawn(seed, 16, texts) for seed in (7, 7, 8))
        assert first == again
        assert first != other


class DescribeASlip:
    TEXTS = {  # noqa: RUF012
        "topics/pilot/topic.yaml": (
            "heading: Pilot\nchoose:\n  short: pilot and weeks < 9\n"
            "  long: pilot and weeks >= 9\n  left-out: not pilot\n"
        ),
        "topics/pilot/short.md": (
            "---\nneeds: {plan: always}\n---\n{if safe} As [@plan] says. {#start}\n"
        ),
        "topics/pilot/long.md": "It lasts long.\n",
        "topics/plan/topic.yaml": (
            "heading: Plan\nchoose:\n  plan: planned\n  left-out: not planned\n"
        ),
        "topics/plan/plan.md": "The plan.\n",
        "definitions/plan.md": "---\nterm: Plan\n---\nmeans a plan.\n",
    }

    def said(self, kind: str) -> dict[str, dict[str, str | None]]:
        return {one.says: dict(one.changes) for one in mutants(kind, self.TEXTS)}

    def it_is_of_each_kind_that_the_library_has_a_place_for(self) -> None:
        barren = {kind for kind in KINDS if not mutants(kind, self.TEXTS)}
        assert barren == {"swap an option"}

    def it_drops_a_row_alone_or_with_its_text(self) -> None:
        slips = self.said("drop a row")
        assert slips["long and its text"]["topics/pilot/long.md"] is None
        assert set(slips["long"]) == {"topics/pilot/topic.yaml"}
        assert "left-out and its text" not in slips

    def it_leaves_out_what_a_variant_needs_beside_it(self) -> None:
        slips = self.said("remove a `needs`")
        assert set(slips) == {"needs", "plan is left out beside pilot/short"}
        table = slips["plan is left out beside pilot/short"]["topics/plan/topic.yaml"] or ""
        assert "plan: (planned) and not (pilot and weeks < 9)" in table
        assert "left-out: (not planned) or (pilot and weeks < 9)" in table

    def it_shifts_a_cut_by_one_or_over_the_line(self) -> None:
        assert {"< 9 -> < 10", "< 9 -> < 8", "< 9 -> <= 9"} <= set(self.said("shift a cut point"))


@pytest.mark.parametrize("rule", PROVED)
class DescribeEveryRuleThatIsProved:
    """The smallest bad library of each rule is seen to be bad in all ways."""

    def it_shows_its_counterexamples_in_the_draft(self, rule: str) -> None:
        bad = library(rule, "bad")
        shown = [one for one in prove_library(bad).counterexamples if one.answers is not None]
        assert any(one.diagnostic.rule == rule for one in shown)
        for one in shown:
            assert drafted(bad, one.answers or {}).shows(one.diagnostic), one.diagnostic.says

    def it_is_not_shown_by_the_good_library(self, rule: str) -> None:
        good = library(rule, "good")
        for one in prove_library(library(rule, "bad")).counterexamples:
            if one.answers is not None and one.diagnostic.rule == rule:
                assert not drafted(good, one.answers).shows(one.diagnostic)

    def it_is_found_by_z3(self, rule: str) -> None:
        assert at_fault(library(rule, "bad"))
        assert not at_fault(library(rule, "good"))


class DescribeAdvice:
    """What is recommended is filled in by drafting, and refused by it."""

    def it_shows_its_counterexamples_in_the_draft(self) -> None:
        bad, good = (library("recommendation-refuses", name) for name in ("bad", "good"))
        (found,) = prove_library(bad).counterexamples
        assert drafted(bad, found.answers or {}).shows(found.diagnostic)
        assert not drafted(good, found.answers or {}).shows(found.diagnostic)


class DescribeAWordingThatDecidesAMatter:
    """It is seen in all ways where it decides it in two ways, or not at all."""

    def with_outcomes(self, outcomes: str, folder: Path) -> ClauseLibrary:
        good = (CORPUS / "two-outcomes/good.txt").read_text()
        file = folder / "library.txt"
        file.write_text(good.replace("{its maker: always}", outcomes))
        return read(file)[0]

    @pytest.mark.parametrize(("outcomes", "says"), [
        ("{its maker: british}", "says nothing of"),
        ("{its maker: always, its owner: british}", "says both `its maker` and `its owner` of"),
    ])  # fmt: skip
    def it_is_found_and_shown(self, outcomes: str, says: str, tmp_path: Path) -> None:
        spoilt = self.with_outcomes(outcomes, tmp_path)
        found = [one for one in prove_library(spoilt).counterexamples
                 if says in one.diagnostic.says]  # fmt: skip
        assert found
        for one in found:
            assert drafted(spoilt, one.answers or {}).shows(one.diagnostic), one.diagnostic.says
        assert at_fault(spoilt)

    def it_may_decide_it_by_answers_that_leave_nothing_open(self, tmp_path: Path) -> None:
        sound = self.with_outcomes("{its maker: british, its owner: not british}", tmp_path)
        assert not [one for one in prove_library(sound).counterexamples
                    if one.diagnostic.rule == "two-outcomes"]  # fmt: skip
        assert not at_fault(sound)


class DescribeHarmless:
    def it_tells_the_same_from_the_sound_and_the_bad(self) -> None:
        good, bad = library("overlap", "good"), library("overlap", "bad")
        assert harmless(lambda: good, good) == SAME
        assert harmless(lambda: good, library("gap", "good")) in (SAME, SOUND)
        assert harmless(lambda: good, bad).startswith("(")
