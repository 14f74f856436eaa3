"""Programs from outside that judge a Word file."""

from __future__ import annotations

from pathlib import Path

from docx_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator


def complaints(path: Path) -> list[str]:
    """The faults that either program finds."""
    return schema_faults(path) + detached(path)


def schema_faults(path: Path) -> list[str]:
    """What openxml-audit finds: elements out of order, unknown values, missing parts."""
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0)
    return [str(each) for each in validator.validate(path).errors]


def detached(path: Path) -> list[str]:
    """What docx-integrity finds: comments without a place, lost blanks, rows of other widths."""
    return [str(each) for each in check(path)]
