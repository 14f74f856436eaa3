"""What rests on a law that is out of force says so, on the day of the draft."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from support.command import answers_of
from support.examples import starter

from drafter.agreement.instructions import Instructions
from drafter.drafting import Draft, Library, prepare
from drafter.gate import Approvals
from drafter.library.model import Law

OLD = Law("Licence Act 1998", "1998-01-01", "2026-12-31")


def drafted(today: str, purpose: str = "draft") -> Draft:
    """An example, whose variant on leaving rests on a law that ended with 2026."""
    clauses = starter().clauses
    topic = clauses.topics["exit"]
    front = replace(topic.variants["after-lock-in"].front, legal_basis=(OLD,))
    variant = replace(topic.variants["after-lock-in"], front=front)
    changed = replace(topic, variants={**topic.variants, "after-lock-in": variant})
    library = Library(replace(clauses, topics={**clauses.topics, "exit": changed}))
    return prepare(library.select(answers()), Instructions(purpose), Approvals((), today))


def answers() -> dict[str, Any]:
    return answers_of("smart-handbag")


def told(draft: Draft) -> list[str]:
    return [one.says for one in draft.warnings if one.rule == "lapsed-law"]


class DescribeALapsedLaw:
    def it_is_told_of_a_wording_from_the_day_after_its_end(self) -> None:
        says = "`exit/after-lock-in` rests on a law out of force since 2026-12-31: Licence Act 1998"
        assert told(drafted("2027-01-01")) == [says]
        assert told(drafted("2026-12-31")) == []

    def it_is_not_told_where_no_day_is_given(self) -> None:
        assert told(drafted("")) == []

    def it_keeps_the_wording_from_the_other_side_until_somebody_overrides_it(self) -> None:
        kept = [one.rule for one in drafted("2027-01-01", "issue").kept_back()]
        assert "lapsed-law" in kept
        assert "lapsed-law" not in [one.rule for one in drafted("2026-12-31", "issue").kept_back()]

    def it_is_told_with_a_rule_that_speaks(self) -> None:
        """The rule on notice under French law, were that law repealed."""
        clauses = starter().clauses
        rules = {
            id: replace(rule, law=("1998-01-01", "2026-12-31"))
            for id, rule in clauses.rules.items()
        }
        library = Library(replace(clauses, rules=rules))
        draft = library.draft(answers(), approvals=Approvals((), "2027-01-01"))
        notes = [note for one in draft.warnings if one.rule == "R27" for note in one.notes]
        assert any("is out of force since 2026-12-31" in note for note in notes)
