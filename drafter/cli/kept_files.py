"""Kept files, written out under names that say what they are."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.diagnostics import refuse_errors
from drafter.disk import write_faults, write_whole

if TYPE_CHECKING:
    from drafter.registry.model import KeptFile
    from drafter.registry.registry import Registry


def save_files(book: Registry, agreement: str, files: Iterable[KeptFile], folder: Path) -> None:
    """Write each kept file into a folder, as `A-0007-2-issued-revision-1.docx`. Raises `Refused`
    with every file that stands in the way."""
    folder.mkdir(parents=True, exist_ok=True)
    named: dict[Path, str] = {}
    for number, file in enumerate(files, 1):
        ending = _ending(book.file(file.digest))
        name = f"{agreement}-{number}-{file.kind}-revision-{file.revision}{ending}"
        named[folder / name] = file.digest
    refuse_errors([fault for path in named for fault in write_faults(path, False, "file")])
    for path, digest in named.items():
        write_whole(path, book.file(digest))


def _ending(data: bytes) -> str:
    """The ending by what a file is; its own name is never used."""
    return ".docx" if data.startswith(b"PK") else ".pdf" if data.startswith(b"%PDF") else ".bin"
