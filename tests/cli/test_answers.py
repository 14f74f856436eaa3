"""`drafter answers`: files compared, laid over each other, proposed and accepted; a first one."""

import json

from support.command import answers_of, write_answers
from support.examples import starter


class DescribeTheDifference:
    def it_is_listed_by_section_and_is_data_too(self, drafter, tmp_path):
        one = write_answers(tmp_path, answers_of("workout-rewards"))
        other = one.rename(tmp_path / "old.yaml")
        one.write_bytes(other.read_bytes())
        assert drafter("confirm", one, "exit_notice", "--by", "GC").code == 0
        outcome = drafter("answers", "diff", other, one)
        assert (outcome.code, outcome.out) == (0, (
            "Ending\n"
            "  exit_notice  How much notice must a party give to leave?\n"
            "      - 30 days (recommended)\n"
            "      + 30 days (confirmed)\n"
        ))  # fmt: skip
        assert json.loads(drafter("answers", "diff", other, one, "--json").out) == [{
            "path": "exit_notice", "section": "Ending",
            "asks": "How much notice must a party give to leave?",
            "one": {"answer": "30 days", "how": "recommended"},
            "other": {"answer": "30 days", "how": "confirmed"},
        }]  # fmt: skip

    def it_is_refused_for_a_file_at_fault(self, drafter, tmp_path):
        one = write_answers(tmp_path, {"precedent": "nope", "answers": {}})
        assert drafter("answers", "diff", one, one).code == 1


class DescribeAMerge:
    """Each party answers its own part; the parts become one file."""

    def parts(self, folder):
        (folder / "a.yaml").write_text(
            "# the part of North\nprecedent: co-marketing\nanswers:\n"
            "  project_name: Relay  # agreed with the board\n  general_cap: GBP 25000\n",
            "utf-8",
        )
        (folder / "b.yaml").write_text(
            "# the part of South\nprecedent: co-marketing\nanswers:\n"
            "  general_cap: GBP 25000\n  exit_notice: 30 days\n", "utf-8")  # fmt: skip
        return folder / "a.yaml", folder / "b.yaml"

    def it_keeps_comments_and_order_whichever_file_comes_first(self, drafter, tmp_path):
        one, other = self.parts(tmp_path)
        assert drafter("answers", "merge", other, one, "-o", tmp_path / "c.yaml").code == 0
        assert drafter("answers", "merge", one, other, "-o", tmp_path / "d.yaml").code == 0
        text = (tmp_path / "c.yaml").read_text("utf-8")
        assert text == (tmp_path / "d.yaml").read_text("utf-8")
        assert text.startswith(
            "# the part of North\nprecedent: co-marketing\nanswers:\n"
            "  project_name: Relay  # agreed with the board\n"
        )
        assert text.endswith("# --- from b.yaml ---\n# the part of South\n")
        assert drafter("answers", "diff", one, tmp_path / "c.yaml").code == 0

    def it_writes_nothing_where_they_differ(self, drafter, tmp_path):
        one, other = self.parts(tmp_path)
        other.write_text(other.read_text("utf-8").replace("25000", "50000"), "utf-8")
        outcome = drafter("answers", "merge", one, other, "-o", tmp_path / "c.yaml")
        assert outcome.code == 1
        assert f"{one}:5 says GBP 25000; {other}:4 says GBP 50000" in outcome.err
        assert not (tmp_path / "c.yaml").exists()

    def it_lands_on_none_of_its_files(self, drafter, tmp_path):
        one, other = self.parts(tmp_path)
        assert drafter("answers", "merge", one, other, "-o", one, "--force").code == 1

    def it_keeps_comments_or_is_refused(self, drafter, tmp_path):
        outcome = drafter("answers", "merge", *self.parts(tmp_path), "-o", tmp_path / "c.json")
        assert outcome.code == 1
        assert "only YAML keeps the comments" in outcome.err


class DescribeProposedAnswers:
    def it_takes_them_from_a_table_lists_them_and_has_them_accepted(self, drafter, tmp_path):
        ours = write_answers(tmp_path, {"precedent": "co-marketing", "answers": {}})
        theirs = tmp_path / "theirs.csv"
        theirs.write_text("agreement_id,project_name,exit_notice\nA-1,Relay,30 days\n", "utf-8")
        assert drafter("answers", "propose", ours, theirs, "--by", "South").code == 0
        listed = drafter("answers", "accept", ours, "--json")
        assert [(one["question"], one["by"], one["how"])
                for one in json.loads(listed.out)["proposed"]] == [
            ("project_name", "South", "proposed"),
            ("exit_notice", "South", "proposed")]  # fmt: skip
        assert drafter("answers", "accept", ours, "project_name").code == 1  # by nobody
        done = drafter("answers", "accept", ours, "--all", "--by", "GC", "--on", "2027-03-05")
        assert "2 accepted by GC, 0 proposed and not accepted" in done.err
        assert "how: accepted" in ours.read_text("utf-8")


class DescribeAFirstAnswersFile:
    def it_asks_everything_and_answers_nothing(self, drafter, tmp_path):
        path = tmp_path / "first.yaml"
        assert drafter("new", "answers", "--precedent", "referral", "-o", path).code == 0
        text = path.read_text("utf-8")
        asked = starter().clauses.precedents["referral"].asks
        assert [name for name in asked if f"\n  # {name}:" not in text] == []
        assert starter().form_of_file(path).data["answers"] in (None, "", {})
        assert drafter("new", "answers", "--precedent", "referral", "-o", path).code == 1

    def it_is_answered_by_taking_a_mark_away_and_keeps_the_others(self, drafter, tmp_path):
        path = tmp_path / "first.yaml"
        drafter("new", "answers", "--precedent", "referral", "-o", path)
        marked = path.read_text("utf-8")
        path.write_text(marked.replace("  # project_name:", "  project_name: Relay"), "utf-8")
        assert drafter("confirm", path, "cure_time", "--by", "GC").code == 0
        assert starter().form_of_file(path).data["answers"] == {
            "project_name": "Relay", "cure_time": "30 days"}  # fmt: skip
        assert path.read_text("utf-8").count("\n  # ") == marked.count("\n  # ") - 1
