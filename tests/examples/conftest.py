"""Golden texts: what is printed stands in `golden/`, and a change of it is reviewed as a diff."""

from pathlib import Path

import pytest

collect_ignore = ["another_day.py"]  # it moves the clock of whoever imports it
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request):
    """Compare a text with its golden file; `--refresh-golden` writes the file instead."""

    def compare(name, text):
        path = GOLDEN / name
        if request.config.getoption("--refresh-golden"):
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8").splitlines() == text.splitlines(), (
            f"{path.name} differs; see CONTRIBUTING.md on refreshing golden texts"
        )

    return compare
