"""A batch drafts every good deal, once, under a safe name, and tells each bad one in its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.command import Command
from support.workspaces import Practice, deal

from drafter.diagnostics import Refused
from drafter.regeneration.batch import Drafting, Result, run_batch, stale_files
from drafter.regeneration.batch_index import BatchFile
from drafter.regeneration.batch_names import Claim, files_of
from drafter.regeneration.batch_rows import read_batch
from drafter.regeneration.naming import safe_name
from drafter.word.read import print_docx

CLAIMS = st.builds(Claim, st.sampled_from(["s", "t"]), st.sampled_from(["1", "2", "3"]),
                   st.sampled_from(["a", "b", "a-2", "a-2-2"]))  # fmt: skip


def no_table():
    raise AssertionError("no spreadsheet is read here")


class Desk:
    """A practice, a table, and a folder for the drafts."""

    def __init__(self, folder: Path) -> None:
        self.practice = Practice(folder / "firm")
        self.table, self.folder = folder / "table.jsonl", folder / "out"

    def rows(self, *records: Any) -> None:
        lines = (one if isinstance(one, str) else json.dumps(one) for one in records)
        self.table.write_text("\n".join(lines) + "\n", "utf-8")

    def run(self, *sources: Path, version: str = "1", force: bool = False) -> list[Result]:
        trade = Drafting(self.practice.places, "house", self.folder, version, force=force)
        rows = read_batch(sources or (self.table,), no_table).rows
        return list(run_batch(rows, trade))

    def drafts(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.glob("*.docx")}


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path)


def did(results: list[Result]) -> list[str]:
    return ["rejected" if one.faults else "skipped" if one.skipped else "drafted"
            for one in sorted(results, key=lambda one: one.row.line)]  # fmt: skip


class DescribeManyDeals:
    """Answers files and tables."""

    def it_drafts_a_row_as_the_library_does(self, desk):
        desk.rows(deal(ownership="maker"), deal(parties=3))
        assert did(desk.run()) == ["drafted", "drafted"]
        drafts = desk.drafts()
        assert sorted(drafts) == ["north-south-east.docx", "north-south.docx"]
        shop = desk.practice.places.open()
        same = shop.library.draft(deal(ownership="maker")).to_docx(shop.style("house"))
        assert drafts["north-south.docx"] == same

    def it_names_a_file_as_its_answers_file(self, desk, tmp_path):
        for name in ("spring", "autumn"):
            (tmp_path / f"{name}.yaml").write_text(yaml.safe_dump(deal()), "utf-8")
        desk.run(tmp_path / "spring.yaml", tmp_path / "autumn.yaml", tmp_path / "spring.yaml")
        assert sorted(desk.drafts()) == ["autumn.docx", "spring.docx"]

    def it_gives_two_deals_of_one_name_two_files(self, desk):
        desk.rows(deal(ownership="maker"), deal(ownership="joint"))
        desk.run()
        assert sorted(desk.drafts()) == ["north-south-2.docx", "north-south.docx"]


class DescribeBadRows:
    """One bad row stops no other."""

    def it_tells_each_in_its_own_words_and_drafts_the_rest(self, desk):
        twice, number = '{"precedent": "simple", "precedent": "simple"}', '{"seats": NaN}'
        two_faults = deal(seats="x1", fee="many")
        desk.rows(deal(), deal(notice="soon"), "{no", two_faults, "", twice, number, deal())
        results = desk.run()
        assert did(results) == ["drafted", *["rejected"] * 5, "drafted"]
        rejects = [json.loads(line) for line in
                   (desk.folder / "rejects.jsonl").read_text("utf-8").splitlines()]  # fmt: skip
        assert [one["row"] for one in rejects] == [2, 3, 4, 6, 7]
        assert json.loads(rejects[0]["input"]) == deal(notice="soon")
        assert "soon" in rejects[0]["faults"][0]["says"]
        assert rejects[0]["faults"][0]["place"] == f"{desk.table.as_posix()}:2:1"
        assert len(rejects[2]["faults"]) == 2

    def it_leaves_no_report_once_all_are_good(self, desk):
        desk.rows(deal(notice="soon"))
        desk.run()
        desk.rows(deal())
        desk.run()
        assert not (desk.folder / "rejects.jsonl").exists()

    def it_refuses_a_table_that_is_not_there(self, desk):
        with pytest.raises(Refused, match="No such file"):
            desk.run(desk.table)

    def it_ends_with_exit_code_1(self, desk, capsys):
        desk.rows(deal(), deal(notice="soon"))
        run = Command(capsys)
        command = ("batch", desk.table, "-o", desk.folder, "--library", desk.practice.library)
        bad = run(*command, "--processes", "1")
        assert bad.code == 1
        assert f"{desk.table}, row 2 was not drafted:" in bad.err
        assert "1 drafted, 0 unchanged, 1 rejected" in bad.err
        desk.rows(deal())
        assert run(*command, "--processes", "1").code == 0


class DescribeRunningItAgain:
    """What did not change is not drafted again."""

    def it_skips_what_did_not_change(self, desk):
        desk.rows(deal(), deal(parties=3))
        desk.run()
        desk.rows(deal(), deal(parties=3, notice="90 days"))
        assert did(desk.run()) == ["skipped", "drafted"]
        assert "90\xa0days" in print_docx(desk.drafts()["north-south-east.docx"])

    def it_drafts_anew_for_another_library_or_drafter(self, desk):
        desk.rows(deal())
        desk.run()
        assert did(desk.run(version="2")) == ["drafted"]
        desk.practice.edit("topics/exit/by-notice.md", "may leave", "may go")
        assert did(desk.run(version="2")) == ["drafted"]

    def it_makes_a_lost_draft_again(self, desk):
        desk.rows(deal())
        desk.run()
        (desk.folder / "north-south.docx").unlink()
        assert did(desk.run()) == ["drafted"]

    def it_goes_on_where_a_killed_run_stopped(self, desk):
        """Killed between the file and its line in the index, or in the middle of that line."""
        desk.rows(deal(), deal(parties=3))
        desk.run()
        before = desk.drafts()
        index = desk.folder / ".drafter-batch.jsonl"
        index.write_bytes(index.read_bytes()[:-30])  # its lines stand in the order of the files
        assert did(desk.run()) == ["drafted", "skipped"]
        assert desk.drafts() == before
        assert did(desk.run()) == ["skipped", "skipped"]

    def it_keeps_a_draft_that_somebody_edited(self, desk):
        desk.rows(deal())
        desk.run()
        (desk.folder / "north-south.docx").write_bytes(b"edited by hand")
        desk.rows(deal(notice="90 days"))
        assert did(desk.run()) == ["rejected"]
        assert desk.drafts()["north-south.docx"] == b"edited by hand"
        assert did(desk.run(force=True)) == ["drafted"]

    def it_follows_no_link_in_the_folder(self, desk, tmp_path):
        desk.folder.mkdir()
        (tmp_path / "outside.docx").write_bytes(b"another's")
        (desk.folder / "north-south.docx").symlink_to(tmp_path / "outside.docx")
        desk.rows(deal())
        assert did(desk.run()) == ["rejected"]
        desk.run(force=True)
        assert (tmp_path / "outside.docx").read_bytes() == b"another's"


class DescribeTheDealOfAFile:
    """A name that somebody was told means the same deal in every later batch."""

    def it_stays_when_a_row_is_put_on_top_or_taken_away(self, desk):
        alpha, beta, gamma = (deal(notice=f"{days} days") for days in (60, 70, 80))
        desk.rows(alpha, beta)
        desk.run()
        before = desk.drafts()
        desk.rows(gamma, alpha, beta)
        assert did(desk.run()) == ["drafted", "skipped", "skipped"]
        after = desk.drafts()
        assert {name: after[name] for name in before} == before
        desk.rows(beta, gamma)
        assert did(desk.run()) == ["skipped", "skipped"]
        rows = read_batch([desk.table], no_table).rows
        assert stale_files(rows, desk.folder) == ["north-south.docx"]

    def it_is_kept_by_a_row_that_is_edited(self, desk):
        desk.rows(deal(), deal(parties=3))
        desk.run()
        desk.rows(deal(parties=3), deal(notice="90 days"))
        assert did(desk.run()) == ["skipped", "drafted"]
        assert "90\xa0days" in print_docx(desk.drafts()["north-south.docx"])

    def it_is_never_overwritten_by_a_file_of_the_same_name_elsewhere(self, desk, tmp_path):
        for folder, days in (("x", 60), ("y", 70)):
            (tmp_path / folder).mkdir()
            path = tmp_path / folder / "deal.yaml"
            path.write_text(yaml.safe_dump(deal(notice=f"{days} days")), "utf-8")
        x, y = tmp_path / "x" / "deal.yaml", tmp_path / "y" / "deal.yaml"
        desk.run(x, y)
        before = desk.drafts()
        assert sorted(before) == ["deal-2.docx", "deal.docx"]
        assert did(desk.run(y)) == ["skipped"]
        assert desk.drafts() == before

    def it_takes_up_the_index_of_an_earlier_release(self, desk):
        desk.rows(deal())
        desk.run()
        index = desk.folder / ".drafter-batch.jsonl"
        index.write_text(json.dumps(json.loads(index.read_text())[:3]) + "\n")
        assert did(desk.run()) == ["skipped"]
        desk.rows(deal(parties=3), deal())
        assert did(desk.run()) == ["drafted", "skipped"]

    def it_writes_through_no_link_that_stands_for_its_index(self, desk, tmp_path):
        desk.folder.mkdir()
        (tmp_path / "outside").write_text("another's")
        (desk.folder / ".drafter-batch.jsonl").symlink_to(tmp_path / "outside")
        desk.rows(deal())
        desk.run()
        assert (tmp_path / "outside").read_text() == "another's"


class DescribeWhatABatchSays:
    """Warnings, counts and answers set aside reach every output, also those of skipped deals."""

    def it_tells_them_each_time(self, desk, capsys, monkeypatch):
        desk.practice.settings()
        desk.practice.texts["consistency/R1.yaml"] = (
            "severity: warn\nwhen: seats > 5\nmessage: Many seats.\n")  # fmt: skip
        desk.practice.edit("topics/exit/by-notice.md", "may leave", "may go")
        monkeypatch.chdir(desk.practice.folder)
        desk.rows(deal(seats="9"), deal(parties=3))
        for did in ("drafted", "unchanged"):
            outcome = Command(capsys)("batch", desk.table, "-o", desk.folder, "--json")
            first, second = json.loads(outcome.out)
            assert first["did"] == did
            assert [one["rule"] for one in first["findings"]] == ["R1"]
            assert (first["counts"]["warnings"], second["counts"]["warnings"]) == (1, 0)
            assert "row 1: warning[R1]: Many seats." in outcome.err
            assert "1 warned of; which: --json" in outcome.err


class DescribeNames:
    """Names of files made from anybody's words."""

    @given(st.text(max_size=400))
    def it_keeps_any_words_inside_the_folder(self, words):
        name = safe_name(words)
        assert name
        assert len(name.encode()) <= 200
        assert Path(name).name == name
        assert all(sign.isalnum() or sign == "-" for sign in name)
        assert name.casefold() not in ("con", "prn", "aux", "nul", "com1", "lpt9")

    @given(st.lists(CLAIMS), st.lists(CLAIMS))
    def it_gives_no_name_twice_and_none_of_another_source(self, first, then):
        files = files_of(first, ())
        assert len(set(files)) == len(first)
        known = [BatchFile(file, "", "", *claim) for file, claim in zip(files, first, strict=True)]
        again = files_of(then, known)
        assert len(set(again)) == len(then)
        made_by = dict(zip(files, first, strict=True))
        for file, claim in zip(again, then, strict=True):
            assert file not in made_by or made_by[file].source == claim.source
        assert files_of(first, known) == files
