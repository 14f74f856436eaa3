"""The way of an agreement at the terminal, from a new workspace to its end."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command import Command, Outcome, answers_of, example, write_answers
from support.copies import fresh_copy

from drafter.cli.app import cli
from drafter.cli.errors import guarded
from drafter.matters.received import carries
from drafter.matters.starting import start_workspace
from drafter.registry import open_registry
from drafter.word.read import print_docx

Run = Callable[..., Outcome]
ANYWAY = ("--override", "not-approved", "--override", "unconfirmed", "--reason", "a test of ours")
CONFIRM = ("confirm", "answers.yaml", "--all", "--by", "General Counsel")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace, to be copied."""
    folder = tmp_path_factory.mktemp("started") / "firm"
    start_workspace(folder)
    return folder


@pytest.fixture(scope="module")
def with_agreement(started: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one recorded agreement."""
    folder = fresh_copy(started, "desk")
    answers = write_answers(folder, answers_of("workout-rewards"))
    with pytest.MonkeyPatch.context() as patch:
        set_up(patch, folder)
        made = ["draft", str(answers), "-o", "a.docx", "--record", "--name", "Rewards", "--quiet"]
        assert guarded(cli, made) == 0
    return shutil.copytree(folder, tmp_path_factory.mktemp("recorded") / "firm")


def set_up(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Sit down at a workspace."""
    patch.chdir(folder)
    patch.setenv("DRAFTER_USER", "Head of Legal")
    patch.delenv("DRAFTER_LIBRARY", raising=False)


@pytest.fixture
def desk(started: Path, drafter: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace where the commands run."""
    folder = fresh_copy(started, "desk")
    set_up(monkeypatch, folder)
    return folder


@pytest.fixture
def recorded(with_agreement: Path, drafter: Command, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace with one recorded agreement."""
    folder = fresh_copy(with_agreement, "desk")
    set_up(monkeypatch, folder)
    return folder


def listed(drafter: Command) -> list[dict]:
    return json.loads(drafter("registry", "list", "--json").out)


class DescribeInit:
    def it_makes_a_workspace_that_drafts(
        self, drafter: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert drafter("init", tmp_path / "new").code == 0
        monkeypatch.chdir(tmp_path / "new")
        path = tmp_path / "new" / "clause_library" / "topics" / "exit" / "topic.yaml"
        path.write_text(path.read_text("utf-8").replace("heading: ", "heading: Our own ", 1))
        assert "Our own" in drafter("show", "topic", "exit").out

    def it_refuses_a_folder_that_is_a_workspace(self, drafter: Command, desk: Path) -> None:
        outcome = drafter("init", desk)
        assert outcome.code == 1
        assert "error[workspace]" in outcome.err

    def it_is_needed_by_the_registry(
        self, drafter: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        outcome = drafter("registry", "list")
        assert outcome.code == 1
        assert "drafter init DIR" in outcome.err


class DescribeRecording:
    def it_gives_an_id(self, drafter: Command, recorded: Path) -> None:
        (held,) = listed(drafter)
        assert (held["agreement"], held["status"], held["matter"]) == (
            "A-0001", "drafted", "Rewards")  # fmt: skip

    def it_names_a_matter_by_its_parties_unless_told(self, drafter: Command, desk: Path) -> None:
        drafter("draft", example("workout-rewards"), "-o", "a.docx", "--record")
        assert listed(drafter)[0]["matter"] == "Pacer Fitness Inc. / Corner Cup Coffee LLC"

    def it_adds_a_revision(self, drafter: Command, recorded: Path) -> None:
        outcome = drafter("draft", "answers.yaml", "-o", "b.docx", "--record", "--agreement",
                          "A-0001", "--json")  # fmt: skip
        assert json.loads(outcome.out)["revision"] == 2

    def it_writes_nothing_when_it_cannot_record(self, drafter: Command, recorded: Path) -> None:
        outcome = drafter("draft", "answers.yaml", "-o", "b.docx", "--record", "--agreement",
                          "A-0002")  # fmt: skip
        assert outcome.code == 1
        assert "did you mean `A-0001`?" in outcome.err
        assert not (recorded / "b.docx").exists()

    def it_tells_that_fault_with_all_others(self, drafter: Command, recorded: Path) -> None:
        outcome = drafter("draft", "none.yaml", "-o", "a.docx", "--record", "--agreement", "A-9")
        said = {line.split(":")[0] for line in outcome.err.splitlines()}
        assert said >= {"error[unknown-agreement]", "error[answers-file]", "error[output]"}

    @pytest.mark.parametrize("options", [("--name", "x"), ("--record", "--for", "issue")])
    def it_refuses_options_that_do_not_fit(
        self, drafter: Command, recorded: Path, options: tuple[str, ...]
    ) -> None:
        assert drafter("draft", "answers.yaml", "-o", "b.docx", *options).code == 2


class DescribeIssuing:
    def it_refuses_wordings_that_nobody_approved(self, drafter: Command, recorded: Path) -> None:
        outcome = drafter("issue", "A-0001", "-o", "out.docx")
        assert outcome.code == 1
        assert "drafter approve confidentiality/mutual --by NAME --on DATE" in outcome.err
        assert not (recorded / "out.docx").exists()

    def it_takes_approvals(self, drafter: Command, recorded: Path) -> None:
        """All wordings approved and answers confirmed, it issues; of a wording that is edited
        since, that one is refused."""
        assert drafter(*CONFIRM).code == 0
        drafter("draft", "answers.yaml", "-o", "b.docx", "--record", "--agreement", "A-0001")
        shown = json.loads(drafter("registry", "show", "A-0001", "--json").out)
        used = [f"{use['name']}/{use['choice']}" for use in shown["uses"]
                if use["kind"] == "wording"]  # fmt: skip
        outcome = drafter("approve", *used, "--by", "General Counsel", "--on", "2026-01-01")
        assert outcome.code == 0
        path = recorded / "clause_library" / "topics" / f"{used[0]}.md"
        before = path.read_text("utf-8")
        path.write_text(before.replace("review by: 2027-", "review by: 2099-"), "utf-8")
        outcome = drafter("issue", "A-0001", "-o", "out.docx")
        assert outcome.code == 1
        assert outcome.err.startswith(
            f"error[not-approved]: `{used[0]}` was edited after it was approved")  # fmt: skip
        assert "1 fault" in outcome.err
        path.write_text(before, "utf-8")
        assert drafter("issue", "A-0001", "-o", "out.docx").code == 0

    def it_refuses_an_approval_that_has_run_out(self, drafter: Command, recorded: Path) -> None:
        drafter("approve", "confidentiality/mutual", "--by", "General Counsel", "--on",
                "2020-01-01", "--until", "2020-12-31")  # fmt: skip
        outcome = drafter("issue", "A-0001", "-o", "out.docx")
        assert "the approval of `confidentiality/mutual` does not hold on" in outcome.err

    def it_goes_on_when_somebody_says_so_by_name(self, drafter: Command, recorded: Path) -> None:
        outcome = drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY)
        assert outcome.code == 0
        shown = json.loads(drafter("registry", "show", "A-0001", "--json").out)
        named = shown["events"][1]["overrides"]
        assert [(one["what"], one["by"], one["reason"]) for one in named] == [
            ("not-approved", "Head of Legal", "a test of ours"),
            ("unconfirmed", "Head of Legal", "a test of ours")]  # fmt: skip

    def it_prints_id_and_revision_and_keeps_the_file(
        self, drafter: Command, recorded: Path
    ) -> None:
        drafter("issue", "A-0001", *ANYWAY)
        data = (recorded / "drafts" / "A-0001-revision-1.docx").read_bytes()
        assert carries(data, "A-0001", 1)
        registry = open_registry(recorded / "registry.db")
        assert registry.file(registry.files("A-0001")[-1].digest) == data

    def it_refuses_a_library_that_reads_otherwise_than_the_draft(
        self, drafter: Command, recorded: Path
    ) -> None:
        path = recorded / "clause_library" / "topics" / "exit" / "topic.yaml"
        path.write_text(path.read_text("utf-8").replace("heading: ", "heading: Our own ", 1))
        outcome = drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY)
        assert outcome.code == 1
        assert "otherwise than revision 1: `exit`" in outcome.err

    def it_lists_the_blanks(self, drafter: Command, desk: Path) -> None:
        data = answers_of("workout-rewards")
        data["answers"].pop("effective_date")
        data["unknown"] = ["effective_date"]
        drafter("draft", write_answers(desk, data), "-o", "a.docx", "--record")
        outcome = drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY)
        assert outcome.code == 0
        assert "blank\teffective_date\t" in outcome.out
        refused = drafter("sign", "A-0001", "--override", "unconfirmed", "--reason", "read")
        assert "error[blank]: `effective_date` is blank" in refused.err

    def it_lists_what_a_schedule_leaves_in_brackets(self, drafter: Command, desk: Path) -> None:
        data = answers_of("workout-rewards")
        data["answers"]["marks"]["pacer"].pop("registered")
        name, asks = "marks.pacer.registered", "Is it registered in each country of sale?"
        data["unknown"] = [name]
        drafter("draft", write_answers(desk, data), "-o", "a.docx", "--record")
        issued = drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY)
        assert "[Yes / No]" in print_docx((desk / "out.docx").read_bytes())
        assert f"bracket\t{name}\t{asks}" in issued.out.splitlines()
        again = json.loads(drafter("issue", "A-0001", "-o", "b.docx", *ANYWAY, "--json").out)
        assert again["awaited"] == [{"question": name, "asks": asks}]

    def it_refuses_open_topics(self, drafter: Command, desk: Path) -> None:
        data = answers_of("smart-handbag")
        data["answers"].pop("foreground_ownership")
        data["unknown"] = [*data.get("unknown", ()), "foreground_ownership"]
        assert drafter("draft", write_answers(desk, data), "-o", "a.docx", "--record").code == 0
        outcome = drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY)
        assert outcome.code == 1
        assert "error[open-topic]" in outcome.err

    def it_needs_a_reason_for_an_override(self, drafter: Command, recorded: Path) -> None:
        assert drafter("issue", "A-0001", "--override", "not-approved").code == 2


