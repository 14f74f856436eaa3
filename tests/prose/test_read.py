"""Clause text as a tree."""

import pytest
from support.names import DEAL
from support.prose import placeless, read

from drafter.conditions.model import Answered, Is, TopicStands
from drafter.diagnostics import Place
from drafter.prose.model import (
    Choice,
    ChoiceCase,
    Column,
    Fill,
    ForEach,
    Placed,
    ProseParagraph,
    ProseTable,
    Reference,
    Sentence,
    SurvivingClauses,
    Target,
    Term,
    TermUse,
    Text,
    When,
    Words,
    WrittenRow,
    WrittenTable,
)
from drafter.prose.prose_text import print_text
from drafter.prose.read import read_prose

EXAMPLES = [
    """\
Where [@exit, @liability] apply, **Jointly Made Results** means Results: {and} {#joint}
  - made by the Parties together
  - {if residue_rule is joint} in no subject class
  - {if @pilot} made before the decision in [@pilot.gate]
""",
    """\
{for each grant in grants} {grant.licensor} grants to {grant.licensee} {choose grant.exclusivity: \
exclusive -> an exclusive | sole -> a sole | non-exclusive -> a non-exclusive} licence under the \
Results in the {grant.field} Field, subject to [@.own]. {#grant}
  - {if grant.diligence is answered} If {grant.licensee} has not exploited it within \
{grant.diligence}, [@exit-ip.lapse] applies to the licence in [@.grant].
""",
    """\
{table row in survival} {#table}
  Licence: {row.licence}
  If this Agreement ends by: {row.ending}
  Then: {row.effect}
""",
    """\
{if @exit} {table} {#items}
  Item | What happens
  stock | is sold as [@exit.stock] states
  {if new_results} a \\| b | {choose foreground_ownership: maker, joint -> c | by-subject -> d}
""",
    """\
{if foreground_ownership is joint and (party_count > 2 or licensor is unknown)} It is shared.
""",
    """\
{if foreground_ownership is not one of maker, joint} {if cap >= EUR 1000000} It is capped.
""",
    """\
{for each grant in grants where grant.exclusivity is exclusive} {grant.licensee} alone may: {or}
  - do each of these: {and}
    - make Products
    - sell them
  - license others

{flush} {if @exit} [@exit] prevails.
It stands as of {effective_date as date}.
{if new_results} {Work} under {place surviving-clauses} goes on.

{if @co-owner-law} {place co-owner-law}

{place parties}
""",
]


def only(source: str) -> ProseParagraph:
    """The only block of a text, a paragraph, without places."""
    (block,) = placeless(read(source)).blocks
    assert isinstance(block, ProseParagraph)
    return block


def line(source: str) -> tuple[object, ...]:
    """The inlines of a text of one sentence."""
    (sentence,) = only(source).sentences
    return sentence.inlines


def words(text: str) -> Sentence:
    return Sentence((Words(text),))


class DescribeExamples:
    """The texts that the notation was designed on."""

    @pytest.mark.parametrize("source", EXAMPLES)
    def it_reads_them_without_a_fault_and_prints_them_as_written(self, source):
        assert print_text(read(source)) == source


class DescribeBlocks:
    """Clauses, bullets, places and tables."""

    def it_makes_a_clause_of_each_block_and_a_sentence_of_each_line(self):
        assert placeless(read("One.\nTwo.\n\n\nThree.")) == Text(
            (ProseParagraph((words("One."), words("Two."))), ProseParagraph((words("Three."),)))
        )

    def it_hangs_bullets_two_levels_deep(self):
        assert only("All: {or}\n  - one: {and}\n    - a\n    - b\n  - two") == ProseParagraph(
            (words("All:"),),
            join="or",
            bullets=(
                ProseParagraph(
                    (words("one:"),),
                    join="and",
                    bullets=(ProseParagraph((words("a"),)), ProseParagraph((words("b"),))),
                ),
                ProseParagraph((words("two"),)),
            ),
        )

    def it_reads_full_sentences_as_bullets_of_a_lead_without_a_join(self):
        lead = only("These apply:\n  - One is so.\n    Two is so.\n  - Three is so.")
        assert [len(bullet.sentences) for bullet in lead.bullets] == [2, 1]
        assert lead.join == ""

    def it_takes_the_space_before_a_join_as_a_matter_of_taste(self):
        assert only("All:{and}\n  - one\n  - two") == only("All: {and}\n  - one\n  - two")

    def it_labels_clauses_bullets_and_tables(self):
        text = read("A: {and} {#a}\n  - b {#b}\n  - c\n\n{table row in survival} {#t}\n  H: x\n")
        first, table = text.blocks
        assert (first.label, first.bullets[0].label, table.label) == ("a", "b", "t")

    def it_places_riders_and_computed_lists_in_blocks_of_their_own(self):
        assert placeless(read("{if @law} {place co-owner-law}\n\n{place schedules}")) == Text(
            (Placed("co-owner-law", (When(TopicStands("law")),)), Placed("schedules"))
        )

    def it_reads_a_table_with_its_record_named_in_the_cells(self):
        (table,) = placeless(
            read("{table row in survival where row.effect is ends}\n  What: {row.licence}")
        ).blocks
        assert table == ProseTable(
            "row",
            ("survival",),
            (Column((Words("What"),), (Fill(("row", "licence")),)),),
            Is(("row", "effect"), ("ends",)),
        )

    def it_reads_a_written_table_with_a_guard_for_each_row(self):
        (table,) = placeless(read("{table} {#t}\n  A | B\n  x | y\n  {if @exit} v | w\n")).blocks
        assert table == WrittenTable(
            ((Words("A"),), (Words("B"),)),
            (
                WrittenRow(((Words("x"),), (Words("y"),))),
                WrittenRow(((Words("v"),), (Words("w"),)), (When(TopicStands("exit")),)),
            ),
            label="t",
        )


