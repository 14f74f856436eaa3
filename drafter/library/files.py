"""The files of a library: found, read safely, digested. The path of a file is its identity."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.library.starter_words import lent

if TYPE_CHECKING:
    from drafter.yaml_nodes import YamlFile

LARGEST_FILE = 1_000_000  # bytes
_PIECE = 64_000  # bytes: most files of a library are one
_ENDINGS = (".yaml", ".md")
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)  # which Windows has
_PERMISSIONS = "check its permissions"


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
    for name, path in sorted(_found(root, "", faults), key=lambda one: one[0].split("/")):
        data = _bytes(path, faults)
        if data is not None:
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
            texts[name] = _decoded(path, data, faults)
    if faults:
        raise Refused(sorted(faults, key=lambda one: one.says))
    for path, text in lent(texts).items():
        digest.update(f"{path}\0{text}".encode())
    return LibraryFiles(root, texts, digest.hexdigest())


def _found(folder: str, below: str, faults: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    """The clause and YAML files of a folder and those beneath it: by their path in the library,
    and as messages name them. What is no file, such as a pipe, is passed over."""
    try:
        with os.scandir(folder) as entries:
            every = list(entries)
    except OSError as error:
        faults.append(_fault(folder, f"cannot be read: {error.strerror}", _PERMISSIONS))
        return
    for one in every:
        path = f"{folder}/{one.name}"
        if one.is_dir(follow_symlinks=False):
            yield from _found(path, f"{below}{one.name}/", faults)
        elif one.name.endswith(_ENDINGS) and one.is_symlink():
            faults.append(_fault(path, "is a link", "a library holds plain files only"))
        elif one.name.endswith(_ENDINGS) and one.is_file():
            yield f"{below}{one.name}", path


def _bytes(path: str, faults: list[Diagnostic]) -> bytes | None:
    """What a file holds; None for a fault. A library has hundreds of small files: no more is
    asked of the system than it takes to read one."""
    try:
        handle = os.open(path, _READ)
        try:
            data = _content(handle)
        finally:
            os.close(handle)
    except OSError as error:
        faults.append(_fault(path, f"cannot be read: {error.strerror}", _PERMISSIONS))
        return None
    if len(data) <= LARGEST_FILE:
        return data
    faults.append(_fault(path, "is larger than 1 MB", "split it"))
    return None


def _content(handle: int) -> bytes:
    data = piece = os.read(handle, _PIECE)
    while piece and len(data) <= LARGEST_FILE:
        piece = os.read(handle, _PIECE)
        data += piece
    return data


def _decoded(path: str, data: bytes, faults: list[Diagnostic]) -> str:
    try:
        return data.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        faults.append(_fault(path, "is no UTF-8 text", "save it in UTF-8"))
        return ""


def _fault(path: str, says: str, cure: str) -> Diagnostic:
    return Diagnostic("library-file", f"{path} {says}", Place(path), cure)
