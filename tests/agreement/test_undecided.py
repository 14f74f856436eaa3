"""What an answer has still to decide stands in brackets, and a note says what it waits for."""

from support.libraries import GRANTS, QUESTIONS, draft, lines

from drafter.agreement.model import Note, Paragraph, Role, Said, Table
from drafter.gate import NONE_GIVEN

OPEN = {
    "work": "See [@exit] and [@exit.notice].",
    "topics/exit/topic.yaml": "heading: Exit\nchoose:\n  open-door: exit_right is free\n"
    "  for-cause: exit_right is cause\n  left-out: exit_right is locked\n",
    "topics/exit/open-door.md": "Any time.\n\nNotice. {#notice}",
    "topics/exit/for-cause.md": "For cause.\n\nNotice. {#notice}",
}


LAMP = {
    "questionnaire/01-deal.yaml": QUESTIONS.replace(
        "leader: {asks: Who leads?,", "leader: {asks: Who leads?, optional: yes,"),
    "work": "The Lamp is on.\n\n{place definitions}",
    "definitions/lamp/definition.yaml": "term: Lamp\nforms: [Lamp]\nchoose:\n"
    "  led: leader is answered\n  free: not (leader is answered)\n",
    "definitions/lamp/led.md": "**Lamp** means the lamp that {leader} makes.",
    "definitions/lamp/free.md": "**Lamp** means any lamp.",
}  # fmt: skip


class DescribeOpenTopic:
    """Heading and number stand; one bracket names the question and the variants still possible."""

    def it_names_the_question_and_the_variants(self):
        assert lines(OPEN, unknown=("exit_right",)) == [
            "1. Work",
            "1.1 See clause 2 and clause 2.",
            "2. Exit",
            "2.1 [Not decided yet: Who may leave? "
            "Wordings still possible: open-door, for-cause or none.]",
        ]

    def it_is_a_blank_of_the_question(self):
        elements = draft(OPEN).document.elements
        (run,) = elements[-1].runs
        assert (run.said, run.about) == (Said.BLANK, "exit_right")

    def it_keeps_references_to_an_open_rider(self):
        rider = {
            "topics/exit/topic.yaml": OPEN["topics/exit/topic.yaml"].replace(
                "heading: Exit", "within: work"
            ),
            "work": "{place exit}\n\nSee [@exit.notice].",
        }
        assert lines(OPEN | rider)[-1] == "1.2 See clause 1.1."

    def it_keeps_references_to_the_riders_of_an_open_topic(self):
        rider = {
            "topics/local/topic.yaml": "within: exit\n", "topics/local/text.md": "Law. {#law}",
            "work": "{if @local} See [@local.law].",
            "topics/exit/open-door.md": "Any time.\n\n{place local}",
        }  # fmt: skip
        assert lines(OPEN | rider)[1] == "1.1 See clause 2."
        assert lines(OPEN | rider, exit_right="free")[1] == "1.1 See clause 2.2."


class DescribeWhatIsUnknownOnPurpose:
    """It may be answered yet, so what hangs on that is neither printed as decided nor left out."""

    def it_brackets_what_hangs_on_its_being_answered(self):
        text = "First.\n{if leader is answered} {leader} leads."
        assert lines(text)[1] == "1.1 First."
        assert lines(text, unknown=("leader",))[1] == "1.1 First. [[Who leads?] leads.]"
        assert draft(text, unknown=("leader",)).report()["awaited"] == [
            {"question": "leader", "asks": "Who leads?"}]  # fmt: skip

    def it_brackets_what_hangs_on_its_not_being_answered(self):
        text = "First.\n{if leader is not answered} Nobody leads."
        assert lines(text)[1] == "1.1 First. Nobody leads."
        assert lines(text, unknown=("leader",))[1] == "1.1 First. [Nobody leads.]"

    def it_is_said_on_purpose_by_a_sentence_of_its_own(self):
        text = "{if leader is unknown} The Parties name who leads."
        assert lines(text, unknown=("leader",))[1] == "1.1 The Parties name who leads."

    def it_leaves_a_definition_open_which_is_counted_and_never_goes_out(self):
        made = draft(LAMP, unknown=("leader",))
        assert made.report()["open"] == [{"definition": "lamp", "possible": ["led", "free"]}]
        assert made.tally.open == 1
        assert [one.says for one in made.leaving.faults("issue", NONE_GIVEN)
                if one.rule == "open-topic"] == [
            "the definition `lamp` is not decided yet"]  # fmt: skip


