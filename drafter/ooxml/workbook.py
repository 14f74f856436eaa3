"""The way into a workbook from outside: judged by its directory before a library reads it."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from drafter.diagnostics import Diagnostic, Place, note_from
from drafter.ooxml.package import directory_faults

BOOK = "xl/workbook.xml"
_AGAIN = "save it again as .xlsx"
_WRITTEN = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_RUNNABLE = ("vbaproject", "/activex/", "/embeddings/", "oleobject", "/macrosheets/")


def workbook_faults(data: bytes, file: str) -> list[Diagnostic]:
    """Why a workbook is not read: no .xlsx, too large when unpacked, macros or objects in it."""
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError) as fault:
        says, note = f"{file} is no .xlsx that can be read", note_from("zip reader", fault)
        return [Diagnostic("not-a-table", says, Place(file), _AGAIN, (note,))]
    names = {"/" + entry.filename.lower() for entry in entries}
    faults = list(directory_faults(entries, file, _AGAIN))
    if f"/{BOOK}" not in names:
        faults.append(
            Diagnostic("not-a-table", f"{file} is no .xlsx workbook", Place(file), _AGAIN)
        )
    for name in sorted(names):
        if any(word in name for word in _RUNNABLE):
            says = f"{file} has macros or objects in it"
            faults.append(Diagnostic("unsafe-part", says, Place(f"{file}{name}"), _AGAIN))
    return faults


def has_formulas(data: bytes) -> bool:
    """Whether a sheet of a workbook that was judged holds a formula."""
    with ZipFile(BytesIO(data)) as package:
        sheets = (name for name in package.namelist() if name.startswith("xl/worksheets/"))
        return any(b"<f" in package.read(name) for name in sheets)


def dateless(data: bytes) -> bytes:
    """A workbook that we wrote without the time of its writing: the same sheets, the same bytes."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _WRITTEN.sub(b"1980-01-01T00:00:00Z", part)
            new.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return packed.getvalue()
