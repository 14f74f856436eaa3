"""LibreOffice, started once for each file and format."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Convert = Callable[[bytes, str], Path]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Turns the bytes of a .docx into another format; the same bytes are turned once."""
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    done: dict[tuple[bytes, str], Path] = {}

    def converted(docx: bytes, kind: str) -> Path:
        if (docx, kind) not in done:
            place = folder / str(len(done))
            place.mkdir()
            (place / "agreement.docx").write_bytes(docx)
            command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir"]
            whole = [*command, str(place / "out"), str(place / "agreement.docx")]
            subprocess.run(whole, check=True, capture_output=True, timeout=180)
            done[docx, kind] = next((place / "out").iterdir())
        return done[docx, kind]

    return converted
