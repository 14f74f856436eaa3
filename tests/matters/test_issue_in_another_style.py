"""What is issued reads as it was recorded, whatever house style it is issued in."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.edited_files import NOW, by_name
from support.workspaces import Practice, deal

from drafter.desk import Desk
from drafter.diagnostics import Diagnostic, Refused

SPELLED = ("topics/results/jointly-owned.md", "each Result", "each Result of the organisation")


@pytest.fixture
def firm(tmp_path: Path) -> Practice:
    """A British deal is recorded; the firm has an American house style too."""
    firm = Practice(tmp_path)
    firm.settings()
    firm.own_style("american", "edition: us\n")
    firm.own_style("plain")
    firm.edit(*SPELLED)
    firm.record(deal(ownership="joint"))
    return firm


def refused(desk: Desk) -> list[Diagnostic]:
    with pytest.raises(Refused) as told:
        desk.issue("A-0001", NOW, by_name(), style="american")
    return list(told.value.diagnostics)


class DescribeIssueInAnotherHouseStyle:
    """Its look may be another; the words that were read in-house may not."""

    def it_goes_out_where_the_style_words_it_alike(self, firm: Practice) -> None:
        issued = firm.desk().issue("A-0001", NOW, by_name(), style="plain")
        assert issued.held.status.value == "issued"

    def it_says_that_the_edition_is_another(self, firm: Practice) -> None:
        (fault,) = refused(firm.desk())
        assert (fault.rule, fault.says) == (
            "other-edition",
            "A-0001 would be issued in the words of `en-us` (neither an answer nor the precedent "
            "names an edition, and the house style names `us`); revision 1 was recorded in those "
            "of `en-uk`",
        )

    def it_says_what_the_library_changed_besides(self, firm: Practice) -> None:
        firm.edit("topics/exit/by-notice.md", "may leave", "may go")
        edition, library = refused(firm.desk())
        assert edition.rule == "other-edition"
        assert library.says == "the library words A-0001 otherwise than revision 1: `exit`"
