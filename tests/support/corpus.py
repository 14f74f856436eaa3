"""The corpus of rules: smallest libraries, each in one file, with the message that they must give.

A file holds the library's files, each beneath a line `=== path`, and at the end, beneath
`=== expected`, the full message. What every library needs stands here and may be replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from drafter.diagnostics import Diagnostic, print_diagnostic
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary

CORPUS = Path(__file__).resolve().parent.parent / "rules/corpus"
ON = date(2027, 3, 1)
_FILE = re.compile(r"^=== (.+)\n", re.MULTILINE)
_SHARED = {
    "questionnaire/01-deal.yaml": """\
section: The deal
questions:
  parties: {asks: Who?, type: list, one: party, called: name, fields: {name: {asks: Name?, type: text}}}
  pilot: {asks: Is there a pilot?, type: yes/no}
  law:
    asks: Which law?
    type: choice
    options: {english: {label: English, prints: England}, french: {label: French, prints: France}}
""",  # noqa: E501
    "facts/deal.yaml": """\
party_count: {count: parties}
two_parties: {when: party_count = 2}
many_parties: {when: party_count > 2}
""",
    "definitions/party.md": "---\nterm: Party\nforms: [Parties]\n---\nmeans a person that signs.\n",
    "topics/task/topic.yaml": "heading: Work\n",
    "topics/task/text.md": "---\nsummary: Each works.\n---\nEach Party must work.\n",
}  # fmt: skip


def read(path: Path) -> tuple[ClauseLibrary, tuple[Diagnostic, ...], str]:
    """The library that a corpus file spells, its faults of loading, and the message expected."""
    _, *pieces = _FILE.split(path.read_text(encoding="utf-8"))
    files = _SHARED | dict(zip(pieces[::2], pieces[1::2], strict=True))
    expected = files.pop("expected", "")
    files.setdefault("precedents/deal.yaml", _precedent(files))
    texts = {name: text.strip("\n") + "\n" for name, text in files.items()}
    library, faults = load_files(LibraryFiles("library", texts, "digest"))
    return library, faults, expected.strip("\n")


def printed(faults: Iterator[Diagnostic]) -> str:
    """Messages as the command prints them, one blank line between."""
    return "\n\n".join(print_diagnostic(fault) for fault in faults)


def _precedent(files: dict[str, str]) -> str:
    topics = {path.split("/")[1]: None for path, text in files.items()
              if path.endswith("topic.yaml") and "within:" not in text}  # fmt: skip
    clauses = [id for id in topics if not id.startswith("schedule-")]
    schedules = [id for id in topics if id.startswith("schedule-")]
    return (f"title: A deal\nparts:\n  - {{heading: Terms, topics: [{', '.join(clauses)}]}}\n"
            f"schedules: [{', '.join(schedules)}]\n")  # fmt: skip
