"""Whoever changes a row, a file or a log entry behind the registry's back is found out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.registers import behind_its_back, draft, new_registry, stamp

from drafter.registry.model import Status
from drafter.registry.registry import Registry

TAMPERED = {
    "a revision": ("UPDATE revisions SET purpose = 'issue' WHERE agreement = 'A-0002'",
                   "the rows of A-0002, revision 1 were changed"),
    "a use": ("DELETE FROM made_of WHERE ingredient = 1",
              "the rows of A-0001, revision 1 were changed"),
    "an ingredient": ("UPDATE ingredients SET choice = 'locked' WHERE kind = 'wording'",
                      "the rows of A-0001, revision 1 were changed"),
    "a precedent": ("UPDATE agreements SET precedent = 'licence' WHERE id = 'A-0001'",
                    "the rows of A-0001, revision 1 were changed"),
    "a status": ("UPDATE agreements SET status = 'drafted' WHERE id = 'A-0001'",
                 "A-0001 is not at the status and revision of its last entry"),
    "an agreement that is gone": ("DELETE FROM agreements WHERE id = 'A-0002'",
                                  "the rows of A-0002, revision 1 are missing"),
    "an agreement put in": ("INSERT INTO agreements VALUES "
                            "('A-0009', 9, 'x', 'signed', 1, '', false)",
                            "A-0009 is not at the status and revision of its last entry"),
    "a name": ("UPDATE names SET matter = 'Other' WHERE agreement = 'A-0002'",
               "the name of A-0002 was changed"),
    "words of a paragraph": ("UPDATE frames SET text = text || ' not' WHERE text LIKE '%leave%'",
                             "the particulars of entry 1 (A-0001 drafted) were changed"),
    "words that are gone": ("DELETE FROM frames WHERE text LIKE '%leave%'",
                            "the particulars of entry 2 (A-0002 drafted) were changed"),
    "an amendment": ("UPDATE revisions SET amends = 'A-0001' WHERE agreement = 'A-0002'",
                     "the rows of A-0002, revision 1 were changed"),
    "particulars": ("UPDATE particulars SET salt = 'x' WHERE entry = 2",
                    "the particulars of entry 2 (A-0002 drafted) were changed"),
    "particulars that are no text": ("UPDATE particulars SET content = x'00' WHERE entry = 2",
                                     "the particulars of entry 2 (A-0002 drafted) were changed"),
    "particulars that are gone": ("DELETE FROM particulars WHERE entry = 3",
                                  "the particulars of entry 3 (A-0001 issued) are missing"),
    "a row of a file": ("DELETE FROM files WHERE entry = 3",
                        "the rows of entry 3 (A-0001 issued) in table files were changed"),
    "a wording": ("UPDATE wordings SET text = text || ' not'", "the text of wording"),
    "a log entry": ("UPDATE log SET at = '2020-01-01T00:00:00Z' WHERE number = 2",
                    "entry 2 (A-0002 drafted) was changed"),
    "a log entry that is gone": ("DELETE FROM log WHERE number = 2",
                                 "between entries 1 and 3 entries are missing"),
    "the first log entry": ("DELETE FROM log WHERE number = 1",
                            "the log begins with entry 2, not with the first"),
    "the last log entry": ("DELETE FROM log WHERE number = 3",
                           "A-0001 is not at the status and revision of its last entry"),
}  # fmt: skip


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    """Two agreements, one of them issued."""
    made = new_registry(tmp_path)
    made.record(draft(b"one"), "First", stamp(1))
    made.record(draft(b"two"), "Second", stamp(2))
    made.move("A-0001", 1, Status.ISSUED, stamp(3), b"issued")
    return made


@pytest.fixture
def tamper(tmp_path: Path) -> Callable[[str], object]:
    return lambda statement: behind_its_back(tmp_path, statement)


class DescribeASoundRegistry:
    def it_has_no_fault(self, registry: Registry) -> None:
        assert registry.verify() == ()

    def it_holds_no_name_and_no_answer_in_its_log(self, registry: Registry, tmp_path: Path) -> None:
        rows = behind_its_back(tmp_path, "SELECT * FROM log")
        assert not [word for word in ("First", "Zephyr", "30 days", "Head") if word in str(rows)]


class DescribeTampering:
    @pytest.mark.parametrize("what", TAMPERED)
    def it_is_named(self, registry: Registry, tamper: Callable[[str], object], what: str) -> None:
        statement, says = TAMPERED[what]
        tamper(statement)
        assert says in "\n".join(one.says for one in registry.verify())

    def it_is_named_for_a_changed_file(self, registry: Registry, tmp_path: Path) -> None:
        kept = registry.files("A-0001")[1]
        path = tmp_path / "registry.files" / kept.digest[:2] / kept.digest
        path.write_bytes(b"issued, and changed")
        (fault,) = registry.verify()
        assert fault.says.startswith("the issued file of A-0001, revision 1: ")
        assert fault.place is not None
        assert fault.place.file == path.as_posix()

    def it_is_named_for_a_lost_file(self, registry: Registry, tmp_path: Path) -> None:
        kept = registry.files("A-0002")[0]
        (tmp_path / "registry.files" / kept.digest[:2] / kept.digest).unlink()
        (fault,) = registry.verify()
        assert "the drafted file of A-0002, revision 1: a kept file cannot be read" in fault.says

    def it_is_not_helped_by_a_new_hash(
        self, registry: Registry, tamper: Callable[[str], object], tmp_path: Path
    ) -> None:
        """Who seals a changed entry anew breaks the link of the next one."""
        from drafter.registry.chain import sealed
        from drafter.registry.model import LogEntry

        (row,) = behind_its_back(tmp_path, "SELECT * FROM log WHERE number = 2")
        entry = LogEntry(*row)
        changed = entry._replace(at="2020-01-01T00:00:00Z")
        tamper(f"UPDATE log SET at = '{changed.at}', hash = '{sealed(changed)}' WHERE number = 2")
        assert "entry 3 does not follow from entry 2" in [one.says for one in registry.verify()]
