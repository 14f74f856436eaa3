"""A workspace that an earlier drafter made opens in this one, or says what has to be done."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command import Command, Outcome

from drafter.regeneration.model import PlannedAct
from drafter.regeneration.plan_file import read_plan

MADE = Path(__file__).resolve().parent / "fixtures" / "first_workspace"
Run = Callable[..., Outcome]


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the workspace, which is the current folder."""
    folder = shutil.copytree(MADE, tmp_path / "firm")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def drafter(firm: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    return Command(capsys)


class DescribeTheRegistryOfAnEarlierDrafter:
    """What was drafted, issued, received and signed is still there."""

    def it_lists_its_agreements(self, drafter: Run) -> None:
        assert drafter("registry", "list").out.splitlines() == [
            "A-0001  drafted   revision 1   2026-11-27  simple  Matter 1",
            "A-0002  issued    revision 1   2026-11-27  simple  Matter 2",
            "A-0003  received  revision 1   2026-11-27  simple  Matter 3",
            "A-0004  signed    revision 1   2026-11-27  simple  Matter 4",
        ]

    def it_is_told_that_it_has_another_form_now(self, drafter: Run) -> None:
        assert "note[registry-renewed]" in drafter("registry", "list").err
        assert "registry-renewed" not in drafter("registry", "list").err

    def it_is_told_beside_data_too(self, drafter: Run) -> None:
        said = drafter("registry", "list", "--json")
        assert "note[registry-renewed]" in said.err
        assert len(json.loads(said.out)) == 4

    def it_shows_what_happened_to_one(self, drafter: Run) -> None:
        shown = json.loads(drafter("registry", "show", "A-0003", "--json").out)
        assert [one["event"] for one in shown["events"]] == ["drafted", "issued", "received"]

    def it_is_found_as_it_was(self, drafter: Run) -> None:
        assert drafter("registry", "verify").out.startswith("0 faults")


class DescribeTheLibraryOfAnEarlierDrafter:
    """Words that it has not are lent to it, and what they need is said."""

    def it_has_no_error(self, drafter: Run) -> None:
        assert drafter("check").code == 0

    def it_is_warned_of_a_term_that_it_does_not_define(self, drafter: Run) -> None:
        found = drafter("check").err + drafter("check").out
        assert "warning[undefined-term]: a period may read `Business Days`" in found
        assert "printing/en.yaml, which is lent: copy it into the library first" in found

    def it_drafts_in_the_style_of_the_firm(self, drafter: Run, firm: Path) -> None:
        done = drafter(
            "draft",
            "answers/matter-2.yaml",
            "-o",
            "two.docx",
            "--style",
            "firm",
            "--record",
            "--agreement",
            "A-0002",
        )
        assert (done.code, (firm / "two.docx").is_file()) == (0, True)
        assert "A-0002, revision 2: in the registry" in done.err

    def it_issues_what_was_approved_then(self, drafter: Run, firm: Path) -> None:
        done = drafter("issue", "A-0001", "-o", "one.docx")
        assert (done.code, (firm / "one.docx").is_file()) == (0, True)

    def it_says_where_a_draft_prints_the_term(self, drafter: Run, firm: Path) -> None:
        answers = firm / "answers" / "matter-1.yaml"
        text = answers.read_text("utf-8")
        answers.write_text(text.replace("60 days", "60 working-days"), "utf-8")
        done = drafter("draft", answers, "-o", "one.docx", "--json")
        (found,) = json.loads(done.out)["findings"]
        assert found["says"] == (
            "a period is counted in `Business Day`, and the library defines it nowhere"
        )
        assert found["says"] in done.err

    def it_drafts_many(self, drafter: Run) -> None:
        done = drafter("batch", "answers/matter-1.yaml", "-o", "batch", "--processes", "1")
        assert (done.code, "1 drafted, 0 unchanged" in done.err) == (0, True)


class DescribeThePlanOfAnEarlierDrafter:
    """It is read, and refused where it no longer fits."""

    def it_is_read(self, firm: Path) -> None:
        acts = {one.agreement: one.act for one in read_plan(firm / "plan.json").entries}
        assert acts == {
            "A-0002": PlannedAct.REVISE,
            "A-0003": PlannedAct.REVISE,
            "A-0004": PlannedAct.AMEND,
        }

    def it_is_read_without_what_has_a_default(self, firm: Path) -> None:
        path = firm / "plan.json"
        data = json.loads(path.read_bytes())
        needed = ("agreement", "matter", "status", "revision", "at", "base", "act")
        data["entries"] = [{key: one[key] for key in needed} for one in data["entries"]]
        del data["recommended"]
        path.write_text(json.dumps(data), "utf-8")
        assert [one.reasons for one in read_plan(path).entries] == [(), (), ()]

    def it_is_outdated_by_the_words_lent_to_the_library_and_nothing_else(
        self, drafter: Run
    ) -> None:
        done = drafter("apply", "plan.json")
        assert done.err.splitlines()[0] == (
            "error[plan-outdated]: the library changed since the plan was made"
        )
        assert "   = drafter lends it printed words, which count as its own" in done.err
        assert "house style" not in done.err

    def it_is_replaced_by_one_that_names_the_same_agreements(self, drafter: Run) -> None:
        planned = json.loads(drafter("plan", "-o", "new.json", "--json").out)
        assert [(one["agreement"], one["act"]) for one in planned["entries"]] == [
            ("A-0002", "revise"),
            ("A-0003", "revise"),
            ("A-0004", "amend"),
        ]
        done = drafter("apply", "new.json", "--processes", "1")
        assert done.code == 1  # the library has no precedent for amendments: one is left by hand
        assert done.out.startswith("2 new revisions, 1 to amend by hand, 1 unchanged.")
        revisions = json.loads(drafter("registry", "list", "--json").out)
        assert [one["revision"] for one in revisions] == [1, 2, 2, 1]
        assert drafter("registry", "verify").out.startswith("0 faults")
