"""How a command ends."""

from __future__ import annotations

import gc

import pytest

from drafter.cli import main


class DescribeTheEndOfACommand:
    """Who waits for a command waits for its result, not for its tidying."""

    def it_looks_for_no_rubbish_among_all_that_was_made(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The look that Python takes when it ends finds nothing to go through."""
        monkeypatch.setattr("sys.argv", ["drafter", "--version"])
        before = gc.get_threshold()
        try:
            with pytest.raises(SystemExit):
                main()
            assert gc.get_freeze_count() > 10_000
        finally:
            gc.unfreeze()
            gc.set_threshold(*before)
