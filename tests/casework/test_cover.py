"""A covering set reaches all of a library, and each member of it is a case that passes."""

from __future__ import annotations

from drafter.casework.cover import Cover, cover
from drafter.casework.coverage import coverage, missed
from drafter.casework.read import Case, Expected
from drafter.casework.run import run_case
from drafter.drafting import Library
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files

FILES = {
    "questionnaire/01-deal.yaml": """\
section: The deal
questions:
  parties: {asks: Who?, type: list, one: party, called: name, fields: {name: {asks: Name?, type: text}}}
  pilot: {asks: Is there a pilot?, type: yes/no}
  sale: {asks: What is sold?, type: choice, options: {bags: Bags, shoes: Shoes}}
  bags: {asks: How many bags?, type: whole number, ask when: sale is bags}
""",  # noqa: E501
    "topics/trial/topic.yaml": "heading: Trial\nchoose:\n  planned: pilot\n  left-out: not pilot\n",
    "topics/trial/planned.md": "The trial comes first.\n",
    "topics/goods/topic.yaml": "heading: Goods\nchoose:\n  bags: sale is bags\n"
    "  shoes: sale is shoes\n",
    "topics/goods/bags.md": "Bags are goods.\n\n{if bags >= 100} They come in boxes.\n",
    "topics/goods/shoes.md": "Shoes are goods.\n\n{if pilot} One shoe is on trial.\n",
    "consistency/R1.yaml": "severity: block\nwhen: pilot and sale is shoes\nmessage: No shoes.\n",
    "consistency/R2.yaml": "severity: warn\nwhen: pilot\nmessage: Think of the trial.\n",
    "precedents/deal.yaml": "title: A deal\nparts:\n  - {heading: Terms, topics: [trial, goods]}\n",
}


def covered(changes: dict[str, str] | None = None) -> tuple[Library, Cover]:
    """The small library and its covering set."""
    clauses, faults = load_files(LibraryFiles("library", FILES | (changes or {}), "digest"))
    assert not faults
    return Library(clauses), cover(Library(clauses))


class DescribeACoveringSet:
    """The solver proposes answers; deciding them says what they reach."""

    def it_reaches_every_variant_rule_and_guard_that_answers_can_reach(self) -> None:
        library, found = covered()
        seen = coverage(library.clauses, [run_case(library, one.case) for one in found.members])
        assert missed(seen.variants) == []
        assert missed(seen.rules) == []
        assert missed(seen.conditions) == ["goods/shoes: pilot holds"]

    def it_names_what_only_a_refused_deal_would_reach(self) -> None:
        _, found = covered()
        assert found.left == (("conditions", "goods/shoes: pilot holds"),)

    def it_gives_values_at_and_beside_a_cut_point(self) -> None:
        _, found = covered()
        amounts = {one.case.data["answers"].get("bags") for one in found.members}
        assert {"99", "100"} <= amounts

    def it_makes_each_member_a_case_that_passes(self) -> None:
        library, found = covered()
        assert [run_case(library, one.case).faults for one in found.members] == [()] * len(
            found.members
        )

    def it_expects_the_refusal_of_answers_that_a_rule_blocks(self) -> None:
        _, found = covered()
        (refused,) = [one for one in found.members if one.case.expected.findings]
        assert refused.case.expected.findings == ("R1",)

    def it_needs_every_member(self) -> None:
        _, found = covered()
        for member in found.members:
            others = {part for one in found.members if one is not member for part in one.reaches}
            assert member.reaches - others

    def it_is_the_same_on_every_call(self) -> None:
        assert covered()[1] == covered()[1]

    def it_takes_in_a_case_for_what_the_proof_does_not_compute(self) -> None:
        rule = "severity: warn\nwhen: not (sale is answered)\nmessage: Nothing is sold.\n"
        clauses, _ = load_files(
            LibraryFiles("library", FILES | {"consistency/R3.yaml": rule}, "digest")
        )
        parties = {"a": {"name": "Alder"}, "b": {"name": "Birch"}}
        data = {"precedent": "deal", "answers": {"parties": parties, "pilot": False}}
        case = Case("nothing-sold", "", data, Expected())
        assert ("rules", "R3") in cover(Library(clauses)).left
        assert ("rules", "R3") in cover(Library(clauses), [case]).reaches
