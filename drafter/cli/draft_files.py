"""The files of `drafter draft`: the agreement, and what lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli.output import SecondFile, docx_faults, laid_too, no_two_on_stdout
from drafter.cli.pages import LaidOut, Laying
from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic
from drafter.disk import overlap_faults

if TYPE_CHECKING:
    from drafter.drafting import Draft
    from drafter.word.house_style import HouseStyle

SHEETS = (".docx", ".html", ".md")


@dataclass(frozen=True, slots=True)
class DraftFiles:
    """The agreement in its `form`, the record of it and its key terms beside, over files that
    exist only with `force`; whether it is laid out, with `pages` on its contents page or as a
    `pdf`."""

    output: Path
    form: str
    report: Path | None
    key_terms: Path | None
    force: bool
    pages: bool
    pdf: bool

    @property
    def laying(self) -> Laying:
        """What only a layout of pages can give."""
        return Laying(self.pages, self.pdf)

    @property
    def sheets(self) -> tuple[SecondFile, SecondFile]:
        """The record and the key terms, as far as they are wanted."""
        record = SecondFile(self.report, "--report", "report", (".json", *SHEETS))
        return record, SecondFile(self.key_terms, "--key-terms", "key terms", SHEETS)

    def check(self, record: bool, as_json: bool) -> None:
        """Raises `UsageError` for what cannot be together."""
        no_two_on_stdout(self.output, as_json)
        self.laying.check(self.output, record)
        if self.form != "docx" and (record or self.laying.is_wanted):
            raise click.UsageError("--record, --pages and --pdf take a Word file: --format docx")

    def faults(self, inputs: Mapping[str, Path | None]) -> list[Diagnostic]:
        """Why they cannot be laid there."""
        ending, beside = f".{self.form}", {one.option: one.path for one in self.sheets if one.path}
        return [
            *docx_faults(self.output, self.force, "agreement", inputs, ending),
            *(told for one in self.sheets for told in one.faults(self.output, self.force, inputs)),
            *(overlap_faults(beside, {}) if len(beside) > 1 else ()),
            *self.laying.faults(self.output, self.force, inputs),
        ]

    def of(self, agreement: Draft, house: HouseStyle) -> LaidOut:
        """The agreement in its form, and what to know of its layout. Raises `Refused`."""
        if self.form == "docx":
            return self.laying.of(agreement, house)
        from drafter.drafting.forms import as_form

        return LaidOut(as_form(agreement.in_style(house).document, self.form, house))

    @contextmanager
    def accompanied(self, agreement: Draft, house: HouseStyle, pdf: bytes) -> Iterator[None]:
        """The record, the key terms and the PDF, if they are wanted: laid when the agreement has
        been."""
        record, terms = self.sheets
        place, made = self.output.with_suffix(".pdf") if self.pdf else None, ExitStack()
        with made:
            made.enter_context(laid_too(self.report, _record(agreement, record, house), self.force))
            made.enter_context(
                laid_too(self.key_terms, _terms(agreement, terms, house), self.force)
            )
            made.enter_context(laid_too(place, pdf, self.force))
            yield


def _record(agreement: Draft, file: SecondFile, house: HouseStyle) -> bytes:
    from drafter.drafting.forms import as_form

    if file.form == "json":
        return (json.dumps(agreement.report(), ensure_ascii=False, indent=2) + "\n").encode()
    return as_form(agreement.decision_record(), file.form, house) if file.form else b""


def _terms(agreement: Draft, file: SecondFile, house: HouseStyle) -> bytes:
    from drafter.drafting.forms import as_form

    return as_form(agreement.key_terms(), file.form, house) if file.form else b""
