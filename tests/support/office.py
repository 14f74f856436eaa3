"""LibreOffice settles tracked changes: what it prints when all are accepted, or rejected."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

SCRIPT = Path(__file__).with_name("office_acts.py")
PYTHON = os.environ.get("OFFICE_PYTHON", "/usr/bin/python3")  # one that has LibreOffice's `uno`
_ANCHORS = "\u200b\u200d\u2060\ufeff"
LONGEST = 900  # seconds for all files together


def settled(files: Mapping[str, bytes]) -> dict[str, str]:
    """The text of each file, numbers in it, in one run of LibreOffice.

    A name ends in the act: `a.accept`, `a.reject`, or `a.plain` for a file that is only printed.
    What LibreOffice cannot open is missing.
    """
    with TemporaryDirectory() as given:
        folder = Path(given) / "files"
        folder.mkdir()
        for name, data in files.items():
            (folder / f"{name}.docx").write_bytes(data)
        _run(folder, Path(given) / "profile")
        texts = {name: folder / f"{name}.docx.txt" for name in files}
        return {name: path.read_text("utf-8-sig") for name, path in texts.items() if path.exists()}


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
