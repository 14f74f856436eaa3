"""Amending, the whole registry and the library's upgrade, as a person types them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from support.amending import at, desk_of, firm, signed
from support.command import Command
from support.copies import fresh_copy
from support.workspaces import deal

from drafter.bundled import starter_library
from drafter.matters.starting import REMEMBERED

LAW = "topics/exit/any-time.md"
ERASE = ("registry", "erase-party", "--reason", "asked for")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A firm with a signed agreement of North and South, and a draft of Northern and South."""
    folder = tmp_path_factory.mktemp("made")
    practice = firm(folder / "firm")
    desk = desk_of(practice, folder / "cache")
    signed(desk)
    other = deal()
    other["answers"]["parties"] = {"northern": {"name": "Northern"}, "south": {"name": "South"}}
    desk.record(desk.library.draft(other), at("2027-03-01"), "Another deal")
    for name, answers in {"same": deal(), "longer": deal(notice="90 days"), "other": other}.items():
        (practice.folder / f"{name}.yaml").write_text(yaml.safe_dump(answers), "utf-8")
    return practice.folder


@pytest.fixture
def desk(made: Path, drafter: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The firm's workspace, where the commands run."""
    folder = fresh_copy(made, "amend-and-registry")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DRAFTER_USER", "Head of Legal")
    monkeypatch.delenv("DRAFTER_LIBRARY", raising=False)
    return folder


def last(words: str) -> str:
    return words.splitlines()[-1]


class DescribeAmend:
    def it_lists_the_changes_and_says_what_was_made(self, drafter, desk):
        outcome = drafter("amend", "A-0001", "longer.yaml", "-o", "a.docx")
        assert (outcome.code, outcome.out) == (
            0,
            "Clause\u00a03.1 (Leaving) of the Original Agreement is replaced by these words\n",
        )
        assert last(outcome.err) == (
            "a.docx: A-0003, revision 1, amends A-0001. A draft for legal review."
        )
        assert (desk / "a.docx").exists()
        again = json.loads(drafter("amend", "A-0001", "longer.yaml", "-o", "b.docx", "--json").out)
        assert (again["agreement"], again["amends"], again["is_news"], again["file"]) == (
            "A-0003", "A-0001", False, "b.docx")  # fmt: skip

    def it_revises_what_is_not_signed_and_says_that_no_day_was_used(self, drafter, desk):
        outcome = drafter("amend", "A-0002", "other.yaml", "-o", "a.docx", "--start", "2027-09-01")
        assert (outcome.code, outcome.err.splitlines()[-2:]) == (
            0,
            [
                "a.docx: A-0002 is not signed, so it gets revision 2. A draft for legal review.",
                "--start 2027-09-01 was not used: no amendment was drafted",
            ],
        )

    def it_writes_nothing_where_no_word_changes(self, drafter, desk):
        outcome = drafter("amend", "A-0001", "same.yaml", "-o", "a.docx")
        assert outcome.code == 1
        assert outcome.err.startswith("error[nothing-to-amend]: no word of A-0001 becomes another")
        assert not (desk / "a.docx").exists()

    def it_tells_every_fault_at_once(self, drafter, desk):
        outcome = drafter("amend", "A-9", "none.yaml", "-o", "a.pdf")
        said = [line.split(":")[0] for line in outcome.err.splitlines() if line[:5] == "error"]
        assert (outcome.code, said) == (
            1,
            ["error[output]", "error[unknown-agreement]", "error[answers-file]"],
        )

    def it_takes_a_day_or_the_signature(self, drafter, desk):
        outcome = drafter("amend", "A-0001", "longer.yaml", "-o", "a.docx", "--start", "soon")
        assert outcome.code == 2
        assert "--start takes a day as 2027-03-05, or `signature`" in outcome.err


class DescribeHistory:
    def it_tells_who_did_what_and_why_with_the_amendments(self, drafter, desk):
        drafter("amend", "A-0001", "longer.yaml", "-o", "a.docx")
        lines = drafter("registry", "history", "A-0001").out.splitlines()
        assert "2027-03-02T09:00:00Z  A-0001  revision 1 issued  Head of Legal" in lines
        assert "    overridden: not-approved, a test" in lines
        assert "    amends A-0001" in lines
        data = json.loads(drafter("registry", "history", "A-0001", "--json").out)
        assert sorted((one["agreement"], one["event"]) for one in data) == [
            ("A-0001", "drafted"), ("A-0001", "issued"), ("A-0001", "signed"),
            ("A-0003", "drafted")]  # fmt: skip
        assert [one["at"] for one in data] == sorted(one["at"] for one in data)

    def it_knows_only_what_is_there(self, drafter, desk):
        outcome = drafter("registry", "history", "A-77")
        assert outcome.code == 1
        assert "error[unknown-agreement]: no agreement `A-77` is in the registry" in outcome.err


class DescribeExportAndImport:
    def it_carries_everything_into_an_empty_registry(self, drafter, desk, tmp_path, monkeypatch):
        outcome = drafter("registry", "export", tmp_path / "all.zip")
        assert outcome.code == 0
        assert last(outcome.err).endswith("the registry, with 3 kept files; it names people")
        history = drafter("registry", "history", "A-0001").out
        shutil.copy(desk / "drafter.toml", tmp_path)
        monkeypatch.chdir(tmp_path)
        assert drafter("registry", "init").code == 0
        outcome = drafter("registry", "import", "all.zip")
        assert (outcome.code, last(outcome.err)) == (
            0,
            "2 agreements came in, and everything verifies",
        )
        assert drafter("registry", "history", "A-0001").out == history

    def it_replaces_no_file_and_fills_no_full_registry(self, drafter, desk):
        assert drafter("registry", "export", "all.zip").code == 0
        assert "use --force to replace it" in drafter("registry", "export", "all.zip").err
        assert drafter("registry", "export", "all.zip", "--force").code == 0
        outcome = drafter("registry", "import", "all.zip")
        assert outcome.code == 1
        assert "error[registry-import]: the registry is not empty" in outcome.err
        assert "none.zip: No such file" in drafter("registry", "import", "none.zip").err


class DescribeErasingAParty:
    def it_erases_what_has_ended_with_its_amendments_and_names_what_is_left(self, drafter, desk):
        drafter("amend", "A-0001", "longer.yaml", "-o", "a.docx")
        assert drafter("end", "A-0001", "--reason", "over").code == 0
        dry = drafter(*ERASE, "South", "--dry-run")
        assert (dry.code, dry.out) == (
            1,
            "A-0001  would be erased\nA-0003  would be erased with what it amends\n",
        )
        assert dry.err == "A-0002  left: drafted since 2027-03-01\n"
        assert "(erased)" not in drafter("registry", "list").out
        done = drafter(*ERASE, "South", "--json")
        said = json.loads(done.out)
        assert [one["agreement"] for one in said["erased"]] == ["A-0001", "A-0003"]
        assert [one["agreement"] for one in said["left"]] == ["A-0002"]
        assert drafter("registry", "list").out.count("(erased)") == 2
        assert drafter("registry", "verify").code == 0

    def it_takes_a_whole_name_and_says_which_others_have_its_words(self, drafter, desk):
        drafter("end", "A-0001", "--reason", "over")
        outcome = drafter(*ERASE, "North", "--dry-run")
        assert (outcome.code, outcome.out, outcome.err) == (
            0,
            "A-0001  would be erased\n",
            "A-0002  left: only a longer name in it has these words\n",
        )
        nobody = drafter(*ERASE, "Nobody")
        assert (nobody.code, nobody.err) == (1, "no agreement has a party of this name\n")

    def it_leaves_an_amendment_to_what_it_amends(self, drafter, desk):
        drafter("amend", "A-0001", "longer.yaml", "-o", "a.docx")
        drafter("end", "A-0003", "--reason", "never signed")
        outcome = drafter(*ERASE, "North")
        assert (outcome.code, outcome.out) == (1, "")
        assert "A-0003  left: ended since" in outcome.err

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ((*ERASE, ""), "PARTY is empty"),
            ((*ERASE, "North", "--before", "tomorrow"), "--before tomorrow is no date"),
            (("registry", "erase-party", "North", "--reason", " "), "--reason is empty"),
            (("registry", "erase", "A-0001", "--reason", ""), "--reason is empty"),
            (("registry", "list", "--since", "2027"), "--since 2027 is no date"),
        ],
    )
    def it_takes_no_name_reason_or_day_that_is_none(self, drafter, desk, typed, says):
        outcome = drafter(*typed)
        assert outcome.code == 2
        assert says in outcome.err
        assert "(erased)" not in drafter("registry", "list").out


