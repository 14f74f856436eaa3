"""Many people, one registry: nobody's work is lost, and nobody's is overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.registers import database_of, draft, new_registry, stamp

TESTS = Path(__file__).resolve().parents[1]
PERSON = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], str(Path(sys.argv[1]).parent)]
from support.registers import database_of, draft, new_registry, stamp
from drafter.diagnostics import Refused
folder, name, what = Path(sys.argv[2]), sys.argv[3], sys.argv[4]
registry = new_registry(folder)
sys.stdin.readline()
if what == "record":
    for number in range(10):
        registry.record(draft(f"{name} {number}".encode()), name, stamp(f"{name}{number}"))
else:
    try:
        registry.revise("A-0001", 1, draft(name.encode()), stamp(name))
        print("done")
    except Refused as refused:
        print(refused.diagnostics[0].rule)
"""


def people(folder: Path, what: str, number: int = 4) -> list[str]:
    """What each of several processes says that begin at the same moment."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", PERSON, str(TESTS), str(folder), f"person {one}", what],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for one in range(number)
    ]  # fmt: skip
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    said = [one.communicate()[0].strip() for one in started]
    assert [one.returncode for one in started] == [0] * number
    return said


MAKING = """\
from drafter.diagnostics import Refused
from drafter.registry import create_registry, open_registry


def made(where, files):
    try:
        return create_registry(where, files)
    except Refused:
        return open_registry(where, files)


"""


class DescribeTwoAtOnce:
    def it_lets_one_revise_and_tells_the_others(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        registry.record(draft(), "A matter", stamp())
        said = people(tmp_path, "revise")
        assert sorted(said) == ["done", "moved-since", "moved-since", "moved-since"]
        kept = registry.file(registry.revision("A-0001").file).decode()
        assert kept == f"person {said.index('done')}"
        assert not [one for one in registry.verify() if one.severity == "error"]

    def it_takes_in_everything_that_many_record(self, tmp_path: Path) -> None:
        registry = new_registry(tmp_path)
        people(tmp_path, "record")
        held = registry.agreements()
        assert [one.id for one in held] == [f"A-{number:04d}" for number in range(1, 41)]
        files = {registry.file(registry.revision(one.id).file) for one in held}
        assert len(files) == 40
        assert registry.verify() == ()

    def it_makes_the_tables_once(self, tmp_path: Path) -> None:
        """People who make a registry at once get one, and do not get in each other's way."""
        database_of(tmp_path)  # the place, with nothing in it yet
        making = "made(database_of(folder), folder / 'registry.files')"
        script = PERSON.replace("new_registry(folder)", making)
        script = MAKING + script
        started = [
            subprocess.Popen([sys.executable, "-c", script, str(TESTS), str(tmp_path), str(one),
                              "record"], stdin=subprocess.PIPE, text=True,
                             cwd=TESTS.parent)
            for one in range(4)
        ]  # fmt: skip
        for one in started:
            one.communicate("go\n")
        assert [one.returncode for one in started] == [0] * 4
        registry = new_registry(tmp_path)
        assert len(registry.agreements()) == 40
        assert registry.verify() == ()
