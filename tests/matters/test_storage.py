"""Whatever the disk does, and whoever else is at work: what was said to be done is there, what was
not done can be done again, and nothing is half there."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from support.registers import draft, new_registry, stamp
from support.storage import CUT, FULL, OTHER, Disk, PowerCut, nothing_forgotten

from drafter.diagnostics import ERROR, Refused
from drafter.disk import TEMPORARY
from drafter.matters.filing import with_file
from drafter.regeneration.batch_index import BatchFile, Index
from drafter.regeneration.files import digest, lay
from drafter.registry.cabinet import Cabinet
from drafter.registry.model import Status
from drafter.registry.registry import Registry
from drafter.workspace.approvals import Approval, add_approvals, read_approvals

_DEEP = settings.get_profile("deep").max_examples
HISTORIES = _DEEP if settings.default.max_examples == _DEEP else 200
MOST_STEPS = 45
Act = Callable[[], object]


@dataclass
class Office:
    """Two who work on one workspace, what they were told is done, and what they tried."""

    root: Path
    writers: list[Registry] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)  # what must be there
    tried: dict[str, list[bytes]] = field(default_factory=dict)
    agreements: dict[bytes, str] = field(default_factory=dict)
    approved: set[Approval] = field(default_factory=set)

    def open(self) -> None:
        self.writers = [new_registry(self.root) for _ in range(2)]

    def record(self, number: int, writer: int) -> None:
        """A draft is recorded together with its file."""
        file, registry = b"draft %d " % number * 50, self.writers[writer]
        output = self.root / f"{number}.docx"
        self.tried.setdefault(output.name, []).append(file)
        held = with_file(registry, Status.DRAFTED, file, output, False, lambda place:
                         registry.record(draft(file), "M", stamp(number), place))  # fmt: skip
        self.files[output.name], self.agreements[file] = file, held.id

    def sign(self, number: int, writer: int) -> None:
        """An agreement that they know of goes out, and then its signed copy comes in."""
        registry = self.writers[writer]
        for id in list(self.agreements.values())[:1]:
            held = registry.agreement(id)
            if held.status is Status.DRAFTED:
                registry.move(held.id, 1, Status.ISSUED, stamp(number), b"issued %d" % number)
            elif held.status is Status.ISSUED:
                registry.move(held.id, 1, Status.SIGNED, stamp(number), b"signed %d" % number)

    def approve(self, number: int, writer: int) -> None:
        """A wording is approved."""
        one = Approval(f"exit/w-{number}", f"{number:064x}", "Head of Legal", "2027-03-05")
        add_approvals(self.root / "approvals.yaml", [one])
        self.approved.add(one)

    def lay(self, number: int, writer: int) -> None:
        """A file that is laid again with other words."""
        name, data = f"batch-{writer}.docx", b"laid %d " % number * 50
        self.tried.setdefault(name, []).append(data)
        lay(self.root / name, data, force=True)
        self.files[name] = data

    def batch(self, number: int, writer: int) -> None:
        """Two drafts of a batch, noted in its index."""
        index = Index(self.root)
        for name in (f"one-{writer}.docx", f"two-{writer}.docx"):
            data, before = b"batch %d " % number * 50, index.known.get(name)
            self.tried.setdefault(name, []).append(data)
            lay(self.root / name, data, before.digest if before else "")
            index.add(BatchFile(name, "", digest(data)))
            self.files[name] = data
        index.close()

    # --- what must hold ---

    def faults(self) -> list[str]:
        """What is not as it was said to be."""
        registry = self.writers[0]
        found = [one.says for one in registry.verify() if one.severity == ERROR]
        for name, tried in self.tried.items():
            done, path = self.files.get(name), self.root / name
            allowed = tried[tried.index(done) :] if done else [None, *tried]
            if (path.read_bytes() if path.exists() else None) not in allowed:
                found.append(f"{name} is lost, or half there")
        if len(registry.agreements()) < len(self.agreements):
            found.append("an agreement is lost")
        given = set(read_approvals(self.root / "approvals.yaml"))
        return found + [f"{one.wording} is not approved" for one in self.approved - given]


KINDS = ("record", "record", "sign", "approve", "lay", "batch")


def history(seed: int, folder: Path, forgets: Callable[[Path], bool]) -> list[str]:
    """What goes wrong in one history: some acts of two people, and one mishap."""
    chance = random.Random(seed)
    root = folder / "firm"
    root.mkdir()
    office = Office(root)
    office.open()
    mishap = chance.choice((CUT, CUT, CUT, FULL, OTHER))
    disk = Disk(root, folder / "grave", mishap, chance.randrange(MOST_STEPS),
                partial(office.record, 99, 1), forgets)  # fmt: skip
    undone: list[Act] = []
    with disk.in_use():
        for number in range(6):
            act = partial(getattr(office, chance.choice(KINDS)), number, number % 2)
            try:
                act()
            except Refused:
                undone.append(act)
            except PowerCut:
                undone.append(act)
                break
    if disk.is_dead:
        for one in office.writers:
            one.close()
        disk.after_a_power_cut(chance)
        office.open()
    try:
        found = office.faults()
        for act in undone:
            act()
        found += office.faults()
    except Refused as refused:
        return [str(refused)]
    if len(office.writers[0].agreements()) != len(office.agreements):
        found.append("an agreement is recorded twice")
    return found


class DescribeAHistory:
    def it_ends_with_all_that_was_done(self, tmp_path: Path) -> None:
        wrong = {}
        for seed in range(HISTORIES):
            (tmp_path / str(seed)).mkdir()
            if found := history(seed, tmp_path / str(seed), nothing_forgotten):
                wrong[seed] = found
        assert wrong == {}

    @pytest.mark.parametrize("forgets", [
        lambda path: path.name.startswith(TEMPORARY) and path.parent.name == "firm",
        lambda path: path.name.startswith(TEMPORARY) and path.parent.name != "firm",
        lambda path: path.name == "firm",
        lambda path: path.name == "registry.files",
        lambda path: path.parent.name == "registry.files",
    ], ids=["file", "kept file", "folder", "folder of kept files", "folder in it"])  # fmt: skip
    def it_needs_every_sync(self, tmp_path: Path, forgets: Callable[[Path], bool]) -> None:
        for seed in range(HISTORIES):
            (tmp_path / str(seed)).mkdir()
            if history(seed, tmp_path / str(seed), forgets):
                return
        raise AssertionError("no history misses it")


class DescribeWhatLiesThereAlready:
    """An earlier run wrote it and was stopped before its name was safe: who finds it there makes it
    safe before anything rests on it."""

    @staticmethod
    def certain(disk: Disk, path: Path) -> bool:
        """Whether a name outlives a power cut."""
        return path.name in disk.names.get(path.parent.stat().st_ino, {})

    def it_is_safe_when_the_act_is_done_again(self, tmp_path: Path) -> None:
        root = tmp_path / "firm"
        root.mkdir()
        office = Office(root)
        office.open()
        disk = Disk(root, tmp_path / "grave", forgets=lambda path: path == root)
        with disk.in_use():
            office.record(1, 0)
            assert not self.certain(disk, root / "1.docx")
            disk.forgets = nothing_forgotten
            office.record(1, 0)
        assert self.certain(disk, root / "1.docx")
        assert len(office.writers[0].agreements()) == 1

    def it_is_safe_when_another_keeps_the_same_file(self, tmp_path: Path) -> None:
        root = tmp_path / "firm"
        root.mkdir()
        cabinet = Cabinet(root / "registry.files")
        disk = Disk(root, tmp_path / "grave", forgets=Path.is_dir)
        with disk.in_use():
            kept = cabinet.place(cabinet.put(b"issued"))
            assert not self.certain(disk, kept)
            disk.forgets = nothing_forgotten
            cabinet.put(b"issued")
        assert self.certain(disk, kept)
        assert self.certain(disk, kept.parent)
        assert self.certain(disk, kept.parent.parent)
