"""What happens to an agreement is kept, in order, and nothing that was kept changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.registers import PARTIES, draft, new_registry, stamp

from drafter.diagnostics import Refused
from drafter.registry.model import Status
from drafter.registry.registry import Registry


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return new_registry(tmp_path)


def refusal(call, *arguments) -> str:  # type: ignore[no-untyped-def]
    """The rule under which a call is refused."""
    with pytest.raises(Refused) as refused:
        call(*arguments)
    return refused.value.diagnostics[0].rule


class DescribeANewAgreement:
    def it_gets_the_next_short_id(self, registry: Registry) -> None:
        ids = [registry.record(draft(), "A matter", stamp()).id for _ in range(3)]
        assert ids == ["A-0001", "A-0002", "A-0003"]

    def it_keeps_the_file_byte_for_byte(self, registry: Registry) -> None:
        registry.record(draft(file=b"PK\x03\x04\r\n\x00"), "A matter", stamp())
        assert registry.file(registry.revision("A-0001").file) == b"PK\x03\x04\r\n\x00"

    def it_keeps_the_file_from_everybody_else(self, registry: Registry, tmp_path: Path) -> None:
        """What was agreed is for those who work here."""
        registry.record(draft(), "A matter", stamp())
        kept = [path for path in (tmp_path / "registry.files").rglob("*") if path.is_file()]
        assert [path.stat().st_mode & 0o777 for path in kept] == [0o600]

    def it_keeps_the_parties_in_their_order(self, registry: Registry) -> None:
        registry.record(draft(), "A matter", stamp())
        assert list(registry.revision("A-0001").answers["answers"]["parties"]) == list(PARTIES)

    def it_keeps_what_it_was_made_of(self, registry: Registry) -> None:
        made = draft()
        registry.record(made, "A matter", stamp())
        kept = registry.revision("A-0001")
        assert kept.uses == tuple(sorted(made.uses))
        assert (kept.taken, kept.blocks) == (made.taken, made.blocks)
        assert registry.wording(made.uses[0].digest) == made.wordings[made.uses[0].digest]

    def it_stands_beside_another_of_the_same_name(self, registry: Registry) -> None:
        first, second = (registry.record(draft(), "A matter", stamp()) for _ in range(2))
        assert first.id != second.id
        assert [one.matter for one in registry.agreements()] == ["A matter", "A matter"]


class DescribeANewRevision:
    def it_stands_beside_the_old_one(self, registry: Registry) -> None:
        registry.record(draft(b"old"), "A matter", stamp())
        held = registry.revise("A-0001", 1, draft(b"new"), stamp(), b"redline")
        assert held.revision == 2
        assert registry.file(registry.revision("A-0001", 1).file) == b"old"
        assert [(one.kind, one.revision) for one in registry.files("A-0001")] == [
            ("drafted", 1), ("drafted", 2), ("redline", 2)]  # fmt: skip

    def it_is_refused_when_somebody_else_was_first(self, registry: Registry) -> None:
        registry.record(draft(), "A matter", stamp())
        registry.revise("A-0001", 1, draft(b"theirs"), stamp())
        assert refusal(registry.revise, "A-0001", 1, draft(b"ours"), stamp()) == "moved-since"
        assert registry.file(registry.revision("A-0001").file) == b"theirs"

    def it_alone_counts_in_the_search_for_wordings(self, registry: Registry) -> None:
        registry.record(draft(exit="any-time"), "A matter", stamp())
        old = next(use for use in registry.uses() if use.kind == "wording")
        registry.revise("A-0001", 1, draft(exit="for-cause"), stamp())
        new = next(use for use in registry.uses() if use.kind == "wording")
        assert registry.used(old, new) == {old: (), new: ("A-0001",)}


class DescribeTheWayOfAnAgreement:
    def it_goes_from_draft_to_its_end(self, registry: Registry) -> None:
        registry.record(draft(), "A matter", stamp())
        for to in (Status.ISSUED, Status.RECEIVED, Status.ISSUED, Status.SIGNED, Status.ENDED):
            assert registry.move("A-0001", 1, to, stamp(), b"a file").status is to

    @pytest.mark.parametrize("to", [Status.RECEIVED, Status.SIGNED])
    def it_begins_with_the_issue(self, registry: Registry, to: Status) -> None:
        registry.record(draft(), "A matter", stamp())
        assert refusal(registry.move, "A-0001", 1, to, stamp()) == "not-issued"

    def it_signs_only_what_was_issued_last(self, registry: Registry) -> None:
        registry.record(draft(), "A matter", stamp())
        registry.move("A-0001", 1, Status.ISSUED, stamp(), b"issued")
        registry.revise("A-0001", 1, draft(b"new"), stamp())
        assert refusal(registry.move, "A-0001", 2, Status.SIGNED, stamp()) == "not-issued"

    @pytest.mark.parametrize("to", [Status.ISSUED, Status.RECEIVED, Status.SIGNED])
    def it_never_changes_what_is_signed(self, registry: Registry, to: Status) -> None:
        registry.record(draft(), "A matter", stamp())
        registry.move("A-0001", 1, Status.ISSUED, stamp(), b"issued")
        registry.move("A-0001", 1, Status.SIGNED, stamp())
        before = registry.head()
        assert refusal(registry.move, "A-0001", 1, to, stamp()) == "signed"
        assert refusal(registry.revise, "A-0001", 1, draft(b"new"), stamp()) == "signed"
        assert registry.head() == before

    def it_is_told_with_a_near_id_when_the_id_is_wrong(self, registry: Registry) -> None:
        registry.record(draft(), "A matter", stamp())
        with pytest.raises(Refused, match="A-001") as refused:
            registry.agreement("A-001")
        assert refused.value.diagnostics[0].cure == "did you mean `A-0001`?"


class DescribeFinding:
    @pytest.fixture
    def two(self, registry: Registry) -> Registry:
        registry.record(draft(product="a 100% bag"), "Bags & straps", stamp())
        registry.record(draft(exit="for-cause", pilot=True), "Rewards", stamp())
        return registry

    @pytest.mark.parametrize(
        ("asked", "ids"),
        [
            ({"wording": "exit"}, ["A-0001", "A-0002"]),
            ({"wording": "exit/for-cause"}, ["A-0002"]),
            ({"digest": "5555"}, ["A-0001", "A-0002"]),
            ({"digest": "%"}, []),
            ({"matter": "BAGS"}, ["A-0001"]),
            ({"matter": "_"}, []),
            ({"answer": "pilot=yes"}, ["A-0002"]),
            ({"answer": "product=a 100% bag"}, ["A-0001"]),
            ({"answer": "parties.alder.name=Alder GmbH"}, ["A-0001", "A-0002"]),
            ({"answer": "exit_notice=30 days", "matter": "rewards"}, ["A-0002"]),
            ({"answer": "product' OR '1'='1"}, []),
        ],
    )
    def it_takes_words_as_they_are(self, two: Registry, asked: dict, ids: list[str]) -> None:
        assert [one.id for one in two.find(**asked)] == ids


class DescribeHostileNames:
    NAMES = (
        "../../etc/passwd", "CON.docx", "--convert-to", "'; DROP TABLE log; --", "$(id)", "`id`",
        "100% _", "<script>alert(1)</script>", "{{ 7*7 }}", "Größe ☃", "x" * 300,
    )  # fmt: skip

    def it_keeps_each_letter_for_letter(self, registry: Registry) -> None:
        for number, name in enumerate(self.NAMES):
            registry.record(draft(product=name), name, stamp(number))
        assert tuple(one.matter for one in registry.agreements()) == self.NAMES
        for name in self.NAMES:
            assert [one.matter for one in registry.find(matter=name)] == [name]
            assert [one.matter for one in registry.find(answer=f"product={name}")] == [name]
        assert registry.verify() == ()
