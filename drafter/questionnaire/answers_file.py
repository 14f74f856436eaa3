"""An answers file as plain data, with the place of every value."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.questionnaire.record import Places
from drafter.yaml_nodes import YamlFile, places, plain

LARGEST_FILE = 4_000_000  # bytes; the longest real deal record is a hundredth of it
_JSON_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB]\w\w)\\u([dD][c-fC-F]\w\w)")


def read_answers_file(path: Path) -> tuple[dict[str, Any], Places]:
    """The plain data of a YAML or JSON answers file, and where each value stands.

    Raises `Refused` for a file that is a folder, empty, binary, too large or no YAML.
    """
    name = path.as_posix()
    text = _text(path, name)
    file = YamlFile(name, _whole_characters(text) if path.suffix == ".json" else text)
    root = file.root()
    data = plain(file, root) if root is not None else None
    if root is not None and not isinstance(data, dict):
        file.fault("wrong-shape", "an answers file says `precedent:` and `answers:`", root)
    if file.faults or root is None or not isinstance(data, dict):
        raise Refused(file.faults)
    return data, places(file, root)


def _text(path: Path, name: str) -> str:
    try:
        with path.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise _refused(name, "larger than 4 MB", "an answers file holds answers only")
        return data.decode("utf-8-sig")
    except IsADirectoryError:
        raise _refused(name, "this is a folder", "name the answers file in it") from None
    except UnicodeDecodeError:
        raise _refused(name, "this is no UTF-8 text", "save it as YAML or JSON in UTF-8") from None
    except (OSError, ValueError) as error:
        says = getattr(error, "strerror", None) or "cannot be read"
        raise _refused(name, says, "check the path") from None


def _refused(name: str, says: str, cure: str) -> Refused:
    return Refused([Diagnostic("answers-file", f"{name}: {says}", Place(name), cure)])


def _whole_characters(text: str) -> str:
    """JSON may spell a character beyond U+FFFF as two halves, which YAML does not know."""
    return _JSON_PAIR.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    halves = bytes.fromhex(match[2] + match[3])
    return f"{match[1]}\\U{ord(halves.decode('utf-16-be')):08X}"
