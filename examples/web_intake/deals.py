"""The deals in a folder: one file each, an answers file that the command line reads too."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from drafter import Form, Library


@dataclass(slots=True)
class Deals:
    """Deals by their reference, a secret of 256 bits: whoever has the link has the deal.

    A file is named by the digest of its reference, so that the folder gives no link away.
    """

    folder: Path
    library: Library
    _one_at_a_time: Lock = field(default_factory=Lock)

    def new(self, precedent: str) -> str:
        """A new deal of a precedent; gives its reference."""
        reference = secrets.token_urlsafe(32)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._save(reference, self.library.form({"precedent": precedent, "answers": {}}))
        return reference

    def file(self, reference: str) -> Path:
        """The file of a deal."""
        return self.folder / f"{hashlib.sha256(reference.encode()).hexdigest()}.json"

    def form(self, reference: str) -> Form:
        """The form of a deal as it was saved, under the names that questions have now.

        Raises `KeyError` for a reference of none.
        """
        try:
            text = self.file(reference).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise KeyError(reference) from None
        return self.library.form(json.loads(text)).carried_over()[0]

    @contextmanager
    def changing(self, reference: str) -> Iterator[tuple[Form, Callable[[Form], None]]]:
        """The form of a deal and the way to save it; nobody else changes a deal meanwhile."""
        with self._one_at_a_time:
            yield self.form(reference), lambda form: self._save(reference, form)

    def _save(self, reference: str, form: Form) -> None:
        """The whole file or the old one, whatever happens in between."""
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as part:
                json.dump(dict(form.data), part, ensure_ascii=False, indent=1)
                part.flush()
                os.fsync(part.fileno())
            Path(name).replace(self.file(reference))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
