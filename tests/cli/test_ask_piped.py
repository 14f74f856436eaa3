"""The same words, piped: bare lines in order, or `id = value` in any order."""

import subprocess

import pytest
import yaml
from support.command import answers_of
from support.examples import starter
from support.terminal import PROGRAM, Terminal, environment

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
        outcome = ask(
            "co-development\n\n:g collaboration_model\ntactical\n"
            ":g effective_date\n1 May 2027\n:q\n"
        )
        assert outcome.returncode == 0
        assert outcome.stdout.decode() == "deal.yaml\n"
        assert saved(tmp_path)["answers"] == {
            "collaboration_model": "tactical", "effective_date": "2027-05-01"}  # fmt: skip

    def it_stops_at_the_first_bad_line_and_keeps_the_good_ones(self, ask, tmp_path):
        outcome = ask(
            "co-development\n:g collaboration_model\ntactical\n"
            ":g effective_date\nsoon\n1 May 2027\n"
        )
        assert outcome.returncode == 1
        assert "Line 5: `soon` is no date" in outcome.stderr.decode()
        assert saved(tmp_path)["answers"] == {"collaboration_model": "tactical"}

    def it_says_that_the_input_ended(self, ask):
        outcome = ask("co-development\n")
        assert outcome.returncode == 1
        assert "The input ended." in outcome.stderr.decode()

    def it_has_no_marks_and_no_escape_codes(self, ask):
        talk = ask("co-development\n:g collaboration_model\ntactical\n").stderr.decode()
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


class DescribeTheSameWords:
    KEYS = ("co-development", ":g collaboration_model", "tactical", ":g money_model", "*",
            ":g general_cap", "250k", "kron", "3", ":g project_territories", "France and the UK",
            ":g effective_date", "01/05/2027", "2", ":b", "", ":r", ":a", ":w", ":d")  # fmt: skip

    def typed(self, folder, *more):
        terminal = Terminal(folder, "ask", "-o", "deal.yaml", *more)
        screens = [terminal.screen(), *map(terminal.type, self.KEYS)]
        assert terminal.press("d") == 1
        return screens

    def it_takes_the_same_keys_coloured_plain_and_piped(self, ask, tmp_path):
        folders = [tmp_path, tmp_path / "marked", tmp_path / "plain"]
        for folder in folders[1:]:
            folder.mkdir()
        self.typed(folders[1])
        self.typed(folders[2], "--plain")
        ask("\n".join(self.KEYS))
        one, *others = [saved(folder)["answers"] for folder in folders]
        assert one["general_cap"] == "NOK 250000"
        assert one["effective_date"] == "2027-01-05"
        assert others == [one, one]

    def it_says_the_same_plain_and_piped(self, ask, tmp_path):
        (tmp_path / "plain").mkdir()
        plain = "\n".join(self.typed(tmp_path / "plain", "--plain"))
        piped = ask("\n".join(self.KEYS)).stderr.decode()
        told = [line for line in piped.splitlines() if not line.startswith("The input ended")]
        said = plain.splitlines()
        assert [line for line in told if line not in said] == told[-2:]  # how it ended
        assert said == told[: len(said)]


class DescribeGarbage:
    @pytest.mark.parametrize("text", [
        b"\n" * 1000, b"\xff\xfe\x00\x01" * 100, b"x" * 1_000_000, b"\n".join([b"= ="] * 50),
        b"co-development\n" + b"\x1b[2J\n",
    ], ids=["empty lines", "no text", "a long line", "no names", "a control code"])  # fmt: skip
    def it_is_no_answer(self, ask, tmp_path, text):
        outcome = ask(text)
        assert outcome.returncode == 1
        assert not (tmp_path / "deal.yaml").exists() or not saved(tmp_path)["answers"]
        assert b"\x1b" not in outcome.stderr

    def it_is_refused_where_nothing_can_be_written(self, ask, tmp_path):
        outcome = ask("co-development\n", "-o", "no/such/folder/deal.yaml")
        assert outcome.returncode == 1
        assert "there is no folder" in outcome.stderr.decode()
        assert ask("co-development\n", "-o", "/proc/deal.yaml").returncode == 1


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


class DescribeALaterSitting:
    def it_says_who_answered_last_and_what_the_library_asks_besides(self, ask, tmp_path):
        ask("co-development\n:g collaboration_model\ntactical\n:q\n", "--by", "Counsel for Pacer")
        path = tmp_path / "deal.yaml"
        kept = [line for line in path.read_text("utf-8").splitlines(True) if "exit_right" in line]
        path.write_text(path.read_text("utf-8").replace("exit_right=", "exit_rite="), "utf-8")
        assert kept
        told = " ".join(ask(":q\n", "--resume").stderr.decode().split())
        assert "last answered by Counsel for Pacer on" in told
        assert "New in Ending, you will be asked: May a party leave without giving" in told
        again = ask(":g project_name\nRelay\n:q\n", "--resume")
        assert b"New in Ending" in again.stderr
        assert b"New in" not in ask(":q\n", "--resume").stderr


class DescribeWhatIsMissing:
    def it_is_listed_a_line_each(self, ask):
        outcome = ask("", "--non-interactive")
        lines = [line.split("\t") for line in outcome.stdout.decode().splitlines()]
        assert outcome.returncode == 1
        assert lines[0] == ["precedent", "", "Which agreement is it?"]
        assert ["parties", "Parties", "Who are the parties?"] in lines
        asked = {line[0] for line in lines[1:]}
        assert all(asked <= set(one.asks) for one in starter().clauses.precedents.values())

    def it_is_longer_for_a_precedent_that_asks_more(self, ask, tmp_path):
        some = ask("", "--non-interactive").stdout.decode().splitlines()
        outcome = ask("", "--non-interactive", "--precedent", "co-development")
        more = outcome.stdout.decode().splitlines()
        assert outcome.returncode == 1
        assert set(some[1:]) <= set(more)
        assert not any(line.startswith("precedent") for line in more)
        assert not (tmp_path / "deal.yaml").exists()

    def it_is_nothing_for_a_whole_deal(self, ask, tmp_path):
        data = answers_of("workout-rewards")
        form = starter().form(data)
        while form.next:
            name = form.next.question.id
            form = form.take(name) if form.next.offer else form.leave_blank(name)
        (tmp_path / "deal.yaml").write_text(yaml.safe_dump(dict(form.data)), "utf-8")
        outcome = ask("", "--non-interactive")
        assert (outcome.returncode, outcome.stdout) == (0, b"")

    def it_names_the_fields_of_records(self, ask, tmp_path):
        (tmp_path / "deal.yaml").write_text(
            "precedent: co-marketing\nanswers: {parties: {a: {name: A}, b: {name: B}}}\n", "utf-8"
        )
        assert "parties.a.country\tParties\t" in ask("", "--non-interactive").stdout.decode()

    def it_tells_what_cannot_stand(self, ask, tmp_path):
        (tmp_path / "deal.yaml").write_text(yaml.safe_dump(answers_of("workout-rewards")), "utf-8")
        outcome = ask("reward_honourer = pacer\nparties.pacer.short_name = Party\n", "--resume")
        talk = " ".join(outcome.stderr.decode().split())
        assert "A party would pay itself for its own rewards." in talk
        assert "reads like `Party`, a word with a meaning of its own" in talk
