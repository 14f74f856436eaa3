"""docs/how-to.md names the files that a change touches, and those are the files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from support.imports import imports, modules

from drafter.library.files import LibraryFiles
from drafter.library.scaffold import new_topic
from drafter.proof.solver import Solver

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/how-to.md").read_text("utf-8")


def lists(change: str) -> list[list[str]]:
    """The lists of files under the heading of a change."""
    section = PAGE.split(f"## {change}\n")[1].split("\n## ")[0]
    return [re.findall(r"^- `(.+)`$", block, re.MULTILINE)
            for block in section.split("\n\n") if block.startswith("- ")]  # fmt: skip


def known(paths: Iterable[str]) -> list[str]:
    """Those that are there already."""
    return [path for path in paths if "<" not in path]


def importing(package: str) -> set[str]:
    """The files of drafter that import a package or module."""
    files = {one.by for one in imports() if f"{one.what}.".startswith(f"{package}.")}
    return {modules()[name].relative_to(ROOT).as_posix() for name in files}


def naming(words: str, folder: str) -> set[str]:
    """The files in a folder in which words stand."""
    paths = [*(ROOT / folder).rglob("*.py"), *(ROOT / folder).rglob("*.md"),
             *(ROOT / folder).rglob("*.yaml")]  # fmt: skip
    found = (path for path in paths if re.search(words, path.read_text("utf-8")))
    return {path.relative_to(ROOT).as_posix() for path in found}


class DescribeThePage:
    """Whoever changes drafter finds where."""

    @pytest.mark.parametrize("path", sorted({*known(re.findall(r"`([\w./-]+/[\w./-]*)`", PAGE))}))
    def it_names_files_that_are_there(self, path: str) -> None:
        assert (ROOT / path).exists()

    def it_has_a_topic_begun_by_the_command(self) -> None:
        made = new_topic(LibraryFiles("", {}, ""), "a-topic", variants=("a-variant",))
        as_shown = [f"clause_library/{path}".replace("a-topic", "<topic>")
                    .replace("a-variant", "<variant>") for path in made]  # fmt: skip
        assert as_shown == lists("A topic")[0][:2]

    def it_has_each_kind_of_answer_in_its_file_and_in_the_table(self) -> None:
        """As the kind of e-mail addresses is, which came last."""
        (table,) = known(lists("A kind of answer")[0])
        assert importing("drafter.kinds.email") == {table}
        assert naming(r"\bEMAIL\b", "drafter") == {table, "drafter/kinds/email.py"}

    def it_names_all_that_turns_on_a_law(self) -> None:
        """Each file that knows a law is of a sort that the page names, and no other sort is."""
        sorts = [re.sub("<.*?>", "*", path) for path in lists("A law")[0]]
        for file in naming("new-york", "clause_library"):
            assert [sort for sort in sorts if fnmatch(file, sort)], file
        assert naming("new-york|england-wales", "drafter") <= {
            "drafter/conditions/exclusion.py"
        }  # its example

    def it_names_whoever_makes_a_word_file(self) -> None:
        new, old = lists("An output format")
        made = naming(r"\.to_docx\(| to_docx\(", "drafter") - naming("", "drafter/word")
        assert made == {*known(new), *old}

    def it_names_where_a_form_is_printed(self) -> None:
        """As Markdown is: its print is known to the table of forms alone."""
        (table,) = known(lists("An output format")[0])
        assert importing("drafter.agreement.markdown_text") == {table}

    def it_names_all_that_knows_the_solver(self) -> None:
        assert importing("pysat") | {"pyproject.toml"} == {*lists("A solver")[0]}

    def it_counts_what_the_proof_asks_of_a_solver(self) -> None:
        asked = [name for name in vars(Solver) if not name.startswith("_")]
        assert (len(asked), "one class of six methods" in PAGE) == (6, True)

    def it_names_all_that_knows_the_database(self) -> None:
        sql, other = lists("A store")
        assert importing("sqlalchemy") | importing("alembic") == {*other}
        assert naming('postgresql"', "drafter/registry") | {"pyproject.toml"} == {*sql}
