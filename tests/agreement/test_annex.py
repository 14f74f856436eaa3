"""The annex of assumptions: a draft may list at its end what of it nobody has confirmed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.command import example
from support.examples import starter
from support.files import house

from drafter.agreement.annex import annex_asked
from drafter.agreement.assemble import assemble
from drafter.agreement.instructions import ASSUMPTIONS, Instructions
from drafter.agreement.model import Table
from drafter.diagnostics import Refused
from drafter.drafting import Draft
from drafter.matters.recording import as_draft
from drafter.printed_words import AnnexWords
from drafter.word.read import read_docx

ASKED = Instructions(annex=ASSUMPTIONS)


def drafted(asked: Instructions = ASKED) -> Draft:
    return starter().draft_as(starter().read_file(example("smart-handbag")), asked)


def rows(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The rows of the annex, by the question."""
    (table,) = (one for one in draft.document.annex if isinstance(one, Table))
    cells = [["".join(run.text for run in cell) for cell in row] for _, row in table.rows]
    return {asks: tuple(rest) for asks, *rest in cells}


class DescribeTheAnnexOfAssumptions:
    def it_has_a_row_for_each_assumption_with_its_reason_and_its_places(self) -> None:
        draft = drafted()
        assert len(rows(draft)) == len(draft.assembled.assumed)
        assert rows(draft)["How much notice must a party give to leave?"] == (
            "30 days",
            "thirty days let a party out of a failed project and the others adjust",
            "37.1",
        )

    def it_names_wordings_that_were_chosen_on_one(self) -> None:
        what = "May the others leave if a competitor of theirs takes control of a party?"
        assert rows(drafted())[what][2] == "36.5"

    def it_says_what_is_printed_nowhere(self) -> None:
        what = "Is the agreement written in British or in American English?"
        assert rows(drafted())[what][2] == "not printed"

    def it_stands_at_the_end_of_every_form_and_is_no_part_of_the_agreement(self) -> None:
        draft, plain = drafted(), drafted(Instructions())
        assert draft.text().startswith(plain.text())
        assert "Annex to the draft: assumptions" in draft.text()[len(plain.text()) :]
        lines = [one.text for one in read_docx(draft.to_docx())]
        assert lines[lines.index("Annex to the draft: assumptions") + 2] == "Question"
        assert as_draft(draft, house()).blocks == as_draft(plain, house()).blocks

    def it_says_so_where_nothing_rests_on_one(self) -> None:
        every = [one.question for one in drafted().assembled.assumed]
        record = {**starter().read_file(example("smart-handbag")).record, "confirmed": every}
        annex = starter().draft_as(record, ASKED).document.annex
        assert [one.block for one in annex] == ["annex", "annex.lead"]

    @pytest.mark.parametrize("purpose", ["issue", "signature"])
    def it_never_leaves_the_house(self, purpose: str) -> None:
        asked = replace(ASKED, purpose=purpose)
        made = assemble(drafted().decision.selection, asked).agreement
        assert made.annex == ()

    def it_is_refused_where_the_library_has_no_words_for_it(self) -> None:
        with pytest.raises(Refused, match="no words for an annex"):
            annex_asked(ASKED, (), {}, AnnexWords())
