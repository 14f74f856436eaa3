"""The same words, piped: bare lines in order, or `id = value` in any order."""

import subprocess

import pytest
import yaml
from support.command import answers_of
from support.terminal import PROGRAM, environment

NAMED = ["governing_law = england", "precedent = co-marketing", "effective_date = 1 May 2027",
         "parties.north.name = North Ltd", "collaboration_model = *"]  # fmt: skip


@pytest.fixture
def ask(tmp_path):
    def run(text, *more):
        data = text if isinstance(text, bytes) else text.encode()
        return subprocess.run([*PROGRAM, "ask", "-o", "deal.yaml", *more], cwd=tmp_path, input=data,
                              capture_output=True, env=environment(), timeout=120)  # fmt: skip

    return run


def saved(folder):
    return yaml.load((folder / "deal.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


class DescribeBareLines:
    def it_answers_in_the_order_of_the_questions(self, ask, tmp_path):
        outcome = ask("2\n\n:g collaboration_model\ntactical\n:g effective_date\n1 May 2027\n:q\n")
        assert outcome.returncode == 0
        assert outcome.stdout.decode() == "deal.yaml\n"
        assert saved(tmp_path)["answers"] == {
            "collaboration_model": "tactical", "effective_date": "2027-05-01"}  # fmt: skip

    def it_stops_at_the_first_bad_line_and_keeps_the_good_ones(self, ask, tmp_path):
        outcome = ask("2\n:g collaboration_model\ntactical\n:g effective_date\nsoon\n1 May 2027\n")
        assert outcome.returncode == 1
        assert "Line 5: `soon` is no date" in outcome.stderr.decode()
        assert saved(tmp_path)["answers"] == {"collaboration_model": "tactical"}

    def it_says_that_the_input_ended(self, ask):
        outcome = ask("2\n")
        assert outcome.returncode == 1
        assert "The input ended." in outcome.stderr.decode()

    def it_has_no_marks_and_no_escape_codes(self, ask):
        talk = ask("2\n:g collaboration_model\ntactical\n").stderr.decode()
        assert "Question 1.2, in section 1, Parties, of" in talk
        assert "--" not in talk.replace("--resume", "")
        assert "\x1b" not in talk
        assert max(map(len, talk.splitlines())) <= 80


class DescribeNamedLines:
    def it_takes_them_in_any_order(self, ask, tmp_path):
        outcome = ask("\n".join(NAMED[:4]))
        assert outcome.returncode == 1  # more is missing
        assert "Missing: collaboration_model" in outcome.stderr.decode()
        assert saved(tmp_path)["answers"] == {
            "parties": {"north": {"name": "North Ltd"}}, "effective_date": "2027-05-01",
            "governing_law": "england-wales"}  # fmt: skip

    def it_stops_at_the_first_bad_one_with_its_number(self, ask, tmp_path):
        outcome = ask("\n".join(NAMED))
        assert "Line 5: `collaboration_model` has no recommendation" in outcome.stderr.decode()
        assert len(saved(tmp_path)["answers"]) == 3
        assert "no question is called `colour`" in ask(
            "precedent = co-marketing\ncolour = red\n", "--resume").stderr.decode()  # fmt: skip

    def it_may_name_a_party_before_the_party_is_there(self, ask, tmp_path):
        lines = ["precedent = co-marketing", "reward_funder = north", "parties.north.name = North",
                 "reward_honourer = nobody"]  # fmt: skip
        outcome = ask("\n".join(lines))
        assert outcome.returncode == 1
        assert "Line 4" in outcome.stderr.decode()
        assert saved(tmp_path)["answers"]["reward_funder"] == "north"
        assert "reward_honourer" not in saved(tmp_path)["answers"]

    def it_completes_an_example(self, ask, tmp_path):
        data = answers_of("workout-rewards")
        lines = [f"precedent = {data['precedent']}"]
        for name, value in data["answers"].items():
            records = value if isinstance(value, dict) else {}
            lines += [f"{name}.{id}.{field} = {word(one)}" for id, fields in records.items()
                      for field, one in fields.items()] or [f"{name} = {word(value)}"]  # fmt: skip
        ask("\n".join(reversed(lines)))
        assert saved(tmp_path)["answers"].keys() == data["answers"].keys()
        assert saved(tmp_path)["answers"]["marks"]["pacer"] == data["answers"]["marks"]["pacer"]


def word(value):
    return ", ".join(value) if isinstance(value, list) else value


class DescribeGarbage:
    @pytest.mark.parametrize("text", [
        b"\n" * 1000, b"\xff\xfe\x00\x01" * 100, b"x" * 1_000_000, b"\n".join([b"= ="] * 50),
        b"2\n" + b"\x1b[2J\n",
    ])  # fmt: skip
    def it_is_no_answer(self, ask, tmp_path, text):
        outcome = ask(text)
        assert outcome.returncode == 1
        assert not (tmp_path / "deal.yaml").exists() or not saved(tmp_path)["answers"]
        assert b"\x1b" not in outcome.stderr

    def it_is_refused_where_nothing_can_be_written(self, ask, tmp_path):
        outcome = ask("2\n", "-o", "no/such/folder/deal.yaml")
        assert outcome.returncode == 1
        assert "there is no folder" in outcome.stderr.decode()
        assert ask("2\n", "-o", "/proc/deal.yaml").returncode == 1


class DescribeResuming:
    def it_lists_faults_of_a_hand_edit_and_drops_nothing(self, ask, tmp_path):
        (tmp_path / "deal.yaml").write_text(
            "precedent: co-marketing\nanswers:\n  effective_date: soon\n  colour: red\n", "utf-8"
        )
        outcome = ask(":g collaboration_model\ntactical\n:q\n", "--resume")
        assert "deal.yaml:3:" in outcome.stderr.decode()
        assert "deal.yaml:4:" in outcome.stderr.decode()
        kept = {"effective_date": "soon", "colour": "red"}
        assert saved(tmp_path)["answers"] == {"collaboration_model": "tactical", **kept}

    def it_wants_to_be_asked(self, ask, tmp_path):
        (tmp_path / "deal.yaml").write_text("precedent: co-marketing\nanswers: {}\n", "utf-8")
        outcome = ask("")
        assert outcome.returncode == 1
        assert "--resume" in outcome.stderr.decode()


class DescribeWhatIsMissing:
    def it_is_listed_a_line_each(self, ask):
        outcome = ask("", "--non-interactive")
        lines = [line.split("\t") for line in outcome.stdout.decode().splitlines()]
        assert outcome.returncode == 1
        assert lines[0] == ["precedent", "", "Which agreement is it?"]
        assert ["parties", "Parties", "Who are the parties?"] in lines

    def it_names_the_fields_of_records(self, ask, tmp_path):
        (tmp_path / "deal.yaml").write_text(
            "precedent: co-marketing\nanswers: {parties: {a: {name: A}, b: {name: B}}}\n", "utf-8"
        )
        assert "parties.a.country\tParties\t" in ask("", "--non-interactive").stdout.decode()
