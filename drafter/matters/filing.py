"""An act and its file are one: the registry says what happened, and the file is on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from drafter.diagnostics import Refused
from drafter.disk import laid, sweep, taken
from drafter.registry.model import ListedAgreement, Status
from drafter.registry.registry import Registry
from drafter.system import sync_folder


def with_file(
    registry: Registry,
    event: Status,
    file: bytes,
    output: Path | None,
    force: bool,
    act: Callable[[str], ListedAgreement],
) -> ListedAgreement:
    """Take a step of an agreement together with its file; `act` is told where the file lies.

    Where an earlier run took this very step and was interrupted, before or after its file had its
    name, the step is not taken twice. Raises `Refused` with nothing done, and `Unfinished` where
    the step was taken and its file could not be laid; the same call then finishes it.
    """
    if output is None:
        return act("")
    place = os.path.realpath(output)
    sweep(output.parent)
    if _holds(output, file) and (held := registry.interrupted(event, file, place)):
        return held
    with laid(output, file, force) as laying:
        is_there = os.path.lexists(output)
        if is_there and not force:
            raise Refused([taken(output)])
        held = None if is_there else registry.interrupted(event, file, place)
        held = held or act(place)
        laying.done = f"{held.id}, revision {held.revision}, is {event.value} in the registry"
    return held


def _holds(output: Path, file: bytes) -> bool:
    """Whether this very file lies there already, safely."""
    try:
        same = output.is_file() and not output.is_symlink() and output.read_bytes() == file
        if same:
            sync_folder(output.parent)
        return same
    except OSError:
        return False
