"""What the registry says happened has happened on disk, and the other way round."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from support.workspaces import Practice, deal

from drafter import Refused, Stamp, open_desk, override, start_workspace
from drafter.desk import Desk
from drafter.disk import TEMPORARY
from drafter.registry import create_registry, open_registry
from drafter.workspace.settings import FILE

NOW = Stamp("2027-03-05T09:00:00Z", "Head of Legal", "5f0c")
ANYWAY = tuple(override(what, "Head of Legal", "2027-03-05", "a test")
               for what in ("not-approved", "unconfirmed"))  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The desk of a small firm, with an empty registry."""
    firm = Practice(tmp_path / "firm")
    firm.settings()
    firm.registry().close()
    return open_desk(firm.folder, cache=tmp_path / "cache")


def killed(act: Callable[[], object], desk: Desk, step: str) -> None:
    """Run an act in a process that dies the moment a step of the registry is done."""
    child = os.fork()
    if child:
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
        return

    def die(done: str) -> None:
        if done == step:
            os.kill(os.getpid(), signal.SIGKILL)

    place = desk.workspace
    desk.workshop.registry = open_registry(place.registry, place.files, die)
    try:
        act()
    finally:
        os._exit(1)


def record(desk: Desk, output: Path) -> str:
    agreement = desk.library.draft(deal())
    return desk.record(agreement, NOW, "A matter", output=output).held.id


STEPS = ["files kept", "rows written", "committed"]


class DescribeAKilledRun:
    @pytest.mark.parametrize("step", STEPS)
    def it_leaves_one_agreement_when_it_is_run_again(self, desk: Desk, step: str) -> None:
        output = desk.workspace.folder / "a.docx"
        killed(lambda: record(desk, output), desk, step)
        assert not output.exists()
        assert record(desk, output) == "A-0001"
        assert [one.id for one in desk.registry.agreements()] == ["A-0001"]
        assert output.read_bytes() == desk.registry.file(desk.registry.revision("A-0001").file)
        assert not list(output.parent.glob(f"{TEMPORARY}*"))

    @pytest.mark.parametrize("step", STEPS)
    def it_leaves_one_issue_when_it_is_run_again(self, desk: Desk, step: str) -> None:
        folder = desk.workspace.folder
        record(desk, folder / "a.docx")
        output = folder / "out.docx"
        killed(lambda: desk.issue("A-0001", NOW, ANYWAY, output=output), desk, step)
        issued = desk.issue("A-0001", NOW, ANYWAY, output=output)
        assert output.read_bytes() == issued.file
        said = [entry.event for entry, _ in desk.registry.events("A-0001")]
        assert said == ["drafted", "issued"]

    def it_records_the_same_deal_again_for_another_file(self, desk: Desk) -> None:
        folder = desk.workspace.folder
        assert record(desk, folder / "a.docx") == "A-0001"
        assert record(desk, folder / "b.docx") == "A-0002"


class DescribeAnActThatCannotLayItsFile:
    @pytest.mark.parametrize("name", ["x" * 255 + ".docx", "none/a.docx"])
    def it_does_nothing(self, desk: Desk, name: str) -> None:
        with pytest.raises(Refused):
            record(desk, desk.workspace.folder / name)
        assert desk.registry.agreements() == ()


class DescribeARegistryThatIsGone:
    @pytest.mark.parametrize("lost", [Path.unlink, lambda path: path.write_bytes(b"")])
    def it_is_a_fault_and_never_a_new_registry(self, desk: Desk, lost: Callable) -> None:
        record(desk, desk.workspace.folder / "a.docx")
        desk.registry.close()
        path = Path(desk.workspace.registry)
        lost(path)
        again = open_desk(desk.workspace.folder)
        with pytest.raises(Refused, match="the registry is gone or empty, and its files lie in"):
            again.registry.agreements()
        with pytest.raises(Refused, match="the registry is gone or empty"):
            create_registry(path)

    def it_is_made_by_name_alone(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="there is no registry"):
            open_registry(tmp_path / "registry.db")
        assert not (tmp_path / "registry.db").exists()
        create_registry(tmp_path / "registry.db").close()
        with pytest.raises(Refused, match="there is a registry at"):
            create_registry(tmp_path / "registry.db")


class DescribeErasing:
    def it_reaches_what_a_killed_run_left_half_written(self, desk: Desk) -> None:
        record(desk, desk.workspace.folder / "a.docx")
        files = Path(desk.workspace.registry).with_suffix(".files")
        (files / "3f").mkdir(exist_ok=True)
        (files / "3f" / ".new-leevhy9g").write_bytes(b"Project Falcon")
        (files / "3f" / f"{TEMPORARY}abcd").write_bytes(b"Project Falcon")
        stray = files / "aa" / ("aa" + "0" * 62)
        stray.parent.mkdir(exist_ok=True)
        stray.write_bytes(b"Project Falcon")
        assert len([one for one in desk.registry.verify() if one.rule == "registry-stray"]) == 3
        desk.registry.erase("A-0001", NOW, "asked to")
        left = [path for path in files.rglob("*") if path.is_file()]
        assert left == []
        assert desk.registry.verify() == ()


class DescribeAReadOnlyWorkspace:
    def it_can_be_read(self, desk: Desk) -> None:
        record(desk, desk.workspace.folder / "a.docx")
        desk.registry.close()
        path = Path(tempfile.mkdtemp()) / "registry.db"
        shutil.copy(desk.workspace.registry, path)
        before = os.geteuid()
        path.parent.chmod(0o555)
        path.chmod(0o444)
        try:
            if before == 0:
                os.setresuid(65534, 65534, 0)
            registry = open_registry(path)
            assert [one.matter for one in registry.agreements()] == ["A matter"]
            with pytest.raises(Refused, match="the registry cannot be used now"):
                registry.erase("A-0001", NOW, "asked to")
        finally:
            if before == 0:
                os.setresuid(0, 0, 0)
            shutil.rmtree(path.parent)


class DescribeStartingAWorkspace:
    def it_takes_up_a_start_that_was_killed(self, tmp_path: Path) -> None:
        """Half a copy is made anew; what was whole and half moved is moved on."""
        folder = tmp_path / "firm"
        beside = folder / f"{TEMPORARY}workspace"
        (beside / "clause_library").mkdir(parents=True)
        start_workspace(folder)
        assert not beside.exists()
        beside.mkdir()
        for name in ("templates", "registry.db", FILE):
            (folder / name).rename(beside / name)
        start_workspace(folder)
        assert not beside.exists()
        assert open_desk(folder).registry.agreements() == ()

    def it_leaves_nothing_where_the_disk_is_full(self, tmp_path: Path) -> None:
        import resource

        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, limits[1]))
        try:
            with pytest.raises(Refused, match="File too large"):
                start_workspace(tmp_path / "firm")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, before)
        assert not (tmp_path / "firm").exists()
