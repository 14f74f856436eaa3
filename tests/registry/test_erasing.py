"""Names, answers, texts and files can be erased; that there was an agreement cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.registers import behind_its_back, draft, new_registry, stamp

from drafter.diagnostics import Refused
from drafter.registry.model import Status
from drafter.registry.registry import Registry

SECRETS = (b"Zephyr", b"Alder", b"Matter of fact", b"Head of Legal", b"plum")


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    made = new_registry(tmp_path)
    made.record(draft(b"Zephyr and Alder", product="plum"), "Matter of fact", stamp(1))
    made.revise("A-0001", 1, draft(b"Zephyr, Alder", product="plum"), stamp(2))
    made.move("A-0001", 2, Status.ISSUED, stamp(3), b"Zephyr issued", {"reason": "plum"})
    return made


class DescribeErasure:
    def it_leaves_a_tombstone_that_verifies(self, registry: Registry) -> None:
        held = registry.erase("A-0001", stamp(4, "Registrar"), "asked to")
        assert (held.id, held.matter, held.erased) == ("A-0001", "", True)
        assert registry.verify() == ()
        assert [entry.event for entry, _ in registry.events("A-0001")] == [
            "drafted", "drafted", "issued", "erased"]  # fmt: skip

    def it_leaves_nothing_of_names_and_answers_on_disk(
        self, registry: Registry, tmp_path: Path
    ) -> None:
        registry.erase("A-0001", stamp(4, "Registrar"), "asked to")
        registry.close()
        left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
        assert [word for word in SECRETS if word in left] == []

    def it_is_found_by_no_answer_and_no_name_any_more(self, registry: Registry) -> None:
        registry.erase("A-0001", stamp(4), "asked to")
        assert registry.find(answer="product=plum") == ()
        assert registry.find(matter="Matter") == ()
        assert registry.uses() == frozenset()

    def it_spares_a_file_that_another_agreement_keeps(self, registry: Registry) -> None:
        registry.record(draft(b"Zephyr and Alder"), "Other", stamp(5))
        registry.erase("A-0001", stamp(4), "asked to")
        assert registry.file(registry.revision("A-0002").file) == b"Zephyr and Alder"
        assert registry.verify() == ()

    def it_gives_its_number_to_nobody_else(self, registry: Registry) -> None:
        registry.erase("A-0001", stamp(4), "asked to")
        assert registry.record(draft(), "New", stamp(5)).id == "A-0002"

    def it_ends_the_life_of_an_agreement(self, registry: Registry) -> None:
        registry.erase("A-0001", stamp(4), "asked to")
        with pytest.raises(Refused, match="erased"):
            registry.revise("A-0001", 2, draft(), stamp(5))
        with pytest.raises(Refused, match="erased"):
            registry.revision("A-0001")

    def it_does_not_hide_other_tampering(self, registry: Registry, tmp_path: Path) -> None:
        """Particulars that vanish without an erasure stay a fault."""
        registry.record(draft(b"other"), "Other", stamp(5))
        registry.erase("A-0001", stamp(4), "asked to")
        behind_its_back(tmp_path, "DELETE FROM particulars WHERE agreement = 'A-0002'")
        says = [one.says for one in registry.verify()]
        assert "the particulars of entry 4 (A-0002 drafted) are missing" in says
