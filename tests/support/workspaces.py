"""A workspace in a test: a small library on disk, and agreements recorded from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from drafter.bundled import house_styles
from drafter.desk import Desk, open_desk
from drafter.diagnostics import ERROR
from drafter.drafting import load_library, load_style
from drafter.executors.crew import ALONE, Crew
from drafter.matters.recording import as_draft, pinned
from drafter.matters.workshop import WorkshopPlaces
from drafter.regeneration.apply import apply_plan
from drafter.regeneration.model import Plan
from drafter.regeneration.outcome import ApplyOutcome
from drafter.regeneration.plan import make_plan
from drafter.registry.model import Stamp, Status
from drafter.registry.registry import Registry
from support.registers import database_of, new_registry
from support.small import SMALL

LIBRARY = {
    **SMALL,
    "questionnaire/01-deal.yaml": SMALL["questionnaire/01-deal.yaml"].replace(
        "options: {maker: The maker, joint: All}",
        "options: {maker: {label: The maker, prints: its maker}, "
        "joint: {label: All, prints: all Parties}}",
    ),
    "topics/results/maker-owns.md": "Each Party owns what it makes.\n\n"
    "{if seats >= 5} A large team keeps a list.\n",
    "topics/results/jointly-owned.md": "---\nposition: preferred\n---\n"
    "The Parties own each Result together.\n\nThe owner is {ownership}.\n",
    "topics/pilot/topic.yaml": "heading: Pilot\nchoose:\n  short: pilot\n"
    "  left-out: not pilot\n",
    "topics/pilot/short.md": "The pilot ends with the notice of [@exit].\n\n{place law}\n",
    "topics/law/topic.yaml": "heading: Law\nwithin: pilot\nchoose:\n  large: count >= 3\n"
    "  small: count < 3\n",
    "topics/law/large.md": "The law of the largest Party governs the pilot.\n",
    "topics/law/small.md": "The law of the first Party governs the pilot.\n",
    "topics/definitions/topic.yaml": "heading: Definitions\n",
    "topics/definitions/list.md": "{place definitions}\n",
    "definitions/result/definition.yaml": "term: Result\nforms: [Result, Results]\nchoose:\n"
    "  wide: seats >= 5\n  narrow: seats < 5\n",
    "definitions/result/wide.md": "**Result** means everything that is made.\n",
    "definitions/result/narrow.md": "**Result** means what a Party makes for the work.\n",
    "definitions/party.md": "---\nterm: Party\nforms: [Party, Parties]\n---\n"
    "**Party** means a party to this deal.\n",
    "precedents/simple.yaml": "title: Simple agreement\n"
    "parts: [{heading: The deal, topics: [definitions, pilot, results, exit]}]\n"
    "essential: [parties]\n",
}  # fmt: skip
MEMBERS = {"north": {"name": "North"}, "south": {"name": "South"}, "east": {"name": "East"}}


def deal(parties: int = 2, **answers: Any) -> dict[str, Any]:
    """A deal record of the small library."""
    known = {"parties": dict(list(MEMBERS.items())[:parties]), "notice": "60 days", "seats": "3",
             "pilot": "no", **answers}  # fmt: skip
    return {"precedent": "simple", "answers": known}


DEALS = [
    deal(ownership=owner, seats=seats, pilot=pilot, parties=parties)
    for owner in ("maker", "joint") for seats in ("3", "8") for pilot in ("yes", "no")
    for parties in (2, 3)
]  # fmt: skip


@cache
def _cache() -> Path:
    return Path(mkdtemp())


@cache
def _house():  # type: ignore[no-untyped-def]
    return load_style(cache=_cache())


@dataclass
class Practice:
    """A workspace of a small firm."""

    folder: Path
    texts: dict[str, str] = field(default_factory=lambda: dict(LIBRARY))
    read: dict[str, str] = field(default_factory=dict)  # the whole text of each, as recorded

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write()

    @property
    def library(self) -> Path:
        return self.folder / "library"

    @property
    def output(self) -> Path:
        return self.folder / "drafts"

    @property
    def places(self) -> WorkshopPlaces:
        return WorkshopPlaces(str(self.library), self.folder, self.folder / "templates", _cache(),
                        database_of(self.folder), self.folder / "registry.files")  # fmt: skip

    def house_digest(self) -> str:
        return _house().digest

    def registry(self) -> Registry:
        return new_registry(self.folder)

    def _write(self) -> None:
        for path, text in self.texts.items():
            (self.library / path).parent.mkdir(parents=True, exist_ok=True)
            (self.library / path).write_text(text, "utf-8")

    def settings(self) -> None:
        """Make it a workspace for the command line too."""
        settings = 'library = "library"\n'
        if "://" in (where := database_of(self.folder)):
            settings += f'registry = "{where}"\nfiles = "registry.files"\n'
        (self.folder / "drafter.toml").write_text(settings, "utf-8")

    def desk(self) -> Desk:
        """Its desk, opened anew: a desk reads the library once."""
        return open_desk(self.folder)

    def revisions(self) -> dict[str, int]:
        """The newest revision of each agreement."""
        return {one.id: one.revision for one in self.registry().agreements()}

    def faults(self) -> list[str]:
        """What the registry finds wrong with itself."""
        return [one.says for one in self.registry().verify() if one.severity == ERROR]

    def files(self) -> list[str]:
        """The files laid out so far, half-written ones and all."""
        return sorted(path.name for path in self.output.glob("*"))

    def edit(self, path: str, old: str, new: str) -> None:
        """Change words of the library, which must be there."""
        assert old in self.texts[path], self.texts[path]
        self.texts[path] = self.texts[path].replace(old, new)
        self._write()

    def add(self, path: str, text: str) -> None:
        """Another file of the library."""
        self.texts[path] = text
        self._write()

    def own_style(self, name: str = "firm", more: str = "") -> str:
        """A house style of the workspace's own, with lines more in its roles file."""
        (self.folder / "templates").mkdir(exist_ok=True)
        for ending in (".docx", ".yaml"):
            data = (house_styles() / f"house{ending}").read_bytes()
            own = data + more.encode() if ending == ".yaml" else data
            (self.folder / "templates" / f"{name}{ending}").write_bytes(own)
        return name

    def record(self, *records: dict[str, Any], style: str = "house") -> list[str]:
        """Agreements drafted and recorded; their ids."""
        library, registry, house = load_library(self.library, _cache()), self.registry(), _house()
        ids = []
        for number, record in enumerate(records):
            agreement = library.draft(record)
            draft = as_draft(agreement, house, style)
            held = registry.record(draft, f"Matter {number + 1}", self.stamp())
            ids.append(held.id)
            self.read[held.id] = agreement.text()
        return ids

    def stamp(self, at: str = "2027-03-05T09:00:00Z") -> Stamp:
        return Stamp(at, "Head of Legal", "5f0c")

    def move(self, id: str, *steps: Status) -> None:
        """Issued, received, signed or ended."""
        registry = self.registry()
        for step in steps:
            revision = registry.agreement(id).revision
            registry.move(id, revision, step, self.stamp("2027-04-01T09:00:00Z"), b"a file")

    def sign(self, id: str) -> None:
        self.move(id, Status.ISSUED, Status.SIGNED)

    def plan(self) -> Plan:
        return make_plan(self.places.open())

    def apply(self, plan: Plan, crew: Crew = ALONE) -> list[ApplyOutcome]:
        stamp = self.stamp("2027-05-01T09:00:00Z")
        return list(apply_plan(plan, self.places.open(), self.output, stamp, crew))

    def brute_force(self) -> set[str]:
        """The agreements that read differently, found by drafting all of them again."""
        library, registry = load_library(self.library, _cache()), self.registry()
        different = set()
        for held in registry.agreements():
            revision = registry.revision(held.id)
            again = library.draft(pinned(revision.answers, revision.taken))
            if again.text() != self.read[held.id]:
                different.add(held.id)
        return different


def small_firm(folder: Path, *deals: dict[str, Any]) -> Practice:
    """A workspace in which some deals are recorded: two, unless they are named."""
    firm = Practice(folder)
    firm.settings()
    firm.record(*(deals or (deal(), deal(parties=3))))
    return firm
