"""Registries in tests: drafts made by hand, and what is needed to record them."""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from drafter.registry import create_registry, open_registry
from drafter.registry.model import DraftedRevision, OfferedBlock, Stamp, Use
from drafter.registry.registry import Registry

WORDING = "---\nposition: preferred\n---\nEither Party may leave.\n"
DIGEST = hashlib.sha256(WORDING.encode()).hexdigest()
PARTIES = {"zephyr": {"name": "Zephyr Ltd"}, "alder": {"name": "Alder GmbH"}}


@cache
def _made() -> Path:
    """A registry that is made once, and copied."""
    path = Path(mkdtemp()) / "registry.db"
    create_registry(path).close()
    return path


def new_registry(folder: Path, **how: Any) -> Registry:
    """An empty registry in a folder."""
    path = folder / "registry.db"
    if not path.exists():
        shutil.copy(_made(), path)
    return open_registry(path, **how)


def draft(file: bytes = b"the file", exit: str = "any-time", **answers: Any) -> DraftedRevision:
    """A draft with two parties, one wording and one recommendation taken."""
    return DraftedRevision(
        precedent="co-marketing",
        purpose="draft",
        library="0" * 64,
        file=file,
        answers={"precedent": "co-marketing", "answers": {"parties": PARTIES, **answers}},
        taken={"exit_notice": "30 days"},
        uses=(Use("wording", "exit", exit, DIGEST), Use("style", "house", "", "5" * 64)),
        blocks=(
            OfferedBlock("exit", "Exit"),
            OfferedBlock("exit.1", "Either Party may leave. Zephyr Ltd"),
        ),
        wordings={DIGEST: WORDING},
    )


def stamp(salt: object = "salt", by: str = "Head of Legal") -> Stamp:
    """A moment; tests that care for secrecy give each its own salt."""
    return Stamp("2027-03-05T09:00:00Z", by, str(salt))
