"""Agreements that were made from the same are known by it, whoever they are recorded for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.registers import PARTIES, draft, new_registry, stamp

from drafter.registry.model import DraftedRevision, OfferedBlock, Status


def of_other_words() -> DraftedRevision:
    return replace(draft(), blocks=(OfferedBlock("exit", "Exit"), OfferedBlock("exit.1", "None.")))


def of_other_numbers() -> DraftedRevision:
    return replace(draft(), blocks=(*draft().blocks[:1], OfferedBlock("exit.1", "After 7 days")))


class DescribeWhatIsAlike:
    def it_is_made_from_the_same_whatever_the_matter_and_the_day(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        for number in (1, 2):
            at = stamp(number)._replace(at=f"2027-03-0{number}T09:00:00Z", by=f"Person {number}")
            registry.record(draft(), f"Matter {number}", at)
        made = registry.made_from("A-0001", "A-0002")
        assert list(made) == ["A-0001", "A-0002"]
        assert made["A-0001"] == made["A-0002"]

    @pytest.mark.parametrize("other", [
        draft(notice="60 days"),
        draft(parties=dict(reversed(PARTIES.items()))),
        draft(exit="never"),
        draft(file=b"another file"),
        replace(draft(), taken={"exit_notice": "60 days"}),
        replace(draft(), purpose="issue"),
        of_other_words(),
        of_other_numbers(),
    ], ids="answer order wording file taken purpose words numbers".split())  # fmt: skip
    def it_is_not_where_anything_differs(self, tmp_path: Path, other: DraftedRevision) -> None:
        registry = new_registry(tmp_path)
        for number, one in enumerate((draft(), other)):
            registry.record(one, "A matter", stamp(number))
        made = registry.made_from("A-0001", "A-0002")
        assert made["A-0001"] != made["A-0002"]

    def it_is_the_newest_revision_that_counts(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        for number in (1, 2):
            registry.record(draft(), "A matter", stamp(number))
        registry.revise("A-0001", 1, of_other_words(), stamp(3))
        assert len(set(registry.made_from("A-0001", "A-0002").values())) == 2
        registry.revise("A-0002", 1, of_other_words(), stamp(4), redline=b"its own redline")
        assert len(set(registry.made_from("A-0001", "A-0002").values())) == 1


class DescribeWhatHappened:
    def it_is_told_without_the_texts(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        registry.record(draft(), "A matter", stamp(1))
        registry.move("A-0001", 1, Status.ISSUED, stamp(2), b"the file", {"purpose": "issue"})
        bare = [
            (entry, {name: one for name, one in said.items() if name != "blocks"})
            for entry, said in registry.events("A-0001")
        ]
        assert list(registry.steps("A-0001")) == bare

    def it_has_no_particulars_once_these_are_erased(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        registry.record(draft(), "A matter", stamp(1))
        registry.erase("A-0001", stamp(2), "asked to")
        assert registry.steps("A-0001")[0][1] == {}
