"""What every test in a browser needs: a button that is pressed until its page is there, and axe."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

AXE = next(Path(str(files("axe_playwright_python"))).rglob("axe.min.js"))


def press(page: Any, button: str) -> None:
    """Press what leads to a page and wait for that page: a click alone returns before it is read,
    and what is asked next is then asked of the page before."""
    with page.expect_navigation():
        page.click(button)


def faults(page: Any) -> list[str]:
    """What axe finds, and whether the page is wider than its window."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = [one["id"] for one in page.evaluate("axe.run()")["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found + ["scrolls sideways"] * wide
