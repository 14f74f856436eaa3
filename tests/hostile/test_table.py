"""Every attack of the table is made by tests that are there, and so is held what use has found."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from hostile.by_use import FOUND, Found
from hostile.table import ATTACKS, Attack

TESTS = Path(__file__).resolve().parents[1]


def named(path: Path) -> set[str]:
    """The tests and classes of tests that a file has."""
    found = {""}
    for one in ast.parse(path.read_text("utf-8")).body:
        if isinstance(one, ast.ClassDef):
            found |= {one.name, *(f"{one.name}::{each.name}" for each in one.body
                                  if isinstance(each, ast.FunctionDef))}  # fmt: skip
    return found


class DescribeTheTableOfAttacks:
    def it_names_each_once(self) -> None:
        ids = [attack.id for attack in ATTACKS]
        assert len(ids) == len(set(ids))
        assert [f"S{number}" for number in range(1, 26)] == ids[:25]

    @pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.id)
    def it_names_tests_that_are_there(self, attack: Attack) -> None:
        for name in attack.tests:
            file, _, inside = name.partition("::")
            assert inside in named(TESTS / file), name


class DescribeWhatUseHasFound:
    def it_is_named_once(self) -> None:
        ids = [found.id for found in FOUND]
        assert len(ids) == len(set(ids))

    @pytest.mark.parametrize("found", FOUND, ids=lambda found: found.id)
    def it_is_held_by_what_is_there(self, found: Found) -> None:
        for name in found.held_by:
            file, _, inside = name.partition("::")
            assert inside in named(TESTS.parent / file), name
