"""Conditions govern sentences, bullets and blocks, and all beneath them."""

from support.libraries import lines

TEXT = """\
First.
{if pilot} Second.
{if not pilot} Third.

{if pilot} Guarded: {and}
  - a: {and}
    - b
  - {if exit_right is free} c

{if @trial} See [@trial].
"""
TOPICS = {
    "work": TEXT,
    "topics/trial/topic.yaml": "heading: Trial\nchoose:\n  short: pilot\n  left-out: not pilot\n",
    "topics/trial/short.md": "A trial.",
}


class DescribeGuards:
    """What does not hold is not printed."""

    def it_prints_what_holds(self):
        assert lines(TOPICS, pilot="yes", exit_right="free") == [
            "1. Work", "1.1 First. Second.", "1.2 Guarded:", "   (a) a:", "      (i) b; and",
            "   (b) c.", "1.3 See clause 2.", "2. Trial", "2.1 A trial.",
        ]  # fmt: skip

    def it_leaves_out_what_does_not(self):
        assert lines(TOPICS, pilot="no", exit_right="free") == ["1. Work", "1.1 First. Third."]

    def it_needs_every_guard_of_a_block(self):
        text = "First.\n\n{if pilot} {if exit_right is free} Second."
        assert lines(text, pilot="yes", exit_right="locked") == ["1. Work", "1.1 First."]
        assert lines(text, pilot="yes", exit_right="free")[-1] == "1.2 Second."

    def it_leaves_out_a_paragraph_without_a_sentence(self):
        text = "First.\n\n{if pilot} Second.\n{if pilot} Third.\n\nFourth."
        assert lines(text, pilot="no") == ["1. Work", "1.1 First.", "1.2 Fourth."]
