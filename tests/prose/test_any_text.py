"""Laws that hold for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.names import DEAL
from support.prose import placeless

from drafter.prose.prose_text import print_text
from drafter.prose.read import read_prose

MARKS = [
    *"{}[]*|\\#@:.,;-_'\"()<>+ \t\n\r\u200b\u2028\xa0ß𝔸",
    *["{if ", "{for each a in grants} ", "{for each ", "{flush} ", "{choose ", "{table "],
    *["** ", "[@", "\n  - ", "\n    - ", "\n\n", ": {and}", " {#a}", " -> ", " where ", "{#"],
    *["{place ", "{cap}", "party_count", "residue_rule: maker", "grants", "not ", " is one of "],
    *["{cap}' b", "10 days", "{choose party_count: 1, ", "{if not not "],
]
TYPED = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], max_codepoint=0xFFF0),
    max_size=40,
)


def escaped(words: str) -> str:
    return "".join(f"\\{c}" if c in "{}[*|\\" else c for c in words)


INLINES = st.one_of(
    TYPED.map(lambda words: f" {escaped(words)} "),
    st.sampled_from(
        [
            " {cap} ",
            '"{product}" ',
            "[@exit]",
            "[@exit.a, @.b]",
            " **A Term** ",
            "{Work's}",
            "{place surviving-clauses}",
            "{choose residue_rule: maker -> 'a' {cap} | joint -> [@exit]}",
            "{choose party_count: 1,2 -> one|more->\\| many}",
            " within 10 days of Party's ",
        ]
    ),
)
LINE = st.lists(INLINES, max_size=6).map(lambda parts: "So " + "".join(parts) + " it is")
GUARD = st.sampled_from(["", "{if new_results} ", "{if @exit} {if not cap > EUR 5} "])
FULL = st.builds("{}{}.".format, GUARD, LINE)
ITEM = st.builds("\n  - {}{}{}".format, GUARD, LINE, st.sampled_from(["", " {#i}"]))
LIST = st.builds(
    "{}{}: {{{}}}{}".format,
    GUARD,
    LINE,
    st.sampled_from(["and", "or"]),
    st.lists(ITEM, min_size=1, max_size=3).map("".join),
)
TABLE = st.builds("{{table row in survival}}\n  H: {{row.effect}} {}".format, LINE)
BLOCK = st.one_of(
    FULL, LIST, TABLE, st.just("{place parties}"), st.lists(FULL, min_size=1).map("\n".join)
)
SOURCE = st.lists(BLOCK, min_size=1, max_size=4).map("\n\n".join)


class DescribeAnyText:
    """Whatever is typed, the reader answers."""

    @given(st.text(max_size=60_000))
    def it_reads_any_characters(self, source):
        read_prose(source, "t.md", DEAL)

    @settings(max_examples=300)
    @given(st.lists(st.sampled_from(MARKS), max_size=200).map("".join))
    def it_reads_any_heap_of_marks_and_prints_what_it_understood(self, source):
        text, faults = read_prose(source, "t.md", DEAL)
        lines = source.replace("\r\n", "\n").split("\n")
        assert all(1 <= fault.place.line <= len(lines) for fault in faults)
        print_text(text)

    @pytest.mark.parametrize("mark", MARKS)
    def it_reads_sixty_thousand_characters_of_one_mark(self, mark):
        """A reader that goes over a line again for each mark would take minutes here."""
        read_prose(mark * (60_000 // len(mark)), "t.md", DEAL)

    @given(SOURCE)
    def it_reads_what_it_prints_as_the_same_tree(self, source):
        text, faults = read_prose(source, "t.md", DEAL)
        assert [f for f in faults if f.rule not in ("label-twice", "stuck-to-blank")] == []
        printed = print_text(text)
        again, _ = read_prose(printed, "t.md", DEAL)
        assert placeless(again) == placeless(text)
        assert print_text(again) == printed
