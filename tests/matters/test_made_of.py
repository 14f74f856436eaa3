"""What a draft was made of names everything whose change could change it, and little else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from support.approving import outgoing
from support.command import answers_of
from support.copies import own_library
from support.examples import starter
from support.files import house

from drafter.bundled import starter_library
from drafter.drafting import load_library
from drafter.matters.ingredients import Ingredients
from drafter.matters.recording import as_draft, block_texts, pinned, taken
from drafter.registry.model import Use

DEAL = "workout-rewards"


@cache
def uses() -> tuple[Use, ...]:
    """What the example was made of."""
    library = starter()
    return Ingredients(library.clauses).of(library.draft(answers_of(DEAL)), house())


@pytest.fixture
def changed() -> Callable[[str, str, str], set[tuple[str, str]]]:
    """The kinds and names of what is another thing after words of a library file are replaced."""

    def change(name: str, old: str, new: str) -> set[tuple[str, str]]:
        folder = own_library()
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        now = Ingredients(load_library(folder).clauses)
        return {(use.kind, use.name) for use in uses()
                if use.kind != "style" and now.now(use) != use.digest}  # fmt: skip

    return change


def wording(topic: str) -> str:
    """The file of a wording that the example uses."""
    use = next(use for use in uses() if (use.kind, use.name) == ("wording", topic))
    return f"topics/{topic}/{use.choice}.md"


class DescribeAChangeOfTheLibrary:
    def it_is_none_when_nothing_changed(self) -> None:
        now = Ingredients(starter().clauses)
        assert {use for use in uses() if now.now(use) != use.digest} == {
            use for use in uses() if use.kind == "style"}  # fmt: skip

    def it_is_the_wording_and_its_words_when_a_clause_is_edited(self, changed) -> None:  # type: ignore[no-untyped-def]
        found = changed(wording("general"), "\n---\n", "\n---\nOne more sentence stands here.\n")
        assert found == {("wording", "general"), ("text", "general")}

    def it_is_the_wording_alone_when_its_review_is_put_off(self, changed) -> None:  # type: ignore[no-untyped-def]
        assert changed(wording("general"), "review by: 2027-", "review by: 2028-") == {
            ("wording", "general")}  # fmt: skip

    def it_is_the_table_when_a_heading_changes(self, changed) -> None:  # type: ignore[no-untyped-def]
        assert changed("topics/exit/topic.yaml", "heading: ", "heading: On ") == {
            ("selection", "exit")}  # fmt: skip

    def it_is_nothing_when_lines_only_move(self, changed) -> None:  # type: ignore[no-untyped-def]
        assert changed("topics/exit/topic.yaml", "heading: ", "\n\nheading: ") == set()

    def it_is_nothing_for_a_wording_that_was_not_used(self, changed) -> None:  # type: ignore[no-untyped-def]
        used = wording("confidentiality")
        other = next(path for path in sorted(starter_library().glob("topics/confidentiality/*.md"))
                     if not used.endswith(path.name))  # fmt: skip
        name = f"topics/confidentiality/{other.name}"
        assert changed(name, "\n---\n", "\n---\nOne more sentence stands here.\n") == set()

    def it_is_nothing_when_a_recommendation_gives_another_reason(self, changed) -> None:  # type: ignore[no-untyped-def]
        path = next(path for path in sorted(starter_library().glob("questionnaire/*.yaml"))
                    if "because: " in path.read_text("utf-8"))  # fmt: skip
        assert changed(f"questionnaire/{path.name}", "because: ", "because: as ever, ") == set()

    def it_is_the_questionnaire_when_a_question_is_put_otherwise(self, changed) -> None:  # type: ignore[no-untyped-def]
        path = next(path for path in sorted(starter_library().glob("questionnaire/*.yaml"))
                    if "  exit_right:" in path.read_text("utf-8"))  # fmt: skip
        text = path.read_text("utf-8")
        asks = text[text.index("  exit_right:") :].split("asks: ")[1][:20]
        assert changed(f"questionnaire/{path.name}", asks, f"Now, {asks}") == {
            ("questionnaire", "co-marketing")}  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Any:
    return starter().draft(answers_of(DEAL))


class DescribeARecordedDraft:
    def it_drafts_again_to_the_same_words(self, made: Any) -> None:
        again = starter().draft(pinned(answers_of(DEAL), taken(made)))
        assert block_texts(again.document) == block_texts(made.document)

    def it_offers_the_same_words_to_the_other_side(self, made: Any) -> None:
        issued = outgoing(starter(), pinned(answers_of(DEAL), taken(made)))
        assert block_texts(issued.document) == block_texts(made.document)

    def it_names_each_block_once(self, made: Any) -> None:
        blocks = [one.block for one in block_texts(made.document)]
        assert len(blocks) == len(set(blocks))

    def it_holds_every_wording_that_it_names(self, made: Any) -> None:
        draft = as_draft(made, house())
        assert {use.digest for use in draft.uses if use.kind == "wording"} == set(draft.wordings)

    def it_is_not_disturbed_by_another_recommendation(self, made: Any) -> None:
        """What was once taken stands as an answer, and answers come before recommendations."""
        record = pinned(answers_of(DEAL), taken(made))
        selection = starter().select(record).selection
        assert not selection.deal.taken


class DescribePrintedWords:
    def it_is_made_of_the_words_of_its_edition(self, changed) -> None:
        new = changed("printing/en-us.yaml", '"Exhibit {number}"', '"Annex {number}"')
        assert new == {("words", "en-us")}

    def it_is_not_made_of_another_edition(self, changed) -> None:
        assert changed("printing/en-uk.yaml", '"Schedule {number}"', '"Annex {number}"') == set()
