"""A draft waits for no look for rubbish, and leaves everything as it was."""

import gc
from collections.abc import Iterator

import pytest
from support.command import answers_of
from support.examples import starter
from support.files import house

from drafter.diagnostics import Refused

DEAL = answers_of("smart-handbag")


@pytest.fixture
def eager() -> Iterator[None]:
    """A collector that looks at every turn."""
    before = gc.get_threshold()
    gc.set_threshold(50, 5, 5)
    yield
    gc.set_threshold(*before)


def looks() -> int:
    """How often rubbish was looked for so far."""
    return sum(one["collections"] for one in gc.get_stats())


@pytest.mark.usefixtures("eager")
class DescribeADraft:
    def it_is_made_without_a_look_for_rubbish(self) -> None:
        library, style = starter(), house()
        before = looks()
        draft = library.draft(DEAL)
        draft.report()
        draft.to_docx(style)
        assert looks() - before <= 9  # between the three

    def it_leaves_the_collector_as_it_was(self) -> None:
        starter().draft(DEAL)
        assert gc.isenabled()
        with pytest.raises(Refused):
            starter().draft({"precedent": "co-marketing", "answers": {}})
        assert gc.isenabled()

    def it_starts_no_collector_that_its_caller_stopped(self) -> None:
        gc.disable()
        try:
            starter().draft(DEAL)
            assert not gc.isenabled()
        finally:
            gc.enable()
