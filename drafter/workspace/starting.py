"""Starting a workspace: the starter library and the house styles, copied to be one's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from drafter.bundled import house_styles, starter_library
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.workspace.settings import APPROVALS, FILE, Workspace, read_workspace

SETTINGS = """\
# A drafter workspace. Paths are read from this folder.

library = "clause_library"
templates = "templates"
registry = "registry.db"     # or a URL: postgresql+psycopg://host/name
files = "registry.files"     # what was drafted, issued and received, byte for byte
output = "drafts"
"""
_FOLDERS = ("clause_library", "templates", "drafts")


def start_workspace(folder: Path) -> Workspace:
    """Make a workspace. Raises `Refused`, having written nothing, where its places are taken.

    The settings are written last: a folder that has them is a whole workspace.
    """
    faults = list(_taken(folder))
    if faults:
        raise Refused(faults)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(starter_library(), folder / "clause_library")
        shutil.copytree(house_styles(), folder / "templates", ignore=_tools)
        (folder / "drafts").mkdir()
        (folder / FILE).write_text(SETTINGS, "utf-8")
    except OSError as error:
        says = f"{folder}: {error.strerror}"
        raise Refused([Diagnostic("workspace", says, Place(folder.as_posix()))]) from None
    return read_workspace(folder / FILE)


def _taken(folder: Path) -> Iterator[Diagnostic]:
    if folder.exists() and not folder.is_dir():
        yield _fault(folder, "is a file", "name a folder")
    for name in (FILE, APPROVALS, *_FOLDERS):
        if (folder / name).exists():
            yield _fault(folder / name, "exists", "name another folder for the workspace")


def _fault(path: Path, says: str, cure: str) -> Diagnostic:
    return Diagnostic("workspace", f"{path} {says}", Place(path.as_posix()), cure)


def _tools(folder: str, names: list[str]) -> list[str]:
    """What a checkout has beside the house styles, and a workspace does not need."""
    return [name for name in names if name.endswith(".py") or name.startswith(("~", ".", "__"))]