class DescribeSigningFields:
    """A file for signature has the fields of an e-signature service where one is named."""

    NOW = ("issue", "A-0001", "-o", "s.docx", *ANYWAY, "--override", "blank")

    def it_lists_the_signers_whose_lines_have_fields(self, drafter, recorded):
        made = drafter(*self.NOW, "--for", "signature", "--signing", "docusign", "--json")
        assert made.code == 0, made.err
        assert [one["number"] for one in json.loads(made.out)["signers"]] == [1, 2]
        assert "~~signature2~~" in print_docx((recorded / "s.docx").read_bytes())

    def it_takes_the_service_of_the_workspace(self, drafter, recorded):
        self.serve(recorded, "dropbox-sign")
        made = drafter(*self.NOW, "--for", "signature")
        signers = [line for line in made.out.splitlines() if line.startswith("signer")]
        assert [line.split("\t")[1] for line in signers] == ["1", "2"]
        assert "[sig|req|signer1]" in print_docx((recorded / "s.docx").read_bytes())

    def it_is_refused_in_a_file_that_is_not_to_be_signed(self, drafter, recorded):
        made = drafter(*self.NOW, "--signing", "docusign")
        assert made.code == 1
        assert "error[no-signing-fields]" in made.err
        assert not (recorded / "s.docx").exists()

    def it_names_the_service_that_the_workspace_may_mean(self, drafter, recorded):
        self.serve(recorded, "docsign")
        made = drafter(*self.NOW, "--for", "signature")
        assert made.code == 1
        assert "did you mean `docusign`" in made.err

    @staticmethod
    def serve(folder, service):
        settings = folder / "drafter.toml"
        settings.write_text(f'signing = "{service}"\n{settings.read_text("utf-8")}', "utf-8")


