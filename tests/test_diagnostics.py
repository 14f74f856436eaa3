"""A fault as text: a terminal shows it whole, safely and on lines of a bearable length."""

from __future__ import annotations

from drafter.diagnostics import Diagnostic, Place, did_you_mean, print_diagnostic, quoted


class DescribeAFaultOnTheTerminal:
    def it_shows_characters_that_would_steer_the_terminal_as_marks(self) -> None:
        place = Place("a.yaml", 1, 7, "name: \x1b[2Jx\u202ey")
        shown = print_diagnostic(
            Diagnostic("wrong-answer", "`\x1b[2J` is no name", place, "no \u2066")
        )
        assert "\x1b" not in shown
        assert not {"\u202e", "\u2066"} & set(shown)
        assert " 1 | name: �[2Jx�y\n   |       ^\n" in shown

    def it_cuts_a_very_long_line_round_the_fault(self) -> None:
        source = "a" * 5000 + "FAULT" + "b" * 5000
        shown = print_diagnostic(Diagnostic("x", "y", Place("a.yaml", 1, 5001, source, width=5)))
        line, pointer = shown.split("\n")[3:5]
        assert len(line) < 180
        start = pointer.index("^")
        assert line[start : start + 5] == "FAULT"

    def it_leaves_out_what_it_does_not_know(self) -> None:
        assert print_diagnostic(Diagnostic("x", "y")) == "error[x]: y"
        assert print_diagnostic(Diagnostic("x", "y", Place("a"))) == "error[x]: y\n  --> a:1:1"


class DescribeTheWordsOfAMessage:
    def it_quotes_and_shortens(self) -> None:
        assert quoted("joint") == "`joint`"
        assert quoted("x" * 100) == f"`{'x' * 60}…`"

    def it_suggests_the_nearest_name_or_lists_a_few(self) -> None:
        assert did_you_mean("joynt", ["maker", "joint"]) == "did you mean `joint`?"
        assert did_you_mean("zzz", ["b", "a"]) == "known: a, b"
        assert did_you_mean("zzz", map(str, range(10))) == "known: 0, 1, 2, 3, 4, 5, 6, 7, …"
        assert did_you_mean("zzz", []) == ""

    def it_looks_among_many_names_for_those_near_in_the_alphabet(self) -> None:
        many = [f"name-{number:06}" for number in range(100_000)]
        assert did_you_mean("name-077777x", many) == "did you mean `name-077777`?"
