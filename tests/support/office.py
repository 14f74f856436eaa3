"""LibreOffice settles tracked changes: what it prints when all are accepted, or rejected."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

SCRIPT = Path(__file__).with_name("office_acts.py")
PYTHON = os.environ.get("OFFICE_PYTHON", "/usr/bin/python3")  # one that has LibreOffice's `uno`
_ANCHORS = "\u200b\u200d\u2060\ufeff"
LONGEST = 900  # seconds for all files together


Steps = Sequence[tuple[str, ...]]
"""What an editor does one after the other: `("say", words, new words)`, `("drop", words)`, …"""


def settled(files: Mapping[str, bytes]) -> dict[str, str]:
    """The text of each file, numbers in it, in one run of LibreOffice.

    A name ends in the act: `a.accept`, `a.reject`, or `a.plain` for a file that is only printed.
    What LibreOffice cannot open is missing.
    """
    with TemporaryDirectory() as given:
        folder = _laid(Path(given), files)
        texts = {name: folder / f"{name}.docx.txt" for name in files}
        return {name: path.read_text("utf-8-sig") for name, path in texts.items() if path.exists()}


def edited(file: bytes, edits: Mapping[str, Steps]) -> dict[str, bytes]:
    """A file as LibreOffice saves it after each of some edits, in one run of LibreOffice."""
    with TemporaryDirectory() as given:
        named = {name: f"{place}.edit" for place, name in enumerate(edits)}
        steps = {f"{named[name]}.docx.json": json.dumps(edits[name]) for name in edits}
        folder = _laid(Path(given), dict.fromkeys(named.values(), file), steps)
        return {name: (folder / f"{named[name]}.docx.kept").read_bytes() for name in edits}


def _laid(given: Path, files: Mapping[str, bytes], beside: Mapping[str, str] | None = None) -> Path:
    """The folder in which LibreOffice has done its acts."""
    folder = given / "files"
    folder.mkdir()
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    for name, text in (beside or {}).items():
        (folder / name).write_text(text, "utf-8")
    _run(folder, given / "profile")
    return folder


def lines(printed: str) -> list[str]:
    """The lines that have words, without spaces: LibreOffice leaves empty paragraphs at tables, and
    prints a sign where something is anchored."""
    found = ("".join(line.split()).strip(_ANCHORS) for line in printed.split("\n"))
    return [line for line in found if line]


def _run(folder: Path, profile: Path) -> None:
    pipe = f"drafter{os.getpid()}"
    order = [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--norestore",
        f"--accept=pipe,name={pipe};urp",
    ]
    office = subprocess.Popen(order, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        subprocess.run(
            [PYTHON, str(SCRIPT), pipe, str(folder)],
            check=True,
            capture_output=True,
            timeout=LONGEST,
        )
    finally:
        office.terminate()
        office.wait(60)
