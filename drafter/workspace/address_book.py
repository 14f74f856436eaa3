"""The address book of a workspace: a party a file in `parties/`, kept when it is first typed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import write_whole
from drafter.input_files import read_input
from drafter.yaml_nodes import YamlFile, plain

FOLDER = "parties"
_LARGEST = 100_000  # bytes; a party has a dozen lines
PartyFields = dict[str, Any]


def read_parties(folder: Path) -> dict[str, PartyFields]:
    """Each party by its id, in the order of their ids; none where there is no folder.

    Raises `Refused` with every file that cannot be read.
    """
    found: dict[str, PartyFields] = {}
    faults: list[Diagnostic] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = _read(path)
        except Refused as refused:
            faults += refused.diagnostics
    if faults:
        raise Refused(faults)
    return found


def keep_party(folder: Path, id: str, fields: Mapping[str, Any]) -> Path:
    """Write a party into the book, whole or not at all. Raises `Refused` where it cannot.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as made:
    ...     _ = keep_party(Path(made) / "parties", "north", {"name": "North Ltd", "number": "01"})
    ...     read_parties(Path(made) / "parties")
    {'north': {'name': 'North Ltd', 'number': '01'}}
    """
    path = folder / f"{id}.yaml"
    text = yaml.safe_dump(dict(fields), sort_keys=False, allow_unicode=True, width=1000)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Refused([_fault(path, f"{folder} cannot be made: {error.strerror}")]) from None
    write_whole(path, text.encode())
    return path


def _read(path: Path) -> PartyFields:
    data = read_input(path, "address-book", _LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused([_fault(path, f"{path} is no UTF-8 text")]) from None
    file = YamlFile(path.as_posix(), text)
    root = file.root()
    fields = plain(file, root) if root is not None else None
    if file.faults:
        raise Refused(file.faults)
    if not isinstance(fields, dict):
        raise Refused([_fault(path, f"{path} does not hold the fields of a party")])
    return fields


def _fault(path: Path, says: str) -> Diagnostic:
    return Diagnostic("address-book", says, Place(path.as_posix()), "mend the file or take it out")
