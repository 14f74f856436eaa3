"""What is installed is locked: each file by its hash, for every system, from nowhere special."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
BUILD = PROJECT["build-system"]["requires"]
FILES = {
    "run": NEEDED + BUILD,
    "dev": NEEDED
    + BUILD
    + [one for extra in ("dev", "docs", "dask", "postgres") for one in EXTRAS[extra]],
    "lowest": NEEDED + BUILD + EXTRAS["dev"] + EXTRAS["docs"],
}


def text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def locked(name: str) -> dict[str, str]:
    """Each package in a lock file and its release."""
    return dict(re.findall(r"(?m)^([a-z0-9-]+)(?:\[.*\])?==(\S+)", text(name)))


@pytest.mark.parametrize("name", FILES)
class DescribeALockFile:
    """`make lock` writes it; nothing else does."""

    def it_holds_a_release_of_everything_that_is_declared(self, name: str) -> None:
        """Who changes pyproject.toml locks again."""
        releases = locked(name)
        wanted = [Requirement(line) for line in FILES[name]]
        assert [
            str(one)
            for one in wanted
            if not one.specifier.contains(releases.get(key(one), "0"), prereleases=True)
        ] == []

    def it_has_a_hash_for_every_release(self, name: str) -> None:
        """pip refuses a file that is not the one that was locked."""
        entries = re.findall(r"(?m)^(?=[a-z]).*(?:\n    --hash.*)*", text(name))
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []

    def it_names_no_place_to_fetch_from(self, name: str) -> None:
        """Where packages come from is the business of the machine."""
        assert "://" not in text(name)
        assert "index" not in text(name)


def key(one: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", one.name).lower()


class DescribeTheBuildGroup:
    """What builds drafter is named twice, because only a group can be locked."""

    def it_is_what_the_build_system_asks_for(self) -> None:
        assert PROJECT["dependency-groups"]["build"] == BUILD
