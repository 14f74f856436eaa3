"""Files are written whole: beside, safe on the disk, then under their own name.

A file is as it was or whole, whenever a run is killed. What a killed run left half-written has a
name of its own, and `sweep` takes it away.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drafter.data_classes import dataclass, replace
from drafter.diagnostics import Diagnostic, Place, Refused, Unfinished
from drafter.system import RENAMES_OPEN_FILES, sync_folder, try_lock

TEMPORARY = ".drafter-new-"
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


@dataclass(slots=True)
class FileAct:
    """What happens together with a file. `done` is said where the file could not follow."""

    done: str = ""


@contextmanager
def laid(path: Path, data: bytes, force: bool = False, mode: int = 0o644) -> Iterator[FileAct]:
    """Data safe on the disk while the body runs, and under its name once the body has ended well.

    So the body and the file happen together: what can fail has been done before. Raises `Refused`
    where the file cannot be written, or its name is taken (a link counts, and is never followed)
    and `force` is not given; `Unfinished` where the body has said what it did and the name could
    then not be given.
    """
    handle, name = _written(path, data, mode)
    act = FileAct()
    try:
        yield act
        if not RENAMES_OPEN_FILES:
            os.close(handle)
            handle = -1
        fault = _named(Path(name), path, force)
        if fault and act.done:
            cure = "make room for the file, then run this again"
            raise Unfinished([replace(fault, says=f"{act.done}, but {fault.says}", cure=cure)])
        if fault:
            raise Refused([fault])
    finally:
        with suppress(OSError):
            Path(name).unlink(missing_ok=True)
        if handle >= 0:
            os.close(handle)


def write_whole(path: Path, data: bytes, force: bool = True, mode: int = 0o644) -> None:
    """Write a file so that it is either as it was or whole. Raises `Refused`."""
    with laid(path, data, force, mode):
        pass


def _written(path: Path, data: bytes, mode: int) -> tuple[int, str]:
    """The bytes beside, in a file that is locked while somebody works on it."""
    handle, name = -1, ""
    try:
        _check_name(path)
        handle, name = _own_file(path.parent)
        _write_all(handle, data)
        Path(name).chmod(mode)
        os.fsync(handle)
    except (OSError, ValueError) as error:
        if name:
            Path(name).unlink(missing_ok=True)
            os.close(handle)
        raise Refused([unwritable(path, error)]) from None
    return handle, name


def _own_file(folder: Path) -> tuple[int, str]:
    """A new file that is ours alone: locked, and not swept away before it was."""
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=TEMPORARY)
        if try_lock(handle) and os.path.lexists(name):
            return handle, name
        os.close(handle)
        Path(name).unlink(missing_ok=True)


def _check_name(path: Path) -> None:
    """A name that no file can have, or that is too long, is told before any work."""
    with suppress(FileNotFoundError):
        path.lstat()


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _named(fresh: Path, path: Path, force: bool) -> Diagnostic | None:
    try:
        if force:
            fresh.replace(path)
        else:
            _named_anew(fresh, path)
        sync_folder(path.parent)
    except FileExistsError:
        return taken(path)
    except OSError as error:
        return unwritable(path, error)
    return None


def _named_anew(fresh: Path, path: Path) -> None:
    """Of two who write one name at once, one is told that it is taken."""
    try:
        path.hardlink_to(fresh)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(path):
            raise FileExistsError from None
        fresh.replace(path)


def sweep(folder: Path, prefixes: Iterable[str] = (TEMPORARY,)) -> None:
    """Remove what runs that were killed left half-written in a folder."""
    for left in leftovers(folder, prefixes):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def leftovers(folder: Path, prefixes: Iterable[str] = (TEMPORARY,)) -> Iterator[Path]:
    """Half-written files that nobody works on any more; each is held while it is looked at, so
    that nobody takes it up meanwhile."""
    for prefix in prefixes:
        for path in sorted(folder.glob(f"{prefix}*")):
            if path.is_file() and not path.is_symlink():
                with _held(path) as is_ours:
                    if is_ours:
                        yield path


@contextmanager
def _held(path: Path) -> Iterator[bool]:
    """Whether an abandoned file could be locked. Where a system removes no open file, it guards
    what is in work by itself, and nothing is locked."""
    if not RENAMES_OPEN_FILES:
        yield True
        return
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        yield False
        return
    try:
        yield try_lock(handle)
    finally:
        os.close(handle)


# --- faults before any work is done -----------------------------------------------------------


def write_faults(path: Path, force: bool, what: str) -> list[Diagnostic]:
    """Why a file cannot be written here; `what` is called so in the cure."""
    place = Place(path.as_posix())
    try:
        if path.is_dir():
            return [
                Diagnostic("output", f"{path} is a folder", place, f"name a file for the {what}")
            ]
        if os.path.lexists(path) and not force:
            return [taken(path)]
        if not path.parent.is_dir():
            return [
                Diagnostic("output", f"there is no folder {path.parent}", place, "make it first")
            ]
        _check_name(path)
    except (OSError, ValueError) as error:
        return [unwritable(path, error)]
    if not os.access(path.parent, os.W_OK):
        says = f"{path.parent} cannot be written to"
        return [Diagnostic("output", says, place, "choose another")]
    return []


def overlap_faults(outputs: dict[str, Path], inputs: dict[str, Path]) -> list[Diagnostic]:
    """Outputs that would land on an input or on each other; each is called by its option."""
    known = {called: _place(path) for called, path in inputs.items()}
    faults = []
    for called, path in outputs.items():
        place = _place(path)
        for other, its in known.items():
            if its == place:
                says = f"{called} and {other} are one file, {path}"
                faults.append(
                    Diagnostic("output", says, Place(path.as_posix()), "name another file")
                )
        known[called] = place
    return faults


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def taken(path: Path) -> Diagnostic:
    """The fault of a name that another file has."""
    return Diagnostic(
        "output", f"{path} exists", Place(path.as_posix()), "use --force to replace it"
    )


def unwritable(path: Path, error: Exception) -> Diagnostic:
    """The fault of a file that the system refuses to write."""
    says = f"{path}: {getattr(error, 'strerror', None) or error}"
    cure = ""
    if isinstance(error, PermissionError) and os.name == "nt":
        cure = "close it in Word, then run this again"
    return Diagnostic("output", says, Place(path.as_posix()), cure)
