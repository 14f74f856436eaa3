"""What attacks by way of a command need."""

import pytest
from support.command import Command


@pytest.fixture
def drafter(capsys):
    return Command(capsys)
