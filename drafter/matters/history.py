"""What happened to an agreement and to its amendments, in one row of time, with the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from drafter.matters.amending.standing import amendments
from drafter.registry.registry import Registry

_SAID = {
    "drafted": "drafted as revision {revision}",
    "issued": "revision {revision} issued",
    "received": "a file came back on revision {revision}",
    "signed": "revision {revision} signed",
    "ended": "ended",
    "erased": "erased",
}


_NOTED = {"from": "from", "name": "called", "output": "laid at", "reason": "because"}


class Happening(NamedTuple):
    """Something that happened: when, to which agreement, what and by whom; the files kept of it
    (kind and digest), and what was noted."""

    at: str
    agreement: str
    event: str
    revision: int
    by: str
    files: tuple[tuple[str, str], ...]
    noted: tuple[str, ...]

    def as_text(self) -> str:
        """What it was, in half a sentence."""
        return _SAID.get(self.event, self.event).format(revision=self.revision)


def history(registry: Registry, agreement: str) -> tuple[Happening, ...]:
    """Everything that happened to an agreement and its amendments, oldest first."""
    ids = [agreement, *(one.held.id for one in amendments(registry, agreement))]
    found = [one for id in ids for one in _of(registry, id)]
    return tuple(sorted(found, key=lambda one: one.at))


def _of(registry: Registry, agreement: str) -> Iterator[Happening]:
    for entry, said in registry.events(agreement):
        yield Happening(
            entry.at,
            agreement,
            entry.event,
            entry.revision,
            str(said.get("by", "")),
            tuple(sorted((said.get("files") or {}).items())),
            tuple(_noted(said)),
        )


def _noted(said: Mapping[str, Any]) -> Iterator[str]:
    if amends := said.get("amends"):
        yield f"amends {amends['agreement']}"
    yield from (f"{name} {mark}" for name, mark in (said.get("marks") or {}).items())
    yield from (f"{words} {said[key]}" for key, words in _NOTED.items() if said.get(key))
    for one in said.get("overrides") or ():
        yield f"overridden: {one['what']}, {one['reason']}"
