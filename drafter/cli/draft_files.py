"""The files of `drafter draft`: the agreement, and what lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.output import docx_faults, laid_too, report_faults
from drafter.cli.pages import Laying
from drafter.diagnostics import Diagnostic

if TYPE_CHECKING:
    from drafter.drafting import Draft


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """The agreement, the record of it beside, over files that exist only with `force`; whether it
    is laid out, with `pages` on its contents page or as a `pdf`."""

    output: Path
    report: Path | None
    force: bool
    pages: bool
    pdf: bool

    @property
    def laying(self) -> Laying:
        """What only a layout of pages can give."""
        return Laying(self.pages, self.pdf)

    def faults(self, inputs: Mapping[str, Path | None]) -> list[Diagnostic]:
        """Why they cannot be laid there."""
        agreement = docx_faults(self.output, self.force, "agreement", inputs)
        report = report_faults(self.report, self.output, self.force, inputs)
        return [*agreement, *report, *self.laying.faults(self.output, self.force, inputs)]

    @contextmanager
    def beside(self, agreement: Draft, pdf: bytes) -> Iterator[None]:
        """The record and the PDF, if they are wanted: laid when the agreement has been."""
        report = _report(agreement) if self.report else b""
        place = self.output.with_suffix(".pdf") if self.pdf else None
        with laid_too(self.report, report, self.force), laid_too(place, pdf, self.force):
            yield


def _report(agreement: Draft) -> bytes:
    return (json.dumps(agreement.report(), ensure_ascii=False, indent=2) + "\n").encode()
