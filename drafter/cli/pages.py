"""`--pages` and `--pdf`: what only a layout of pages can give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from drafter.cli.output import STDOUT
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.disk import overlap_faults, write_faults

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.word.house_style import HouseStyle


PAGES = "Page numbers on the contents page, as LibreOffice lays it out."
PDF = "Also a PDF beside it, laid out by LibreOffice."


@dataclass(frozen=True, slots=True)
class Laying:
    """Whether the contents page is to have page numbers, and whether a PDF is to lie beside."""

    pages: bool
    pdf: bool

    @property
    def is_wanted(self) -> bool:
        """Whether anything is to be laid out."""
        return self.pages or self.pdf

    def check(self, output: Path, record: bool) -> None:
        """Raises `UsageError` for what cannot be together."""
        if self.pdf and output == STDOUT:
            raise click.UsageError("--pdf lies beside the .docx, and `-o -` lays none")
        if self.pages and record:
            says = "--pages makes a file that depends on fonts; what is recorded never does"
            raise click.UsageError(says)

    def faults(
        self, output: Path, force: bool, inputs: Mapping[str, Path | None]
    ) -> Iterator[Diagnostic]:
        """Why nothing can be laid out, or the PDF cannot lie there. Raises `Refused`."""
        if self.is_wanted:
            from drafter.cli.office import office

            office()
        if self.pdf:
            beside = output.with_suffix(".pdf")
            given = {name: path for name, path in inputs.items() if path is not None}
            yield from write_faults(beside, force, "PDF")
            yield from overlap_faults({"--pdf": beside}, given)

    def of(self, agreement: Draft, house: HouseStyle) -> LaidOut:
        """The files, and what to know of them. Raises `Refused`."""
        if not self.is_wanted:
            return LaidOut(agreement.to_docx(house))
        from drafter.cli.office import as_pdf, laid_out, office, told_of_layout
        from drafter.word.page_numbers import page_numbers

        program, numbers = office(), None
        if self.pages:
            (probe,) = laid_out([agreement.to_docx(house, {})], program)
            numbers = page_numbers(probe)
        docx = agreement.to_docx(house, numbers)
        (pdf,) = as_pdf([docx], program)
        return LaidOut(docx, pdf if self.pdf else b"", tuple(told_of_layout(docx, pdf)))


class LaidOut(NamedTuple):
    """A Word file, its PDF (empty unless wanted), and what to know of the layout."""

    docx: bytes
    pdf: bytes = b""
    told: tuple[Diagnostic, ...] = ()
