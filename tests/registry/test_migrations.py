"""The tables that migrations make are the tables that this drafter reads."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect
from support.registers import behind_its_back, database_of, draft, new_registry, stamp

from drafter.diagnostics import Refused
from drafter.registry import create_registry, opening
from drafter.registry.tables import HEAD, data


class DescribeMigrations:
    def it_ends_at_the_tables_that_are_read(self, tmp_path: Path) -> None:
        where = database_of(tmp_path)
        create_registry(where, tmp_path / "kept").close()
        engine = create_engine(where if "://" in where else f"sqlite:///{where}")
        made = inspect(engine)
        for table in data.sorted_tables:
            found = {column["name"]: str(column["type"]) for column in made.get_columns(table.name)}
            assert found == {
                column.name: column.type.compile(engine.dialect) for column in table.columns
            }
            keys = made.get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key.columns]

    def it_knows_the_newest_one(self) -> None:
        migrations = Path(opening.__file__).parent / "migrations"
        assert ScriptDirectory(str(migrations)).get_current_head() == HEAD

    def it_refuses_a_registry_of_a_newer_drafter(self, tmp_path: Path) -> None:
        new_registry(tmp_path).close()
        behind_its_back(tmp_path, "UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(Refused, match="newer than this drafter"):
            new_registry(tmp_path)

    def it_leaves_a_registry_as_it_is_when_it_is_opened_again(self, tmp_path: Path) -> None:
        new_registry(tmp_path).record(draft(), "A matter", stamp())
        again = new_registry(tmp_path)
        assert [one.id for one in again.agreements()] == ["A-0001"]
