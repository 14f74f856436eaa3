"""What every command test needs."""

import pytest
from support.command import Command


@pytest.fixture
def drafter(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Command(capsys)
