"""`drafter.toml`: where the library, the house styles, the registry and the output lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drafter.data_classes import dataclass
from drafter.diagnostics import Diagnostic, Place, Refused, did_you_mean, note_from, quoted

FILE = "drafter.toml"
APPROVALS = "approvals.yaml"
KEYS = ("library", "templates", "registry", "files", "output", "author", "signing")


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where things lie. `registry` is a path or a URL; `files` keeps what was issued; `author` is
    whom the properties of a file that goes out name, empty for nobody; `signing` the e-signature
    service for whose fields files for signature are made, empty for none."""

    folder: Path
    library: Path
    templates: Path
    registry: str
    files: Path | None
    output: Path
    author: str = ""
    signing: str = ""

    @property
    def approvals(self) -> Path:
        """The file that says which wordings are approved."""
        return self.folder / APPROVALS

    def house_style(self, name: str) -> Path | None:
        """The house style of the workspace's own that has this name, if there is one."""
        return house_style_in(self.templates, name)


def house_style_in(templates: Path, name: str) -> Path | None:
    """The house style of this name in a folder of house styles, if there is one."""
    own = templates / f"{name}.docx"
    return own if own.is_file() else None


def find_workspace(start: Path) -> Workspace | None:
    """The workspace that a folder lies in, looked for upwards. Raises `Refused` for its faults."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return read_workspace(folder / FILE)
    return None


def workspace_of(folder: Path) -> Workspace:
    """The workspace that a folder lies in. Raises `Refused` where there is none."""
    found = find_workspace(folder)
    if found is None:
        says = f"no {FILE} is in {folder} or in a folder above"
        raise Refused(
            [Diagnostic("no-workspace", says, None, "make a workspace: drafter init DIR")]
        )
    return found


def read_workspace(file: Path) -> Workspace:
    """The workspace that a file describes. Raises `Refused` with every fault of it."""
    import tomllib

    name = file.as_posix()
    try:
        text = file.read_bytes().decode()
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        says, note = f"{name} cannot be read as TOML", note_from("TOML parser", error)
        raise Refused(
            [Diagnostic("workspace", says, _broken_off(error, name), "", (note,))]
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        says, note = f"{name} cannot be read", note_from("reader", error)
        raise Refused([Diagnostic("workspace", says, Place(name), "", (note,))]) from None
    faults = list(_faults(data, text, name))
    if faults:
        raise Refused(faults)
    return _workspace(file.parent, data)


def _broken_off(error: Exception, name: str) -> Place:
    """Where: newer parsers give numbers, older ones have them in their words only."""
    line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
    if at := re.search(r"at line (\d+), column (\d+)", str(error)):
        line, column = line or int(at[1]), column or int(at[2])
    return Place(name, line or 1, column or 1)


def _workspace(folder: Path, data: dict[str, str]) -> Workspace:
    registry = data.get("registry", "registry.db")
    return Workspace(
        folder,
        folder / data.get("library", "clause_library"),
        folder / data.get("templates", "templates"),
        registry if "://" in registry else str(folder / registry),
        folder / data["files"] if "files" in data else None,
        folder / data.get("output", "drafts"),
        data.get("author", ""),
        data.get("signing", ""),
    )


def _faults(data: dict[str, Any], text: str, name: str) -> Iterator[Diagnostic]:
    for key, value in data.items():
        place = _place(key, text, name)
        if key not in KEYS:
            yield Diagnostic(
                "workspace", f"{name} has no setting {quoted(key)}", place, did_you_mean(key, KEYS)
            )
        elif not isinstance(value, str) or not value.strip() or not value.isprintable():
            yield Diagnostic(
                "workspace",
                f"`{key}` names {'nobody' if key == 'author' else 'no place'}",
                place,
                f'write `{key} = "{"Firm LLP" if key == "author" else "path"}"`',
            )


def _place(key: str, text: str, name: str) -> Place:
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*[\[\"']*{re.escape(key)}\b", line):
            return Place(name, number, line.index(key) + 1, line, len(key))
    return Place(name)
