"""Random clause libraries: questions of every type, facts, rules, and tables sound or not.

A table is first made sound, over one or two questions; then half of them are spoiled: a row is
dropped, widened or shifted. So about as many statements hold as fail.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from drafter.diagnostics import render
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.library.model import Library

QUESTIONS, TOPICS = 22, 12
_OPTIONS = ("ash", "birch", "cedar", "dogwood")
_KINDS = ("flag", "flag", "choice", "choice", "choice", "several", "number", "money", "period",
          "day", "share", "places", "list", "note")  # fmt: skip


def random_library(seed: int, rules: bool = True) -> Library:
    """A library of its own for each seed; without rules nothing blocks an answer."""
    writing = _Writing(random.Random(seed))
    texts = writing.texts(rules)
    library, faults = load_files(LibraryFiles("library", texts, f"{seed}"))
    assert not faults, "\n".join(render(fault) for fault in faults)
    return library


class _Writing:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.kinds: dict[str, str] = {}
        self.asked: dict[str, str] = {}
        self.facts: list[str] = []

    def texts(self, rules: bool) -> dict[str, str]:
        """The files of the library."""
        files = {"questionnaire/01-deal.yaml": self.questionnaire()}
        files["facts/facts.yaml"] = self.fact_file()
        for number in range(TOPICS):
            files |= self.topic(number)
        for number in range(self.chance.randint(1, 4) if rules else 0):
            files[f"consistency/R{number}.yaml"] = self.rule()
        topics = ", ".join(f"topic-{number}" for number in range(TOPICS))
        files["precedents/deal.yaml"] = (
            f"title: A deal\nparties: 2 to 3\nparts: [{{heading: Terms, topics: [{topics}]}}]\n"
        )
        return files

    # --- questions and facts ---

    def questionnaire(self) -> str:
        lines = ["section: The deal", "questions:",
                 "  parties: {asks: Who?, type: list, one: party, called: name, at least: 2, "
                 "at most: 3, fields: {name: {asks: Name?, type: text}, "
                 "kind: {asks: Kind?, type: choice, options: {ash: A, birch: B}}}}"]  # fmt: skip
        for number in range(QUESTIONS):
            kind = self.chance.choice(_KINDS)
            name = f"{kind}_{number}"
            lines += self.question(name, kind)
            self.kinds[name] = kind
        return "\n".join(lines) + "\n"

    def question(self, name: str, kind: str) -> Iterator[str]:
        yield f"  {name}:"
        yield "    asks: What?"
        yield from (f"    {line}" for line in _TYPES[kind] or _list_type(name))
        if kind == "note":
            yield "    optional: yes"
        if self.kinds and self.chance.random() < 0.35:
            self.asked[name] = self.test(self.chance.choice(self.testable()))
            yield f"    ask when: {self.asked[name]}"

    def fact_file(self) -> str:
        lines = ["party_count: {count: parties}"]
        numbers = [name for name, kind in self.kinds.items() if kind in ("number", "period")]
        for one, other in pairwise(numbers):
            if one.split("_")[0] == other.split("_")[0]:
                lines.append(f"order_{len(self.facts)}: {{compare: [{one}, {other}]}}")
                self.facts.append(f"order_{len(self.facts)}")
        pairs = self.chance.sample(self.testable(), 4)
        for number in range(2):
            one, other = (self.test(name) for name in pairs[2 * number : 2 * number + 2])
            lines.append(f'named_{number}: {{when: "({one}) or ({other})"}}')
        return "\n".join(lines) + "\n"

    def testable(self) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind != "note"] or ["parties"]

    # --- conditions ---

    def test(self, name: str) -> str:
        """A test of a question."""
        return self.chance.choice(self.parts(name))

    def parts(self, name: str) -> list[str]:
        """Tests of which exactly one holds where the question is asked and fits."""
        cut = self.chance.randint(2, 4)
        amount = {"number": f"{cut}", "money": f"EUR {cut}00", "period": f"{cut} months",
                  "day": f"2027-0{cut}-01", "share": f"{cut}0 percent"}  # fmt: skip
        match self.kinds.get(name, "parties"):
            case "flag":
                return [name, f"not {name}"]
            case "choice":
                first = self.chance.choice(_OPTIONS)
                others = ", ".join(one for one in _OPTIONS if one != first)
                return [f"{name} is {first}", f"{name} is one of {others}"]
            case "several":
                return [f"{name} has any of ash, birch", f"not ({name} has any of ash, birch)"]
            case "places":
                return [f"{name} has GB", f"not ({name} has GB)"]
            case "list":
                inner = self.chance.choice(
                    ["kind is ash", "size >= 2", "kind is birch and size < 3"]
                )
                return [f"some {name.replace('list', 'item')} has ({inner})",
                        f"no {name.replace('list', 'item')} has ({inner})"]  # fmt: skip
            case "note":
                return [f"{name} is answered", f"{name} is not answered"]
            case "parties":
                return ["party_count = 2", "party_count > 2"]
            case kind:
                return [f"{name} >= {amount[kind]}", f"{name} < {amount[kind]}"]

    def rule(self) -> str:
        one, other = (self.test(name) for name in self.chance.sample(self.testable(), 2))
        return f"severity: block\nwhen: ({one}) and ({other})\nmessage: No.\n"

    # --- topics ---

    def topic(self, number: int) -> dict[str, str]:
        rows = self.rows()
        if self.chance.random() < 0.5:
            self.spoil(rows)
        folder = f"topics/topic-{number}"
        table = "\n".join(f"  {id}: {when}" for id, when in rows.items())
        files = {f"{folder}/topic.yaml": f"heading: Topic {number}\nchoose:\n{table}\n"}
        for id in rows:
            if id != "left-out":
                files[f"{folder}/{id}.md"] = self.wording(number)
        return files

    def rows(self) -> dict[str, str]:
        """A sound table over one or two questions, asked or not."""
        one, other = self.chance.sample([*self.testable(), "parties"], 2)
        first, second = self.parts(one)
        split = [f"({first}) and ({part})" for part in self.parts(other)]
        rows = {"first": split[0], "second": split[1], "left-out": second}
        for index, name in enumerate((other, one)):
            if name in self.asked:
                missing = f"({first}) and " if name == other else ""
                rows[f"unasked-{index}"] = f"{missing}(not ({self.asked[name]}))"
        return rows

    def spoil(self, rows: dict[str, str]) -> None:
        id = self.chance.choice(list(rows))
        how = self.chance.randint(0, 2)
        if how == 0 and len(rows) > 2:
            del rows[id]
        elif how == 1:
            rows[id] = f"({rows[id]}) or ({self.test(self.chance.choice(self.testable()))})"
        else:
            rows[id] = f"({rows[id]}) and ({self.test(self.chance.choice(self.testable()))})"

    def wording(self, number: int) -> str:
        other = self.chance.randrange(TOPICS)
        test = self.test(self.chance.choice(self.testable()))
        test = self.test(self.chance.choice(self.testable()))
        guard = self.chance.choice(["", f"{{if @topic-{other}}} ", f"{{if {test}}} "])
        return f"It is so.\n\n{guard}It follows [@topic-{other}].\n"


_TYPES = {
    "flag": ["type: yes/no"],
    "choice": ["type: choice", "options: {ash: Ash, birch: Birch, cedar: Cedar, dogwood: Dogwood}"],
    "several": ["type: several choices", "options: {ash: Ash, birch: Birch, cedar: Cedar}"],
    "number": ["type: whole number"],
    "money": ["type: money"],
    "period": ["type: duration"],
    "day": ["type: date"],
    "share": ["type: percentage"],
    "places": ["type: jurisdictions"],
    "note": ["type: text"],
    "list": [],
}


def _list_type(name: str) -> list[str]:
    return [
        "type: list",
        f"one: {name.replace('list', 'item')}",
        "fields: {name: {asks: Name?, type: text}, size: {asks: Size?, type: whole number}, "
        "kind: {asks: Kind?, type: choice, options: {ash: A, birch: B, cedar: C}}}",
    ]
