"""The rejected rows of each table of a batch, in a table of its own columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.diagnostics import Diagnostic
from drafter.regeneration.batch_rows import Batch
from drafter.regeneration.files import lay
from drafter.tables.rejects import rejects

if TYPE_CHECKING:
    from drafter.regeneration.batch import Result


def write_table_rejects(batch: Batch, done: Iterable[Result], folder: Path) -> list[Path]:
    """Write the rejected rows of each table into the folder; the files that were written. A file
    of an earlier run goes where no row is rejected any more. Raises `Refused`."""
    faults: dict[str, dict[int, tuple[Diagnostic, ...]]] = {source: {} for source in batch.sheets}
    for one in done:
        if one.faults and one.row.source in faults:
            faults[one.row.source][one.row.line] = one.faults
    written = []
    for source, path in _files(batch.sheets, folder):
        if faults[source]:
            lay(path, rejects(batch.sheets[source], faults[source]), force=True)
            written.append(path)
        else:
            path.unlink(missing_ok=True)
    return written


def _files(sources: Iterable[str], folder: Path) -> Iterator[tuple[str, Path]]:
    """Each table with the file of its rejects; two tables never share one."""
    taken: set[str] = set()
    for source in sources:
        path = Path(source)
        ending = ".xlsx" if path.suffix.lower() in (".xlsx", ".xlsm") else ".csv"
        stem, number = f"rejects-{path.stem}", 1
        while f"{stem}{ending}".casefold() in taken:
            number += 1
            stem = f"rejects-{path.stem}-{number}"
        taken.add(f"{stem}{ending}".casefold())
        yield source, folder / f"{stem}{ending}"
