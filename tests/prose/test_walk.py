"""Walks through clause text."""

from support.prose import read

from drafter.prose import walk
from drafter.prose.model import ProseParagraph, ProseTable, Words

TEXT = read(
    """\
**Results** of {product} under [@exit]: {and} {#lead}
  - {choose residue_rule: maker -> {cap} under [@.item] | joint -> all} {#item}
  - {if new_results} {Work}

{place co-owner-law}

{table row in survival} {#rows}
  Under [@law]: {row.licence}
"""
)


class DescribeWalks:
    """What others look for in a text."""

    def it_visits_every_clause_and_bullet(self):
        assert len(list(walk.paragraphs(TEXT))) == 3

    def it_finds_blanks_inside_choices_and_cells(self):
        assert [".".join(fill.subject) for fill in walk.fills(TEXT)] == [
            "product",
            "cap",
            "row.licence",
        ]

    def it_finds_references_inside_choices_and_headings(self):
        targets = [target for ref in walk.references(TEXT) for target in ref.targets]
        assert [(t.topic, t.label) for t in targets] == [("exit", ""), ("", "item"), ("law", "")]

    def it_maps_labels_to_what_they_stand_at(self):
        labels = walk.labels(TEXT)
        assert list(labels) == ["lead", "item", "rows"]
        assert [type(block) for block in labels.values()] == [
            ProseParagraph,
            ProseParagraph,
            ProseTable,
        ]

    def it_finds_riders_terms_uses_and_words(self):
        assert [placed.what for placed in walk.placed(TEXT)] == ["co-owner-law"]
        assert [term.words for term in walk.terms_defined(TEXT)] == ["Results"]
        assert [use.words for use in walk.uses(TEXT)] == ["Work"]
        assert Words("all") in list(walk.inlines(TEXT))

    def it_visits_guards_and_the_loop_of_a_table(self):
        assert [type(guard).__name__ for guard in walk.guards(TEXT)] == ["When", "ForEach"]
