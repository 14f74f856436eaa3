"""A workspace is found from anywhere inside it, and its settings are read with all their faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.bundled import starter_library
from drafter.diagnostics import Refused
from drafter.matters.starting import start_workspace
from drafter.workspace.approvals import Approval, add_approvals, read_approvals
from drafter.workspace.settings import find_workspace


def faults(folder: Path, text: str) -> list[str]:
    """What is said of some settings."""
    (folder / "drafter.toml").write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        find_workspace(folder)
    return [f"{one.place}: {one.says}" for one in refused.value.diagnostics]


class DescribeAWorkspace:
    def it_is_found_from_a_folder_inside(self, tmp_path: Path) -> None:
        made = start_workspace(tmp_path / "firm")
        inside = tmp_path / "firm" / "deals" / "2027"
        inside.mkdir(parents=True)
        assert find_workspace(inside) == made

    def it_is_not_found_outside(self, tmp_path: Path) -> None:
        start_workspace(tmp_path / "firm")
        assert find_workspace(tmp_path) is None

    def it_holds_the_whole_library_and_the_styles(self, tmp_path: Path) -> None:
        made = start_workspace(tmp_path / "firm")
        bundled = starter_library()
        for path in bundled.rglob("*.md"):
            assert (made.library / path.relative_to(bundled)).read_bytes() == path.read_bytes()
        assert sorted(path.name for path in made.templates.iterdir()) == [
            "README.md", "american.docx", "american.yaml", "house.docx", "house.yaml",
            "plain.docx", "plain.yaml"]  # fmt: skip

    def it_is_never_made_over_something_else(self, tmp_path: Path) -> None:
        (tmp_path / "templates").mkdir()
        (tmp_path / "drafter.toml").write_text("mine")
        with pytest.raises(Refused) as refused:
            start_workspace(tmp_path)
        assert len(refused.value.diagnostics) == 2
        assert not (tmp_path / "clause_library").exists()

    def it_may_keep_its_registry_elsewhere(self, tmp_path: Path) -> None:
        url = "postgresql+psycopg://db.example/registry"
        (tmp_path / "drafter.toml").write_text(f'registry = "{url}"\nfiles = "kept"\n')
        found = find_workspace(tmp_path)
        assert found is not None
        assert (found.registry, found.files) == (url, tmp_path / "kept")


class DescribeFaultsOfSettings:
    def it_names_each_of_them_with_its_line(self, tmp_path: Path) -> None:
        path = (tmp_path / "drafter.toml").as_posix()
        assert faults(tmp_path, 'libary = "a"\n\noutput = 7\n') == [
            f"{path}:1:1: {path} has no setting `libary`",
            f"{path}:3:1: `output` names no place",
        ]

    def it_says_where_the_file_breaks_off(self, tmp_path: Path) -> None:
        assert faults(tmp_path, 'library = "a"\noutput = \n')[0].startswith(
            f"{(tmp_path / 'drafter.toml').as_posix()}:2:")  # fmt: skip


class DescribeApprovals:
    APPROVAL = Approval("exit/any-time", "a" * 64, 'The "General" Counsel: #1, née', "2027-01-01")

    def it_reads_what_it_wrote(self, tmp_path: Path) -> None:
        path = tmp_path / "approvals.yaml"
        add_approvals(path, [self.APPROVAL])
        add_approvals(path, [self.APPROVAL._replace(until="2027-12-31")])
        assert read_approvals(path) == (
            self.APPROVAL, self.APPROVAL._replace(until="2027-12-31"))  # fmt: skip

    def it_adds_to_a_file_whose_last_line_is_open(self, tmp_path: Path) -> None:
        path = tmp_path / "approvals.yaml"
        add_approvals(path, [self.APPROVAL])
        path.write_text(path.read_text("utf-8").rstrip("\n"), "utf-8")
        add_approvals(path, [self.APPROVAL])
        assert read_approvals(path) == (self.APPROVAL, self.APPROVAL)

    def it_has_none_where_there_is_no_file_or_an_empty_one(self, tmp_path: Path) -> None:
        path = tmp_path / "approvals.yaml"
        assert read_approvals(path) == ()
        path.write_text("# none yet\n")
        assert read_approvals(path) == ()

    def it_names_every_fault_of_its_file(self, tmp_path: Path) -> None:
        path = tmp_path / "approvals.yaml"
        path.write_text(
            "- {wording: exit/any-time, digest: abc, by: Counsel, on: 2027-02-30}\n"
            "- {wording: exit/any-time, by: Counsel, on: 2027-01-01}\n"
            "- {wordng: exit/any-time}\n"
        )
        with pytest.raises(Refused) as refused:
            read_approvals(path)
        lines = {one.place.line for one in refused.value.diagnostics if one.place}
        assert lines == {1, 2, 3}
        assert "`2027-02-30` is no date" in str(refused.value)

    @pytest.mark.parametrize("text", ["exit: yes\n", "just words\n"])
    def it_refuses_what_is_no_list(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "approvals.yaml"
        path.write_text(text)
        with pytest.raises(Refused):
            read_approvals(path)
