"""What many agreements share stands once, and comes out letter for letter."""

from __future__ import annotations

import base64
import io
import json
import shutil
import sqlite3
import tarfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.registers import behind_its_back, draft, new_registry, stamp

from drafter.registry import open_registry
from drafter.registry.model import OfferedBlock
from drafter.registry.packing import HOLE, filled, framed, name_pattern

FIRST = Path(__file__).resolve().parents[1] / "fixtures" / "first_workspace"
LETTERS = st.text(st.sampled_from(["A", "b", "7", "0", " ", ".", "^", "-", "]", "\\", "é", HOLE]))


def frames(folder: Path) -> int:
    ((count,),) = behind_its_back(folder, "SELECT count(*) FROM frames")
    return int(count)


class DescribeAFrame:
    @given(LETTERS, st.lists(LETTERS))
    def it_gives_the_text_again_whatever_the_names_are(self, text: str, names: list[str]) -> None:
        frame, holes = framed(text, name_pattern(names))
        assert filled(frame, iter(holes)) == text

    def it_holds_no_name_and_no_number(self) -> None:
        pattern = name_pattern(["Zephyr", "Zephyr Ltd", "any-time"])
        frame, holes = framed("Zephyr Ltd and Zephyr leave at any-time in 2027.", pattern)
        assert holes == ["Zephyr Ltd", "Zephyr", "2027"]
        assert frame == f"{HOLE} and {HOLE} leave at any-time in {HOLE}."


class DescribeWhatIsShared:
    def it_stands_once_for_agreements_that_differ_in_names_and_numbers(
        self, tmp_path: Path
    ) -> None:
        registry = new_registry(tmp_path)
        for name, days in (("Zephyr Ltd", 45), ("Alder GmbH", 60)):
            parties = {"one": {"name": name}}
            said = (OfferedBlock("exit.1", f"{name} may leave {days} days later."),)
            made = replace(draft(parties=parties), blocks=said)
            id = registry.record(made, "A matter", stamp(name)).id
            assert registry.revision(id).blocks == said
        assert frames(tmp_path) == 1

    def it_stays_for_the_other_when_one_is_erased(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        for number in range(2):
            registry.record(draft(), "A matter", stamp(number))
        registry.erase("A-0001", stamp(3), "asked to")
        assert registry.revision("A-0002").blocks == draft().blocks
        registry.erase("A-0002", stamp(4), "asked to")
        assert frames(tmp_path) == 0
        assert registry.verify() == ()


class DescribeARegistryOfTheFirstForm:
    """It lies in SQLite, in the workspace of an earlier release."""

    @pytest.fixture
    def old(self, tmp_path: Path) -> Path:
        shutil.copytree(FIRST / "registry.files", tmp_path / "registry.files")
        return Path(shutil.copy(FIRST / "registry.db", tmp_path / "registry.db"))

    def kept(self, path: Path) -> list[object]:
        """What an earlier drafter kept, read as it lay there."""
        rows = sqlite3.connect(path).execute("SELECT content FROM particulars ORDER BY entry")
        return [json.loads(zlib.decompress(content)) for (content,) in rows]

    def it_is_brought_into_this_form_and_says_so_once(self, old: Path) -> None:
        kept, head = self.kept(old), sqlite3.connect(old).execute(
            "SELECT hash FROM log ORDER BY number DESC").fetchone()[0]  # fmt: skip
        registry = open_registry(old)
        assert [one.rule for one in registry.told] == ["registry-renewed"]
        events = [(entry.number, said) for one in registry.agreements()
                  for entry, said in registry.events(one.id)]  # fmt: skip
        assert [said for _, said in sorted(events, key=lambda one: one[0])] == kept
        assert (registry.head(), registry.verify()) == (head, ())
        assert open_registry(old).told == ()

    def it_knows_what_each_agreement_was_made_of(self, old: Path) -> None:
        rows = sqlite3.connect(old).execute(
            "SELECT i.kind, i.name, i.choice, i.digest FROM uses u JOIN ingredients i"
            " ON i.id = u.ingredient WHERE u.agreement = 'A-0002'").fetchall()  # fmt: skip
        registry = open_registry(old)
        assert registry.revision("A-0002").uses == tuple(sorted(rows))
        assert {id for ids in registry.used(*registry.uses()).values() for id in ids} == {
            one.id for one in registry.agreements()}  # fmt: skip

    def it_comes_in_from_an_export(self, old: Path, tmp_path: Path) -> None:
        export = io.BytesIO()
        _exported(old, export)
        registry = open_registry(old)
        (tmp_path / "new").mkdir()
        taken = new_registry(tmp_path / "new")
        export.seek(0)
        assert taken.take_in(export, "old.tar") == 4
        assert (taken.verify(), taken.head()) == ((), registry.head())
        for one in registry.agreements():
            assert taken.revision(one.id) == registry.revision(one.id)


def _exported(old: Path, out: io.BytesIO) -> None:
    """As an earlier drafter exported it."""
    database = sqlite3.connect(old)
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    names = [name for (name,) in tables if name != "alembic_version"]
    rows = {
        name: [
            [base64.b64encode(one).decode() if isinstance(one, bytes) else one for one in row]
            for row in database.execute(f"SELECT * FROM {name}")
        ]
        for name in names
    }
    head = {"kind": "drafter registry", "tables": "0001", "rows": rows}
    kept = sorted((old.parent / "registry.files").glob("??/*"))
    members = {"registry.json": json.dumps(head).encode()}
    members |= {f"files/{path.name}": path.read_bytes() for path in kept}
    with tarfile.open(fileobj=out, mode="w") as tar:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
