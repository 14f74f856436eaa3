"""Where a registry is; no message shows a password, or a part of one."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from drafter.diagnostics import Refused, print_diagnostic
from drafter.registry import create_registry, open_registry

NO_URL = ("u:hush@127.0.0.1:port/x", "u:hu@sh@127.0.0.1:1/x")
NOBODY_THERE = ("u:hush@127.0.0.1:1/x", "u:hush/:x@127.0.0.1:1/x",
                "127.0.0.1:1/x?user=u&password=hush")  # fmt: skip


def told(where: str, files: Path) -> str:
    """What is told of a registry that cannot be opened, or made."""
    said = []
    for act in (open_registry, create_registry):
        with pytest.raises(Refused) as refused:
            act(where, files)
        said += map(print_diagnostic, refused.value.diagnostics)
    return "\n".join(said)


class DescribeAUrl:
    @pytest.mark.parametrize("where", NO_URL)
    def it_is_refused_with_the_form_that_it_has(self, where: str, tmp_path: Path) -> None:
        said = told(f"postgresql+psycopg://{where}", tmp_path)
        assert said.count("this is no URL of a database") == 2
        assert "in a password %40" in said
        assert [part for part in ("hush", "hu@", "sh@") if part in said] == []

    @pytest.mark.parametrize("where", NOBODY_THERE)
    def it_keeps_its_password_where_nobody_answers(self, where: str, tmp_path: Path) -> None:
        """Nor where the driver that would ask is not installed."""
        said = told(f"postgresql+psycopg://{where}", tmp_path)
        driver = find_spec("psycopg") is not None
        assert ("it cannot be opened" if driver else "driver is not installed") in said
        assert "hush" not in said
