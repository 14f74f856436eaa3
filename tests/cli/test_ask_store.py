"""The answers file of an interview: how it is saved, and what a newer library is told by it."""

import os
import shutil
import stat
from pathlib import Path

import pytest
import yaml
from support.command import answers_of, write_answers
from support.small import PARTIES, QUESTIONS, small

from drafter import load_library
from drafter.bundled import starter_library
from drafter.cli.asking.answers_file import questions_then, save
from drafter.cli.asking.run import draft_beside
from drafter.diagnostics import Refused
from drafter.intake.form import form
from drafter.intake.saved_questions import known_questions, news
from drafter.workspace.settings import read_workspace

DATA = {"precedent": "simple", "answers": {"parties": PARTIES, "notice": "30 days"}}
NEWER = QUESTIONS.replace("asks: How long is the notice?", "asks: How long is the notice period?")
NEWER = NEWER.replace(
    "  pilot:", "  term: {asks: How long does it last?, type: duration}\n  pilot:"
)


def library(questions=QUESTIONS, **more):
    """The small library, in which every question decides something."""
    texts = {"questionnaire/01-deal.yaml": questions, "topics/exit/by-notice.md": EXIT}
    return small(**{**texts, **more})


EXIT = "A party may leave by {notice} notice after {term}. {#notice}\n"
OLD_EXIT = "A party may leave by {notice} notice. {#notice}\n"


@pytest.fixture
def saved(tmp_path):
    """A file that was answered by the library as it was."""
    path = tmp_path / "deal.yaml"
    old = library(**{"topics/exit/by-notice.md": OLD_EXIT})
    save(path, DATA, known_questions(old, old.precedents["simple"]))
    return path


class DescribeAFile:
    def it_stays_readable_by_hand_and_by_every_reader(self, saved):
        assert yaml.load(saved.read_text("utf-8"), Loader=yaml.BaseLoader) == DATA
        notes = [line for line in saved.read_text("utf-8").splitlines() if line.startswith("#")]
        assert "names those that are new" in notes[0]
        assert all(len(line) <= 100 for line in notes)

    def it_keeps_what_a_person_wrote_into_it(self, saved):
        text = saved.read_text("utf-8").replace("notice: 30 days", "notice:  30 days  # agreed")
        saved.write_text(f"# Pacer and Plum\n{text}# to do\n", "utf-8")
        save(saved, {**DATA, "unknown": ["fee"]}, {"notice": "0a1b2c"})
        lines = saved.read_text("utf-8").splitlines()
        assert lines[0] == "# Pacer and Plum"
        assert "  notice:  30 days  # agreed" in lines
        assert lines[-4:] == ["- fee", "# to do", lines[-2], "# notice=0a1b2c"]
        assert len([one for one in lines if "names those that are new" in one]) == 1

    def it_has_no_note_as_json(self, tmp_path):
        save(tmp_path / "deal.json", DATA, {"notice": "0a1b2c"})
        assert "0a1b2c" not in (tmp_path / "deal.json").read_text("utf-8")
        assert questions_then(tmp_path / "deal.json") == {}

    def it_stays_as_private_as_it_was(self, saved):
        saved.chmod(0o600)
        save(saved, DATA)
        assert stat.S_IMODE(saved.stat().st_mode) == 0o600

    def it_is_written_through_a_link(self, saved, tmp_path):
        link = tmp_path / "link.yaml"
        link.symlink_to(saved)
        save(link, {**DATA, "unknown": ["fee"]})
        assert link.is_symlink()
        assert "fee" in saved.read_text("utf-8")

    def it_is_on_the_disk_before_it_takes_its_name(self, saved, monkeypatch):
        order = []
        fsync, replace = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", lambda file: order.append("fsync") or fsync(file))
        monkeypatch.setattr(os, "replace", lambda *a, **k: order.append("name") or replace(*a, **k))
        save(saved, DATA)
        assert order == ["fsync", "name", "fsync"]

    def it_is_the_old_one_when_the_disk_is_full(self, saved, monkeypatch):
        def full(file):
            raise OSError(28, "No space left on device")

        before = saved.read_bytes()
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(Refused) as refused:
            save(saved, {**DATA, "answers": {}})
        assert "No space left" in refused.value.diagnostics[0].says
        assert saved.read_bytes() == before
        assert [one.name for one in saved.parent.iterdir()] == ["deal.yaml"]


class DescribeANewerLibrary:
    def it_names_the_questions_that_are_new_and_those_that_ask_otherwise(self, saved):
        told = list(news(form(library(NEWER), DATA), questions_then(saved)))
        assert told == [
            "New in The deal, you will be asked: How long does it last?",
            "Changed: How long is the notice period? Your answer is kept; look at it with "
            ":g notice.",
        ]

    def it_says_nothing_while_the_questions_are_the_same(self, saved):
        same = library(**{"topics/exit/by-notice.md": OLD_EXIT})
        assert list(news(form(same, DATA), questions_then(saved))) == []

    def it_says_nothing_of_a_file_without_the_note(self, tmp_path):
        path = tmp_path / "deal.yaml"
        path.write_text(yaml.safe_dump(DATA), encoding="utf-8")
        assert list(news(form(library(NEWER), DATA), questions_then(path))) == []

    def it_knows_a_question_by_its_new_name(self, saved):
        renamed = QUESTIONS.replace("  notice:", "  notice_period:").replace(
            "  lead:", "  term: {asks: How long?, type: duration}\n  lead:")  # fmt: skip
        newer = library(
            renamed,
            **{"renamed.yaml": "questions: {notice: notice_period}\n",
               "topics/exit/by-notice.md": EXIT.replace("{notice}", "{notice_period}"),
               "consistency/R1.yaml": "severity: warn\nwhen: notice_period < 30 days\n"
                                      "message: It is short.\nreason: a month is usual\n"},
        )  # fmt: skip
        data = {**DATA, "answers": {"parties": PARTIES, "notice_period": "30 days"}}
        told = list(news(form(newer, data), questions_then(saved)))
        assert told[0] == "New in The deal, you will be asked: How long?"


class DescribeTheDraftAtTheEnd:
    """Who is asked at the terminal gets the file that `drafter draft` would give him."""

    def it_is_in_the_house_style_of_the_workspace(self, tmp_path, monkeypatch, drafter):
        """Its look and its numbering."""
        drafter("init", tmp_path / "firm")
        monkeypatch.chdir(tmp_path / "firm")
        for ending in ("docx", "yaml"):
            american = starter_library().parent / "templates" / f"american.{ending}"
            shutil.copy(american, Path("templates") / f"house.{ending}")
        answers = write_answers(Path(), answers_of("short-campaign"))
        drafter("draft", answers, "-o", "other.docx")
        library = load_library(read_workspace(Path("drafter.toml")).library)
        assert draft_beside(library, library.form(answers_of("short-campaign")), answers)
        assert answers.with_suffix(".docx").read_bytes() == Path("other.docx").read_bytes()
