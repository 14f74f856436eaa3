"""New topics, wordings and questions: what is written, and a page that can be followed."""

import json
import re
import shlex
from pathlib import Path

import pytest
from support.command import ROOT
from support.copies import own_library

PAGE = (ROOT / "docs/write-a-clause.md").read_text(encoding="utf-8")


@pytest.fixture
def library() -> Path:
    """A copy of the starter library."""
    return own_library("my-library")


def blocks(kind: str = "") -> list[str]:
    """The examples of the page that are written in one notation."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [text for notation, text in found if notation == kind]


def follow(library: Path) -> None:
    """Fill in by hand what the page says, in its order."""
    question, table, outline, _, case = blocks("yaml")
    section = library / "questionnaire/03-plan-and-people.yaml"
    begun, _, _ = section.read_text(encoding="utf-8").partition("  papers_kept:\n")
    section.write_text(begun + question, encoding="utf-8")
    (library / "topics/working-papers/topic.yaml").write_text(table, encoding="utf-8")
    precedent = library / "precedents/co-development.yaml"
    part = re.compile(rf"{re.escape(outline.splitlines()[0])}\n.*\n")
    precedent.write_text(part.sub(outline, precedent.read_text(encoding="utf-8")), encoding="utf-8")
    texts = [block for block in blocks() if block.startswith("---\n")]
    for name, text in zip(("kept", "not-kept"), texts, strict=True):
        (library / f"topics/working-papers/{name}.md").write_text(text, encoding="utf-8")
    (library / "cases/papers-kept.yaml").write_text(case, encoding="utf-8")


class DescribeTheScaffold:
    """What is new is complained about until it is filled in."""

    def it_asks_for_all_that_is_to_be_written(self, drafter, library) -> None:
        drafter("new", "topic", "data-room", "--heading", "Data room", "--library", library)
        outcome = drafter("check", "--json", "--library", library)
        texts = [one for one in json.loads(outcome.out)["findings"] if "data-room" in one["place"]]
        assert outcome.code == 1
        assert {one["rule"] for one in texts} >= {"unfinished", "L48", "wrong-word"}

    def it_writes_into_no_library_that_is_not_yours(self, drafter, tmp_path, monkeypatch) -> None:
        """The library that comes with drafter is everybody's."""
        monkeypatch.chdir(tmp_path)
        monkeypatch.delenv("DRAFTER_LIBRARY", raising=False)
        before = sorted((ROOT / "clause_library").rglob("*"))
        outcome = drafter("new", "topic", "insurance", "--variant", "own-cover")
        assert outcome.code == 1
        assert "error[no-library]: `new` writes only into a library of your own" in outcome.err
        assert sorted((ROOT / "clause_library").rglob("*")) == before

    def it_gives_a_new_variant_a_row_and_each_point_it_must_cover(self, drafter, library) -> None:
        drafter("new", "variant", "exit/on-trial", "--library", library)
        table = (library / "topics/exit/topic.yaml").read_text(encoding="utf-8")
        text = (library / "topics/exit/on-trial.md").read_text(encoding="utf-8")
        assert table.endswith("  on-trial: TBD\n")
        covers = ["notice", "duties", "longer-notice", "blackouts", "costs", "withdrawal",
                  "consequences"]  # fmt: skip
        assert re.findall(r"\{#([\w-]+)\}", text) == covers

    def it_begins_a_table_where_one_variant_stood_alone(self, drafter, library) -> None:
        drafter("new", "topic", "toys", "--library", library)
        drafter("new", "variant", "toys/lent", "--library", library)
        table = (library / "topics/toys/topic.yaml").read_text(encoding="utf-8")
        assert table.endswith("choose:\n  standard: TBD\n  lent: TBD\n")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            ("topic exit", "`exit` is there already"),
            ("topic Exit", "`Exit` cannot name a topic"),
            ("variant exti/soon", "there is no topic `exti`"),
            ("variant exit/any-time", "`any-time` is there already"),
            ("question parties --section 01-parties", "`parties` is there already"),
            ("question pets --section 01-partys", "there is no section `01-partys`"),
        ],
    )
    def it_overwrites_nothing(self, drafter, library, words: str, says: str) -> None:
        before = {path: path.read_bytes() for path in library.rglob("*.*")}
        outcome = drafter("new", *words.split(), "--library", library)
        assert outcome.code == 1
        assert says in outcome.err
        assert {path: path.read_bytes() for path in library.rglob("*.*")} == before


class DescribeThePage:
    """Who follows docs/write-a-clause.md to the letter has a topic that passes the check."""

    def it_leads_to_a_library_without_an_error(self, drafter, library, monkeypatch) -> None:
        monkeypatch.chdir(library.parent)
        for block in blocks():
            for line in block.replace("\\\n", "").splitlines():
                if line.startswith("drafter new"):
                    outcome = drafter(*shlex.split(line)[1:])
                    assert outcome.code == 0, outcome.err
        follow(library)
        outcome = drafter("check", "--json", "--library", library)
        found = json.loads(outcome.out)["findings"]
        assert outcome.code == 0, found
        assert [one for one in found if "papers" in str(one)] == []
