"""The four examples: what an answer changes, what an unknown one leaves open, the same bytes."""

import copy
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import ClassVar

import pytest
from support.command import EXAMPLES, NAMES, ROOT, SHORT, Command, answers_of, write_answers
from support.examples import drafted, report, starter
from support.files import house
from support.references import check_references

from drafter.agreement.model import Paragraph, Said
from drafter.prose.prose_text import print_text

JOINT = {
    "joint_shares": "equal",
    "joint_use": "own-field",
    "joint_licensing": "consent",
    "joint_accounting": "no-accounting",
    "joint_transfer": "pre-emption",
    "joint_prosecution": "by-decision",
    "joint_enforcement": "any-owner",
    "joint_end": "keeps",
}


def handbag(**answers):
    """The smart handbag with other answers."""
    data = copy.deepcopy(answers_of("smart-handbag"))
    data["answers"].update(answers)
    return data


def by_topic(agreement):
    """The words of each topic, with numbers and references masked; definitions by themselves."""
    topics = sorted(agreement.decision.selection.chosen, key=len, reverse=True)
    texts = {}
    for element in agreement.document.elements:
        if isinstance(element, Paragraph):
            block = element.block.removeprefix("part.")
            topic = next((one for one in topics if block == one or block.startswith(f"{one}.")), "")
            words = "".join("#" if run.said is Said.REFERENCE else run.text for run in element.runs)
            words = re.sub(r"[Cc]lauses?\xa0|[Pp]aragraphs?\xa0|#(, #)*( and #)?", "#", words)
            texts.setdefault(topic, []).append(words)
    return texts


class DescribeJointOwnership:
    """One answer brings the joint-ownership clauses in, and changes no other topic."""

    def it_drafts_joint_ownership_without_its_eight_answers_and_warns(self, tmp_path, capsys):
        """What nobody answered is a bracket in a draft; it is not issued so."""
        answers = write_answers(tmp_path, handbag(foreground_ownership="joint"))
        drafter, made = Command(capsys), tmp_path / "a.docx"
        outcome = drafter("draft", answers, "-o", made)
        assert outcome.code == 0
        assert "warning[R6]: Joint ownership needs all eight answers" in outcome.err
        outcome = drafter("draft", answers, "-o", made, "--force", "--for", "issue")
        assert outcome.code == 1
        assert "R6" in outcome.err
        chosen = starter().draft(handbag(foreground_ownership="joint")).decision.selection.chosen
        assert chosen["joint-ownership"].is_open

    def it_changes_only_topics_that_read_the_answers_changed(self):
        joint = starter().draft(handbag(foreground_ownership="joint", **JOINT))
        before, after = by_topic(drafted("smart-handbag")), by_topic(joint)
        changed = {topic for topic in before.keys() | after.keys()
                   if before.get(topic) != after.get(topic)} - {""}  # fmt: skip
        answers = {"foreground_ownership", *JOINT}
        reading = {topic for topic in joint.decision.selection.chosen
                   if answers & set(joint.decision.reads(topic))}  # fmt: skip
        assert "joint-ownership" in changed
        assert changed - reading == set()

    def it_brings_the_joint_ownership_clauses_in_and_refers_to_them(self):
        joint = starter().draft(handbag(foreground_ownership="joint", **JOINT))
        number = joint.document.numbers["joint-ownership"]
        assert "joint-ownership" not in drafted("smart-handbag").document.numbers
        assert joint.decision.selection.chosen["joint-ownership"].variant is not None
        pointing = [element.block for element in joint.document.elements
                    if isinstance(element, Paragraph) for run in element.runs
                    if run.said is Said.REFERENCE and run.text.split(".")[0] == number
                    and not element.block.startswith("joint-ownership")]  # fmt: skip
        assert pointing


