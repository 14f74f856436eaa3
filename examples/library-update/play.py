"""Thirty agreements are out, six edited by counsel, two signed; a clause of law changes.

Usage: python play.py FOLDER   (a folder that is not there yet)
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from drafter import Stamp, open_desk, override, start_workspace
from drafter.desk import Desk

HERE = Path(__file__).resolve().parent
LAWYER = "Head of Legal"
CLAUSE = "clause_library/topics/short-law/english-courts.md"
OLD = (
    "The courts of England and Wales alone decide each dispute that arises out of or in connection "
    "with it.\n"
)
NEW = OLD + (
    "A Party without an address in England or Wales must name someone there who receives papers of "
    "proceedings for it.\n"
)
PAPER = tuple(
    override(what, LAWYER, "2027-01-04", "approved on paper before the workspace was made")
    for what in ("not-approved", "review-overdue", "unconfirmed", "blank", "bracket", "lapsed-law")
)
EDITED = {  # what counsel made of which words, by agreement
    "A-0003": ("17:00", "18:00"),
    "A-0007": ("The Parties may sign separate copies", "The Parties may also sign separate copies"),
    "A-0012": ("17:00", "16:00"),
    "A-0018": ("alone decide each dispute", "decide each dispute"),
    "A-0023": ("17:00", "noon"),
    "A-0027": ("17:00", "18:00"),
}
SIGNED = ("A-0005", "A-0020")


def main(folder: Path) -> None:
    """The whole story."""
    say("A workspace with a library of its own; thirty agreements are recorded and issued")
    start_workspace(folder)
    desk = open_desk(folder, cache=folder / ".cache")
    for number, (name, example, day) in enumerate(deals(), 1):
        issued(desk, f"A-{number:04d}", name, example, day)
    print(f"{number} issued")
    say("Six came back with counsel's edits; two were signed")
    for id, (before, after) in EDITED.items():
        came_back(desk, id, before, after)
    for id in SIGNED:
        desk.sign(id, at("2027-03-01"), overrides=PAPER)
    print("edited:", ", ".join(EDITED), "\nsigned:", ", ".join(SIGNED))
    say(f"A clause of law changes: {CLAUSE}")
    clause = folder / CLAUSE
    clause.write_text(clause.read_text("utf-8").replace(OLD, NEW), "utf-8")
    say("drafter plan: who is affected, why, and in which words")
    (folder / "plan.txt").write_text(drafter(folder, "plan", "-o", "plan.json"), "utf-8")
    print((folder / "plan.txt").read_text("utf-8"))
    say("drafter apply: redlines, merged files, amendments, and a summary")
    (folder / "applied.txt").write_text(drafter(folder, "apply", "plan.json"), "utf-8")
    print("\n".join((folder / "applied.txt").read_text("utf-8").splitlines()[:1]))
    say(f"Read it in two minutes: {folder / 'drafts' / 'applied.html'}")


def deals() -> list[list[str]]:
    """Name, example and day of each agreement."""
    return [line.split() for line in (HERE / "deals.txt").read_text("utf-8").splitlines()]


def issued(desk: Desk, id: str, name: str, example: str, day: str) -> None:
    """An agreement made from the answers of another example, recorded and issued."""
    answers = desk.library.read_file(HERE.parent / example / "answers.yaml").record
    deal = {**answers, "answers": {**answers["answers"], "effective_date": day}}
    held = desk.record(desk.library.draft(deal), at("2027-01-04"), name).held
    assert held.id == id
    rules = tuple(override(one, LAWYER, "2027-01-04", "known") for one in ("R27",))
    desk.issue(id, at("2027-01-05"), (*PAPER, *rules))


def came_back(desk: Desk, id: str, before: str, after: str) -> None:
    """The issued file with counsel's edit in it, as it came back."""
    issued = next(file for file in desk.registry.files(id) if file.kind == "issued")
    edited = with_words(desk.registry.file(issued.digest), before, after)
    desk.receive(id, edited, at("2027-02-01"), f"{id} marked up.docx", sender="counsel")


def with_words(file: bytes, before: str, after: str) -> bytes:
    """A Word file with other words, as somebody types them over."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "word/document.xml":
                text = data.decode("utf-8")
                assert before in text, before
                data = re.sub(re.escape(before), after, text, count=1).encode("utf-8")
            new.writestr(entry, data)
    return out.getvalue()


def drafter(folder: Path, *words: str) -> str:
    """What a command prints."""
    command = [Path(sys.executable).parent / "drafter", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


def at(day: str) -> Stamp:
    """Nine o'clock of a day."""
    return Stamp(f"{day}T09:00:00Z", LAWYER, f"5f0c{day}")


def say(words: str) -> None:
    """A heading."""
    print(f"\n== {words}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
