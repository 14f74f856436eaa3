"""The topics and definitions of a random library: a table for each, a text for each row."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_DEFINED = ("Alder", "Beech", "Chestnut", "Elm")  # each may use those after it
SCHEDULE = "plan"
_WITHIN = "Fir"  # a term that clauses define
Table = dict[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """Writes the files beneath `topics/` and `definitions/`."""

    chance: random.Random
    tables: Mapping[str, Table]
    test: Callable[[], str]
    lists: Sequence[str]
    fills: Sequence[str]
    table: Callable[[], Table]

    def files(self) -> dict[str, str]:
        """The files by their paths."""
        files: dict[str, str] = {}
        for id, rows in self.tables.items():
            files[f"topics/{id}/topic.yaml"] = f"heading: Terms\n{choose(rows)}"
            for row in rows:
                if row != "left-out":
                    files[f"topics/{id}/{row}.md"] = self.front(id) + self.variant(id)
        for number, term in enumerate(_DEFINED):
            files |= self.definition(term, _DEFINED[number + 1 :])
        return files

    def definition(self, term: str, later: Sequence[str]) -> dict[str, str]:
        folder, rows = f"definitions/{term.lower()}", self.table()
        files = {f"{folder}/definition.yaml": f"term: {term}\n{choose(rows)}"}
        for row in rows:
            if row != "left-out":
                use = f" of an {later[0]}" if later and self.chance.random() < 0.4 else ""
                files[f"{folder}/{row}.md"] = f"means a part{use}{self.maybe_reference()}.\n"
        return files

    # --- variants ---

    def front(self, topic: str) -> str:
        """What a variant needs beside it, and what it cannot stand with."""
        lines = []
        others = [one for one in self.tables if one != topic]
        if self.chance.random() < 0.25:
            condition = self.chance.choice(["always", self.test()])
            lines.append(f"needs: {{{self.chance.choice(others)}: {condition!r}}}")
        if self.chance.random() < 0.25:
            other = self.chance.choice(others)
            row = self.chance.choice([one for one in self.tables[other] if one != "left-out"])
            lines.append(f"conflicts: [{other}/{row}]")
        if self.chance.random() < 0.25:
            first, second = (self.chance.choice(["always", self.test()]) for _ in range(2))
            matter = self.chance.choice(["who owns it", "who pays"])
            lines.append(f"outcomes: {{{matter}: {{a party: {first!r}, nobody: {second!r}}}}}")
        return "\n".join(["---", *lines, "---", ""]) if lines else ""

    def variant(self, topic: str) -> str:
        return "\n\n".join(self.paragraphs(topic)) + "\n"

    def paragraphs(self, topic: str) -> Iterator[str]:
        yield "It is so."
        if self.chance.random() < 0.5:
            yield f"{self.guard()}It lasts. {{#own}}"
        yield f"{self.guard()}It follows [@{self.target()}]."
        if self.chance.random() < 0.15:
            yield f"{self.guard()}It takes an {self.chance.choice(_DEFINED)}."
        if self.chance.random() < 0.15:
            yield f"{self.guard()}It takes a {_WITHIN}."
        if self.fills and self.chance.random() < 0.3:
            yield f"{self.guard()}It comes to {{{self.chance.choice(self.fills)}}}."
        if topic == "topic-0":
            yield f"{self.guard()}Each **{_WITHIN}** is a part."
        if self.lists and self.chance.random() < 0.2:
            yield self.loop(self.chance.choice(self.lists))

    def loop(self, name: str) -> str:
        record = name.replace("list", "item")
        where = self.chance.choice(
            ["", f" where {record}.size >= 2", f" where {record}.kind is cedar"]
        )
        guard = self.chance.choice(["", f"{{if {record}.kind is ash}} ", self.guard()])
        return f"{{for each {record} in {name}{where}}} {guard}It follows [@{self.target()}]."

    def guard(self) -> str:
        condition = self.chance.choice(
            ["", f"@{self.chance.choice(list(self.tables))}", self.test()]
        )
        return f"{{if {condition}}} " if condition else ""

    def target(self) -> str:
        topic = self.chance.choice(list(self.tables))
        return f"{topic}.own" if self.chance.random() < 0.25 else topic

    def maybe_reference(self) -> str:
        return f" under [@{self.target()}]" if self.chance.random() < 0.3 else ""


@dataclass(frozen=True, slots=True)
class MoreTexts:
    """What stands at the end of some texts: lists whose bullets vanish, statutes that are named.

    `pair` gives the two sides of a test; `statutes` are named by the fact that brings them in.
    """

    chance: random.Random
    test: Callable[[], str]
    pair: Callable[[], list[str]]
    lists: Sequence[str]
    statutes: Mapping[str, str]

    def words(self) -> str:
        """`words.yaml`."""
        return f"statutes: {{{', '.join(f'{id}: [{one}]' for id, one in self.statutes.items())}}}\n"

    def of(self, name: str, text: str) -> str:
        """The text of a file with what is added to it."""
        if name.startswith("definitions/"):
            named = f"means a part under the {self.chance.choice([*self.statutes.values()])}"
            return text.replace("means a part", named) if self.chance.random() < 0.2 else text
        statute = [self.statute()] if self.chance.random() < 0.2 else []
        listed = [self.listed()] if self.chance.random() < 0.2 else []
        leads = [f"{{if {self.test()}}} It follows [@{SCHEDULE}]."]
        more = (*statute, *listed, *(leads if self.chance.random() < 0.1 else ()))
        return "\n".join([text, *(f"{one}\n" for one in more)]).rstrip() + "\n"

    def statute(self) -> str:
        fact = self.chance.choice([*self.statutes])
        about = ["", f"{{if {fact}}} ", f"{{if {fact} and ({self.test()})}} ",
                 f"{{if {self.test()}}} "]  # fmt: skip
        return f"{self.chance.choice(about)}It obeys the {self.statutes[fact]}."

    def listed(self) -> str:
        lead = self.chance.choice(["", f"{{if {self.test()}}} "])
        return "\n".join([f"{lead}It covers: {{and}}", *self.bullets()])

    def bullets(self) -> Iterator[str]:
        """Two or three, of which at times exactly one stands, and at times one for each record."""
        one, other = self.pair()
        sides = [f"{{if {one}}} ", f"{{if {self.chance.choice([other, self.test()])}}} "]
        for guard, what in zip(sides, ("the plan", "the work"), strict=True):
            yield f"  - {guard}{what}"
        if self.lists and self.chance.random() < 0.3:
            name = self.chance.choice(self.lists)
            yield f"  - {{for each {name.replace('list', 'item')} in {name}}} a part"
        elif self.chance.random() < 0.5:
            yield f"  - {self.chance.choice(['', f'{{if {self.test()}}} '])}the rest"


def choose(rows: Table) -> str:
    return "choose:\n" + "\n".join(f"  {id}: {when}" for id, when in rows.items()) + "\n"
