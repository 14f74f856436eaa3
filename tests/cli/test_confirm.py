"""`drafter confirm`: what is recommended is listed, and confirmed by a named person."""

import json

import pytest
from support.command import answers_of, write_answers

SAID_BY_HAND = "  general_cap: USD 100000   # agreed with the CFO\n"


@pytest.fixture
def deal(tmp_path, monkeypatch):
    """An answers file that somebody has written by hand."""
    data = answers_of("workout-rewards")
    assert data["answers"].pop("general_cap")
    path = write_answers(tmp_path, data)
    text = path.read_text("utf-8").replace("answers:\n", f"answers:\n{SAID_BY_HAND}")
    path.write_text(f"# Pacer and Corner Cup\n{text}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def listed(drafter, *more):
    return json.loads(drafter("confirm", "answers.yaml", "--json", *more).out)


class DescribeTheList:
    def it_names_each_by_section_with_its_value_and_reason_and_writes_nothing(self, drafter, deal):
        before = deal.read_bytes()
        outcome = drafter("confirm", "answers.yaml")
        assert outcome.code == 0
        assert "Ending (8)\n" in outcome.out
        assert "  exit_notice: 30 days\n      How much notice must a party" in outcome.out
        assert "because thirty days let a\n" in outcome.out
        assert "drafter confirm answers.yaml --all --by NAME" in outcome.err.replace("\n", " ")
        assert deal.read_bytes() == before

    def it_is_data_too(self, drafter, deal):
        (one,) = [row for row in listed(drafter) if row["question"] == "cure_time"]
        assert one == {
            "question": "cure_time", "section": "Ending", "answer": "30 days",
            "asks": "How long does a party have to cure a breach?", "because": "it is usual",
        }  # fmt: skip


class DescribeAConfirmation:
    def it_is_written_into_the_file_as_a_person_left_it(self, drafter, deal):
        lines = deal.read_text("utf-8").splitlines()
        money = [one for one in listed(drafter) if one["section"] == "Money"]
        outcome = drafter("confirm", "answers.yaml", "exit_notice", "--section", "money",
                          "--by", "Head of Legal", "--on", "2027-03-05")  # fmt: skip
        assert outcome.code == 0
        after = deal.read_text("utf-8").splitlines()
        assert [one for one in after if one in lines] == lines
        assert "  exit_notice: 30 days" in after
        assert after[-4:] == ["  exit_notice:", "    by: Head of Legal",
                              "    'on': '2027-03-05'", "    how: taken"]  # fmt: skip
        assert len(money) > 1
        assert f"{len(money) + 1} confirmed by Head of Legal, " in outcome.err
        assert not {"exit_notice", "late_interest"} & {one["question"] for one in listed(drafter)}

    def it_leaves_nothing_when_all_are_confirmed(self, drafter, deal):
        done = listed(drafter, "--all", "--by", "GC")
        assert len(done["confirmed"]) > 40
        assert (done["left"], listed(drafter)) == ([], [])
        drafted = drafter("draft", "answers.yaml", "-o", "a.docx", "--quiet")
        assert "recommended" not in drafted.err

    def it_stays_json_in_a_json_file(self, drafter, deal):
        path = deal.with_suffix(".json")
        path.write_text(json.dumps(answers_of("workout-rewards")), "utf-8")
        assert drafter("confirm", path, "exit_notice", "--by", "GC").code == 0
        assert json.loads(path.read_text("utf-8"))["answers"]["exit_notice"] == "30 days"

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--all"], "a confirmation needs the name of the person who gives it"),
            (["nope", "--by", "GC"], "no question is called `nope`"),
            (["effective_date", "--by", "GC"], "`effective_date` is answered already"),
            (["--section", "Nowhere", "--by", "GC"],
             "no section with something to confirm is called `Nowhere`"),
        ],
    )  # fmt: skip
    def it_is_refused_whole(self, drafter, deal, arguments, says):
        before = deal.read_bytes()
        outcome = drafter("confirm", "answers.yaml", "exit_notice", *arguments)
        assert outcome.code == 1
        assert says in outcome.err
        assert deal.read_bytes() == before

    def it_is_refused_for_a_day_that_is_none(self, drafter, deal):
        assert drafter("confirm", "answers.yaml", "--all", "--by", "GC", "--on", "today").code == 2

    def it_names_the_faults_of_the_file(self, drafter, deal):
        deal.write_text("precedent: nope\nanswers: {cap: 5}\n", "utf-8")
        outcome = drafter("confirm", "answers.yaml")
        assert outcome.code == 1
        assert "error[unknown-precedent]" in outcome.err
        assert "answers.yaml:2:" in outcome.err