class DescribeReceivingAndSigning:
    @pytest.fixture
    def issued(self, drafter: Command, recorded: Path) -> Path:
        assert drafter("issue", "A-0001", "-o", "out.docx", *ANYWAY).code == 0
        return recorded

    def it_keeps_what_came_back(self, drafter: Command, issued: Path) -> None:
        outcome = drafter("receive", "A-0001", "out.docx", "--json")
        said = json.loads(outcome.out)
        assert said["unchanged"] == said["offered"] > 100
        assert listed(drafter)[0]["status"] == "received"

    def it_refuses_the_file_of_another(self, drafter: Command, issued: Path) -> None:
        drafter("draft", "answers.yaml", "-o", "b.docx", "--record")
        drafter("issue", "A-0002", "-o", "second.docx", *ANYWAY)
        outcome = drafter("receive", "A-0001", "second.docx")
        assert outcome.code == 1
        assert "second.docx carries A-0002, not A-0001" in outcome.err
        assert listed(drafter)[0]["status"] == "issued"

    @pytest.mark.parametrize("name", ["none.docx", "clause_library", "answers.yaml"])
    def it_refuses_what_is_no_word_file(self, drafter: Command, issued: Path, name: str) -> None:
        assert drafter("receive", "A-0001", name).code == 1

    def it_signs_nothing_that_rests_on_a_recommendation(
        self, drafter: Command, issued: Path
    ) -> None:
        outcome = drafter("sign", "A-0001")
        assert outcome.code == 1
        assert "answers are recommendations that nobody confirmed: `" in outcome.err
        assert "`exit_notice`" in outcome.err

    def it_never_changes_what_is_signed(self, drafter: Command, issued: Path) -> None:
        (issued / "scan.pdf").write_bytes(b"%PDF-1.7 signed")
        confirmed = ("--override", "unconfirmed", "--reason", "read and accepted")
        assert drafter("sign", "A-0001", "--file", "scan.pdf", *confirmed).code == 0
        for command in (
            ("draft", "answers.yaml", "-o", "b.docx", "--record", "--agreement", "A-0001"),
            ("issue", "A-0001", "-o", "again.docx", *ANYWAY),
            ("receive", "A-0001", "out.docx"),
        ):
            outcome = drafter(*command)
            assert outcome.code == 1
            assert "error[signed]: A-0001 is signed" in outcome.err
        assert drafter("end", "A-0001", "--reason", "the term is over").code == 0
        assert drafter("registry", "verify").code == 0
        assert drafter("registry", "show", "A-0001", "--save", "kept").code == 0
        assert sorted(path.name for path in (issued / "kept").iterdir()) == [
            "A-0001-1-drafted-revision-1.docx", "A-0001-2-issued-revision-1.docx",
            "A-0001-3-signed-revision-1.pdf"]  # fmt: skip
        assert [one["kind"] for one in json.loads(
            drafter("registry", "show", "A-0001", "--json").out)["files"]] == [
                "drafted", "issued", "signed"]  # fmt: skip


