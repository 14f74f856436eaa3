"""A library is compiled once and remembered; a memory that is odd is never used."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.command import ROOT, answers_of, example
from support.examples import starter
from support.imports import modules, reached, uses

from drafter.bundled import starter_library
from drafter.diagnostics import Refused
from drafter.drafting import load_library
from drafter.kinds import KINDS, Sort
from drafter.kinds.model import Duration, Money, Points
from drafter.library.cache import READERS
from drafter.library.codec import decode, encode
from drafter.library.model import ClauseLibrary, ConsistencyRule, FrontMatter, WordList
from drafter.prose.model import Settled, Text, Words
from drafter.questionnaire.model import Fact, Question, Recommendation

SMALL = {
    "definitions/business-day.md": "---\nterm: Business Day\n---\nmeans a day when banks open.\n",
    "questionnaire/01-deal.yaml": """\
section: Deal
questions:
  parties:
    asks: Who are the parties?
    type: list
    one: party
    called: name
    at least: 2
    fields: {name: {asks: What is its name?, type: text}}
  notice:
    asks: How long is the notice?
    type: duration
    recommend:
      - {take: 30 days, because: A month is usual.}
  quick:
    asks: May a Party leave at once?
    type: yes/no
    ask when: notice <= 60 days
""",
    "facts/deal.yaml": "slow: {when: not quick}\n",
    "precedents/simple.yaml": """\
title: Simple agreement
parties: 2 or more
essential: [parties]
opening: [parties]
parts: [{heading: The deal, topics: [exit]}]
""",
    "topics/parties/topic.yaml": "heading: Parties\n",
    "topics/parties/all.md": "{place parties}\n",
    "topics/exit/topic.yaml": """\
heading: Leaving
choose:
  at-once: quick
  by-notice: slow
""",
    "topics/exit/at-once.md": "Each Party may leave at once.\n",
    "topics/exit/by-notice.md": "---\nsummary: By notice\n---\nA Party may leave after {notice}.\n",
    "definitions/party.md": "---\nterm: Party\nforms: [Parties]\n---\nmeans a party.\n",
    "consistency/slow-exit.yaml": "severity: warn\nwhen: notice >= 90 days\nmessage: It is long.\n",
    "words.yaml": "names: [May]\n",
}
DEAL = {"precedent": "simple", "answers": {"parties": {"a": {"name": "A"}, "b": {"name": "B"}}}}
CHANGES = {
    "questionnaire/01-deal.yaml": ("30 days", "31 days"),
    "facts/deal.yaml": ("not quick", "quick"),
    "definitions/business-day.md": ("banks", "shops"),
    "precedents/simple.yaml": ("Simple", "Single"),
    "topics/parties/topic.yaml": ("Parties", "Partner"),
    "topics/parties/all.md": ("{place", "\n{place"),
    "topics/exit/topic.yaml": ("Leaving", "Parting"),
    "topics/exit/at-once.md": ("at once", "at last"),
    "topics/exit/by-notice.md": ("By notice", "By letter"),
    "definitions/party.md": ("a party", "a firm."),
    "consistency/slow-exit.yaml": ("90", "91"),
    "words.yaml": ("May", "Max"),
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small library in a folder of the test."""
    folder = tmp_path / "clauses"
    for name, text in SMALL.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def memory(cache: Path) -> Path:
    """The one memory of a library in a cache folder."""
    (path,) = cache.iterdir()
    return path


def sealed(rest: bytes) -> bytes:
    """A memory with this content and the right check."""
    return hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def turned(whole: bytes) -> bytes:
    """One bit turned in the middle."""
    middle = len(whole) // 2
    return whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]


def of_another_library(whole: bytes) -> bytes:
    """The key stands on the first line behind the check."""
    return sealed(b"0" * 64 + whole[whole.index(b"\n") + 65 :])


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "nothing left": lambda whole: b"",
    "the first half only": lambda whole: whole[: len(whole) // 2],
    "one bit turned": turned,
    "one word changed": lambda whole: whole.replace(b"leave at once", b"leave at will"),
    "no text": lambda whole: b"\xff\xfe" * 100,
    "another library or reader": of_another_library,
    "no JSON": lambda whole: sealed(whole.split(b"\n")[1] + b"\nno JSON"),
    "JSON of another shape": lambda whole: sealed(whole.split(b"\n")[1] + b'\n[[],{"a":[999]}]'),
    "no class of this number": lambda whole: sealed(whole.split(b"\n")[1] + b"\n[[999]]"),
    "no library": lambda whole: sealed(whole.split(b"\n")[1] + b"\n[1]"),
}


