"""An answers file as plain data, with the place of every value; and written again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from drafter.diagnostics import Diagnostic, Place, Refused
from drafter.disk import sweep, write_whole
from drafter.input_files import read_input
from drafter.questionnaire.record import Places
from drafter.questionnaire.rewriting import as_yaml, rewritten
from drafter.yaml_nodes import YamlFile, places, plain

LARGEST_FILE = 4_000_000  # bytes; the longest real deal record is a hundredth of it
_JSON_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB]\w\w)\\u([dD][c-fC-F]\w\w)")
_JSON_HALF = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89a-fA-F][\da-fA-F]{2})")
_STAND_IN = 0x800  # from a half of a character to one for private use
_HALVES = {half + _STAND_IN: half for half in range(0xD800, 0xE000)}


def read_answers_file(path: Path, data: bytes | None = None) -> tuple[dict[str, Any], Places]:
    """The plain data of a YAML or JSON answers file, and where each value stands.

    `data` are its bytes, where they were read already. Raises `Refused` for a file that is a
    folder, empty, binary, too large or no YAML.
    """
    name = path.as_posix()
    text = _text(path, name, data)
    text = _JSON_PAIR.sub(_joined, text) if path.suffix == ".json" else text
    stood_in = _JSON_HALF.sub(_stand_in, text) if path.suffix == ".json" else text
    file = YamlFile(name, stood_in)
    root = file.root()
    file.text = text  # a fault shows what stands in the file
    record = plain(file, root) if root is not None else None
    record = record if stood_in is text else _with_halves(record)
    if root is not None and not isinstance(record, dict):
        file.fault("wrong-shape", "an answers file says `precedent:` and `answers:`", root)
    if file.faults or root is None or not isinstance(record, dict):
        raise Refused(file.faults)
    return record, places(file, root)


def write_answers_file(
    path: Path, data: Mapping[str, Any], note: Callable[[str], str] = lambda text: text
) -> None:
    """Write a deal record, whole or not at all; a file named .json as JSON. Raises `Refused`.

    What a person put into a YAML file that is there stays: comments, order and layout. `note` may
    add to its text.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "answers.yaml"
    ...     _ = path.write_text("precedent: co-marketing\\nanswers:  # agreed\\n  fee: 5\\n")
    ...     write_answers_file(path, {"precedent": "co-marketing", "answers": {"fee": "6"}})
    ...     print(path.read_text(), end="")
    precedent: co-marketing
    answers:  # agreed
      fee: '6'
    """
    target = path.resolve()
    is_there = target.exists()
    if path.suffix == ".json":
        text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    else:
        text = note(rewritten(_text(path, path.as_posix()), data) if is_there else as_yaml(data))
    mode = target.stat().st_mode & 0o777 if is_there else 0o644  # as private as it was
    sweep(target.parent)
    write_whole(target, text.encode(), mode=mode)


def _text(path: Path, name: str, data: bytes | None = None) -> str:
    if data is None or len(data) > LARGEST_FILE:  # which is refused as any file that is larger
        data = _bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(name, "this is no UTF-8 text", "save it as YAML or JSON in UTF-8") from None


def _bytes(path: Path) -> bytes:
    large = "an answers file holds answers only"
    return read_input(path, "answers-file", LARGEST_FILE, "answers file", large)


def _refused(name: str, says: str, cure: str) -> Refused:
    return Refused([Diagnostic("answers-file", f"{name}: {says}", Place(name), cure)])


def _joined(match: re.Match[str]) -> str:
    """JSON may spell a character beyond U+FFFF as two halves, which YAML does not know."""
    halves = bytes.fromhex(match[2] + match[3])
    return f"{match[1]}\\U{ord(halves.decode('utf-16-be')):08X}"


def _stand_in(match: re.Match[str]) -> str:
    """Nor does YAML know a half alone: another character stands for it until the text is read."""
    return f"{match[1]}\\u{int(match[2], 16) + _STAND_IN:04X}"


def _with_halves(data: Any) -> Any:
    """The data with each half alone in its place, so that it is refused with its question."""
    if isinstance(data, dict):
        return {_with_halves(key): _with_halves(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_halves(one) for one in data]
    return data.translate(_HALVES) if isinstance(data, str) else data