class DescribeApproving:
    def it_tells_every_fault_at_once(self, drafter: Command, desk: Path) -> None:
        outcome = drafter("approve", "exit/any-tim", "--by", "Counsel", "--on", "2027-02-30")
        assert outcome.code == 1
        assert "did you mean `exit/any-time`?" in outcome.err
        assert "`2027-02-30` is no date" in outcome.err
        assert not (desk / "approvals.yaml").exists()

    def it_takes_all_wordings_of_an_agreement_and_shows_what_changed_since(
        self, drafter: Command, recorded: Path
    ) -> None:
        shown = drafter("approve", "--of", "A-0001").out
        assert "confidentiality/mutual: never approved; its text" in shown
        assert shown.splitlines()[-1].endswith("to approve: again with --by NAME --on DATE")
        by = ("--by", "General Counsel", "--on", "2026-01-01")
        assert drafter("approve", "--of", "A-0001", *by).code == 0
        assert drafter("approve", "--of", "A-0001").out == (
            "each of them is approved as it stands\n")  # fmt: skip
        path = recorded / "clause_library" / "topics" / "confidentiality" / "mutual.md"
        words = path.read_text("utf-8")
        path.write_text(words.replace("review by: 2027-", "review by: 2099-"), "utf-8")
        changed = drafter("approve", "confidentiality/*").out
        since = "mutual: approved by General Counsel on 2026-01-01; since then\n    -review"
        assert since in changed
        assert "    +review by: 2099-" in changed

    def it_wants_something_to_approve_and_by_whom(self, drafter: Command, desk: Path) -> None:
        assert drafter("approve").code == 2
        assert drafter("approve", "exit/*", "--by", "Counsel").code == 2
        assert "no wording `exits/*`" in drafter("approve", "exits/*").err


