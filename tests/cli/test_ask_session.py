"""A whole deal answered at a real terminal, with the slips that a tired person makes."""

import re
import signal

import yaml
from support.command import answers_of
from support.examples import drafted, starter
from support.terminal import Terminal

TYPED = {  # as people type it, where that is not what the file holds
    "effective_date": "1 March 2027", "reward_amount": "USD 2.40", "reward_cap": "30k usd",
    "general_cap": "100,000 USD", "project_territories": "United States", "country": "usa",
    "territories": "US", "yes": "y",
}  # fmt: skip
BY = "Counsel for Pacer"


class Person:
    """Answers each question of an example as it comes up, and counts what had to be keyed."""

    def __init__(self, terminal, name):
        self.at, self.wanted = terminal, answers_of(name)["answers"]
        self.questions = {q.asks: q for q in starter().clauses.questionnaire.questions.values()}
        self.keyed, self.taken = [], []

    def asked(self, screen):
        """The question on the screen."""
        lines = screen.replace("\n", " ")
        return max((q for asks, q in self.questions.items() if asks in lines),
                   key=lambda q: lines.rfind(q.asks))  # fmt: skip

    def go_on(self, screen, until=None):
        """Answer until a question, or to the end; the last screen."""
        while "Draft it now?" not in screen:
            question = self.asked(screen)
            if question.id == until:
                break
            screen = self.answer(question, screen)
        return screen

    def answer(self, question, screen):
        if question.id in self.wanted:
            if "Recommended:" not in screen:
                self.keyed.append(question.id)
            if question.fields:
                return self.list(question)
            return self.at.type(typed(question, self.wanted[question.id]))
        if "- leaves it blank" in screen.replace("\n", " "):
            return self.at.type("-")
        assert "* takes the recommendation" in screen.replace("\n", " "), screen
        self.taken.append(question.id)
        return self.at.type("*")

    def list(self, question):
        for fields in self.wanted[question.id].values():
            self.at.type("a")
            for field in question.fields.values():
                self.at.type(typed(field, fields[field.id]) if field.id in fields else "-")
        return self.at.type("done")


def typed(question, value):
    word = value[0] if isinstance(value, list) else value
    return TYPED.get(question.id, TYPED.get(word, word))


class DescribeAWholeSitting:
    def it_makes_the_workout_rewards_agreement_in_spite_of_slips_and_a_kill(self, tmp_path):
        terminal = Terminal(tmp_path, "ask", "-o", "deal.yaml", "--by", BY)
        person = Person(terminal, "workout-rewards")
        assert "Which agreement is it?" in terminal.screen()
        screen = person.go_on(terminal.type("co-marketing"), until="effective_date")

        assert "is no date" in terminal.type("when we sign")
        again = terminal.type("01/03/2027")
        assert "1 March 2027" in again
        assert "3 January 2027" in again
        screen = terminal.type(":b")  # neither: the question comes again
        assert person.asked(screen).id == "effective_date"
        assert "not known yet" in terminal.type(":k")

        screen = terminal.type(":b")
        assert "Now: not known yet. Enter keeps it." in screen
        screen = person.go_on(screen, until="general_cap")

        assert terminal.signal(signal.SIGKILL) == -signal.SIGKILL
        terminal = person.at = Terminal(tmp_path, "ask", "-o", "deal.yaml", "--by", BY, "--resume")
        screen = terminal.screen()
        assert "Nothing was lost." in screen
        assert person.asked(screen).id == "general_cap"
        screen = person.go_on(screen)
        terminal.child.sendline("y")
        assert terminal.ended() == 0
        assert "deal.docx" in terminal.seen

        made = yaml.load((tmp_path / "deal.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
        expected = answers_of("workout-rewards")
        assert made["precedent"] == expected["precedent"]
        for name, answer in expected["answers"].items():
            assert fields_of(made["answers"][name]) == fields_of(answer)
        extra = made["answers"].keys() - expected["answers"].keys()
        assert extra == set(person.taken)
        assert {made["given"][name]["how"] for name in extra} == {"taken"}
        assert {one["by"] for one in made["given"].values()} == {BY}
        assert "unknown" not in made
        agreement = starter().draft(made)
        assert agreement.text() == drafted("workout-rewards").text()
        assert (tmp_path / "deal.docx").read_bytes() == agreement.to_docx()
        assert len(set(person.keyed)) <= 25
        assert terminal.widest <= 80
        assert "\x1b" not in terminal.seen


def fields_of(answer):
    """Records without their ids, which come from the names typed."""
    return list(answer.values()) if isinstance(answer, dict) else answer


class DescribeALeaving:
    def sitting(self, tmp_path, *more):
        terminal = Terminal(
            tmp_path, "ask", "-o", "deal.yaml", "--precedent", "co-marketing", *more
        )
        terminal.screen()
        terminal.type(":g collaboration_model")
        terminal.type("strategic")
        return terminal

    def saved(self, tmp_path):
        return yaml.safe_load((tmp_path / "deal.yaml").read_text("utf-8"))["answers"]

    def it_keeps_everything_at_ctrl_c(self, tmp_path):
        assert self.sitting(tmp_path).press("c") == 130
        assert self.saved(tmp_path) == {"collaboration_model": "strategic"}

    def it_keeps_everything_when_the_input_ends(self, tmp_path):
        assert self.sitting(tmp_path).press("d") == 1
        assert self.saved(tmp_path) == {"collaboration_model": "strategic"}

    def it_keeps_everything_at_a_hang_up_and_a_request_to_end(self, tmp_path):
        assert self.sitting(tmp_path).signal(signal.SIGTERM) == 143
        (tmp_path / "deal.yaml").unlink()
        assert self.sitting(tmp_path).signal(signal.SIGHUP) == 129
        assert self.saved(tmp_path) == {"collaboration_model": "strategic"}
        assert not list(tmp_path.glob(".deal*"))

    def it_stops_in_order_and_says_what_is_left(self, tmp_path):
        terminal = self.sitting(tmp_path)
        terminal.child.sendline(":q")
        assert terminal.ended() == 0
        assert re.search(r"1 answered, \d+ sure to come", terminal.seen)

    def it_lets_one_person_write_at_a_time(self, tmp_path):
        first = self.sitting(tmp_path)
        second = Terminal(tmp_path, "ask", "-o", "deal.yaml", "--resume")
        assert second.ended() == 1
        assert "another session" in second.seen
        first.press("c")


class DescribeGarbage:
    def it_is_no_answer_when_enter_is_held(self, tmp_path):
        terminal = Terminal(tmp_path, "ask", "-o", "deal.yaml", "--precedent", "co-marketing")
        terminal.screen()
        terminal.type(":g project_name")
        for _ in range(1000):
            terminal.child.sendline("")
        terminal.child.sendline(":h")
        terminal.child.expect("Enter decides nothing")
        terminal.screen()
        assert terminal.press("d") == 1
        assert not (tmp_path / "deal.yaml").exists()

    def it_is_no_answer_when_a_paste_is_longer_than_a_terminal_takes(self, tmp_path):
        terminal = Terminal(tmp_path, "ask", "-o", "deal.yaml", "--precedent", "co-marketing")
        terminal.screen()
        terminal.type(":g project_name")
        for _ in range(250):
            terminal.child.send("x" * 4096)
        terminal.child.sendline("x")
        terminal.child.expect("it is not taken")  # among the echoes of the paste
        terminal.press("c")
        assert not (tmp_path / "deal.yaml").exists()
