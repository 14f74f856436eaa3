"""Starting a workspace: the starter library, the house styles and a registry, to be one's own.

It is made whole in a folder of its own and then moved into place, the settings last: a folder
that has them is a whole workspace. An interrupted start is taken up by starting again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from drafter.bundled import house_styles, starter_library
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import TEMPORARY, write_whole
from drafter.registry import create_registry
from drafter.workspace.settings import APPROVALS, FILE, Workspace, read_workspace

SETTINGS = """\
# A drafter workspace. Paths are read from this folder.

library = "clause_library"
templates = "templates"
registry = "registry.db"     # or a URL: postgresql+psycopg://host/name
files = "registry.files"     # what was drafted, issued and received, byte for byte
output = "drafts"
"""
REMEMBERED = ".starter_library"
"""What the library came from, as it was then: the base of an upgrade, which nobody edits."""

_PARTS = ("clause_library", REMEMBERED, "templates", "drafts", "registry.db")
_BESIDE = f"{TEMPORARY}workspace"


def start_workspace(folder: Path) -> Workspace:
    """Make a workspace. Raises `Refused`, having written nothing, where its places are taken."""
    beside, was_there = folder / _BESIDE, folder.exists()
    try:
        if not (beside / FILE).is_file():  # else it was whole, and only its moving was interrupted
            shutil.rmtree(beside, ignore_errors=True)
            faults = list(_taken(folder))
            if faults:
                raise Refused(faults)
            beside.mkdir(parents=True)
            _make(beside)
        for name in (*_PARTS, FILE):
            if (beside / name).exists():
                (beside / name).replace(folder / name)
        beside.rmdir()
    except OSError as error:
        _take_away(beside, folder, was_there)
        says = f"{folder}: {error.strerror or error}"
        raise Refused([Diagnostic("workspace", says, Place(folder.as_posix()))]) from None
    return read_workspace(folder / FILE)


def _make(beside: Path) -> None:
    shutil.copytree(starter_library(), beside / "clause_library")
    shutil.copytree(starter_library(), beside / REMEMBERED)
    shutil.copytree(house_styles(), beside / "templates", ignore=_tools)
    (beside / "drafts").mkdir()
    create_registry(beside / "registry.db").close()
    write_whole(beside / FILE, SETTINGS.encode())


def _take_away(beside: Path, folder: Path, was_there: bool) -> None:
    """Nothing stays of a start that failed, unless it was whole already."""
    if not (beside / FILE).is_file():
        shutil.rmtree(beside, ignore_errors=True)
        if not was_there and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _taken(folder: Path) -> Iterator[Diagnostic]:
    if folder.exists() and not folder.is_dir():
        yield _fault(folder, "is a file", "name a folder")
        return
    for name in (FILE, APPROVALS, *_PARTS, "registry.files"):
        if (folder / name).exists():
            yield _fault(folder / name, "exists", "name another folder for the workspace")


def _fault(path: Path, says: str, cure: str) -> Diagnostic:
    return Diagnostic("workspace", f"{path} {says}", Place(path.as_posix()), cure)


def _tools(folder: str, names: list[str]) -> list[str]:
    """What a checkout has beside the house styles, and a workspace does not need."""
    return [name for name in names if name.endswith(".py") or name.startswith(("~", ".", "__"))]
