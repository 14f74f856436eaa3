"""Numbers are computed: what is left out leaves no gap, and each list starts afresh."""

from support.libraries import lines

EVERY_ROLE = {
    "parties": "{place parties}",
    "background": "They met.\n\nThey agreed.\n\n{flush} The Parties agree:",
    "work": "One.\n\nTwo: {and}\n  - a\n  - b: {and}\n    - c\n    - d\n\n"
    "{flush} Flush words.\n\nThree.",
    "schedule-plan": "First: {and}\n  - a: {and}\n    - b\n    - c\n\nSecond: {and}\n  - d",
    "schedule-fees": "Fees.",
    "execution": "Signed on the date above.",
}


class DescribeNumbering:
    """Clauses 1., 1.1, (a), (i); schedules 1., (a), (i); parties (1); recitals (A)."""

    def it_numbers_every_role_and_restarts_each_list(self):
        assert lines(EVERY_ROLE) == [
            "Parties",
            "(1) Alder Limited, a company (“Alder”); and",
            "(2) Birch & Co S.A., a company (“Birch S.A.”).",
            "Background",
            "(A) They met.",
            "(B) They agreed.",
            "The Parties agree:",
            "1. Work",
            "1.1 One.",
            "1.2 Two:",
            "   (a) a; and",
            "   (b) b:",
            "      (i) c; and",
            "      (ii) d.",
            "Flush words.",
            "1.3 Three.",
            "Schedule 1 Plan",
            "1. First:",
            "   (a) a:",
            "      (i) b; and",
            "      (ii) c.",
            "2. Second:",
            "   (a) d.",
            "Schedule 2 Fees",
            "1. Fees.",
            "Execution",
            "Signed on the date above.",
        ]  # fmt: skip

    def it_closes_the_gap_when_a_paragraph_is_left_out(self):
        text = "One.\n\n{if pilot} Two.\n\nThree, as in [@.three]. {#three}"
        assert lines(text, pilot="no") == ["1. Work", "1.1 One.", "1.2 Three, as in clause 1.2."]

    def it_closes_the_gap_when_a_topic_is_left_out(self):
        topics = {
            "topics/trial/topic.yaml": "heading: Trial\n"
            "choose:\n  short: pilot\n  left-out: not pilot\n",
            "topics/trial/short.md": "A trial.",
            "work": "Work.",
        }
        assert lines(topics, pilot="no") == ["1. Work", "1.1 Work."]
        assert lines(topics, pilot="yes")[2:] == ["2. Work", "2.1 Work."]

    def it_counts_letters_beyond_z(self):
        bullets = "".join(f"  - item {index}\n" for index in range(1, 29))
        printed = lines("All: {and}\n" + bullets)
        assert printed[27] == "   (z) item 26;"
        assert printed[28:] == ["   (aa) item 27; and", "   (bb) item 28."]