class DescribeGuards:
    """What a guard governs."""

    def it_governs_the_whole_block_from_its_first_line(self):
        clause = only("{if new_results} {if @exit} Lead: {and}\n  - one\n  - two")
        assert len(clause.guards) == 2
        assert clause.sentences[0].guards == ()

    def it_governs_one_sentence_from_any_other_line(self):
        clause = only("One.\n{if @exit} Two.\nThree.")
        assert [sentence.guards for sentence in clause.sentences] == [
            (),
            (When(TopicStands("exit")),),
            (),
        ]

    def it_governs_a_bullet_and_all_beneath(self):
        clause = only("A: {and}\n  - {if @exit} b: {or}\n    - c\n    - d\n  - e")
        assert [len(bullet.guards) for bullet in clause.bullets] == [1, 0]

    def it_lets_a_loop_name_its_record_in_later_guards_and_beneath(self):
        clause = only("{for each grant in grants} {if grant.diligence is answered} {grant.field}.")
        assert clause.guards == (
            ForEach("grant", ("grants",)),
            When(Answered(("grant", "diligence"))),
        )

    def it_forgets_the_record_where_the_loop_ends(self):
        _, faults = read_prose(
            "{for each grant in grants} {grant.field}.\n\n{grant.field}.", "t", DEAL
        )
        assert [fault.rule for fault in faults] == ["unknown-name"]

    def it_marks_unnumbered_words_after_a_list(self):
        text = read("A: {and}\n  - b\n  - c\n\n{flush} On the same day.")
        assert [block.flush for block in text.blocks] == [False, True]


class DescribeSentences:
    """What stands inside a sentence."""

    def it_follows_the_dots_of_a_blank_through_references(self):
        source = "{for each grant in grants} It means {grant.field.definition as words}."
        assert line(source)[1] == Fill(("grant", "field", "definition"), "words")

    def it_reads_targets_of_every_form(self):
        assert line("See [@exit, @exit-ip.lapse, @.own].")[1] == Reference(
            (Target("exit"), Target("exit-ip", "lapse"), Target("", "own"))
        )

    @pytest.mark.parametrize(
        ("source", "opens"),
        [
            ("[@exit] applies.", True),
            ("{if new_results} [@exit] applies.", True),
            ("It ends. [@exit] applies.", True),
            ("Then [@exit] applies.", False),
            ("{product} under [@exit] applies.", False),
        ],
    )
    def it_knows_whether_a_reference_opens_its_sentence(self, source, opens):
        (reference,) = (part for part in line(source) if isinstance(part, Reference))
        assert reference.opens is opens

    def it_opens_no_sentence_with_a_bullet_under_a_join(self):
        clause = only("Despite: {and}\n  - [@exit]\n  - [@liability]")
        assert clause.bullets[0].sentences[0].inlines == (Reference((Target("exit"),)),)

    def it_reads_terms_uses_and_what_survives(self):
        assert line("**Work** and {Werke}: {place surviving-clauses}") == (
            Term("Work"),
            Words(" and "),
            TermUse("Werke"),
            Words(": "),
            SurvivingClauses(),
        )

    def it_reads_a_choice_with_blanks_and_references_in_its_cases(self):
        source = "It is {choose residue_rule: maker -> [@exit] | joint -> {cap}}."
        assert line(source)[1] == Choice(
            ("residue_rule",),
            (
                ChoiceCase(("maker",), (Reference((Target("exit"),)),)),
                ChoiceCase(("joint",), (Fill(("cap",)),)),
            ),
        )

    def it_chooses_by_a_count_and_by_yes_or_no(self):
        assert line("{choose party_count: 2 -> the other | more -> each other} Party.")
        assert line("{choose new_results: yes -> New | no -> Old} results.")

    def it_takes_a_mark_after_a_backslash_as_it_stands(self):
        assert line(r"A \{b\} \[c] \* \| \\ d.") == (Words("A {b} [c] * | \\ d."),)

    def it_merges_words_and_joins_several_spaces(self):
        assert line(r"A   \{ b.") == (Words("A { b."),)

    def it_keeps_the_place_of_each_inline(self):
        text = read_prose("One.\nUnder {cap} it ends.", "a.md", DEAL, first_line=7)[0]
        fill = text.blocks[0].sentences[1].inlines[1]
        assert fill.place == Place("a.md", 8, 7, "Under {cap} it ends.", 5)