class DescribeUnknownAnswers:
    """Any answer may be unknown: the draft ends, and says where the answer matters."""

    @pytest.mark.parametrize("name", NAMES)
    def it_says_in_brackets_what_each_unknown_answer_leaves_open(self, name):
        data = answers_of(name)
        essential = starter().clauses.precedents[data["precedent"]].essential
        optional = [question for question in data["answers"] if question not in essential]
        silent = [question for question in optional
                  if not _shown(question, _without(data, question), drafted(name))]  # fmt: skip
        assert silent == []


def _shown(question, data, before):
    """Whether the draft names what is missing, if the answer changed what it prints."""
    after = starter().draft(data)
    if after.text() == before.text() or _does_without(question, after):
        return True
    missing = [one for was, now in zip(_open(before), _open(after), strict=True) for one in now
               if one not in was]  # fmt: skip
    return bool(missing) and "[" in after.text()


def _open(agreement):
    """What the record of an agreement lists as blank, as waited for and as not decided."""
    chosen = agreement.decision.selection.chosen
    made = agreement.assembled
    undecided = [id for id, one in chosen.items() if one.is_open]
    return list(made.blanks), list(made.awaited), [*undecided, *made.open_definitions]


def _does_without(question, agreement):
    """Whether a standing variant has other words for an answer that is not given."""
    chosen = agreement.decision.selection.chosen.values()
    texts = (print_text(one.variant.text) for one in chosen if one.variant)
    return any(f"{question} is answered" in text for text in texts)


def _without(data, question):
    """The deal with one answer unknown, and without references to records that go with it."""
    changed = copy.deepcopy(data)
    del changed["answers"][question]
    changed["unknown"] = [*changed.get("unknown", []), question]
    questions = starter().clauses.questionnaire.questions
    for name, answer in list(changed["answers"].items()):
        if questions[name].kind.of == question:
            del changed["answers"][name]
        for record in answer.values() if isinstance(answer, dict) else ():
            for field in [one for one in record if questions[name].fields[one].kind.of == question]:
                del record[field]
    return changed


class DescribeReports:
    """The record of each example says what stands in it and why."""

    @pytest.mark.parametrize("name", NAMES)
    def it_explains_every_topic_that_answers_decide(self, name):
        entries = report(name)["selection"]
        topics = starter().topics
        standing = [one for one in entries if one["variant"] not in (None, "left-out")]
        assert len(standing) >= (12 if name in SHORT else 20)
        unexplained = [one["topic"] for one in entries
                       if any(row.when for row in topics[one["topic"]].rows)
                       and not one["because"]]  # fmt: skip
        assert unexplained == []
        assert all({"topic", "variant", "position", "because", "instead"} <= one.keys()
                   for one in entries)  # fmt: skip

    @pytest.mark.parametrize("name", NAMES)
    def it_holds_every_list_of_the_record(self, name):
        assert report(name).keys() >= {
            "precedent", "selection", "findings", "recommended", "overrides", "approvals",
            "confirm", "blanks", "open", "special_terms",
        }  # fmt: skip


class DescribeSameBytes:
    """The same answers give the same file, wherever and whenever."""

    PLACES: ClassVar = {
        "one run": ("0", "UTC", []),
        "another run": ("0", "UTC", []),
        "another seed": ("4711", "UTC", ["docxtpl", "docx"]),
        "another time zone": ("1", "Pacific/Kiritimati", ["docx", "docxtpl"]),
        "another day": ("2", "America/St_Johns", ["another_day"]),
    }

    def it_writes_the_same_bytes_in_each_process(self):
        with ThreadPoolExecutor() as pool:
            said = list(pool.map(_digests, self.PLACES.values()))
        assert [len(one.splitlines()) for one in said] == [len(NAMES)] * len(self.PLACES)
        assert len(set(said)) == 1


def _digests(place):
    seed, zone, modules = place
    script = Path(__file__).with_name("same_bytes.py")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, script, EXAMPLES, *modules], env=environment,
                          capture_output=True, text=True, check=True).stdout  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def it_keeps_every_reference_of_an_example_live(name):
    """In the Word file too each shows the number of its target."""
    assert check_references(drafted(name).to_docx(house())) == []
