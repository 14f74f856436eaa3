"""What every command test needs."""

import pytest
from support.command import Command


@pytest.fixture
def drafter(capsys):
    return Command(capsys)
