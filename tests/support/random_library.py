"""Random clause libraries: questions of every type, facts, rules, tables and texts, sound or not.

A table is first made sound, over one or two questions; then half of them are spoiled: a row is
dropped, widened or narrowed. Texts refer, need, contradict, define and use as chance will have it.
So about as many statements hold as fail. The questions come in sections, as a lawyer's do: a rule
and an `ask when` stay within a section, tables and texts read all of them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

from drafter.diagnostics import print_diagnostic
from drafter.library.files import LibraryFiles
from drafter.library.load import load_files
from drafter.library.model import ClauseLibrary
from support.random_texts import SCHEDULE, MoreTexts, Texts, choose

QUESTIONS, TOPICS = 22, 12
_OPTIONS = ("ash", "birch", "cedar", "dogwood")
_RECOMMENDED = {"flag": ("yes", "no"), "choice": _OPTIONS}
_FILLED = ("number", "money", "period", "day", "share")
_KINDS = ("flag", "flag", "choice", "choice", "choice", "several", "number", "money", "period",
          "day", "share", "places", "list", "note")  # fmt: skip


def random_library(seed: int, rules: bool = True) -> ClauseLibrary:
    """A library of its own for each seed; without rules nothing blocks an answer."""
    writing = _Writing(random.Random(seed))
    files = writing.files(rules)
    library, faults = load_files(LibraryFiles("library", files, f"{seed}"))
    assert not faults, "\n".join(print_diagnostic(fault) for fault in faults)
    return library


class _Writing:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.kinds: dict[str, str] = {}
        self.asked: dict[str, str] = {}
        self.facts: dict[str, list[str]] = {}  # and the tests of each, of which one holds
        self.sections: list[list[str]] = [[]]

    def files(self, rules: bool) -> dict[str, str]:
        """The files of the library."""
        files = {"questionnaire/01-deal.yaml": self.questionnaire()}
        files["facts/facts.yaml"] = self.fact_file()
        tables = {f"topic-{number}": self.table() for number in range(TOPICS)}
        files |= self.texts(tables).files()
        for number in range(self.chance.randint(2, 5) if rules else 0):
            files[f"consistency/R{number}.yaml"] = self.rule()
        files["precedents/deal.yaml"] = (
            "title: A deal\nparties: 2 to 3\n"
            f"parts: [{{heading: Terms, topics: [{', '.join(tables)}]}}]\n"
        )
        return files | self.more(files)

    def more(self, files: dict[str, str]) -> dict[str, str]:
        """Ladders, lists, statutes, a schedule: written last, so that the rest of a seed stays."""
        statutes = {"named_0": "Oak Act 1999", "named_1": "Pine Act 2005"}
        more = MoreTexts(self.chance, self.any_test, self.pair, self.lists(), statutes)
        texts = {name: more.of(name, text) for name, text in files.items() if name.endswith(".md")}
        asked = files["questionnaire/01-deal.yaml"]
        for at, (name, kind) in enumerate(self.kinds.items()):
            if kind in _RECOMMENDED and self.chance.random() < 0.5:
                ladder = "".join(self.ladder(at, _RECOMMENDED[kind]))
                asked = asked.replace(f"  {name}:\n", f"  {name}:\n    recommend:\n{ladder}")
        files = {**files, **texts, **self.schedule(), "words.yaml": more.words()}
        files["precedents/deal.yaml"] += f"schedules: [{SCHEDULE}]\n"
        return files | {"questionnaire/01-deal.yaml": asked}

    def schedule(self) -> dict[str, str]:
        """A topic that stands behind the others; few of these lead to it."""
        rows = self.table()
        texts = {f"topics/{SCHEDULE}/{row}.md": "It is so.\n" for row in rows if row != "left-out"}
        return {**texts, f"topics/{SCHEDULE}/topic.yaml": f"heading: Plan\n{choose(rows)}"}

    def texts(self, tables: dict[str, dict[str, str]]) -> Texts:
        fills = [name for name, kind in self.kinds.items() if kind in _FILLED]
        return Texts(self.chance, tables, self.any_test, self.lists(), fills, self.table)

    def ladder(self, at: int, takes: tuple[str, ...]) -> Iterator[str]:
        """Steps over questions that stand earlier; one behind both sides of a test, or behind a
        wider one, is mostly never reached."""
        earlier = ["parties", *(one for one in list(self.kinds)[:at] if self.kinds[one] != "note")]
        one, other = self.pair(self.chance.choice(earlier))
        narrower = f"({one}) and ({self.test(self.chance.choice(earlier))})"
        steps = [one, self.chance.choice([other, other, narrower]), ""]
        for when in steps[: self.chance.randint(1, 3)]:
            condition = f", when: '{when}'" if when else ""
            yield f"      - {{take: {self.chance.choice(takes)}{condition}, because: so}}\n"

    # --- questions and facts ---

    def questionnaire(self) -> str:
        lines = ["section: The deal", "questions:",
                 "  parties: {asks: Who?, type: list, one: party, called: name, at least: 2, "
                 "at most: 3, fields: {name: {asks: Name?, type: text}, "
                 "kind: {asks: Kind?, type: choice, options: {ash: A, birch: B}}}}"]  # fmt: skip
        for number in range(QUESTIONS):
            if len(self.sections[-1]) >= self.chance.randint(2, 5):
                self.sections.append([])
            kind = self.chance.choice(_KINDS)
            name = f"{kind}_{number}"
            lines += self.question(name, kind)
            self.kinds[name] = kind
            self.sections[-1].append(name)
        return "\n".join(lines) + "\n"

    def question(self, name: str, kind: str) -> Iterator[str]:
        yield f"  {name}:"
        yield "    asks: What?"
        yield from (f"    {line}" for line in _TYPES[kind] or _list_type(name))
        if kind == "note":
            yield "    optional: yes"
        earlier = [one for one in self.sections[-1] if self.kinds[one] != "note"]
        if earlier and self.chance.random() < 0.4:
            self.asked[name] = self.test(self.chance.choice(earlier))
            yield f"    ask when: {self.asked[name]}"

    def fact_file(self) -> str:
        lines = ["party_count: {count: parties}", *self.orders(), *self.counts()]
        for number in range(2):
            one, other = (self.test(name) for name in self.chance.sample(self.testable(), 2))
            lines.append(f'named_{number}: {{when: "({one}) or ({other})"}}')
            self.facts[f"named_{number}"] = [f"named_{number}", f"not named_{number}"]
        rows = self.table()
        lines += ["class_0:", "  classify:", *(f"    {id}: {when}" for id, when in rows.items())]
        first, *others = rows
        self.facts["class_0"] = [f"class_0 is {first}", f"class_0 is one of {', '.join(others)}"]
        return "\n".join(lines) + "\n"

    def orders(self) -> Iterator[str]:
        """Two questions of a section compared with each other."""
        for section in self.sections:
            amounts = [one for one in section if self.kinds[one] in ("number", "period", "day")]
            for one, other in pairwise(amounts):
                if self.kinds[one] == self.kinds[other]:
                    name = f"order_{len(self.facts)}"
                    yield f"{name}: {{compare: [{one}, {other}]}}"
                    self.facts[name] = [f"{name} is less", f"{name} is one of equal, more, open"]

    def counts(self) -> Iterator[str]:
        for name in self.lists():
            inner = self.chance.choice(_INNER)
            yield f"{name}_count: {{count: {name}, where: {inner}}}"
            self.facts[f"{name}_count"] = [f"{name}_count >= 2", f"{name}_count < 2"]

    def lists(self) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind == "list"]

    def testable(self) -> list[str]:
        """The questions and facts that a table may read."""
        questions = [name for name, kind in self.kinds.items() if kind != "note"]
        return [*questions, *self.facts, "parties"]

    # --- conditions ---

    def pair(self, name: str = "") -> list[str]:
        """The two sides of a test."""
        return self.parts(name or self.chance.choice(self.testable()))

    def any_test(self) -> str:
        return self.test(self.chance.choice([*self.testable(), *self.kinds]))

    def test(self, name: str) -> str:
        """A test of a question."""
        return self.chance.choice(self.parts(name))

    def parts(self, name: str) -> list[str]:
        """Tests of which exactly one holds where the question is asked and fits."""
        if name in self.facts:
            return self.facts[name]
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
                how = self.chance.choice(["any", "all"])
                return [f"{name} has {how} of ash, birch", f"not ({name} has {how} of ash, birch)"]
            case "places":
                return [f"{name} has GB", f"not ({name} has GB)"]
            case "list":
                record, inner = name.replace("list", "item"), self.chance.choice(_INNER)
                return [f"some {record} has ({inner})", f"no {record} has ({inner})"]
            case "note":
                return [f"{name} is answered", f"{name} is not answered"]
            case "parties":
                return ["party_count = 2", "party_count > 2"]
            case kind:
                return [f"{name} >= {amount[kind]}", f"{name} < {amount[kind]}"]

    def rule(self) -> str:
        section = self.chance.choice([one for one in self.sections if len(one) > 1])
        one, other = (self.test(name) for name in self.chance.sample(section, 2))
        return f"severity: block\nwhen: ({one}) and ({other})\nmessage: No.\n"

    # --- tables ---

    def table(self) -> dict[str, str]:
        """A table over one or two questions, sound or spoiled."""
        rows = self.rows()
        if self.chance.random() < 0.55:
            self.spoil(rows)
        return rows

    def rows(self) -> dict[str, str]:
        one, other = self.chance.sample(self.testable(), 2)
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
        how = self.chance.randint(0, 4)
        if how == 0 and len(rows) > 2:
            del rows[id]
        elif how == 1:
            rows[id] = f"({rows[id]}) and ({self.any_test()})"
        else:
            rows[id] = f"({rows[id]}) or ({self.any_test()})"


_INNER = ("kind is ash", "size >= 2", "kind is birch and size < 2")
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
