"""Tables: a row is one block; what does not fit its cells is never forced into them."""

from __future__ import annotations

from copy import deepcopy

from support.counsel import File, a_cell, a_row_added, a_row_deleted
from support.files import W, house
from support.merging import DEAL, drafted, library, read_lines
from support.resolve import rejected

from drafter.merging.merge import merge
from drafter.merging.model import BlockOutcome, Merged
from drafter.word.read import read_docx

RUN = "drafter, run 2"
STEPS = DEAL["answers"]["steps"]
TRIAL = {"name": "Trial with thirty users", "month": 5}


def fresh(**steps: dict[str, object] | None) -> bytes:
    """The agreement with other steps; None takes one out."""
    kept = {id: step for id, step in {**STEPS, **steps}.items() if step is not None}
    answers = {**DEAL["answers"], "steps": kept}
    return library().draft({**DEAL, "answers": answers}).to_docx(house())


def merged(edit, new: bytes) -> Merged:  # type: ignore[no-untyped-def]
    """The merge into a file that counsel edited, which gives that file again when rejected."""
    file = File(drafted())
    edit(file)
    back = file.saved()
    found = merge(drafted(), back, new, author=RUN)
    assert as_read(rejected(found.document, RUN)) == as_read(back)
    return found


def as_read(data: bytes) -> list[tuple[str, str, str]]:
    return [(one.style, one.label, one.text) for one in read_docx(data)]


def cells(found: Merged) -> list[str]:
    """The cells of the table when all is accepted."""
    lines = list(read_lines(found.document))
    return lines[lines.index("Step") + 2 : -1]


def nothing(file: File) -> None:
    """Counsel leaves it."""


class DescribeRows:
    def it_puts_new_words_into_a_row_cell_by_cell(self):
        found = merged(nothing, fresh(trial=TRIAL))
        assert cells(found)[2:4] == ["Trial with thirty users", "5"]
        assert found.words == 4

    def it_adds_a_row_behind_its_neighbour(self):
        """Counsel's own row stays beside it."""
        found = merged(a_row_added, fresh(launch=None, sale={"name": "Sale", "month": 10}))
        assert cells(found) == [
            "Design of the first sample", "1", "Trial with ten users", "4", "Sale in one town",
            "6", "Sale", "10"]  # fmt: skip

    def it_strikes_a_row(self):
        assert "Trial with ten users" not in cells(merged(nothing, fresh(trial=None)))

    def it_leaves_a_row_that_counsel_changed_and_tells(self):
        found = merged(a_cell, fresh(trial=TRIAL))
        assert cells(found)[2:4] == ["Trial with eleven users", "4"]
        (line,) = found.report.of(BlockOutcome.CONFLICT)
        assert line.library == "Trial with thirty users | 5"

    def it_leaves_out_a_row_that_counsel_took_out(self):
        found = merged(a_row_deleted, fresh(trial=TRIAL))
        assert "Trial" not in " ".join(cells(found))
        assert [line.did for line in found.report.lines] == [BlockOutcome.CONFLICT]


class DescribeATableOfAnotherShape:
    def it_is_left_as_it_is_and_told(self):
        """Counsel put in a column."""

        def a_column(file: File) -> None:
            for row in file.body.iter(f"{W}tr"):
                cell = deepcopy(row[-1])
                for mark in list(cell.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
                    mark.getparent().remove(mark)
                row.append(cell)

        found = merged(a_column, fresh(trial=TRIAL, sale={"name": "Sale", "month": 10}))
        assert "Sale" not in cells(found)
        left = [line.library for line in found.report.of(BlockOutcome.LEFT_OUT)]
        assert left == ["Sale | 10"]
        assert "Trial with thirty users | 5" in [
            line.library for line in found.report.of(BlockOutcome.CONFLICT)]  # fmt: skip


class DescribeAWholeTable:
    def it_comes_with_its_schedule(self):
        """Both are new: heading, paragraph and table."""
        found = merge(_without_plan(drafted()), _without_plan(drafted()), drafted(), author=RUN)
        assert {line.did for line in found.report.lines} == {BlockOutcome.ADDED}
        assert read_lines(found.document) == read_lines(drafted())
        assert as_read(rejected(found.document)) == as_read(_without_plan(drafted()))

    def it_goes_with_its_schedule(self):
        found = merge(drafted(), drafted(), _without_plan(drafted()), author=RUN)
        assert {line.did for line in found.report.lines} == {BlockOutcome.STRUCK}
        assert "Step" not in read_lines(found.document)
        assert as_read(rejected(found.document)) == as_read(drafted())


def _without_plan(data: bytes) -> bytes:
    """The agreement without its schedule, references to it left as they are."""
    file = File(data)
    first = file.line("The Parties reach each step")
    for each in (first.getprevious(), first.getnext(), first):
        file.body.remove(each)
    return file.saved()
