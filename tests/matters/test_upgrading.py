"""A workspace that edited its library takes a newer starter, and loses nothing of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.workspaces import LIBRARY

from drafter import Refused
from drafter.drafting import load_library
from drafter.matters.starting import REMEMBERED
from drafter.matters.upgrading.model import Fate, LibraryUpgrade
from drafter.matters.upgrading.plan import plan_upgrade
from drafter.matters.upgrading.writing import upgrade_library
from drafter.workspace.approvals import Approval, add_approvals, read_approvals
from drafter.workspace.settings import Workspace, read_workspace

EXIT, OWNS, JOINT = (
    "topics/exit/by-notice.md",
    "topics/results/maker-owns.md",
    "topics/results/jointly-owned.md",
)
SHARED = "topics/results/shared.md"
RENAMED = "variants: {results/jointly-owned: shared}\n"
QUESTIONS = "questionnaire/01-deal.yaml"


def written(folder: Path, **changes: str) -> Path:
    """A library folder; `changes` are other texts, by the name of a constant here."""
    named = {"exit": EXIT, "owns": OWNS, "joint": JOINT}
    texts = LIBRARY | {named.get(name, name): text for name, text in changes.items()}
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """A workspace whose library came from the small one, and is as it was."""
    written(tmp_path / "library")
    written(tmp_path / REMEMBERED)
    (tmp_path / "drafter.toml").write_text('library = "library"\n', "utf-8")
    return read_workspace(tmp_path / "drafter.toml")


def edited(place: Workspace, path: str, old: str, new: str) -> None:
    file = place.library / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def renamed(folder: Path, position: str) -> Path:
    """A starter that calls a text of joint ownership otherwise, and says so."""
    texts = {SHARED: LIBRARY[JOINT].replace("preferred", position), "renamed.yaml": RENAMED}
    for path, text in LIBRARY.items():
        texts.setdefault(path, text.replace("jointly-owned", "shared"))
    del texts[JOINT]
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def fates(found: LibraryUpgrade) -> dict[str, Fate]:
    return {one.path: one.fate for one in found.files if one.fate is not Fate.SAME}


class DescribeAnUpgrade:
    """Base, own and starter, file by file."""

    def it_takes_what_the_starter_changed_and_keeps_what_was_edited_here(self, place, tmp_path):
        starter = written(tmp_path / "new", owns="Each Party keeps what it makes.\n")
        edited(place, EXIT, "A party may leave", "A party can leave")
        found = plan_upgrade(place, starter)
        assert fates(found) == {EXIT: Fate.KEPT, OWNS: Fate.TAKEN}
        upgrade_library(place, starter, found)
        assert "can leave" in (place.library / EXIT).read_text("utf-8")
        assert "keeps what it makes" in (place.library / OWNS).read_text("utf-8")

    def it_puts_edits_of_one_file_together_where_they_lie_apart(self, place, tmp_path):
        starter = written(tmp_path / "new", joint=LIBRARY[JOINT].replace("preferred", "neutral"))
        edited(place, JOINT, "The owner is {ownership}.", "It is owned by {ownership}.")
        found = plan_upgrade(place, starter)
        assert fates(found) == {JOINT: Fate.MERGED}
        assert found.changes[0].text == (
            "---\nposition: neutral\n---\nThe Parties own each Result together.\n\n"
            "It is owned by {ownership}.\n"
        )

    def it_writes_nothing_where_both_changed_one_place_and_shows_both_texts(self, place, tmp_path):
        starter = written(tmp_path / "new", exit="A party may leave by {notice}. {#notice}\n")
        edited(place, EXIT, "A party may leave", "A party can leave")
        before = (place.library / EXIT).read_text("utf-8")
        found = plan_upgrade(place, starter)
        with pytest.raises(Refused) as caught:
            upgrade_library(place, starter, found)
        (fault,) = caught.value.diagnostics
        assert (fault.rule, fault.notes) == (
            "library-clash",
            (
                "mine: A party can leave by {notice} notice. {#notice}",
                "theirs: A party may leave by {notice}. {#notice}",
            ),
        )
        assert (place.library / EXIT).read_text("utf-8") == before

    @pytest.mark.parametrize(("side", "words"), [("mine", "can leave"), ("theirs", "may leave")])
    def it_takes_the_side_that_somebody_names(self, place, tmp_path, side, words):
        starter = written(tmp_path / "new", exit="A party may leave by {notice}. {#notice}\n")
        edited(place, EXIT, "A party may leave", "A party can leave")
        upgrade_library(place, starter, plan_upgrade(place, starter, sides={EXIT: side}))
        assert words in (place.library / EXIT).read_text("utf-8")

    def it_keeps_the_file_that_the_starter_dropped_and_somebody_edited(self, place, tmp_path):
        """It clashes: dropping it would lose the edit, keeping it may leave a loose end."""
        starter = written(tmp_path / "new")
        (starter / OWNS).unlink()
        edited(place, OWNS, "owns what it makes", "keeps what it makes")
        assert fates(plan_upgrade(place, starter)) == {OWNS: Fate.CLASH}

    def it_carries_an_edit_along_when_the_starter_renames_the_file(self, place, tmp_path):
        starter = renamed(tmp_path / "new", "neutral")
        edited(place, JOINT, "The owner is {ownership}.", "It is owned by {ownership}.")
        found = plan_upgrade(place, starter)
        (moved,) = (one for one in found.files if one.was)
        assert (moved.path, moved.fate, moved.was) == (SHARED, Fate.MERGED, JOINT)
        upgrade_library(place, starter, found)
        assert not (place.library / JOINT).exists()
        text = (place.library / SHARED).read_text("utf-8")
        assert text.startswith("---\nposition: neutral\n---\n")
        assert "It is owned by {ownership}." in text

    def it_says_of_a_file_that_only_its_name_changed(self, place, tmp_path):
        found = plan_upgrade(place, renamed(tmp_path / "new", "preferred"))
        assert fates(found)[SHARED] is Fate.MOVED
        assert JOINT not in fates(found)

    def it_says_what_is_recommended_otherwise_from_now_on(self, place, tmp_path):
        asked = LIBRARY[QUESTIONS]
        starter = written(
            tmp_path / "new", **{QUESTIONS: asked.replace("take: joint", "take: maker")}
        )
        (changed,) = plan_upgrade(place, starter).recommended
        assert changed == (
            "ownership",
            "joint if two parties; else nothing",
            "maker if two parties; else nothing",
        )

    def it_mends_a_library_that_is_at_fault_and_says_what_it_could_not_compare(
        self, place, tmp_path
    ):
        starter = written(tmp_path / "new", exit=LIBRARY[EXIT].replace("may", "can"))
        edited(place, EXIT, "{notice}", "{notise}")
        found = plan_upgrade(place, starter, sides={EXIT: "theirs"})
        assert [one.rule for one in found.warnings] == ["not-compared"]
        upgrade_library(place, starter, found)
        assert plan_upgrade(place, starter).warnings == ()

    def it_has_nothing_to_take_the_second_time(self, place, tmp_path):
        starter = written(tmp_path / "new", owns="Each Party keeps what it makes.\n")
        edited(place, EXIT, "A party may leave", "A party can leave")
        upgrade_library(place, starter, plan_upgrade(place, starter))
        assert plan_upgrade(place, starter).changes == ()

    def it_is_refused_where_what_comes_of_it_is_no_library(self, place, tmp_path):
        """A starter that dropped what the own text refers to."""
        starter = written(tmp_path / "new", exit="A party may leave by {notice} notice.\n")
        edited(place, OWNS, "Each Party owns", "But for [@exit.notice], each Party owns")
        with pytest.raises(Refused) as caught:
            plan_upgrade(place, starter)
        assert "reference-target" in {one.rule for one in caught.value.diagnostics}

    def it_asks_for_the_base_where_none_is_remembered(self, place, tmp_path):
        starter = written(tmp_path / "new")
        (place.folder / REMEMBERED).rename(tmp_path / "elsewhere")
        with pytest.raises(Refused, match="it is not known which starter library"):
            plan_upgrade(place, starter)
        assert fates(plan_upgrade(place, starter, tmp_path / "elsewhere")) == {}

    def it_comes_back_where_it_was_cut_off_between_two_names(self, place, tmp_path):
        starter = written(tmp_path / "new", owns="Each Party keeps what it makes.\n")
        place.library.rename(place.folder / ".drafter-new-library-before")
        assert fates(plan_upgrade(place, starter)) == {OWNS: Fate.TAKEN}


class DescribeApprovals:
    """They are for words, and stay where these stay."""

    def it_gives_them_again_where_only_what_stands_beside_the_words_changed(self, place, tmp_path):
        library = load_library(place.library).clauses
        given = [
            Approval(f"results/{id}", one.digest, "General Counsel", "2027-01-01", "2027-12-31")
            for id, one in library.topics["results"].variants.items()
        ]
        add_approvals(place.approvals, given)
        starter = written(
            tmp_path / "new",
            joint=LIBRARY[JOINT].replace("position: preferred", "position: neutral"),
            owns=LIBRARY[OWNS].replace("owns what it makes", "keeps what it makes"),
        )
        upgrade_library(place, starter, plan_upgrade(place, starter))
        now = load_library(place.library).clauses.topics["results"].variants
        approved = {(one.wording, one.digest) for one in read_approvals(place.approvals)}
        assert ("results/jointly-owned", now["jointly-owned"].digest) in approved
        assert ("results/maker-owns", now["maker-owns"].digest) not in approved

    def it_gives_them_again_under_a_new_name(self, place, tmp_path):
        library = load_library(place.library).clauses
        digest = library.topics["results"].variants["jointly-owned"].digest
        add_approvals(
            place.approvals, [Approval("results/jointly-owned", digest, "Counsel", "2027-01-01")]
        )
        upgrade = plan_upgrade(place, renamed(tmp_path / "new", "preferred"))
        assert [(one.wording, one.by) for one in upgrade.approvals] == [
            ("results/shared", "Counsel")
        ]
