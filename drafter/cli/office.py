"""LibreOffice at work: it lays Word files out, many at one start, in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.diagnostics import NOTE, Diagnostic, Refused, note_from
from drafter.word.for_layout import for_layout
from drafter.word.page_numbers import layout_program, styles_of, substituted_fonts

_PROGRAMS = ("soffice", "libreoffice")
_START, _EACH = 90, 60  # seconds
_TAGGED = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"}}'
)


def office() -> str:
    """Where LibreOffice is. Raises `Refused` where it is not."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if found is None:
        says = "pages are laid out by LibreOffice, which is not installed here"
        cure = "install LibreOffice 7.4 or later, or leave out --pdf and --pages"
        raise Refused([Diagnostic("no-layout", says, None, cure)])
    return found


def laid_out(files: Sequence[bytes], program: str) -> list[bytes]:
    """Each Word file saved again with its fields computed. Raises `Refused`."""
    return _converted(files, program, "docx", "docx")


def as_pdf(files: Sequence[bytes], program: str) -> list[bytes]:
    """Each Word file as a tagged PDF with title and bookmarks. Raises `Refused`."""
    return _converted(files, program, _TAGGED, "pdf")


def _converted(files: Sequence[bytes], program: str, to: str, ending: str) -> list[bytes]:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="drafter-") as folder:
        place = Path(folder)
        names = [place / f"{number}.docx" for number in range(len(files))]
        for name, data in zip(names, files, strict=True):
            name.write_bytes(for_layout(data))
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--norestore", "--convert-to", to, "--outdir",
                   str(place / "out"), *map(str, names)]  # fmt: skip
        _run(command, _START + _EACH * len(files))
        made = [place / "out" / f"{name.stem}.{ending}" for name in names]
        return [_whole(one) for one in made]


def _run(command: list[str], seconds: int) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise _failed(f"LibreOffice took more than {seconds} seconds") from None
    except (OSError, subprocess.CalledProcessError) as fault:
        raise _failed("LibreOffice could not be run", note_from("LibreOffice", fault)) from None


def _whole(file: Path) -> bytes:
    if not file.is_file():
        raise _failed("LibreOffice laid out nothing")
    return file.read_bytes()


def _failed(says: str, *notes: str) -> Refused:
    cure = "try again; the .docx without --pdf and --pages needs no other program"
    return Refused([Diagnostic("no-layout", says, None, cure, notes)])


# --- what to know of a layout ---------------------------------------------------------------------


def told_of_layout(docx: bytes, pdf: bytes) -> Iterator[Diagnostic]:
    """Whose layout it is, and which fonts it has in place of those of the file."""
    whose = layout_program(pdf)
    says = f"pages are laid out by {whose}; Word may end them elsewhere"
    yield Diagnostic("layout", says, None, "", (), NOTE)
    missing, others = substituted_fonts(pdf, styles_of(docx))
    if missing:
        says = f"not installed here: {', '.join(missing)}; set in {', '.join(others)} instead"
        cure = "install the font, or expect other line and page ends"
        yield Diagnostic("layout", says, None, cure, (), NOTE)
