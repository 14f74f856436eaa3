"""The tables that migrations make are the tables that this drafter reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from support.registers import draft, new_registry, stamp

from drafter.diagnostics import Refused
from drafter.registry import create_registry, open_registry, opening
from drafter.registry.tables import HEAD, data


class DescribeMigrations:
    def it_ends_at_the_tables_that_are_read(self, tmp_path: Path) -> None:
        create_registry(tmp_path / "registry.db").close()
        made = inspect(create_engine(f"sqlite:///{tmp_path / 'registry.db'}"))
        for table in data.sorted_tables:
            found = {column["name"]: str(column["type"]) for column in made.get_columns(table.name)}
            assert found == {column.name: str(column.type) for column in table.columns}
            keys = made.get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key.columns]

    def it_knows_the_newest_one(self) -> None:
        migrations = Path(opening.__file__).parent / "migrations"
        assert ScriptDirectory(str(migrations)).get_current_head() == HEAD

    def it_refuses_a_registry_of_a_newer_drafter(self, tmp_path: Path) -> None:
        new_registry(tmp_path).close()
        database = sqlite3.connect(tmp_path / "registry.db")
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
        with pytest.raises(Refused, match="newer than this drafter"):
            open_registry(tmp_path / "registry.db")

    def it_leaves_a_registry_as_it_is_when_it_is_opened_again(self, tmp_path: Path) -> None:
        new_registry(tmp_path).record(draft(), "A matter", stamp())
        again = open_registry(tmp_path / "registry.db")
        assert [one.id for one in again.agreements()] == ["A-0001"]
