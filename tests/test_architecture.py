"""The picture in docs/architecture.md, the layers and the folders are one thing."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from importlinter.cli import lint_imports
from support.imports import circles, imports, uses

ROOT = Path(__file__).resolve().parent.parent
PROJECT = str(ROOT / "pyproject.toml")
LATE = {
    "alembic": "tables are made or brought up to date",
    "difflib": "a name is near another one",
    "distributed": "a cluster does the work",
    "fcntl": "the operating system has it",
    "jinja2": "a page of a house style has loops or tests",
    "lxml": "a Word file is read, which no draft needs",
    "markupsafe": "a page of a house style has loops or tests",
    "marshmallow": "an answers file is not plainly in order",
    "openpyxl": "a workbook is read or written",
    "pysat": "something is proved",
    "tempfile": "drafter failed",
    "tomllib": "there is a workspace",
    "traceback": "drafter failed",
    "drafter.changed_answers": "other answers are tried out",
    "drafter.cli.office": "pages are laid out",
    "drafter.desk": "a command acts on agreements",
    "drafter.drafting": "a command reads a library",
    "drafter.executors.cluster": "a cluster does the work",
    "drafter.gate": "a command reads approvals",
    "drafter.intake": "there is an interview or a web form",
    "drafter.library.load": "a library is not in the cache",
    "drafter.negotiation": "a file of the other side is compared",
    "drafter.proofreading": "a finished file is proofread",
    "drafter.questionnaire.envelope_schema": "an answers file is not plainly in order",
    "drafter.redline": "an agreement gets a redline",
    "drafter.regeneration": "a plan is made or applied",
    "drafter.registry.opening": "a registry is opened, which takes SQLAlchemy",
    "drafter.rules": "a library is not in the cache, or a rule is explained",
    "drafter.tables": "a workbook is written",
    "drafter.word": "a Word file is made",
    "drafter.yaml_nodes": "a library is not in the cache",
}
"""What may be imported in a function, for it is loaded only when what is said here happens."""


def pictured() -> list[list[str]]:
    """The floors drawn under `drafter/`, from the ground up: the names of each."""
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    picture = page.split("```\ndrafter/\n")[1].split("```")[0]
    return [re.findall(r"^  (\w+)(?:/|\.py) ", floor, re.MULTILINE)
            for floor in picture.split("\n\n")]  # fmt: skip


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


def used(name: str) -> set[str]:
    """The names under `drafter` that one of them imports from."""
    found = {one.what.split(".")[1] for one in imports()
             if one.by.split(".")[1:2] == [name] and one.what.startswith("drafter.")}  # fmt: skip
    return found - {name}


def named(module: str) -> str:
    """The name in `LATE` that a module has or lies in; its own where there is none."""
    return next((one for one in LATE if f"{module}.".startswith(f"{one}.")), module)


class DescribeTheHouse:
    """Who opens the folder finds what the page promised."""

    def it_is_drawn_as_it_stands(self) -> None:
        """Nothing is missing from the picture, and nothing is drawn that is not there."""
        assert sorted(name for floor in pictured() for name in floor) == sorted(standing())

    def it_is_drawn_in_the_order_of_its_layers(self) -> None:
        """The page reads upwards as the contract does, floor by floor."""
        assert pictured() == layers()

    def it_stands_as_low_as_what_it_uses_allows(self) -> None:
        """The contract says what is used: nobody stands higher than his needs."""
        floors = {name: number for number, floor in enumerate(layers()) for name in floor}
        lowest = {name: 1 + max((floors[one] for one in used(name)), default=-1)
                  for name in floors}  # fmt: skip
        assert floors == lowest

    @pytest.mark.parametrize(
        ("contract", "free"),
        [
            ("command-line", {"cli"}),
            ("cluster", {"executors"}),
            ("database", {"registry"}),
            ("xml", {"ooxml", "word", "redline", "merging"}),
            ("same-input-same-bytes", {"cli"}),
        ],
    )
    def it_holds_everyone_but_the_named_to_each_contract(
        self, contract: str, free: set[str]
    ) -> None:
        """A package that joins the house joins its contracts."""
        (held,) = (one for one in contracts() if one["id"] == contract)
        assert held["source_modules"] == ["drafter"]
        assert {one.split(".")[1] for one in held["ignore_imports"]} == free

    def it_has_no_circle_of_imports(self) -> None:
        """Not inside a package either, and not by an import in a function or for types only."""
        assert circles(uses()) == []

    def it_imports_at_the_top_of_a_module(self) -> None:
        """But for what saves the start of a command: all that is named, and nothing else."""
        assert {named(one.what) for one in imports() if one.late} == LATE.keys()

    def it_keeps_each_stage_to_the_stages_before_it(self, capsys) -> None:
        """No stage imports a later one, and none of the other contracts is broken."""
        broken = lint_imports(config_filename=PROJECT, no_cache=True)
        assert not broken, capsys.readouterr().out


def size(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function as the formatter lays it out, its docstring left out."""
    first, whole = function.body[0], function.end_lineno - function.lineno + 1
    says = ast.get_docstring(function, clean=False)
    return whole if says is None else whole - (first.end_lineno - first.lineno + 1)


class DescribeTheSizes:
    """What does not fit on a page in one piece is not one thing."""

    def it_has_no_function_of_more_than_thirty_lines(self) -> None:
        """From the line of its name to its last, its parameters among them."""
        longer = {
            f"{path.relative_to(ROOT).as_posix()}: {node.name}": size(node)
            for path in sorted((ROOT / "drafter").rglob("*.py"))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and size(node) > 30
        }
        assert longer == {}


class DescribeTheDataClasses:
    """A command starts quickly: hundreds of them are defined, and few are used."""

    def it_defines_them_all_in_one_way(self) -> None:
        """The decorator of the standard library writes their methods at once."""
        taken = re.compile(r"from dataclasses import .*\bdataclass\b")
        other = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / "drafter").rglob("*.py")
            if taken.search(path.read_text(encoding="utf-8"))
        }
        assert other == {"drafter/data_classes.py"}


class DescribeTheNames:
    """One word for one thing: a name that two modules give to different things is none."""

    def it_gives_no_class_name_twice(self) -> None:
        places: dict[str, list[str]] = {}
        for path in sorted((ROOT / "drafter").rglob("*.py")):
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    places.setdefault(node.name, []).append(path.relative_to(ROOT).as_posix())
        assert {name: files for name, files in places.items() if len(files) > 1} == {}

    def it_calls_no_file_by_a_word_that_tells_nothing(self) -> None:
        """Who looks for a thing in the folder finds it by the name of the thing."""
        empty = {
            "told",
            "said",
            "beside",
            "again",
            "in_words",
            "common",
            "helpers",
            "misc",
            "utils",
        }
        assert {one.stem for one in (ROOT / "drafter").rglob("*.py")} & empty == set()

    def it_prints_with_one_verb(self) -> None:
        """`print_…` makes plain text of values, and what a value says of itself is `as_text`."""
        others = {"in_words", "told", "said", "render", "spoken", "beside", "again"}
        named = {
            f"{path.relative_to(ROOT).as_posix()}: {node.name}"
            for path in sorted((ROOT / "drafter").rglob("*.py"))
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef)
            and (
                node.name.strip("_") in others
                or node.name.endswith(("_in_words", "_told", "_said"))
            )
        }
        assert named == set()
