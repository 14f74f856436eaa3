"""The picture in docs/architecture.md, the layers and the folders are one thing."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
PROJECT = str(ROOT / "pyproject.toml")


def pictured() -> list[str]:
    """The names drawn directly under `drafter/`, from the bottom of the house to the top."""
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    picture = page.split("```\ndrafter/\n")[1].split("```")[0]
    return re.findall(r"^  (\w+)(?:/|\.py) ", picture, re.MULTILINE)


def standing() -> set[str]:
    """The modules and packages that lie in the folder `drafter`."""
    modules = {path.stem for path in (ROOT / "drafter").glob("*.py")}
    packages = {path.parent.name for path in (ROOT / "drafter").glob("*/__init__.py")}
    return (modules | packages) - {"__init__", "__main__"}


def layers() -> list[list[str]]:
    """The layers of the contract, lowest first; those of one line stand side by side."""
    return [layer.split(" | ") for layer in reversed(contracts()[0]["layers"])]


def contracts() -> list[dict[str, Any]]:
    """The contracts as the project declares them."""
    project = tomllib.loads(Path(PROJECT).read_text(encoding="utf-8"))
    return project["tool"]["importlinter"]["contracts"]


class DescribeTheHouse:
    """Who opens the folder finds what the page promised."""

    def it_is_drawn_as_it_stands(self) -> None:
        """Nothing is missing from the picture, and nothing is drawn that is not there."""
        assert sorted(pictured()) == sorted(standing())

    def it_is_drawn_in_the_order_of_its_layers(self) -> None:
        """The page reads upwards as the contract does."""
        assert pictured() == [name for layer in layers() for name in layer]

    @pytest.mark.parametrize(
        ("contract", "free"),
        [
            ("command-line", {"cli"}),
            ("database", {"registry"}),
            ("xml", {"ooxml", "word", "redline"}),
            ("same-input-same-bytes", {"cli"}),
        ],
    )
    def it_holds_everyone_but_the_named_to_each_contract(
        self, contract: str, free: set[str]
    ) -> None:
        """A package that joins the house joins its contracts."""
        (sources,) = (one["source_modules"] for one in contracts() if one["id"] == contract)
        assert {name.removeprefix("drafter.") for name in sources} == standing() - free

    def it_keeps_each_stage_to_the_stages_before_it(self, capsys) -> None:
        """No stage imports a later one, and none of the other contracts is broken."""
        broken = lint_imports(config_filename=PROJECT, no_cache=True)
        assert not broken, capsys.readouterr().out
