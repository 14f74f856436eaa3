"""The files of a registry, kept byte for byte, each under the digest of what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import TEMPORARY, leftovers, unwritable, write_whole
from drafter.system import sync_folder

_TEMPORARIES = (TEMPORARY, ".new-")  # the second is what earlier releases left


def digest_of(data: bytes) -> str:
    """The name of some bytes.

    >>> digest_of(b"")[:12]
    'e3b0c44298fc'
    """
    return hashlib.sha256(data).hexdigest()


class Cabinet:
    """A folder of files; a file in it is whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep a file, safe on disk when this returns; its digest."""
        digest = digest_of(data)
        try:
            self._put(self.place(digest), data)
        except OSError as error:
            raise _refused([unwritable(self.place(digest), error)]) from None
        except Refused as refused:
            raise _refused(refused.diagnostics) from None
        return digest

    def _put(self, place: Path, data: bytes) -> None:
        """Folders are made safe even where they are there: who made them may not have done it."""
        place.parent.mkdir(parents=True, exist_ok=True)
        sync_folder(self.folder.parent)
        sync_folder(self.folder)
        if place.exists():
            sync_folder(place.parent)
        else:
            write_whole(place, data, mode=0o600)  # agreements are nobody else's to read

    def get(self, digest: str) -> bytes:
        """A file, byte for byte. Raises `Refused` for one that is lost or is not what it was."""
        fault = self.fault(digest)
        if fault:
            raise Refused([fault])
        return self.place(digest).read_bytes()

    def fault(self, digest: str) -> Diagnostic | None:
        """What is wrong with a file that should be here."""
        place = self.place(digest)
        try:
            sound = digest_of(place.read_bytes()) == digest
        except OSError as error:
            says, cure = f"a kept file cannot be read: {error.strerror}", "restore it"
        else:
            if sound:
                return None
            says, cure = "a kept file is not what was kept", "restore it from a backup"
        return Diagnostic("registry-file", says, Place(place.as_posix()), cure)

    def remove(self, digest: str) -> None:
        """Forget a file."""
        self.place(digest).unlink(missing_ok=True)

    def place(self, digest: str) -> Path:
        """Where a file lies."""
        return self.folder / digest[:2] / digest

    def digests(self) -> Iterator[str]:
        """Every file that lies here."""
        for path in sorted(self.folder.glob("??/*")):
            if not path.name.startswith(_TEMPORARIES):
                yield path.name

    def half_written(self) -> Iterator[Path]:
        """What runs that were killed left half-written here, and nobody works on any more."""
        for folder in sorted(self.folder.glob("??")):
            yield from leftovers(folder, _TEMPORARIES)


def _refused(faults: Iterable[Diagnostic]) -> Refused:
    return Refused(replace(one, rule="registry-file") for one in faults)
