"""`intake.toml`: where things lie, who is trusted, how much is done at once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from examples.intake_service.parts import Part

FILE = "intake.toml"
STARTER = """\
# The intake service. Paths are read from this folder, which is a drafter workspace.

database = "intake.db"       # or a URL: postgresql+psycopg://host/name
secret = "intake.secret"     # signs the sessions; every process reads the same
https = true                 # false only while trying it out on one machine
link_days = 30               # how long a link lives
# approvers = ["approver"]   # who may approve; counsel and approver unless told
# signed_in_header = "X-Forwarded-User"   # who is signed in, as the proxy in front says

# [staff]                    # what somebody whom the proxy signed in is, in every deal
# "ines.ward" = "counsel"
"""


class WrongSettings(Exception):
    """What is wrong with the settings, all of it, a line each."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the service runs. `at_once` requests are worked on in a process; others wait up to
    `patience` seconds and are then told to come back."""

    workspace: Path
    database: str = "intake.db"
    secret: str = "intake.secret"
    https: bool = True
    link_days: int = 30
    approvers: tuple[Part, ...] = (Part.COUNSEL, Part.APPROVER)
    signed_in_header: str = ""
    staff: Mapping[str, Part] = field(default_factory=dict)
    at_once: int = 1
    patience: int = 10
    style: str = ""
    cache: str = ""


KINDS = {
    "database": str, "secret": str, "https": bool, "link_days": int, "approvers": list,
    "signed_in_header": str, "staff": dict, "at_once": int, "patience": int, "style": str,
    "cache": str,
}  # fmt: skip


def read_settings(file: Path) -> Settings:
    """The settings in a file. Raises `WrongSettings`."""
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise WrongSettings(f"{file}: {fault}") from None
    if faults := list(_faults(data)):
        raise WrongSettings("\n".join(f"{file}: {one}" for one in faults))
    folder = file.resolve().parent
    made = Settings(folder, **(data | _parts(data)))
    secret = str(folder / made.secret)
    return replace(made, database=_url(folder, made.database), secret=secret)


def _faults(data: Mapping[str, Any]) -> Iterator[str]:
    parts = [*_listed(data.get("approvers")), *_listed(data.get("staff"))]
    for key, value in data.items():
        if key not in KINDS:
            yield f"`{key}` is no setting: there are {', '.join(KINDS)}"
        elif type(value) is not KINDS[key]:
            yield f"`{key}` is {value!r}, where {KINDS[key].__name__} is wanted"
        elif KINDS[key] is int and value < 1:
            yield f"`{key}` is {value}; it is at least 1"
    for part in parts:
        if part not in set(Part):
            yield f"{part!r} is no part in a deal: there are {', '.join(Part)}"
    if data.get("staff") and not data.get("signed_in_header"):
        yield "`staff` needs `signed_in_header`: nobody else says who is signed in"


def _listed(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value or ())


def _parts(data: Mapping[str, Any]) -> dict[str, Any]:
    """The parts that are named, as parts."""
    named: dict[str, Any] = {}
    if "approvers" in data:
        named["approvers"] = tuple(map(Part, data["approvers"]))
    if "staff" in data:
        named["staff"] = {name: Part(part) for name, part in data["staff"].items()}
    return named


def _url(folder: Path, database: str) -> str:
    return database if "://" in database else f"sqlite:///{folder / database}"
