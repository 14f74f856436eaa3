"""A made-up clause library of any size, sound by construction: a load for the proof.

    python -m benchmarks.synthetic FOLDER [SEED]

150 questions in 15 sections and 300 topics, mixed as in the shipped library: gates and what hangs
on them, choices, sets, numbers, money, durations, dates, lists of records, facts, rules, needs,
references, riders, guards and definitions.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.synthetic_texts import Texts
from drafter.library.files import LibraryFiles

SECTIONS, TOPICS = 15, 20  # and so many topics a section; a section has ten questions


def synthetic(seed: int = 1, sections: int = SECTIONS) -> LibraryFiles:
    """The files of the library; the same for the same seed."""
    writing = _Writing(random.Random(seed), sections)
    return LibraryFiles("library", writing.files(), f"synthetic-{seed}")


class _Writing:
    def __init__(self, chance: random.Random, sections: int) -> None:
        self.chance, self.sections = chance, range(sections)
        self.texts = Texts(chance)

    def files(self) -> dict[str, str]:
        """Every file by its path."""
        files: dict[str, str] = {}
        for number in self.sections:
            name = f"matter{number}"
            files[f"questionnaire/{number:02}-{name}.yaml"] = _questions(name, number)
            files[f"facts/{name}.yaml"] = _facts(name)
            files |= {f"consistency/{name}-{index}.yaml": rule
                      for index, rule in enumerate(self.rules(name))}  # fmt: skip
            files |= self.topics(name)
            files |= self.texts.definitions(name)
        parts = [f"{{heading: Matter {number}, topics: [{', '.join(_clauses(number))}]}}"
                 for number in self.sections]  # fmt: skip
        schedules = ", ".join(f"schedule-matter{number}" for number in self.sections)
        files["precedents/deal.yaml"] = (
            f"title: A deal\nparties: 2 or more\nparts: [{', '.join(parts)}]\n"
            f"schedules: [{schedules}]\nessential: [parties]\n"
        )
        return files

    def rules(self, name: str) -> Iterator[str]:
        """Blocking rules and warnings over the answers of a section."""
        model, kind = self.chance.sample(("alone", "shared", "split", "pooled"), 2)
        yield _rule("block", f"{name}_model is {model} and {name}_number > 40")
        yield _rule("block", f"{name}_order is less and {name}_scope has fourth")
        yield _rule("warn", f"{name}_model is {kind} and {name}_fee > EUR 250000")
        yield _rule("warn", f"{name}_notice < 3 months and {name}_model is {kind}")
        yield _rule("inform", f"{name}_items_count > 5")

    def topics(self, name: str) -> dict[str, str]:
        """Twenty topics of a section: nineteen clauses, the last a rider of the first, and a
        schedule for its list."""
        files: dict[str, str] = {}
        clauses = [f"{name}-{index}" for index in range(TOPICS - 2)]
        self.texts.begin(name, clauses)
        for index, id in enumerate(clauses):
            shape = _FIRST[index] if index < len(_FIRST) else self.chance.choice(_SHAPES)
            rows = shape(name, self.chance)
            files |= self.texts.topic(id, rows, rider=f"{name}-rider" if index == 0 else "")
        files |= self.texts.topic(f"{name}-rider", _by_scope(name, self.chance), within=clauses[0])
        files |= self.texts.schedule(f"schedule-{name}")
        return files


def _clauses(number: int) -> list[str]:
    return [f"matter{number}-{index}" for index in range(TOPICS - 2)]


def _rule(severity: str, when: str) -> str:
    return (f"severity: {severity}\nwhen: {when}\nmessage: These answers do not go together.\n"
            "reason: the one leaves no room for the other\n")  # fmt: skip


# --- questions and facts ----------------------------------------------------------------------


def _questions(name: str, number: int) -> str:
    """Ten questions: a gate and what hangs on it. The first section asks for the parties too."""
    first, last = ("", f"""\
  {name}_lead: {{asks: Who leads?, type: party, ask when: {name}_used}}
""") if number else ("""\
  parties:
    asks: Who are the parties?
    type: list
    one: party
    called: name
    at least: 2
    fields:
      name: {asks: What is its name?, type: text}
      size: {asks: How large is it?, type: choice, options: {small: Small, large: Large}}
""", "")  # fmt: skip
    return f"""\
