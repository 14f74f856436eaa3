"""Each drafting lint against the texts that it carries, and against a library."""

import pytest

from drafter.library.model import FrontMatter
from drafter.prose.read import read_prose
from drafter.questionnaire.model import Questionnaire
from drafter.rules.of_style import all_lints, meaning
from drafter.rules.of_style.model import Page, TextScope
from drafter.rules.of_style.pages import lexicon, page
from drafter.rules.of_upkeep.party_reach import Reach

LINTS = all_lints()
LEXICON = lexicon(["Companies Act 2006"], ["Background IP", "Results", "Party"])


def written(text: str, scope: TextScope = TextScope.CLAUSES, **about) -> Page:
    """A page of one text, as a lint reads it."""
    tree, _ = read_prose(text, "text.md", Questionnaire())
    return page(tree, LEXICON, scope, **about)


def of(lint: str, text: str) -> Page:
    scope = (
        TextScope.DEFINITIONS if LINTS[lint].scope is TextScope.DEFINITIONS else TextScope.CLAUSES
    )
    return written(text, scope)


class DescribeEachLint:
    """A lint ships two texts that must fire and two that must not."""

    def it_is_there_for_each_row_of_the_house_style(self) -> None:
        assert list(LINTS) == [f"L{number:02}" for number in range(1, 49)]

    @pytest.mark.parametrize(
        ("lint", "text"), [(id, text) for id, one in LINTS.items() for text in one.fires]
    )
    def it_fires(self, lint: str, text: str) -> None:
        assert list(LINTS[lint].hits(of(lint, text)))

    @pytest.mark.parametrize(
        ("lint", "text"), [(id, text) for id, one in LINTS.items() for text in one.passes]
    )
    def it_stays_silent(self, lint: str, text: str) -> None:
        assert [hit[1:] for hit in LINTS[lint].hits(of(lint, text))] == []

    @pytest.mark.parametrize("lint", LINTS)
    def it_says_what_to_do(self, lint: str) -> None:
        one = LINTS[lint]
        assert one.says
        assert one.cure
        assert all(text in meaning(one) for text in (one.cure, "Bad:", "Good:"))


class DescribeAHit:
    """A finding points at the words, in the column where they were typed."""

    def it_points_past_the_guard_and_the_blanks(self) -> None:
        text = "{if new_results} {licensor} may do [@exit] and shall pay."
        hit = next(LINTS["L01"].hits(written(text)))
        place = LINTS["L01"].fault(hit).place
        assert text[place.column - 1 :].startswith("shall")
        assert place.width == len("shall")

    def it_reads_every_case_of_a_choice(self) -> None:
        text = "{licensor} {choose new_results: yes -> must pay | no -> shall pay} the fee."
        assert len(list(LINTS["L01"].hits(written(text)))) == 1

    @pytest.mark.parametrize(
        "text", ['The word "shall" is a duty.', "{shall} must pay.", "[@shall] applies."]
    )
    def it_passes_over_what_is_not_running_text(self, text: str) -> None:
        assert not list(LINTS["L01"].hits(written(text)))


class DescribeAGuard:
    """What a lint lets pass because of where it stands."""

    def it_lets_a_variant_for_two_count_two(self) -> None:
        text = "Either Party may leave."
        assert list(LINTS["L18"].hits(written(text)))
        assert not list(LINTS["L18"].hits(written(text, reach=Reach(two=True))))

    def it_lets_a_variant_with_a_law_use_the_words_of_that_law(self) -> None:
        from drafter.library.model import Law

        text = "No one owes indirect loss."
        english = FrontMatter(legal_basis=(Law("law of England and Wales"),))
        assert not list(LINTS["L24"].hits(written(text, front=english)))
