"""A file is as it was or whole, and what happens beside it happens together with it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from drafter.diagnostics import Refused, Unfinished
from drafter.disk import TEMPORARY, laid, overlap_faults, sweep, write_faults, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class DescribeWriting:
    def it_leaves_the_old_file_where_the_disk_takes_no_more(self, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        write_whole(path, b"old")
        before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
        try:
            with pytest.raises(Refused, match="File too large"):
                write_whole(path, b"x" * 5000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
            signal.signal(signal.SIGXFSZ, before)
        assert path.read_bytes() == b"old"
        assert names(tmp_path) == ["a.docx"]

    def it_never_replaces_a_file_unless_told(self, tmp_path: Path) -> None:
        write_whole(tmp_path / "a", b"old")
        with pytest.raises(Refused, match="a exists"):
            write_whole(tmp_path / "a", b"new", force=False)
        assert (tmp_path / "a").read_bytes() == b"old"

    def it_follows_no_link(self, tmp_path: Path) -> None:
        """A link that leads nowhere is a taken name too."""
        (tmp_path / "a").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(Refused, match="a exists"):
            write_whole(tmp_path / "a", b"new", force=False)
        write_whole(tmp_path / "a", b"new")
        assert names(tmp_path) == ["a"]
        assert not (tmp_path / "a").is_symlink()

    def it_lets_one_of_two_writers_of_a_name_win(self, tmp_path: Path) -> None:
        ready, told = threading.Barrier(6), []

        def writer(number: int) -> None:
            ready.wait()
            try:
                write_whole(tmp_path / "same", b"%d" % number, force=False)
                told.append("written")
            except Refused as refused:
                told.append(refused.diagnostics[0].says.split("/")[-1])

        people = [threading.Thread(target=writer, args=(one,)) for one in range(6)]
        for one in people:
            one.start()
        for one in people:
            one.join()
        assert sorted(told) == ["same exists"] * 5 + ["written"]
        assert names(tmp_path) == ["same"]

    @pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
    def it_tells_a_name_that_cannot_be(self, tmp_path: Path, name: str) -> None:
        (fault,) = write_faults(tmp_path / name, False, "agreement")
        assert fault.rule == "output"

    def it_writes_nothing_where_the_name_is_too_long(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="File name too long"):
            write_whole(tmp_path / ("x" * 260), b"data")
        assert names(tmp_path) == []


class DescribeAnActWithAFile:
    def it_leaves_no_file_where_the_act_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ZeroDivisionError), laid(tmp_path / "a", b"data"):
            raise ZeroDivisionError
        assert names(tmp_path) == []

    def it_says_what_was_done_where_the_file_cannot_follow(self, tmp_path: Path) -> None:
        def act() -> None:
            with laid(tmp_path / "a", b"data") as laying:
                laying.done = "A-0001 is recorded"
                (tmp_path / "a").write_text("somebody else was first")

        with pytest.raises(Unfinished, match=r"A-0001 is recorded, but .*a exists"):
            act()
        assert (tmp_path / "a").read_text() == "somebody else was first"


class DescribeLeftovers:
    def it_sweeps_what_a_killed_run_left_and_spares_what_is_in_work(self, tmp_path: Path) -> None:
        work = "import sys, time; from pathlib import Path; from drafter.disk import laid\n" \
               "with laid(Path(sys.argv[1]), b'data'):\n    print('ready', flush=True)\n" \
               "    time.sleep(60)\n"  # fmt: skip
        root = Path(__file__).resolve().parent.parent
        run = subprocess.Popen([sys.executable, "-c", work, str(tmp_path / "a")], cwd=root,
                               stdout=subprocess.PIPE)  # fmt: skip
        assert run.stdout.readline() == b"ready\n"
        sweep(tmp_path)
        assert [name[: len(TEMPORARY)] for name in names(tmp_path)] == [TEMPORARY]
        run.kill()
        run.wait()
        sweep(tmp_path)
        assert names(tmp_path) == []


class DescribeOverlaps:
    def it_finds_one_file_under_two_names(self, tmp_path: Path) -> None:
        (tmp_path / "in.docx").write_text("x")
        (tmp_path / "link.docx").symlink_to(tmp_path / "in.docx")
        outputs = {"-o": tmp_path / "link.docx", "--report": tmp_path / "sub" / ".." / "in.docx"}
        says = [one.says for one in overlap_faults(outputs, {"OLD": tmp_path / "in.docx"})]
        assert says == [
            f"-o and OLD are one file, {tmp_path / 'link.docx'}",
            f"--report and OLD are one file, {outputs['--report']}",
            f"--report and -o are one file, {outputs['--report']}",
        ]


class DescribeOtherSystems:
    def it_works_without_fcntl_and_without_hang_ups(self, tmp_path: Path) -> None:
        """Windows has neither: importing and writing do without them."""
        script = (
            "import sys, signal, types\n"
            "sys.modules['fcntl'] = None\n"
            "del signal.SIGHUP\n"
            "import drafter.cli.app, drafter.cli.asking.terminal, drafter.cli.asking.answers_file\n"
            "import drafter.regeneration.folder_lock, drafter.regeneration.batch\n"
            "from drafter.system import ENDINGS\n"
            "from drafter.disk import write_whole\n"
            "from pathlib import Path\n"
            "locked = types.ModuleType('msvcrt')\n"
            "locked.LK_NBLCK, locked.locking = 2, lambda handle, mode, size: None\n"
            "sys.modules['msvcrt'] = locked\n"
            "write_whole(Path(sys.argv[1]) / 'a', b'data')\n"
            "assert len(ENDINGS) == 1\n"
        )
        root = Path(__file__).resolve().parent.parent
        done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root,
                              capture_output=True, text=True)  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert os.listdir(tmp_path) == ["a"]  # noqa: PTH208


class DescribeManyWritersInOneFolder:
    def it_sweeps_no_file_that_another_is_writing(self, tmp_path: Path) -> None:
        """Each sweeps the folder before it writes, as the commands do."""
        told: list[str] = []

        def person(number: int) -> None:
            for step in range(60):
                try:
                    sweep(tmp_path)
                    write_whole(tmp_path / f"{number}-{step}", b"x" * 1000, force=False)
                except Refused as refused:
                    told.append(refused.diagnostics[0].says)

        people = [threading.Thread(target=person, args=(number,)) for number in range(8)]
        for one in people:
            one.start()
        for one in people:
            one.join()
        assert told == []
        assert len(names(tmp_path)) == 480