class DescribeHostileNames:
    @pytest.mark.parametrize("name", ["../../etc/passwd", "--convert-to", "'; DROP TABLE log; --"])
    def it_leads_no_file_astray(self, drafter: Command, desk: Path, name: str) -> None:
        before = set(desk.rglob("*"))
        options = ("--record", f"--name={name}", "--quiet")
        assert drafter("draft", example("workout-rewards"), "-o", "a.docx", *options).code == 0
        assert drafter("issue", "A-0001", *ANYWAY).code == 0
        assert [one["matter"] for one in listed(drafter)] == [name]
        assert json.loads(drafter("registry", "find", "--json", "--", name).out)
        made = {path.relative_to(desk).parts[0] for path in desk.rglob("*") if path not in before}
        assert {one for one in made if "registry" not in one} == {"a.docx", "drafts"}
        assert [path.name for path in (desk / "drafts").iterdir()] == ["A-0001-revision-1.docx"]

    @pytest.mark.parametrize("name", ["two\nlines", "a\0b", "\u202egpj.exe", " ", "x" * 201])
    def it_refuses_a_name_that_cannot_stand_in_a_list(
        self, drafter: Command, desk: Path, name: str
    ) -> None:
        outcome = drafter("draft", example("workout-rewards"), "-o", "a.docx", "--record",
                          f"--name={name}")  # fmt: skip
        assert outcome.code == 2
        assert not (desk / "a.docx").exists()

    def it_does_not_follow_a_link_in_the_output_folder(
        self, drafter: Command, recorded: Path
    ) -> None:
        mine = recorded / "mine.docx"
        mine.write_text("mine")
        (recorded / "drafts" / "A-0001-revision-1.docx").symlink_to(mine)
        assert drafter("issue", "A-0001", *ANYWAY).code == 1
        assert drafter("issue", "A-0001", "--force", *ANYWAY).code == 0
        assert mine.read_text() == "mine"


class DescribeVerifying:
    def it_ends_with_1_and_names_what_was_changed(self, drafter: Command, recorded: Path) -> None:
        import sqlite3

        database = sqlite3.connect(recorded / "registry.db")
        database.execute("UPDATE names SET matter = 'Another'")
        database.commit()
        outcome = drafter("registry", "verify")
        assert outcome.code == 1
        assert "the name of A-0001 was changed" in outcome.out

    def it_tells_when_the_end_of_the_log_is_cut_off(self, drafter: Command, recorded: Path) -> None:
        head = json.loads(drafter("registry", "verify", "--json").out)["head"]
        assert drafter("registry", "verify", "--head", head).code == 0
        outcome = drafter("registry", "verify", "--head", "0" * 64)
        assert outcome.code == 1
        assert "its end was cut off" in outcome.out

    def it_says_that_a_registry_cannot_be_read(self, drafter: Command, desk: Path) -> None:
        (desk / "registry.db").write_text("this is no database" * 100)
        outcome = drafter("registry", "list")
        assert outcome.code == 1
        assert "error[registry]" in outcome.err


class DescribeAnOverride:
    """It names what goes on, and why: one without the other is no override."""

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            (("--override", "blank"), "an override needs a reason"),
            (("--reason", "agreed by phone"), "name what goes on"),
        ],
    )
    def it_has_both(self, drafter: Command, options: tuple[str, str], says: str) -> None:
        outcome = drafter("sign", "A-0001", *options)
        assert outcome.code == 2
        assert says in outcome.err
