# ruff: noqa: E501  (a message stands on one line)
"""A library is loaded whole: every fault of its files is told at once, and none stops the loader."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.calls import opened, overheard
from support.small import SMALL, files, loaded, small, told

from drafter.bundled import starter_library
from drafter.diagnostics import Refused, print_diagnostic
from drafter.library.files import LARGEST_FILE, read_files
from drafter.library.load import load, load_files
from drafter.rules.of_files import run_checks

RESULTS = SMALL["topics/results/topic.yaml"]
CASES = {
    "a row without a text and a text without a row": (
        {"topics/results/topic.yaml": RESULTS.replace("maker-owns", "maker-own")},
        [
            "topics/results/topic.yaml:4:3 no text for `maker-own` | write lib/topics/results/maker-own.md",
            "topics/results/maker-owns.md:1:1 no row of the table chooses `maker-owns` | did you mean `maker-own`?",
        ],
    ),
    "a text for what is left out": (
        {
            "topics/exit/topic.yaml": "heading: Leaving\nchoose:\n  by-notice: two_parties\n  left-out: not two_parties\n",
            "topics/exit/left-out.md": "It may not.\n",
        },
        [
            "topics/exit/left-out.md:1:1 `left-out` prints nothing and has no text | remove the file, or rename it"
        ],
    ),
    "a misspelt option in a row": (
        {"topics/results/topic.yaml": RESULTS.replace("is joint", "is joynt")},
        [
            "topics/results/topic.yaml:5:31 `ownership` has no option `joynt` | did you mean `joint`?",
        ],
    ),
    "a comment that eats half a row": (
        {
            "topics/results/topic.yaml": RESULTS.replace(
                "is joint", "is joint # or lead is answered"
            )
        },
        [
            "topics/results/topic.yaml:5:18 `#` ends the row here: what follows is a comment | put two spaces before a comment, or remove the #"
        ],
    ),
    "a row on two lines": (
        {"topics/results/topic.yaml": RESULTS.replace("is joint", "is joint\n    or two_parties")},
        [
            "topics/results/topic.yaml:5:18 a condition stands on one line | name a part of it as a fact"
        ],
    ),
    "a row below its wording": (
        {"topics/results/topic.yaml": RESULTS.replace(": ownership is j", ":\n    ownership is j")},
        [
            "topics/results/topic.yaml:6:5 a row stands on one line | write the condition behind the wording"
        ],
    ),
    "always beside another row": (
        {"topics/results/topic.yaml": RESULTS.replace("ownership is joint", "always")},
        [
            "topics/results/topic.yaml:4:3 `always` stands beside other rows | write each row's condition"
        ],
    ),
    "tests that a table may not make": (
        {
            "facts/deal.yaml": SMALL["facts/deal.yaml"] + "sum: {total: grants.share}\n",
            "questionnaire/02.yaml": "section: More\nquestions:\n  grants: {asks: G?, type: list, one: grant, fields: {share: {asks: S?, type: percentage}}}\n",
            "topics/results/topic.yaml": "heading: Results\nchoose:\n"
            "  maker-owns: ownership is answered or lead is answered\n"
            "  jointly-owned: sum > 5 percent and ownership is unknown and (some two grants have (same share))\n"
            "  left-out: some grant has (share is answered)\n",
        },
        [
            "topics/results/topic.yaml:3:15 `ownership` is not optional, so it is always answered | mark it `optional: yes`, or test what `ownership` is",
            "topics/results/topic.yaml:4:18 a table may not read the total `sum` | make it a consistency rule",
            "topics/results/topic.yaml:4:18 a table may not ask whether `ownership` is unknown | an unknown answer leaves the topic open by itself",
            "topics/results/topic.yaml:4:18 a table does not compare pairs of records | make it a consistency rule",
            "topics/results/topic.yaml:5:13 `share` is not optional, so it is always answered | mark it `optional: yes`, or test what `share` is",
        ],
    ),
    "no heading and an unknown key": (
        {"topics/exit/topic.yaml": "headng: Leaving\n"},
        [
            "topics/exit/topic.yaml:1:1 `headng` is not used here | did you mean `heading`?",
            "topics/exit/topic.yaml:1:1 `exit` has no heading | add `heading:`",
        ],
    ),
    "two texts and no table": (
        {"topics/exit/at-once.md": "It may leave at once.\n"},
        [
            "topics/exit/topic.yaml:1:1 `exit` has no `choose:` | add its decision table",
            "topics/exit/at-once.md:1:1 no row of the table chooses `at-once` | add a row, or remove the file",
            "topics/exit/by-notice.md:1:1 no row of the table chooses `by-notice` | add a row, or remove the file",
        ],
    ),
    "a folder without its file": (
        {"topics/new/a.md": "Words.\n", "definitions/term/a.md": "means words.\n"},
        [
            "topics/new/topic.yaml:1:1 lib/topics/new/topic.yaml is missing | write it, or remove the folder",
            "definitions/term/definition.yaml:1:1 lib/definitions/term/definition.yaml is missing | write it, or remove the folder",
        ],
    ),
    "a definition without a term": (
        {"definitions/result.md": "means what is made.\n"},
        [
            "definitions/result.md:1:1 `result` names no term | begin it with a line `---`, `term: …` and a line `---`"
        ],
    ),
    "front matter that is not closed": (
        {"definitions/result.md": "---\nterm: Result\nmeans what is made.\n"},
        [
            "definitions/result.md:1:1 the front matter is not closed | end it with a line `---`",
            "definitions/result.md:1:1 the text is empty | write at least one sentence",
        ],
    ),
    "front matter with words that are none": (
        {
            "topics/exit/by-notice.md": "---\nposition: best\nreview by: soon\nneeds: {results: ownership is x}\nsurvive: yes\n---\nIt may leave.\n"
        },
        [
            "topics/exit/by-notice.md:5:1 `survive` is not used here | did you mean `survives`?",
            "topics/exit/by-notice.md:2:11 `best` is no position | one of: preferred, fallback, floor, neutral",
            "topics/exit/by-notice.md:3:12 `soon` is not a date such as 2027-03-05 | ",
            "topics/exit/by-notice.md:4:31 `ownership` has no option `x` | known: joint, maker",
        ],
    ),
    "a precedent at fault": (
        {"precedents/simple.yaml": "title: Simple\nparties: 7 to 3\nparts: [{heading: A}]\n"},
        [
            "precedents/simple.yaml:2:10 `7 to 3` is no number of parties | write `2`, `2 or more` or `3 to 7`",
            "precedents/simple.yaml:3:9 `topics:` is missing | add `topics:`",
        ],
    ),
    "a rule at fault": (
        {
            "consistency/R1.yaml": "severity: stop\nwhen: notise < 30 days\nmessage: Short.\nlaw: {from: 2020}\n"
        },
        [
            "consistency/R1.yaml:1:11 `stop` is no severity | one of: block, warn, inform",
            "consistency/R1.yaml:2:7 nothing is called `notise` | did you mean `notice`?",
            "consistency/R1.yaml:4:13 `2020` is not a date such as 2027-03-05 | ",
        ],
    ),
    "a rule that asks about a topic": (
        {"consistency/R1.yaml": "severity: warn\nwhen: '@exit'\nmessage: So.\n"},
        [
            "consistency/R1.yaml:2:7 `@exit` stands only in a guard of clause text | ask the questions that decide the topic"
        ],
    ),
    "files that nothing reads": (
        {
            "topic/exit/topic.yaml": "heading: X\n",
            "topics/exit/old/a.md": "Old.\n",
            "notes.md": "N\n",
        },
        [
            "topic/exit/topic.yaml:1:1 nothing reads topic/exit/topic.yaml | did you mean `topics`?",
            "topics/exit/old/a.md:1:1 nothing reads topics/exit/old/a.md | move it, or remove it",
            "notes.md:1:1 nothing reads notes.md | move it, or remove it",
        ],
    ),
    "names that are no ids": (
        {"topics/Exit 2/topic.yaml": "heading: X\n", "topics/Exit 2/a_b.md": "Words.\n"},
        [
            "topics/Exit 2/topic.yaml:1:1 `Exit 2` is no id | lower case letters, digits and hyphens, a letter first",
            "topics/Exit 2/a_b.md:1:1 `a_b` is no id | lower case letters, digits and hyphens, a letter first",
        ],
    ),
    "a file and a folder for one definition": (
        {
            "definitions/result.md": "---\nterm: Result\n---\nmeans what is made.\n",
            "definitions/result/definition.yaml": "term: Result\nchoose: {all: always}\n",
            "definitions/result/all.md": "means all.\n",
        },
        [
            "definitions/result.md:1:1 `result` is a file and a folder of definitions | keep one of the two"
        ],
    ),
}


class DescribeAFaultyLibrary:
    @pytest.mark.parametrize("case", CASES)
    def it_has_its_faults_told(self, case: str) -> None:
        changes, expected = CASES[case]
        faults = loaded(SMALL | changes)[1]
        assert [f"{f.place} {f.says} | {f.cure}".removeprefix("lib/") for f in faults] == expected

    def it_shows_the_row_and_underlines_the_word(self) -> None:
        table = RESULTS.replace("is joint", "is joynt")
        faults = loaded(SMALL | {"topics/results/topic.yaml": table})[1]
        assert told(faults[:1]) == (
            "error[unknown-option]: `ownership` has no option `joynt`\n"
            "  --> lib/topics/results/topic.yaml:5:31\n"
            "   |\n"
            " 5 |   jointly-owned: ownership is joynt\n"
            "   |                               ^^^^^\n"
            "   |\n"
            "   = help: did you mean `joint`?"
        )


class DescribeWhatAPrecedentAsks:
    """What can change its agreement, and what would have it refused."""

    RULE = "when: pilot and not (lead is answered)\nmessage: A pilot needs a lead.\n"

    def asked(self, severity: str) -> set[str]:
        texts = {
            "topics/exit/by-notice.md": "It may leave.\n\n{if pilot} It may leave early.\n",
            "consistency/R2.yaml": f"severity: {severity}\n{self.RULE}",
            "topics/leader/topic.yaml": "heading: Leading\n",
            "topics/leader/one.md": "{lead} leads.\n",
            "precedents/led.yaml": "title: Led agreement\nparts: [{heading: The deal, topics: [exit, leader]}]\n",
            "precedents/short.yaml": "title: Short agreement\nparts: [{heading: The deal, topics: [exit]}]\n",
        }
        return set(small(**texts).precedents["short"].asks)

    def it_asks_for_what_a_rule_refuses_a_deal_without(self) -> None:
        assert self.asked("block") >= {"pilot", "lead"}

    def it_asks_nothing_for_a_warning_about_another_precedents_question(self) -> None:
        assert "lead" not in self.asked("warn")

    def it_asks_nothing_for_a_topic_that_another_precedent_has(self) -> None:
        library = small(**{
            "topics/exit/by-notice.md": "It may leave.\n\n{if @results} [@results] goes on.\n",
            "precedents/short.yaml": "title: Short\nparts: [{heading: The deal, topics: [exit]}]\n",
        })  # fmt: skip
        assert "ownership" in library.precedents["simple"].asks
        assert "ownership" not in library.precedents["short"].asks

    def it_asks_nothing_for_a_rule_about_questions_that_hang_on_one_of_its_own(self) -> None:
        library = small(**{
            "questionnaire/02-more.yaml": "section: More\nquestions:\n"
            "  pilot_place: {asks: Where, type: text, ask when: pilot, nature: fact}\n"
            "  fair: {asks: Is there a fair, type: yes/no, nature: fact}\n",
            "topics/exit/by-notice.md": "It may leave.\n\n{if pilot} It may leave early.\n",
            "topics/place/topic.yaml": "heading: Place\n",
            "topics/place/one.md": "The pilot is in {pilot_place}.\n",
            "consistency/R2.yaml": "severity: warn\nwhen: pilot_place is answered and fair\n"
            "message: The fair is elsewhere.\n",
            "precedents/long.yaml": "title: Long\nparts: [{heading: A, topics: [exit, place]}]\n",
            "precedents/short.yaml": "title: Short\nparts: [{heading: The deal, topics: [exit]}]\n",
        })  # fmt: skip
        assert "fair" in library.precedents["long"].asks
        assert "fair" not in library.precedents["short"].asks


class DescribeALibrary:
    def it_holds_what_its_files_say(self) -> None:
        library = small()
        assert list(library.topics) == ["exit", "results"]
        assert library.topics["results"].settles == "Who owns what is made"
        assert library.topics["exit"].rows[0].when is None
        assert library.topics["results"].variants["jointly-owned"].front.position == "preferred"
        assert library.precedents["simple"].topics == ("results", "exit")
        assert library.rules["R1"].severity == "warn"

    def it_may_have_front_matter_that_says_nothing(self) -> None:
        library = small(**{"topics/exit/by-notice.md": "---\n---\nIt may leave.\n"})
        assert library.topics["exit"].variants["by-notice"].text.blocks

    def it_bends_words_for_two_parties(self) -> None:
        texts = {
            "words.yaml": 'bends: {"each other Party": "the other Party", "": x, "gone": ""}\n',
            "topics/exit/by-notice.md": "Each other Party may tell each other Party.\n",
            "definitions/party.md": "---\nterm: Party\n---\nmeans a party.\n",
        }
        block = small(**texts).topics["exit"].variants["by-notice"].text.blocks[0]
        words = block.sentences[0].inlines[0]  # type: ignore[union-attr]
        assert words.between_two == "The other Party may tell the other Party."  # type: ignore[union-attr]

    def it_is_lent_the_words_of_measures_where_it_has_none(self) -> None:
        lent = small(**{"words.yaml": "names: [May]\n"}).words.measures
        assert lent == load(starter_library())[0].words.measures
        assert "between" in lent["between"]

    def it_has_its_own_words_of_measures(self) -> None:
        own = small(**{"words.yaml": "measures: {between: [zwischen]}\n"}).words.measures
        assert own == {"between": ("zwischen",)}

    def it_names_a_measure_that_there_is_not(self) -> None:
        texts = SMALL | {"words.yaml": "measures: {betwen: [between]}\n"}
        _, faults = loaded(texts)
        assert "no measure has this name" in told(faults)
        assert "did you mean `between`" in told(faults)

    def it_finds_terms_whose_spelling_holds_a_hard_space(self) -> None:
        texts = {
            "definitions/ip.md": "---\nterm: Background\u00a0IP\n---\nmeans what was there.\n",
            "topics/exit/by-notice.md": "The Background IP stays.\n",
        }
        block = small(**texts).topics["exit"].variants["by-notice"].text.blocks[0]
        assert block.sentences[0].inlines[0].uses == ("ip",)  # type: ignore[union-attr]


STARTER = read_files(starter_library()).texts
TYPED = [*"{}[]:#&*!|>'\"@-,~()=<\t\x00\u202e", " and ", "not ", "\n", "---\n", "null", "{if "]


def damaged(seed: int) -> dict[str, str]:
    """A part of the starter library with lines deleted, swapped, cut short and typed into."""
    chance = random.Random(seed)
    texts = {path: text for path, text in STARTER.items() if chance.random() < 0.15}
    for path in chance.sample(sorted(texts), len(texts) // 2):
        lines = texts[path].split("\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[one]
            case 1:
                lines[one], lines[other] = lines[other], lines[one]
            case 2:
                lines = [*lines[:one], lines[one][: chance.randrange(len(lines[one]) + 1)]]
            case 3:
                at = chance.randrange(len(lines[one]) + 1)
                lines[one] = lines[one][:at] + chance.choice(TYPED) + lines[one][at:]
        texts[path] = "\n".join(lines)
    return texts


class DescribeADamagedLibrary:
    @settings(max_examples=30)
    @given(st.integers(0, 10**9))
    def it_yields_faults_and_nothing_worse(self, seed: int) -> None:
        library, faults = load_files(files(damaged(seed)))
        for fault in (*faults, *run_checks(library)):
            assert print_diagnostic(fault).startswith(f"{fault.severity}[{fault.rule}]: ")


class DescribeTheFilesOfALibrary:
    def it_refuses_what_is_no_plain_text_of_bearable_size(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_bytes(b"\xff\xfe")
        (tmp_path / "b.md").write_bytes(b"x" * (LARGEST_FILE + 1))
        (tmp_path / "c.md").symlink_to("/etc/hostname")
        with pytest.raises(Refused) as refusal:
            read_files(tmp_path)
        says = [d.says.replace(f"{tmp_path.as_posix()}/", "") for d in refusal.value.diagnostics]
        assert says == ["a.yaml is no UTF-8 text", "b.md is larger than 1 MB", "c.md is a link"]

    def it_reads_a_file_of_just_that_size_whole(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_bytes(b"x" * LARGEST_FILE)
        assert read_files(tmp_path).texts["a.md"] == "x" * LARGEST_FILE

    @pytest.mark.parametrize("row", ["../../../outside", "{folder}/outside", "..", "sub/text"])
    def it_opens_nothing_outside_that_a_row_names(self, tmp_path: Path, row: str) -> None:
        root = tmp_path / "library"
        row = row.format(folder=tmp_path)
        table = f"heading: Leaving\nchoose:\n  by-notice: pilot\n  {row}: not pilot\n"
        (tmp_path / "outside.md").write_text("The secret.\n", "utf-8")
        for name, text in {**SMALL, "topics/exit/topic.yaml": table}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        with overheard("open") as heard:
            _, faults = load(root)
        assert [(str(one.place), one.rule) for one in faults] == [
            (f"{root}/topics/exit/topic.yaml:4:3", "missing-text")]  # fmt: skip
        assert [path for path in opened(heard, tmp_path) if not path.startswith("library/")] == []

    def it_passes_over_what_is_no_file(self, tmp_path: Path) -> None:
        """A pipe that nobody writes to would never end."""
        os.mkfifo(tmp_path / "a.md")
        (tmp_path / "b").mkdir()
        (tmp_path / "b/c.md").write_text("Yes.\n", "utf-8")
        assert list(read_files(tmp_path).texts) == ["b/c.md"]

    def it_must_be_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="no library folder is here"):
            read_files(tmp_path / "none")

    def it_has_one_digest_whatever_the_line_ends_are_read_as(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").write_bytes(b"one\r\ntwo\n")
        found = read_files(tmp_path)
        assert found.texts == {"a.md": "one\ntwo\n"}
        (tmp_path / "a.md").write_bytes(b"one\ntwo\n")
        assert read_files(tmp_path).digest != found.digest