class DescribeUpgradingTheLibrary:
    """What the starter changed comes in, what was edited here stays, and both are named."""

    def it_asks_for_the_library_that_it_came_from(self, drafter, desk):
        outcome = drafter("library", "upgrade")
        assert outcome.code == 1
        assert "error[no-base]: it is not known which starter library" in outcome.err
        assert "there is no folder none" in drafter("library", "upgrade", "--base", "none").err

    def it_refuses_a_file_for_which_nothing_must_be_decided(self, drafter, desk):
        outcome = drafter("library", "upgrade", "--base", "library", "--mine", "none.md")
        assert outcome.code == 1
        assert "leave the option away: nothing must be decided for it" in outcome.err
        both = drafter("library", "upgrade", "--mine", LAW, "--theirs", LAW)
        assert both.code == 2
        assert f"--mine and --theirs both name {LAW}" in both.err

    @pytest.fixture
    def older(self, desk, tmp_path) -> Path:
        """The firm works with the starter library, and came from one with other words on a law."""
        (desk / "library").rename(tmp_path / "small")
        shutil.copytree(starter_library(), desk / "library")
        shutil.copytree(starter_library(), desk / REMEMBERED)
        for library in (desk / "library", desk / REMEMBERED):
            words = (library / LAW).read_text("utf-8")
            (library / LAW).write_text(words.replace("summary: ", "summary: Once, ", 1), "utf-8")
        return desk / "library" / LAW

    def it_says_what_it_would_do_then_does_it_once(self, drafter, older):
        before = older.read_text("utf-8")
        dry = drafter("library", "upgrade", "--dry-run")
        taken = f"Changed in the starter, as it was here:\n  {LAW}\n"
        assert (dry.code, dry.out) == (0, taken)
        assert last(dry.err).endswith("1 file would change; nothing is written")
        assert older.read_text("utf-8") == before
        data = json.loads(drafter("library", "upgrade", "--json").out)
        assert (data["written"], [one["fate"] for one in data["files"]]) == (True, ["taken"])
        assert older.read_text("utf-8") == (starter_library() / LAW).read_text("utf-8")
        again = drafter("library", "upgrade")
        assert last(again.err).endswith("nothing to take from the starter library")

    def it_writes_nothing_before_somebody_says_which_of_two_stands(self, drafter, older):
        own = older.read_text("utf-8").replace("Once, ", "Here, ")
        older.write_text(own, "utf-8")
        outcome = drafter("library", "upgrade")
        assert outcome.code == 1
        assert f"error[library-clash]: {LAW} was changed here and in the starter" in outcome.err
        assert "nothing is written; 1 file was changed here and in the starter" in outcome.err
        assert drafter("library", "upgrade", "--mine", LAW).code == 0
        assert older.read_text("utf-8") == own
