"""Whole deals answered at a real terminal, with the slips that a tired person makes."""

import re
import signal

import yaml
from support.command import answers_of
from support.examples import drafted, starter
from support.sitting import Person
from support.terminal import Terminal

BY = "Counsel for Pacer"


def said_by(folder):
    return yaml.load((folder / "deal.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def named_as(expected, made):
    """The made answers with the ids of the expected ones: they come from the names typed."""
    ids = {new: old for name, one in expected.items() if isinstance(one, dict)
           for new, old in zip(made[name], one, strict=True)}  # fmt: skip

    def of(value):
        if isinstance(value, dict):
            return {ids.get(id, id): of(one) for id, one in value.items()}
        return ids.get(value, value) if isinstance(value, str) else value

    return {name: of(value) for name, value in made.items()}


def assert_is_the_deal(name, folder, person):
    """The answers are the example's and recommendations taken; the draft is the example's."""
    expected, made = answers_of(name), said_by(folder)
    answers = named_as(expected["answers"], made["answers"])
    assert made["precedent"] == expected["precedent"]
    assert {one: answers[one] for one in expected["answers"]} == expected["answers"]
    assert made.get("special_terms") == expected.get("special_terms")
    extra = answers.keys() - expected["answers"].keys()
    assert {made["given"][one]["how"] for one in extra} == {"taken"}
    assert {one["by"] for one in made["given"].values()} == {BY}
    assert "unknown" not in made
    agreement = starter().draft(made)
    assert agreement.text() == drafted(name).text()
    assert (folder / "deal.docx").read_bytes() == agreement.to_docx()
    assert person.at.widest <= 80 + len("> ") + max(map(len, person.sent))


class DescribeAWholeSitting:
    """From nothing, every line counted, Enter included."""

    def sits(self, folder, name, *more):
        terminal = Terminal(folder, "ask", "-o", "deal.yaml", "--by", BY, *more)
        person = Person(terminal, answers_of(name)["answers"])
        assert "Which agreement is it?" in terminal.screen()
        return person

    def ends(self, person):
        person.sent.append("y")
        person.at.child.sendline("y")
        assert person.at.ended() == 0
        assert "deal.docx" in person.at.seen
        assert "\x1b" not in person.at.seen

    def adds_its_special_term(self, person):
        (term,) = answers_of("smart-handbag")["special_terms"].values()
        assert "Its heading?" in person.type(":term")
        person.type(term["heading"])
        assert "After which topic" in person.type(term["text"])
        assert "is none of the lines" in person.type("aftercare")
        person.type(term["after"])
        assert f"Now: {BY}." in person.type(term["reason"])
        assert "Saved: special term: Leather care." in person.type(term["by"])

    def is_killed_and_resumes(self, person, folder):
        """The next screen, of another process."""
        assert person.at.signal(signal.SIGKILL) == -signal.SIGKILL
        person.at = Terminal(folder, "ask", "-o", "deal.yaml", "--by", BY, "--resume")
        screen = person.at.screen()
        assert "Nothing was lost." in screen
        return screen

    def slips(self, person):
        """A wrong value, then back, not known yet, and back to it: `effective_date` is asked."""
        assert "is no date" in person.type("when we sign")
        assert "not known yet" in person.type(":k")
        screen = person.type(":b")
        assert "Now: not known yet. Enter keeps it." in screen
        return screen

    def it_makes_the_short_form_of_thirty_lines_in_spite_of_slips_and_a_kill(self, tmp_path):
        person = self.sits(tmp_path, "short-campaign")
        person.go_on(person.type("short-co-marketing"), until="effective_date")
        assert "Lantern Lane   to answer: size" in self.is_killed_and_resumes(person, tmp_path)
        assert person.asked(person.type("done")) == "effective_date"
        person.go_on(self.slips(person))
        self.ends(person)
        assert_is_the_deal("short-campaign", tmp_path, person)
        assert len(person.sent) <= 30

    def it_makes_a_tactical_deal_of_forty_five_in_spite_of_slips_and_a_kill(self, tmp_path):
        person = self.sits(tmp_path, "workout-rewards")
        screen = person.go_on(person.type("co-marketing"), until="effective_date")
        assert "is no date" in person.type("when we sign")
        again = person.type("01/03/2027")
        assert "1 March 2027" in again
        assert "3 January 2027" in again
        assert person.asked(person.type(":b")) == "effective_date"  # neither of the two
        assert "not known yet" in person.type(":k")
        screen = person.type(":b")
        assert "Now: not known yet. Enter keeps it." in screen
        person.go_on(screen, until="governing_law")

        screen = self.is_killed_and_resumes(person, tmp_path)
        assert person.asked(screen) == "governing_law"
        person.go_on(screen)
        self.ends(person)
        assert_is_the_deal("workout-rewards", tmp_path, person)
        assert len(person.sent) <= 45

    def it_makes_the_handbag_of_ninety_in_spite_of_slips_and_a_kill_among_the_tables(
        self, tmp_path
    ):
        person = self.sits(tmp_path, "smart-handbag")
        person.go_on(person.type("co-development"), until="effective_date")
        person.go_on(self.slips(person), until="governing_law")
        assert "-- 1 Parties ---" in person.type("england")
        assert "2.8 * " in person.type("")
        assert "`long` is no" in person.type("2.9 long")
        person.type(":g effective_date")
        screen = person.type(":b")
        assert re.search(r"-- 2 Project -+\n", screen)
        person.go_on(self.is_killed_and_resumes(person, tmp_path))
        self.adds_its_special_term(person)
        self.ends(person)
        assert_is_the_deal("smart-handbag", tmp_path, person)
        assert len(person.sent) <= 90


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