section: Matter {number}
questions:
{first}\
  {name}_used:
    asks: Does the deal touch matter {number}?
    type: yes/no
    recommend:
      - {{take: yes, when: party_count > 2, because: several parties should settle it}}
      - {{take: no, because: two parties need not}}
  {name}_model:
    asks: How is it shared?
    type: choice
    options: {{alone: Alone, shared: Shared, split: Split, pooled: Pooled}}
    ask when: {name}_used
    recommend:
      - {{take: shared, when: party_count = 2, because: two can agree}}
      - no-opinion
  {name}_depth:
    asks: How deep does it go?
    type: choice
    options: {{light: Light, full: Full, staged: Staged}}
    ask when: {name}_model is one of shared, pooled
  {name}_scope:
    asks: What does it cover?
    type: several choices
    options: {{first: First, second: Second, third: Third, fourth: Fourth}}
    ask when: {name}_used
  {name}_number: {{asks: How many?, type: whole number, ask when: {name}_used}}
  {name}_fee: {{asks: What does it cost?, type: money, ask when: {name}_used}}
  {name}_notice: {{asks: How long is the notice?, type: duration, ask when: {name}_used}}
  {name}_length: {{asks: How long does it last?, type: duration, ask when: {name}_used}}
  {name}_items:
    asks: Which items are there?
    type: list
    one: {name}_item
    at least: 1
    ask when: {name}_used and {name}_model is one of split, pooled
    fields:
      name: {{asks: What is it called?, type: text}}
      kind: {{asks: Of which kind is it?, type: choice, options: {{own: Own, joint: Joint, other: Other}}}}
      share: {{asks: Which share?, type: percentage}}
      start: {{asks: When does it begin?, type: date}}
{last}"""  # noqa: E501


def _facts(name: str) -> str:
    count = "party_count: {count: parties}\n" if name == "matter0" else ""
    return f"""\
{count}{name}_items_count: {{count: {name}_items}}
{name}_order: {{compare: [{name}_notice, {name}_length]}}
{name}_joint: {{when: some {name}_item has (kind is joint)}}
{name}_many: {{when: party_count > 2 and {name}_used}}
{name}_weight:
  classify:
    heavy: {name}_number >= 30
    middle: {name}_number >= 10 and {name}_number < 30
    slight: {name}_number < 10
    nothing: not {name}_used
"""


# --- tables: exactly one row for each deal ----------------------------------------------------

Table = dict[str, str]


def _by_model(name: str, chance: random.Random) -> Table:
    return {
        "alone": f"{name}_model is alone",
        "together": f"{name}_model is one of shared, pooled",
        "split": f"{name}_model is split",
        "left-out": f"not {name}_used",
    }


def _by_scope(name: str, chance: random.Random) -> Table:
    one, other = chance.sample(("first", "second", "third"), 2)
    test = f"{name}_scope has any of {one}, {other}"
    return {
        "covered": test,
        "open": f"{name}_used and not ({test})",
        "left-out": f"not {name}_used",
    }


def _by_number(name: str, chance: random.Random) -> Table:
    low, high = sorted(chance.sample(range(5, 60, 5), 2))
    return {
        "few": f"{name}_number < {low}",
        "some": f"{name}_number >= {low} and {name}_number < {high}",
        "many": f"{name}_number >= {high}",
        "left-out": f"not {name}_used",
    }


def _by_model_and_parties(name: str, chance: random.Random) -> Table:
    return {
        "between-two": f"{name}_used and party_count = 2",
        "many-shared": f"{name}_many and {name}_model is one of alone, shared, pooled",
        "many-split": f"{name}_many and {name}_model is split",
        "left-out": f"not {name}_used",
    }


def _by_weight(name: str, chance: random.Random) -> Table:
    return {
        "heavy": f"{name}_weight is heavy",
        "lighter": f"{name}_weight is one of middle, slight",
        "left-out": f"{name}_weight is nothing",
    }


def _by_depth(name: str, chance: random.Random) -> Table:
    number = chance.randrange(10, 50, 10)
    return {
        "light": f"{name}_depth is light",
        "full": f"{name}_depth is full",
        "staged-few": f"{name}_depth is staged and {name}_number < {number}",
        "staged-many": f"{name}_depth is staged and {name}_number >= {number}",
        "plain": f"{name}_model is one of alone, split",
        "left-out": f"not {name}_used",
    }


def _by_items(name: str, chance: random.Random) -> Table:
    share = chance.choice(("25 percent", "50 percent"))
    test = f"{name}_item has (kind is joint and share >= {share})"
    return {
        "large": f"some {test}",
        "small": f"({name}_model is one of split, pooled) and no {test}",
        "none": f"{name}_model is one of alone, shared",
        "left-out": f"not {name}_used",
    }


def _by_date(name: str, chance: random.Random) -> Table:
    day = f"20{chance.randrange(27, 32)}-01-01"
    test = f"{name}_item has (start < {day})"
    return {
        "early": f"some {test}",
        "later": f"({name}_model is one of split, pooled) and no {test}",
        "left-out": f"not {name}_used or ({name}_model is one of alone, shared)",
    }


_FIRST = (_by_model, _by_depth)
_SHAPES = (_by_model, _by_scope, _by_scope, _by_number, _by_number, _by_model_and_parties,
           _by_weight, _by_depth, _by_items, _by_date)  # fmt: skip


def main() -> None:
    """Write the files beneath a folder."""
    folder, *seed = sys.argv[1:]
    for path, text in synthetic(*map(int, seed)).texts.items():
        place = Path(folder) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


if __name__ == "__main__":
    main()