class DescribeMemory:
    def it_holds_the_library_that_comes_with_drafter_as_it_was(self, tmp_path: Path) -> None:
        fresh = starter().clauses
        assert load_library(cache=tmp_path).clauses == fresh
        assert load_library(cache=tmp_path).clauses == fresh

    def it_holds_a_small_library_as_it_was(self, small: Path, tmp_path: Path) -> None:
        fresh = load_library(small).clauses
        for _ in range(2):
            remembered = load_library(small, tmp_path / "cache").clauses
            assert remembered == fresh
            assert list(remembered.topics["exit"].variants) == ["at-once", "by-notice"]

    def it_gives_the_same_draft(self, tmp_path: Path) -> None:
        answers = example("smart-handbag")
        drafts = []
        for cache in (None, tmp_path, tmp_path):
            library = load_library(cache=cache)
            drafts.append(library.draft(library.read_file(answers)))
        assert drafts[1].to_docx() == drafts[0].to_docx() == drafts[2].to_docx()
        assert drafts[1].report() == drafts[0].report() == drafts[2].report()

    def it_finds_the_same_in_a_deal(self, tmp_path: Path) -> None:
        """Whoever asks for a kind of answer by what it is finds it in a library from memory too."""
        deal = answers_of("workout-rewards")
        deal["answers"]["project_territories"] = ["US", "JP"]
        for _ in range(2):
            report = load_library(cache=tmp_path).draft(deal).report()
            assert "no-local-rules" in [one["rule"] for one in report["findings"]]

    @pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
    def it_is_made_anew_when_it_is_harmed(
        self, harm: Callable[[bytes], bytes], small: Path, tmp_path: Path
    ) -> None:
        fresh, cache = load_library(small), tmp_path / "cache"
        load_library(small, cache)
        path = memory(cache)
        whole = path.read_bytes()
        path.write_bytes(harm(whole))
        again = load_library(small, cache)
        assert again.clauses == fresh.clauses
        assert again.draft(DEAL).text() == fresh.draft(DEAL).text()
        assert path.read_bytes() == whole

    @pytest.mark.parametrize("name", SMALL)
    def it_is_not_used_once_a_file_has_changed(
        self, name: str, small: Path, tmp_path: Path
    ) -> None:
        cache, path = tmp_path / "cache", small / name
        before = load_library(small, cache).clauses
        path.write_text(SMALL[name].replace(*CHANGES[name], 1), "utf-8")
        after = load_library(small, cache).clauses
        assert after == load_library(small).clauses
        assert after != before

    def it_keeps_no_library_that_has_faults(self, small: Path, tmp_path: Path) -> None:
        (small / "topics/exit/at-once.md").write_text("See clause [@nowhere].\n", "utf-8")
        for _ in range(2):
            with pytest.raises(Refused, match="nowhere"):
                load_library(small, tmp_path / "cache")
        assert not (tmp_path / "cache").exists()

    def it_depends_on_all_code_that_reads_a_library_or_refuses_it(self) -> None:
        """Else a rule that somebody sharpens lets a library pass that was compiled before."""
        needed = reached("drafter.library.load", uses()) | reached("drafter.rules.of_files", uses())
        folders = {modules()[name].parent.relative_to(ROOT / "drafter") for name in needed}
        assert folders - {Path()} == {Path(folder) for folder in READERS}

    def it_stands_once_for_each_folder(self, small: Path, tmp_path: Path) -> None:
        """A library that is edited a hundred times leaves one memory, not a hundred."""
        cache = tmp_path / "cache"
        load_library(cache=cache)
        for heading in ("Going", "Parting", "Leaving"):
            (small / "topics/parties/topic.yaml").write_text(f"heading: {heading}\n", "utf-8")
            load_library(small, cache)
        assert len(list(cache.iterdir())) == 2

    def it_is_written_whole_by_two_processes_at_once(self, small: Path, tmp_path: Path) -> None:
        cache = tmp_path / "cache"
        code = (
            "from pathlib import Path\nfrom drafter.drafting import load_library\n"
            f"print(load_library({str(small)!r}, Path({str(cache)!r})).draft({DEAL!r}).text())"
        )
        both = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
                for _ in range(2)]  # fmt: skip
        said = {process.communicate()[0].decode() for process in both}
        assert said == {load_library(small).draft(DEAL).text() + "\n"}
        whole = memory(cache).read_bytes()
        assert load_library(small, cache).clauses == load_library(small).clauses
        assert memory(cache).read_bytes() == whole

    def it_may_have_nowhere_to_stay(self, small: Path, tmp_path: Path) -> None:
        file = tmp_path / "a file, no folder"
        file.write_text("")
        assert load_library(small, file / "cache").clauses == load_library(small).clauses


st.register_type_strategy(Decimal, st.decimals(0, 10**9, places=2))
TAKEN = st.one_of(
    st.none(), st.booleans(), st.text(), st.integers(), st.dates(), st.from_type(Money),
    st.from_type(Duration), st.from_type(Points), st.lists(st.text()).map(tuple),
)  # fmt: skip
st.register_type_strategy(Sort, st.sampled_from([*KINDS.values()]))
st.register_type_strategy(Recommendation, st.builds(Recommendation, take=TAKEN))
CLASSES = (Text, Question, Fact, ConsistencyRule, FrontMatter, WordList)


class DescribeValues:
    @pytest.mark.parametrize("kind", CLASSES)
    @given(st.data())
    @settings(max_examples=10, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    def it_comes_back_as_it_was(self, kind: type, data: st.DataObject) -> None:
        """Any value of the class, whether a library could hold it or not."""
        value = data.draw(st.from_type(kind))
        assert decode(encode(value)) == value

    def it_still_knows_which_lines_are_settled(self) -> None:
        back = decode(encode(Settled((Words("Each Party"),))))
        assert (type(back), back) == (Settled, (Words("Each Party"),))

    @pytest.mark.parametrize("value", [1.5, b"bytes", {1: "a"}, {"a", "b"}, object()])
    def it_is_of_a_kind_that_a_library_holds(self, value: object) -> None:
        with pytest.raises(TypeError, match="librar"):
            encode(value)

    def it_keeps_every_place_of_the_library(self) -> None:
        library: ClauseLibrary = starter().clauses
        for topic in library.topics.values():
            assert decode(encode(topic)).place == topic.place
        assert library.topics["exit"].place is not None
        assert library.topics["exit"].place.file.startswith(starter_library().as_posix())