class DescribeDoubt:
    """A condition that is not decided brackets what it governs."""

    def it_brackets_a_sentence(self):
        text = "First.\n{if pilot} Second.\nThird."
        assert lines(text, unknown=("pilot",))[1] == "1.1 First. [Second.] Third."

    def it_brackets_all_beneath_a_block(self):
        text = "{if pilot} One.\nTwo: {and}\n  - a\n  - b"
        assert lines(text)[1:] == ["1.1 [One. Two:]", "   (a) [a]; and", "   (b) [b]."]

    def it_marks_the_runs_in_brackets_and_no_others(self):
        paragraph = draft("First.\n{if pilot} Second.").document.elements[-1]
        assert [(run.text, run.doubt) for run in paragraph.runs] == [
            ("First.", False), (" ", False), ("[", True), ("Second.", True), ("]", True),
        ]  # fmt: skip

    def it_prints_every_case_of_an_undecided_choice(self):
        text = "Exit {choose exit_right: free -> now | cause -> for cause | locked -> never}."
        assert lines(text)[1] == "1.1 Exit [now / for cause / never]."

    def it_brackets_the_cells_of_a_record_in_doubt(self):
        text = """\
{table grant in grants where grant.exclusive}
  Who: {grant.licensee}
  Fee: {grant.fee}
"""
        grants = {"first": {"licensee": "alder"}}
        table = draft(text, grants=grants).document.elements[-1]
        assert isinstance(table, Table)
        ((_, cells),) = table.rows
        assert ["".join(run.text for run in cell) for cell in cells] == ["[Alder]", "[—]"]

    def it_brackets_a_rider_whose_place_is_in_doubt(self):
        rider = {"topics/law/topic.yaml": "within: work\n", "topics/law/text.md": "The law.",
                 "work": "First.\n\n{if pilot} {place law}"}  # fmt: skip
        assert lines(rider)[-1] == "1.2 [The law.]"

    def it_passes_over_a_target_that_only_another_answer_would_print(self):
        text = """\
See {choose exit_right: free -> [@.free] | cause, locked -> [@.tied]}.

{if pilot} Free. {#free}

Tied. {#tied}
"""
        assert lines(text, pilot="no")[1] == "1.1 See [[reference] / clause 1.2]."


class DescribeNotes:
    """A note stands at each block with words in brackets."""

    def it_says_what_a_paragraph_waits_for(self):
        agreement = draft("First.\n\n{if exit_right is free and pilot} Second.")
        assert agreement.document.notes == (
            Note("work.2", "Waits for an answer: Who may leave? Is there a pilot?"),)  # fmt: skip

    def it_names_the_field_of_the_record(self):
        text = "{for each grant in grants} {if grant.exclusive} {grant.licensee} alone."
        agreement = draft(text, **GRANTS | {"grants": {"first": {"licensee": "alder"}}})
        assert agreement.document.notes == (
            Note("work.1.first", "Waits for an answer: Is it exclusive?"),)  # fmt: skip
        assert agreement.report()["awaited"] == [
            {"question": "grants.first.exclusive", "asks": "Is it exclusive?"}]  # fmt: skip

    def it_names_the_questions_behind_a_fact(self):
        agreement = draft("There are {grant_count} licences.\n\n{if grant_count > 2} Many.")
        assert agreement.text().splitlines()[-2:] == [
            "1.1 There are [Which licences are granted?] licences.", "1.2 [Many.]"]  # fmt: skip
        (note,) = agreement.document.notes
        assert note.text == "Waits for an answer: Which licences are granted?"

    def it_hands_on_what_the_author_of_a_rider_says_where_the_rider_begins(self):
        front = "---\nlegal basis: [{law: Patents Act 1977}]\nconfirm: [it needs a deed]\n---\n"
        topics = {"work": "First.\n\n{place local}", "topics/local/topic.yaml": "within: work\n",
                  "topics/local/text.md": f"{front}The law. {{#law}}"}  # fmt: skip
        (note,) = draft(topics, notes="all").document.notes
        assert note == Note("local.1", "Rests on: Patents Act 1977\nTo confirm: it needs a deed")
        (open_note,) = draft(topics).document.notes
        assert open_note == Note("local.1", "To confirm: it needs a deed")
        assert draft(topics, notes="none").document.notes == ()

    def it_leaves_no_note_in_a_decided_agreement(self):
        assert draft("First.\n\n{if pilot} Second.", pilot="yes").document.notes == ()


def it_prints_no_empty_paragraph_in_doubt():
    """A heading without words would stand in brackets alone."""
    for element in draft(OPEN).document.elements:
        if isinstance(element, Paragraph) and element.role is not Role.TITLE:
            assert "".join(run.text for run in element.runs).strip("[] ")
