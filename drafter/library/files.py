"""The files of a library: found, read safely, digested. The path of a file is its identity."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import TYPE_CHECKING

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.library.starter_words import lent

if TYPE_CHECKING:
    from drafter.yaml_nodes import YamlFile

LARGEST_FILE = 1_000_000  # bytes
_ENDINGS = (".yaml", ".md")


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The texts of a library by their path below its folder; `root` is how faults name it.

    `digest` covers the files, and the printed words lent to a library that has none.
    """

    root: str
    texts: dict[str, str]
    digest: str

    def yaml(self, path: str) -> YamlFile:
        """One YAML file."""
        from drafter.yaml_nodes import YamlFile

        return YamlFile(self.shown(path), self.texts[path])

    def under(self, folder: str, ending: str) -> list[str]:
        """The paths below a folder with this ending, in order."""
        return [
            path for path in self.texts if path.startswith(f"{folder}/") and path.endswith(ending)
        ]

    def shown(self, path: str) -> str:
        """A path as messages name it."""
        return f"{self.root}/{path}"


def read_files(folder: Path) -> LibraryFiles:
    """All `.yaml` and `.md` files of a library folder. Raises `Refused` for what is unreadable."""
    if not folder.is_dir():
        raise Refused(
            [
                Diagnostic(
                    "library",
                    f"{folder.as_posix()}: no library folder is here",
                    Place(folder.as_posix()),
                    "name one with --library DIR",
                )
            ]
        )
    root = folder.as_posix().rstrip("/")
    faults: list[Diagnostic] = []
    texts: dict[str, str] = {}
    digest = hashlib.sha256()
    for name in sorted(_names(root), key=lambda name: name.split("/")):
        path = f"{root}/{name}"
        data = _bytes(path, faults)
        if data is not None:
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
            texts[name] = _decoded(path, data, faults)
    if faults:
        raise Refused(faults)
    for path, text in lent(texts).items():
        digest.update(f"{path}\0{text}".encode())
    return LibraryFiles(root, texts, digest.hexdigest())


def _names(root: str) -> Iterator[str]:
    """The paths of clause and YAML files below the folder."""
    for folder, _, names in os.walk(root):
        below = folder[len(root) + 1 :].replace(os.sep, "/")
        yield from (
            f"{below}/{name}" if below else name for name in names if name.endswith(_ENDINGS)
        )


def _bytes(path: str, faults: list[Diagnostic]) -> bytes | None:
    """What a file holds; None for what is no file, such as a pipe, and for a fault."""
    try:
        status = os.lstat(path)
        if S_ISLNK(status.st_mode):
            faults.append(_fault(path, "is a link", "a library holds plain files only"))
        elif status.st_size > LARGEST_FILE:
            faults.append(_fault(path, "is larger than 1 MB", "split it"))
        elif S_ISREG(status.st_mode):
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - hundreds of small files
                return file.read()
    except OSError as error:
        faults.append(_fault(path, f"cannot be read: {error.strerror}", "check its permissions"))
    return None


def _decoded(path: str, data: bytes, faults: list[Diagnostic]) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        faults.append(_fault(path, "is no UTF-8 text", "save it in UTF-8"))
        return ""


def _fault(path: str, says: str, cure: str) -> Diagnostic:
    return Diagnostic("library-file", f"{path} {says}", Place(path), cure)
