"""The files of a library: found, read safely, digested. The path of a file is its identity."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.yaml_nodes import YamlFile

LARGEST_FILE = 1_000_000  # bytes
_ENDINGS = (".yaml", ".md")


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The texts of a library by their path below its folder; `root` is how faults name it."""

    root: str
    texts: dict[str, str]
    digest: str

    def yaml(self, path: str) -> YamlFile:
        """One YAML file."""
        return YamlFile(self.shown(path), self.texts[path])

    def under(self, folder: str, ending: str) -> list[str]:
        """The paths below a folder with this ending, in order."""
        return [path for path in self.texts if path.startswith(f"{folder}/") and path.endswith(
            ending)]

    def shown(self, path: str) -> str:
        """A path as messages name it."""
        return f"{self.root}/{path}"


def read_files(folder: Path) -> LibraryFiles:
    """All `.yaml` and `.md` files of a library folder. Raises `Refused` for what is unreadable."""
    if not folder.is_dir():
        raise Refused([Diagnostic("library", f"{folder.as_posix()}: no library folder is here",
                                  Place(folder.as_posix()), "name one with --library DIR")])
    faults: list[Diagnostic] = []
    texts: dict[str, str] = {}
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _ENDINGS and path.is_file():
            name = path.relative_to(folder).as_posix()
            data = _bytes(path, faults)
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
            texts[name] = _decoded(path, data, faults)
    if faults:
        raise Refused(faults)
    return LibraryFiles(folder.as_posix().rstrip("/"), texts, digest.hexdigest())


def _bytes(path: Path, faults: list[Diagnostic]) -> bytes:
    if path.is_symlink():
        faults.append(_fault(path, "is a link", "a library holds plain files only"))
        return b""
    if path.stat().st_size > LARGEST_FILE:
        faults.append(_fault(path, "is larger than 1 MB", "split it"))
        return b""
    return path.read_bytes()


def _decoded(path: Path, data: bytes, faults: list[Diagnostic]) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        faults.append(_fault(path, "is no UTF-8 text", "save it in UTF-8"))
        return ""


def _fault(path: Path, says: str, cure: str) -> Diagnostic:
    return Diagnostic("library-file", f"{path.as_posix()} {says}", Place(path.as_posix()), cure)
