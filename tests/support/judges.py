"""Programs from outside that judge a Word file."""

from __future__ import annotations

from pathlib import Path

from docx_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator


def complaints(path: Path) -> list[str]:
    """The faults that either program finds."""
    validator = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0)
    schema = [str(each) for each in validator.validate(path).errors]
    return schema + [str(each) for each in check(path)]
